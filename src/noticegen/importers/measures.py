"""Measures: the text that follows a finding in; label, words before, measures, ordinals out."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from noticegen import numerals
from noticegen.importers import ordinals
from noticegen.importers.tokens import Token

LABEL = re.compile(
    "(?:主要|具体|下一步|采取)?(?:的?整改[^：。，；“”、]{0,8}|措施|(?:完成|落实|办理|进展|推进)情况)："
)
_LABEL_INSIDE = re.compile(f"(?<=[。；])(?={LABEL.pattern})")
_SAMPLES = ("一是", "一要", "第一，", "第一、", "（1）", "1.", "1、", "①", "1）", "（一）")
_CLAUSE = "(?:^|(?<=[。；：]))"


class Measures(NamedTuple):
    """What follows a finding; *sample* is the form of the ordinals, "" where there are none."""

    label: str
    lead: str
    texts: tuple[str, ...]
    sample: str


def parse(text: str) -> Measures:
    """Read the measures of one paragraph."""
    label = label_of(text)
    rest = text.removeprefix(label)
    for sample in _SAMPLES:
        one, two = (re.escape(numerals.ordinal(sample, number)) for number in (1, 2))
        found = re.search(f"{_CLAUSE}{one}(?=.*[。；：”）…]{two})", rest)
        if found:
            parts = ordinals.divided(rest[found.start() :], sample)
            return Measures(label, rest[: found.start()], tuple(parts), sample)
    return Measures(label, "", (rest,) if rest else (), "")


def parse_each(tokens: Sequence[Token]) -> tuple[Measures, int] | None:
    """Read measures that have a paragraph each; return them and how many paragraphs they take.

    None where *tokens* do not begin with two such paragraphs, one of words before them
    allowed.
    """
    for start in range(min(2, len(tokens))):
        first = _ordinal(tokens[start])
        if first is None or first.number != 1:
            continue
        texts: list[str] = []
        for token in tokens[start:]:
            found = _ordinal(token)
            if not found or (found.sample, found.number) != (first.sample, len(texts) + 1):
                break
            texts.append(found.rest)
        if len(texts) > 1:
            lead = tokens[0].text if start else ""
            label = label_of(lead)
            measures = Measures(label, lead.removeprefix(label), tuple(texts), first.sample)
            return measures, start + len(texts)
    return None


def label_of(text: str) -> str:
    """Return the label that *text* begins with: 整改情况：, 整改措施：."""
    found = LABEL.match(text)
    return found.group() if found else ""


def split(text: str, stop: int) -> tuple[str, str]:
    """Return the finding and the measures that stand in one paragraph.

    They part before a label, else before the first ordinal, else at *stop*.
    """
    inside = _LABEL_INSIDE.search(text)
    if inside:
        return text[: inside.start()], text[inside.start() :]
    return text[:stop], text[stop:]


def usual(found: Sequence[Measures]) -> tuple[str, str]:
    """Return the label and the ordinals that most of *found* have."""
    labels = Counter(one.label for one in found)
    samples = Counter(one.sample for one in found if len(one.texts) > 1)
    label = labels.most_common(1)[0][0] if labels else ""
    return label, (samples.most_common(1)[0][0] or numerals.NONE) if samples else ""


def _ordinal(token: Token) -> ordinals.Mark | None:
    return ordinals.mark(token.text) or ordinals.running(token.text)
