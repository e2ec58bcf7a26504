"""署名 and 成文日期 under seals (7.3.5.1): a Signature with seals in, paragraphs out.

The date ends four characters before the right edge, the organ is centred on it, and the
seal is centred over both, behind them, its top within a row of the text above. Organs
issuing jointly stand side by side as far as they have room, in their order, each under
its seal; the last is over the date too.
"""

from collections.abc import Iterable

from lxml import etree

from noticegen.document import Signature
from noticegen.title import width
from noticegen.writers.drawing import picture
from noticegen.writers.lines import CHARACTER, drawn_width, signed_lines
from noticegen.writers.stands import PITCH, ROWS_ABOVE, stands
from noticegen.writers.wordml import Galley, R, keep_with_next, put, put_text

_SEAL = 2381  # twips: 42 mm
_ABOVE_DATE = 1474  # twips: 26 mm, from the date's row up to the top of the seal over it
_ABOVE_NAME = _ABOVE_DATE - 579  # so all the seals of a row of organs are level
_FOUR_CHARACTERS = 1264  # twips


def set_sealed(galley: Galley, signature: Signature) -> None:
    """Set the *signature* and its seals below two empty rows; its rows stay on one page."""
    names = [signed_lines(organ, galley.width) for organ in signature.organs]
    longest = max(width(line) for name in names for line in name)
    date_width = drawn_width(signature.date)
    # An organ much longer than the date would pass the right edge: then both move left.
    right = round(max(_FOUR_CHARACTERS, (longest - date_width) / 2 * CHARACTER))
    middle = round(galley.width - right - date_width * CHARACTER / 2)
    standing = stands(len(names), longest, middle)
    seals = [(it.png, stand.middle) for it, stand in zip(signature.seals, standing, strict=True)]

    _set_empty(galley, ROWS_ABOVE)
    last = standing[-1].row
    for row in range(last + 1):
        members = [at for at, stand in enumerate(standing) if stand.row == row]
        paragraphs = _set_names(galley, [(names[at], standing[at].middle) for at in members])
        if row < last:
            _put_seals(galley, paragraphs[0], [seals[at] for at in members], -_ABOVE_NAME)
            _set_empty(galley, PITCH - 1)
    date = galley.paragraph("成文日期")
    put(date[0], "ind", rightChars=0, right=right)
    put(date[0], "jc", val="right")
    over_date = [seal for seal, stand in zip(seals, standing, strict=True) if stand.row == last]
    _put_seals(galley, date, over_date, -_ABOVE_DATE)
    put_text(date, signature.date)


def _set_empty(galley: Galley, rows: int) -> None:
    for _ in range(rows):
        keep_with_next(galley.paragraph("空行"))


def _set_names(galley: Galley, names: list[tuple[tuple[str, ...], int]]) -> list[etree._Element]:
    """Set the *names*, lines with their middles, in a row; one alone may have several lines."""
    if len(names) > 1:
        return [_set_side_by_side(galley, [(lines[0], middle) for lines, middle in names])]
    lines, middle = names[0]
    paragraphs = []
    for line in lines:
        paragraph = galley.paragraph("署名", line)
        keep_with_next(paragraph)
        right = galley.width - middle - round(drawn_width(line) * CHARACTER / 2)
        put(paragraph[0], "ind", rightChars=0, right=max(0, right))
        put(paragraph[0], "jc", val="right")
        paragraphs.append(paragraph)
    return paragraphs


def _set_side_by_side(galley: Galley, names: list[tuple[str, int]]) -> etree._Element:
    paragraph = galley.paragraph("署名")
    keep_with_next(paragraph)
    stops = put(paragraph[0], "tabs")
    for _, middle in names:
        put(stops, "tab", val="center", pos=middle)
    put(paragraph[0], "ind", rightChars=0, right=0)
    put(paragraph[0], "jc", val="left")
    for name, _ in names:
        put(etree.SubElement(paragraph, R), "tab")
        put_text(paragraph, name)
    return paragraph


def _put_seals(
    galley: Galley, paragraph: etree._Element, seals: Iterable[tuple[bytes, int]], down: int
) -> None:
    """Anchor *seals*, pictures with their middles, in *paragraph*, before its text."""
    for at, (png, middle) in enumerate(seals, 1):
        relation = galley.additions.picture(png)
        seal = picture(galley.additions.number(), relation, middle, down, _SEAL)
        paragraph.insert(at, seal)
