"""The sentences of what was done about each finding, as rules on repetition compare them."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from noticegen.rules.patterns import pattern
from noticegen.rules.subject import Passage, Role, Subject, shared

_SENTENCE = pattern("[^。；！？]+")
_ORDINAL = pattern(
    r"(?:（\d{1,3}）)?(?:[^，：“”]{2,8}：)?(?:（\d{1,3}）|\d{1,2}[.．]|[①-⑳])?(?:[一二三四五六七八九十]{1,3}[是要])?"
)
_COLUMN = pattern("责任|时限|状态|进展|联系|电话")
_WORDLESS = pattern(r"[^\w]|[的了和与及并等]|进一步|切实|认真|严格")


_PARTICLES = frozenset("的了和与及并等进一步切实认真严格")
_LACKING = pattern(rf"[\W{''.join(_PARTICLES)}]")
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


def of(subject: Subject, number: int) -> list[Sentence]:
    """Return the sentences of a printed passage."""
    read = _read(subject)
    if number not in read:
        read[number] = list(_of(subject.printed[number]))
    return read[number]


@shared
def _read(_: Subject) -> dict[int, list[Sentence]]:
    """What has been read: three rules ask for the sentences of the same passages."""
    return {}


def _of(passage: Passage) -> Iterator[Sentence]:
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
    # Sentences that are alike have their ends alike, whatever ordinals they begin with.
    ends = [words[-_SHORTEST:] if len(words) >= _SHORTEST else None for words in _all(subject)]
    return _sharing(subject, ends)


@shared
def resembling(subject: Subject) -> frozenset[int]:
    """Return which may have a sentence that differs from another's in particles only."""
    return _sharing(subject, list(map(_end_of_core, _all(subject))))


def _sharing(subject: Subject, ends: Sequence[str | None]) -> frozenset[int]:
    """The passages with two sentences or more that end alike; "" may be anybody's end."""
    counted = Counter(ends)
    twice = {end for end, count in counted.items() if count > 1} - {None}
    if "" in counted or subject.text.count("\n") != len(subject.starts) - 1:
        return frozenset(range(len(subject.printed)))
    if not twice:
        return frozenset()
    stops = accumulate(map(len, _all(subject)))
    places = [
        at + stop for at, (stop, end) in enumerate(zip(stops, ends, strict=True)) if end in twice
    ]
    return frozenset(map(subject.number_at, places))


@shared
def _all(subject: Subject) -> list[str]:
    """The sentences that are printed, those of no sign among them."""
    text = subject.text
    for stop in "\n；！？":
        text = text.replace(stop, "。")
    return text.split("。")


def _end_of_core(words: str) -> str | None:
    """The same of sentences whose cores are alike: no sign of it is one a core may lack."""
    if len(words) < _SHORTEST_CORE:
        return None
    end = words[-_SHORTEST:]
    if end.isalnum() and _PARTICLES.isdisjoint(end):
        return end
    kept = _LACKING.sub("", words[-_SHORTEST_CORE:])
    if len(kept) >= _SHORTEST:
        return kept[-_SHORTEST:]
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
    heads = _heads(subject)
    for number in sorted(numbers):
        passage = subject.printed[number]
        if heads.get(passage.item, number + 1) > number:
            continue
        sentences = of(subject, number)
        if passage.role is Role.FINDING:
            sentences = sentences[1:] if not subject.notice else []
        yield from sentences


@shared
def _heads(subject: Subject) -> dict[int, int]:
    """Which printed passage is an item's first that tells a finding, by the item."""
    heads: dict[int, int] = {}
    for number, passage in enumerate(subject.printed):
        if passage.role is Role.FINDING:
            heads.setdefault(passage.item, number)
    return heads


def core(words: str) -> str:
    """Return *words* without what two wordings of one measure differ in."""
    return _WORDLESS.sub("", words)
