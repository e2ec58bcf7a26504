"""署名 and 成文日期 without seals: a Signature in, paragraphs in a galley out (7.3.5.2).

The organ ends two characters before the right edge and the date's first character
stands two to the right of the organ's. A date that would then pass the right edge ends
two characters before it instead, and the organ moves left. Organs issuing jointly stand
one below another, the leading one first, at one left edge: the longest ends two
characters before the right edge, and the date is two to the right of them all.
"""

from noticegen.document import Signature
from noticegen.writers.lines import (
    CHARACTER,
    TWO_CHARACTERS,
    WIDEST_JOIN,
    drawn_width,
    signed_lines,
)
from noticegen.writers.wordml import Galley, element


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

    galley.paragraph("空行", keep=True)
    for organ in organs:
        moved = len(lines) > 1 or date_is_longer
        galley.paragraph("署名", *organ, keep=True, properties=_from(start) if moved else "")
    moved_date = "" if date_is_longer else _from(start + TWO_CHARACTERS)
    galley.paragraph("成文日期", signature.date, properties=moved_date)


def _from(left: int) -> str:
    """Return what sets a paragraph flush left at *left* twips, whatever its style says."""
    return element("ind", left=left, rightChars=0, right=0) + element("jc", val="left")
