"""一个分句里，同一个副词用了两次。

正确：使廉政教育真正入心见效。

错误：真正使廉政教育真正入心见效。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.triggers.repeats import ADVERBS

CODE = "duplicate-adverb"
SEVERITY: Final = Severity.HINT
_REACH = 10
_TWICE = pattern(
    rf"(?P<word>{'|'.join(ADVERBS)})(?P<between>[^，。；、：“”《》（）！？和与并且又或]{{1,10}})(?P=word)(?!性)"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each clause that has the same adverb twice."""
    for number in sorted(set(_suspects(subject))):
        passage = subject.printed[number]
        for found in _TWICE.finditer(passage.text):
            message = f"“{found.group()}”里“{found['word']}”用了两次，请删去一个。"
            yield Fault(passage, found.start(), found.end(), message)


def _suspects(subject: Subject) -> Iterator[int]:
    """Yield the passages, by number, in which an adverb follows itself within a few signs."""
    text = subject.text
    for adverb in printed(subject).intersection(ADVERBS):
        place = 0
        for between in text.split(adverb):
            if len(between) <= _REACH and place:
                yield subject.number_at(place - 1)
            place += len(between) + len(adverb)
