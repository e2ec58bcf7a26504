"""标题末尾多了标点。

通报的标题末尾不用标点；文中标题末尾不用逗号、顿号。

正确：关于巡察整改进展情况的通报

错误：关于巡察整改进展情况的通报。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "punctuation-heading-stop"
SEVERITY: Final = Severity.WARNING
_AMISS = {Role.TITLE: tuple("。，、；："), Role.HEADING: ("，", "、")}
_TITLE = pattern("(?>(?:中共[^，。；：]*?)?关于)[^，。；：]*(?:通报|报告|情况)[。，、；]")
_FEW = 3


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each heading that ends in a mark no heading ends in."""
    for passage in subject.of(_AMISS):
        if passage.text.endswith(_AMISS[passage.role]):
            yield _fault(passage)
    for passage in subject.passages[:_FEW] if not subject.title else ():
        known = _AMISS.get(passage.role, ())
        if _TITLE.fullmatch(passage.text) and not passage.text.endswith(known):
            yield _fault(passage)


def _fault(passage: Passage) -> Fault:
    end = len(passage.text)
    mark = passage.text[-1]
    return Fault(passage, end - 1, end, f"标题末尾不用“{mark}”，请删去。")
