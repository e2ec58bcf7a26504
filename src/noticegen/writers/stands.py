"""Where organs and their seals stand in a sealed signature (7.3.5.1). Lengths are twips."""

from typing import NamedTuple

from noticegen.document import Signature
from noticegen.title import width

ROWS_ABOVE = 2  # empty rows: a seal of 42 mm then begins within a row of the text
PITCH = 5  # rows from one row of organs to the next: 51 mm for seals of 42
# How many stand side by side, the longest name, in characters, that leaves them room to,
# and how far apart their middles then are: seals of 42 mm (2381) never touch.
_SIDE_BY_SIDE = ((3, 7.5, 2550), (2, 13.0, 4250))


class Stand(NamedTuple):
    """Where an organ stands: its *row*, from 0, and its *middle* from the left edge."""

    row: int
    middle: int


def stands(organs: int, longest: float, middle: int) -> list[Stand]:
    """Return where so many *organs* stand, the last one at *middle*, over the date."""
    fitting = [it for it in _SIDE_BY_SIDE if longest <= it[1] and organs >= it[0]]
    columns, _, apart = fitting[0] if fitting else (1, 0, 0)
    found = []
    for at in range(organs):
        row = at // columns
        missing = max(0, (row + 1) * columns - organs)  # a short last row ends at the right
        column = at % columns + missing
        found.append(Stand(row, middle - (columns - 1 - column) * apart))
    return found


def sealed_rows(signature: Signature) -> int:
    """Return how many rows a sealed *signature* takes, its empty ones and the date's too."""
    longest = max(map(width, signature.organs))
    last = stands(len(signature.organs), longest, 0)[-1]
    return ROWS_ABOVE + last.row * PITCH + 2
