"""标题末尾多了标点。

通报的标题末尾不用标点；文中标题末尾不用逗号、顿号。

正确：关于巡察整改进展情况的通报

错误：关于巡察整改进展情况的通报。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.patterns import pattern
from noticegen.rules.subject import Fault, Role, Subject

CODE = "punctuation-heading-stop"
SEVERITY: Final = Severity.WARNING
_AMISS = {Role.TITLE: "。，、；：", Role.HEADING: "，、"}
_MARKS = "。，、；："
_TITLE = pattern("(?:中共[^，。；：]*)?关于[^，。；：]*(?:通报|报告|情况)[。，、；]")
_FEW = 3


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each heading that ends in a mark no heading ends in."""
    for place, passage in enumerate(subject.passages):
        mark = passage.text[-1:]
        if not mark or mark not in _MARKS:
            continue
        is_title = place < _FEW and not subject.title and _TITLE.fullmatch(passage.text)
        if is_title or mark in _AMISS.get(passage.role, ""):
            end = len(passage.text)
            yield Fault(passage, end - 1, end, f"标题末尾不用“{mark}”，请删去。")
