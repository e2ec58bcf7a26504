"""署名 and 成文日期 under seals (7.3.5.1): a Signature with seals in, paragraphs out.

The date ends four characters before the right edge, the organ is centred on it, and the
seal is centred over both, behind them, its top within a row of the text above. Organs
issuing jointly stand side by side as far as they have room, in their order, each under
its seal; the last is over the date too.
"""

from collections.abc import Iterable

from noticegen.document import Signature
from noticegen.title import width
from noticegen.writers.drawing import picture
from noticegen.writers.lines import CHARACTER, drawn_width, signed_lines
from noticegen.writers.stands import PITCH, ROWS_ABOVE, stands
from noticegen.writers.wordml import Galley, element, run

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
        is_last = row == last
        above = "" if is_last else _seals(galley, [seals[at] for at in members], -_ABOVE_NAME)
        _set_names(galley, [(names[at], standing[at].middle) for at in members], above)
        if not is_last:
            _set_empty(galley, PITCH - 1)
    over_date = [seal for seal, stand in zip(seals, standing, strict=True) if stand.row == last]
    pictures = _seals(galley, over_date, -_ABOVE_DATE)
    galley.put("成文日期", pictures + run(signature.date), properties=_ending(right))


def _set_empty(galley: Galley, rows: int) -> None:
    for _ in range(rows):
        galley.paragraph("空行", keep=True)


def _set_names(galley: Galley, names: list[tuple[tuple[str, ...], int]], seals: str) -> None:
    """Set *seals*, then the *names*, lines with their middles, in a row.

    One alone may have several lines.
    """
    if len(names) > 1:
        _set_side_by_side(galley, [(lines[0], middle) for lines, middle in names], seals)
        return
    lines, middle = names[0]
    for line in lines:
        right = galley.width - middle - round(drawn_width(line) * CHARACTER / 2)
        galley.put("署名", seals + run(line), keep=True, properties=_ending(max(0, right)))
        seals = ""


def _set_side_by_side(galley: Galley, names: list[tuple[str, int]], seals: str) -> None:
    stops = "".join(element("tab", val="center", pos=middle) for _, middle in names)
    properties = (
        f"<w:tabs>{stops}</w:tabs>"
        + element("ind", rightChars=0, right=0)
        + element("jc", val="left")
    )
    runs = "".join(f"<w:r><w:tab/></w:r>{run(name)}" for name, _ in names)
    galley.put("署名", seals + runs, keep=True, properties=properties)


def _ending(right: int) -> str:
    """Return what sets a paragraph flush right, *right* twips before the edge."""
    return element("ind", rightChars=0, right=right) + element("jc", val="right")


def _seals(galley: Galley, seals: Iterable[tuple[bytes, int]], down: int) -> str:
    """Return *seals*, pictures with their middles, as runs that anchor them."""
    add = galley.additions
    return "".join(
        f"<w:r{add.declared}>{picture(add.number(), add.picture(png), middle, down, _SEAL)}</w:r>"
        for png, middle in seals
    )
