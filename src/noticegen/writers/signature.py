"""署名 and 成文日期 without seals: a Signature in, paragraphs in a galley out (7.3.5.2).

The organ ends two characters before the right edge and the date's first character
stands two to the right of the organ's. A date that would then pass the right edge ends
two characters before it instead, and the organ moves left. Organs issuing jointly stand
one below another, the leading one first, at one left edge: the longest ends two
characters before the right edge, and the date is two to the right of them all.
"""

from lxml import etree

from noticegen.document import Signature
from noticegen.writers.lines import (
    CHARACTER,
    TWO_CHARACTERS,
    WIDEST_JOIN,
    drawn_width,
    signed_lines,
)
from noticegen.writers.wordml import Galley, keep_with_next, put


def set_signature(galley: Galley, signature: Signature) -> None:
    """Set the *signature* below an empty row; its rows stay on one page."""
    organs = [signed_lines(organ, galley.width) for organ in signature.organs]
    lines = [line for organ in organs for line in organ]
    longest = max(map(drawn_width, lines))
    date_is_longer = drawn_width(signature.date, WIDEST_JOIN) > longest
    reach = drawn_width(signature.date) * CHARACTER + TWO_CHARACTERS
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


def _start_at(properties: etree._Element, left: int) -> None:
    """Set a paragraph flush left at *left* twips, whatever its style says."""
    put(properties, "ind", left=left, rightChars=0, right=0)
    put(properties, "jc", val="left")
