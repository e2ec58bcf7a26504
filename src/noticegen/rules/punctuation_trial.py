"""“试行”“暂行”的括注写在书名号外面。

“（试行）”是文件名称的一部分，GB/T 15834 规定放在书名号里面。

正确：印发《党组会议议事规则（试行）》。

错误：印发《党组会议议事规则》（试行）。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-trial"
SEVERITY: Final = Severity.WARNING
_OUTSIDE = pattern("》（(试行|暂行)）")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each （试行） that stands behind the title it belongs to."""
    for passage, found in search(subject, _OUTSIDE, ("》（试行）", "》（暂行）")):
        message = f"“（{found[1]}）”是文件名称的一部分，请移到书名号里面，写成“（{found[1]}）》”。"
        yield Fault(passage, found.start(), found.end(), message)
