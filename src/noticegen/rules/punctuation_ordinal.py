"""带括号的序号后面又用了标点。

GB/T 15834 规定加括号的序号后面不用点号。

正确：（一）提高政治站位。

错误：（一）、提高政治站位。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-ordinal"
SEVERITY: Final = Severity.WARNING
_MARKED = pattern(r"(?:^|(?<=[。；：]))(（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）)([、，。．.])")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each bracketed ordinal that a mark follows."""
    for passage, found in search(subject, _MARKED, ("）、", "），", "）。", "）．", "）.")):
        message = f"“{found[1]}”后面不用“{found[2]}”，请删去。"
        yield Fault(passage, found.start(), found.end(), message)
