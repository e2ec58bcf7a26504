"""署名 and 成文日期 without a seal: a Signature in, paragraphs in a galley out (7.3.5.2).

The organ ends two characters before the right edge and the date's first character
stands two to the right of the organ's. A date that would then pass the right edge ends
two characters before it instead, and the organ moves left. Organs issuing jointly stand
one below another, the leading one first, at one left edge: the longest ends two
characters before the right edge, and the date is two to the right of them all.
"""

import re
from itertools import pairwise

from lxml import etree

from noticegen.document import Signature
from noticegen.title import break_title, width
from noticegen.writers.wordml import Galley, keep_with_next, put

CHARACTER = 315  # twips: 16 pt less the 0.25 pt that puts 28 in a line (5.2.3)
TWO_CHARACTERS = 632  # twips: two of the 28 shares of 版心

# Word sets a quarter of a character between 汉字 and a digit, LibreOffice a fifth; their
# mean is within 0.4 mm in both.
WIDEST_JOIN = 0.25
_JOIN = 0.225


def set_signature(galley: Galley, signature: Signature) -> None:
    """Set the *signature* below an empty row, on a page with what precedes it (7.3.5.5)."""
    organs = [_lines(organ, galley.width) for organ in signature.organs]
    lines = [line for organ in organs for line in organ]
    longest = max(drawn_width(line, _JOIN) for line in lines)
    date_is_longer = drawn_width(signature.date, WIDEST_JOIN) > longest
    reach = drawn_width(signature.date, _JOIN) * CHARACTER + TWO_CHARACTERS
    if not date_is_longer:
        reach = longest * CHARACTER
    start = round(galley.width - TWO_CHARACTERS - reach)

    keep_with_next(galley.paragraph("空行"))
    for organ in organs:
        paragraph = galley.paragraph("署名", *organ)
        keep_with_next(paragraph)
        if len(lines) > 1 or date_is_longer:
            _start_at(paragraph[0], start)
    date = galley.paragraph("成文日期", signature.date)
    if not date_is_longer:
        _start_at(date[0], start + TWO_CHARACTERS)


def drawn_width(text: str, join: float) -> float:
    """Return the width of *text* in characters, with *join* between a 汉字 and a digit."""
    joins = sum(_is_latin(a) != _is_latin(b) for a, b in pairwise(text))
    return width(text) + joins * join


def _lines(organ: str, whole: int) -> tuple[str, ...]:
    """Return *organ* in one line, or in the lines a title would take if it is too long."""
    fits = drawn_width(organ, _JOIN) * CHARACTER <= whole - TWO_CHARACTERS
    return (organ,) if fits else break_title(organ)


def _is_latin(character: str) -> bool:
    return re.match(r"[0-9A-Za-z]", character) is not None


def _start_at(properties: etree._Element, left: int) -> None:
    """Set a paragraph flush left at *left* twips, whatever its style says."""
    put(properties, "ind", left=left, rightChars=0, right=0)
    put(properties, "jc", val="left")
