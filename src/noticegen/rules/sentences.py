"""The sentences of what was done about each finding, as rules on repetition compare them."""

from collections.abc import Iterator
from typing import NamedTuple

from noticegen.rules.patterns import pattern
from noticegen.rules.subject import Passage, Role, Subject

_SENTENCE = pattern("[^。；！？]+")
_ORDINAL = pattern(
    r"(?:（\d{1,3}）)?(?:[^，：“”]{2,8}：)?(?:（\d{1,3}）|\d{1,2}[.．]|[①-⑳])?(?:[一二三四五六七八九十]{1,3}[是要])?"
)
_COLUMN = pattern("责任|时限|状态|进展|联系|电话")
_WORDLESS = pattern(r"[^\w]|[的了和与及并等]|进一步|切实|认真|严格")


_STATUS = pattern("完成整改|整改完成|已整改|长期坚持|持续推进|持续坚持|整改到位|阶段性")
_LONGEST_STATUS = 24


class Sentence(NamedTuple):
    """A sentence: passage.text[start:end], its ordinal and stop left out."""

    passage: Passage
    start: int
    end: int
    words: str


def of(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of *passage*."""
    for found in _SENTENCE.finditer(passage.text):
        ordinal = _ORDINAL.match(passage.text, found.start(), found.end())
        start = ordinal.end() if ordinal else found.start()
        words = passage.text[start : found.end()]
        if words and not _COLUMN.match(words) and not _is_status(words):
            yield Sentence(passage, start, found.end(), words)


def _is_status(words: str) -> bool:
    """Tell whether *words* only say how far things are: 已完成整改并长期坚持."""
    return len(words) <= _LONGEST_STATUS and bool(_STATUS.search(words))


def of_findings(subject: Subject) -> Iterator[Sentence]:
    """Yield the sentences on what was done about the findings, in reading order."""
    headed: int | None = None
    for passage in subject.printed:
        if passage.role is Role.FINDING:
            headed = passage.item
        elif passage.item != headed:
            headed = None
        if headed is None:
            continue
        sentences = list(of(passage))
        if passage.role is Role.FINDING:
            sentences = sentences[1:] if not subject.notice else []
        yield from sentences


def core(words: str) -> str:
    """Return *words* without what two wordings of one measure differ in."""
    return _WORDLESS.sub("", words)
