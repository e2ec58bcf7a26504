"""并列的引号、书名号之间用了顿号。

GB/T 15834 规定标有引号、书名号的并列成分之间通常不用顿号。全文只提示一次。

正确：学习《中国共产党章程》《中国共产党纪律处分条例》。

错误：学习《中国共产党章程》、《中国共产党纪律处分条例》。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-pause"
SEVERITY: Final = Severity.HINT
_BETWEEN = pattern("》、(?=《)|”、(?=“)")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the first 、 between quotations, and say how many there are."""
    places = list(search(subject, _BETWEEN, ("》、《", "”、“")))
    if places:
        passage, found = places[0]
        more = f"（全文共{len(places)}处）" if len(places) > 1 else ""
        message = f"“{found.group()}”后面紧跟着另一个引号或书名号{more}，中间通常不用顿号，请删去。"
        yield Fault(passage, found.start(), found.end(), message)
