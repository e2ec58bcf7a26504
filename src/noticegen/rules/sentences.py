"""The sentences of what was done about each finding, as rules on repetition compare them."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from noticegen.rules.patterns import pattern
from noticegen.rules.subject import Passage, Role, Subject, shared

_SENTENCE = pattern("[^。；！？]+")
_ORDINAL = pattern(
    r"(?:（\d{1,3}）)?(?:[^，：“”]{2,8}：)?(?:（\d{1,3}）|\d{1,2}[.．]|[①-⑳])?(?:[一二三四五六七八九十]{1,3}[是要])?"
)
_COLUMN = pattern("责任|时限|状态|进展|联系|电话")
_WORDLESS = pattern(r"[^\w]|[的了和与及并等]|进一步|切实|认真|严格")


_LACKING = pattern(r"[\W的了和与及并等进一步切实认真严格]")
_SHORTEST, _SHORTEST_CORE = 8, 14
_TAIL = 24
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


@shared
def repeating(subject: Subject) -> frozenset[int]:
    """Return which printed passages, by number, may have a sentence that another has too."""
    return _sharing(subject, _end)


@shared
def resembling(subject: Subject) -> frozenset[int]:
    """Return which may have a sentence that differs from another's in particles only."""
    return _sharing(subject, _end_of_core)


def _sharing(subject: Subject, key: Callable[[str], str | None]) -> frozenset[int]:
    """The passages of which a sentence has the *key* of another; "" may be anybody's."""
    first: dict[str, int] = {}
    numbers: set[int] = set()
    for number, words in _numbered(subject):
        mark = key(words)
        if mark in first:
            numbers.update((number, first[mark]))
        elif mark is not None:
            first[mark] = number
    return frozenset(range(len(subject.printed)) if "" in first else numbers)


@shared
def _numbered(subject: Subject) -> list[tuple[int, str]]:
    """The sentences that are printed, each with the number of its passage."""
    return [
        (number, words)
        for number, passage in enumerate(subject.printed)
        for words in _SENTENCE.findall(passage.text)
        if len(words) >= _SHORTEST
    ]


def _end(words: str) -> str:
    """What sentences that are alike have alike, whatever ordinal they begin with."""
    return words[-_SHORTEST:]


def _end_of_core(words: str) -> str | None:
    """The same of sentences whose cores are alike: no sign of it is one a core may lack."""
    if len(words) < _SHORTEST_CORE:
        return None
    if not _LACKING.search(words, len(words) - _SHORTEST):
        return words[-_SHORTEST:]
    tail = words[-_TAIL:]
    kept = _LACKING.sub("", tail)
    if len(words) < 2 * _TAIL and len(tail) - len(kept) >= _SHORTEST_CORE - _SHORTEST:
        # So short a sentence may have little else: then the end would be its ordinal's.
        lacking = sum(map(words.count, "进一步切实认真严格"))
        if lacking >= _SHORTEST_CORE - _SHORTEST:
            return ""
    if len(kept) < _SHORTEST:
        kept = _LACKING.sub("", words)
    return kept[-_SHORTEST:] if len(kept) >= _SHORTEST else ""


def of_findings(subject: Subject, numbers: Collection[int]) -> Iterator[Sentence]:
    """Yield the sentences on what was done about the findings, in reading order.

    Only passages of *numbers* are looked at, those that may have what the rule looks for.
    """
    headed: int | None = None
    for number, passage in enumerate(subject.printed):
        if passage.role is Role.FINDING:
            headed = passage.item
        elif passage.item != headed:
            headed = None
        if headed is None or number not in numbers:
            continue
        sentences = list(of(passage))
        if passage.role is Role.FINDING:
            sentences = sentences[1:] if not subject.notice else []
        yield from sentences


def core(words: str) -> str:
    """Return *words* without what two wordings of one measure differ in."""
    return _WORDLESS.sub("", words)
