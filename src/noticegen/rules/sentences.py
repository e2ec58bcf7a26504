"""The sentences of what was done about each finding, as rules on repetition compare them."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from noticegen.patterns import pattern
from noticegen.rules.gists import COLON, gists, repeated
from noticegen.rules.subject import Passage, Role, Subject, shared

_ORDINAL = pattern(
    r"(?:（\d{1,3}）)?(?:[^，：“”]{2,8}：)?(?:（\d{1,3}）|\d{1,2}[.．]|[①-⑳])?(?:[一二三四五六七八九十]{1,3}[是要])?"
)
_COLUMN = pattern("责任|时限|状态|进展|联系|电话")
_WORDLESS = pattern(r"[^\w]|[的了和与及并等]|进一步|切实|认真|严格")
_STATUS = pattern("完成整改|整改完成|已整改|长期坚持|持续推进|持续坚持|整改到位|阶段性")
_LONGEST_STATUS = 24
_SHORTEST = 8
SPEAKING = (Role.MEASURE, Role.FINDING, Role.PARAGRAPH, Role.MATTER)
"""What is written in sentences."""


class Sentence(NamedTuple):
    """A sentence: passage.text[start:end], its ordinal and stop left out.

    *number* tells which printed passage it stands in, *gist* is the same where the core is.
    """

    passage: Passage
    start: int
    end: int
    words: str
    number: int
    gist: bytes


@shared
def alike(subject: Subject) -> list[Sentence]:
    """Return the sentences that may have the core of another, both there, in reading order.

    Those of less than eight signs are none.
    """
    # No passage has a line break of its own: what is printed is normalized to one line.
    text = _stopped(subject.text.replace("\n", "。"))
    texts = text.split("。")
    found = gists(text)
    if "：" in text:
        found = [_unlabelled(*one) for one in zip(found, texts, strict=True)]
    places = [at for at in repeated(found) if len(texts[at]) >= _SHORTEST]
    ends = list(accumulate(map(len, texts))) if places else []
    findings = {passage.item for passage in subject.of((Role.FINDING,))}
    return [
        one
        for at in places
        if (one := _sentence(subject, ends[at] + at, texts[at], found[at]))
        and (one.passage.role in SPEAKING or one.passage.item in findings)
    ]


def _stopped(text: str) -> str:
    """Return *text* with 。 for every stop that ends a sentence."""
    for stop in "；！？":
        text = text.replace(stop, "。")
    return text


def _unlabelled(gist: bytes, text: str) -> bytes:
    """Return the gist of a sentence's words: without colons, and what one of an ordinal's ends."""
    if COLON not in gist:
        return gist
    parts = gist.split(bytes([COLON]))
    return b"".join(parts[-words_of(text).count("：") - 1 :])


def _sentence(subject: Subject, end: int, text: str, gist: bytes) -> Sentence | None:
    """Return the sentence that ends at subject.text[end]; None where it has hardly any words."""
    words = words_of(text)
    if len(words) < _SHORTEST:
        return None
    number = bisect_right(subject.starts, end) - 1
    end -= subject.starts[number]
    return Sentence(subject.printed[number], end - len(words), end, words, number, gist)


def words_of(text: str) -> str:
    """Return a sentence without its ordinal; "" where it only says how far things are."""
    ordinal = _ORDINAL.match(text)
    words = text[ordinal.end() :] if ordinal else text
    return "" if _COLUMN.match(words) or _is_status(words) else words


def _is_status(words: str) -> bool:
    """Tell whether *words* only say how far things are: 已完成整改并长期坚持."""
    return len(words) <= _LONGEST_STATUS and bool(_STATUS.search(words))


def of_findings(subject: Subject) -> Iterator[Sentence]:
    """Yield those of `alike` on what was done about the findings, in reading order."""
    heads, last = _heads(subject), -1
    for one in alike(subject):
        may_be_first, last = one.number != last, one.number
        if heads.get(one.passage.item, one.number + 1) > one.number:
            continue
        is_finding = one.passage.role is Role.FINDING
        if is_finding and (subject.notice or (may_be_first and _is_first(one))):
            continue
        yield one


def _is_first(one: Sentence) -> bool:
    """Tell whether *one* is its passage's first: of a finished text, that is the finding."""
    before = _stopped(one.passage.text[: one.start])
    return not any(map(words_of, before.split("。")))


@shared
def _heads(subject: Subject) -> dict[int, int]:
    """Which printed passage is an item's first that tells a finding, by the item."""
    finding = Role.FINDING  # looking it up takes longer than all else
    found = [(at, one.item) for at, one in enumerate(subject.printed) if one.role is finding]
    return {item: at for at, item in reversed(found)}


def core(words: str) -> str:
    """Return *words* without what two wordings of one measure differ in."""
    return _WORDLESS.sub("", words)
