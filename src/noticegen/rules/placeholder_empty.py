"""书名号、引号、括号里面是空的。

正确：印发《党组会议议事规则》。

错误：印发《》。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "placeholder-empty"
SEVERITY: Final = Severity.WARNING
_EMPTY = pattern("《[ \u3000]*》|“[ \u3000]*”|（[ \u3000]*）|〔[ \u3000]*〕")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each pair of marks with nothing in it."""
    for passage, found in search(subject, _EMPTY, "》”）〕"):
        message = f"“{found.group()}”里面是空的，请填上，或者删去。"
        yield Fault(passage, found.start(), found.end(), message)
