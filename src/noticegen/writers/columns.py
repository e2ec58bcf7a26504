"""The columns of a table: how wide each is, and whether they need a turned page.

A column of short words (≤ 9 characters: a date) never wraps; a column that wraps has at
least six characters. A table whose columns cannot all have that in the width of an
upright page is turned (横排表格, clause 8).
"""

from collections.abc import Sequence

from noticegen.document import Attachment, Table
from noticegen.writers.lines import WIDEST_JOIN, drawn_width

CHARACTER = 280  # twips: 4号
SPARE = 1.0  # characters: the two margins of a cell, and a little
SHORT = 9.0  # characters: as 2023年12月31日 has; a column of such cells never wraps
_LONG = 24.0  # characters; a longer cell claims no more of the width
_NARROW = 6.0  # characters: less is too little for a column that wraps
_NARROWEST = 3.0  # characters: where even a turned page has less, short words wrap too


def cell_lengths(table: Table) -> list[float]:
    """Return the length in characters of the longest cell of every column."""
    rows = (table.header, *table.rows)
    return [
        max(drawn_width(cell, WIDEST_JOIN) for cell in column) for column in zip(*rows, strict=True)
    ]


def is_turned(attachment: Attachment, width: int) -> bool:
    """Tell whether a table of *attachment* has too many columns for *width* twips."""
    tables = [block for block in attachment.blocks if isinstance(block, Table)]
    return any(not _has_room(cell_lengths(table), width, _NARROW) for table in tables)


def column_widths(lengths: Sequence[float], whole: int) -> list[int]:
    """Share *whole* among columns whose longest cells have *lengths* characters, in twips.

    Columns of short words are as wide as they are, and the others share the rest by their
    lengths; where that leaves them too little, or there are no others, all share it all.
    """
    room = whole / CHARACTER
    firm = [length + SPARE if length <= SHORT else 0 for length in lengths]
    loose = [0 if length <= SHORT else min(length, _LONG) + SPARE for length in lengths]
    least = next((it for it in (_NARROW, _NARROWEST) if _has_room(lengths, whole, it)), 0.0)
    if not any(loose) or not least:
        firm, loose = [0] * len(lengths), [min(length, SHORT) + SPARE for length in lengths]
        least = 0.0
    firm = [a or least for a in firm]
    loose = [b and b - least for b in loose]
    stretch = (room - sum(firm)) / sum(loose)
    widths = [int(CHARACTER * (a + b * stretch)) for a, b in zip(firm, loose, strict=True)]
    widths[-1] += whole - sum(widths)
    return widths


def _has_room(lengths: Sequence[float], whole: int, least: float) -> bool:
    """Tell whether short words stand whole in *whole* and every other column has *least*."""
    firm = sum(length + SPARE for length in lengths if length <= SHORT)
    return whole / CHARACTER - firm >= sum(length > SHORT for length in lengths) * least
