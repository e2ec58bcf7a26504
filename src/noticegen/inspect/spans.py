"""How far a line of text reaches: a right-, left-aligned or centred paragraph in, twips out.

Word sets a quarter of a character between 汉字 and a digit, LibreOffice a fifth, some
none: a width is an interval.
"""

from itertools import pairwise
from typing import NamedTuple

from noticegen.inspect.paper import Paragraph
from noticegen.inspect.places import is_free
from noticegen.title import width

_JOIN = 0.25


class Interval(NamedTuple):
    """Two ends, in twips."""

    low: float
    high: float

    def is_about(self, wanted: float, slack: float) -> bool:
        """Tell whether some value of it is *wanted*, *slack* off at most."""
        return self.low - slack <= wanted <= self.high + slack


class Span(NamedTuple):
    """Where a line begins and ends, in twips from the left edge of 版心."""

    x0: Interval
    x1: Interval
    width: Interval

    @property
    def centre(self) -> Interval:
        """The middle of it."""
        return Interval((self.x0.low + self.x1.low) / 2, (self.x0.high + self.x1.high) / 2)


def span(paragraph: Paragraph, text_width: int) -> Span | None:
    """Return the span of a *paragraph* of one line; None where the file does not tell it."""
    words, look = paragraph.words, paragraph.look
    if not is_free(paragraph) or paragraph.first is None or "\n" in words or "\t" in paragraph.text:
        return None
    character = paragraph.first.size * 10 + paragraph.first.spacing
    size = _size(words, character)
    left = look.left.in_twips(character) + look.first.in_twips(character)
    right = text_width - look.right.in_twips(character)
    if look.alignment == "right":
        if paragraph.text != paragraph.text.rstrip():
            return None
        return Span(Interval(right - size.high, right - size.low), Interval(right, right), size)
    if look.alignment in ("left", "both"):
        blanks = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip())]
        left += sum(1 if blank == "\u3000" else 0.5 for blank in blanks) * character
        return Span(Interval(left, left), Interval(left + size.low, left + size.high), size)
    if look.alignment == "center":
        middle = (left + right) / 2
        return Span(
            Interval(middle - size.high / 2, middle - size.low / 2),
            Interval(middle + size.low / 2, middle + size.high / 2),
            size,
        )
    return None


def _size(words: str, character: float) -> Interval:
    joins = sum(_is_latin(a) != _is_latin(b) for a, b in pairwise(words))
    return Interval(width(words) * character, (width(words) + joins * _JOIN) * character)


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
