"""各级标题的序号断了、重了。

成文稿的一、（一）1.（1）在同一级里要连着编。1. 和（1）可以全文连续，也可以在上一级下重新编起；
网页上自动编号丢失、个个都是“1.”的，看不出原来的序号，不报。填报表的序号由程序编排，不看。

正确：一、……二、……三、……

错误：一、……二、……四、……
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from noticegen import numerals
from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.reading import number
from noticegen.rules.subject import Fault, Role, Subject

CODE = "numbering-heading"
SEVERITY: Final = Severity.WARNING
_LEVELS = (
    (pattern("([一二三四五六七八九十]{1,3})、"), "一、"),
    (pattern("（([一二三四五六七八九十]{1,3})）"), "（一）"),
    (pattern(r"(\d{1,2})[.．](?!\d)"), "1."),
    (pattern(r"（(\d{1,3})）"), "（1）"),
)
_REPEATABLE = ("1.", "（1）")  # lost list numbers; measures numbered like their finding
_OPEN = 99  # runs of one level that may go on later: no notice has so many, a heap of slips may
_ELSEWHERE = (Role.TITLE, Role.CONTACT, Role.SIGNATURE)


@dataclass
class _Level:
    """The last number of each open run, the innermost last; a higher heading makes it fresh."""

    runs: list[int] = field(default_factory=list)
    is_fresh: bool = True

    def take(self, value: int, *, may_repeat: bool) -> int | None:
        """Take the next number; return the one before it where it does not follow."""
        last = self.runs[-1] if self.runs else 0
        follows = [at for at, run in enumerate(self.runs) if run == value - 1]
        is_fresh, self.is_fresh = self.is_fresh, False
        if value == 1:
            self.runs = [1] if is_fresh else [*self.runs[-_OPEN:], 1]
            return last if last == 1 and not is_fresh and not may_repeat else None
        self.runs = [*(self.runs[: follows[-1]] if follows else self.runs[:-1]), value]
        return last if last and not follows else None


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each heading's ordinal that neither follows on nor begins anew."""
    levels = [_Level() for _ in _LEVELS]
    for passage in subject.printed if subject.notice is None else ():
        if passage.text.startswith("附件"):
            levels = [_Level() for _ in _LEVELS]
        for depth, (form, sample) in enumerate(_LEVELS):
            found = form.match(passage.text) if passage.role not in _ELSEWHERE else None
            value = int(number(found[1]) or 0) if found else 0
            if found and value:
                last = levels[depth].take(value, may_repeat=sample in _REPEATABLE)
                for deeper in levels[depth + 1 :]:
                    deeper.is_fresh = True
                if last:
                    yield Fault(passage, 0, found.end(), _message(found.group(), sample, last))
                break


def _message(words: str, sample: str, last: int) -> str:
    before, expected = numerals.ordinal(sample, last), numerals.ordinal(sample, last + 1)
    return f"标题序号“{words}”接在“{before}”后面，这里应当是“{expected}”，请核对序号。"
