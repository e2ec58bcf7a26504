"""引文、括注末尾的句号与后面的句号重复。

引文是句子的一部分时，引文末尾不用句号；句内括号里也不用。

正确：大家表示，要“做到立行立改”。

错误：大家表示，要“做到立行立改。”。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-inner-stop"
SEVERITY: Final = Severity.WARNING
_STOPS = pattern("。[”’）]+[。，；]")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each stop within a quotation that another stop follows."""
    for passage, found in search(subject, _STOPS, ("。”", "。’", "。）")):
        message = f"“{found.group()}”里外都有点号，请删去里面的句号。"
        yield Fault(passage, found.start(), found.end(), message)
