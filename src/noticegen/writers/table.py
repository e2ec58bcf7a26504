"""Tables: a Table in, a w:tbl in a galley out, as wide as 版心 and no wider."""

from collections.abc import Sequence

from lxml import etree

from noticegen.document import Table
from noticegen.writers.signature import WIDEST_JOIN, drawn_width
from noticegen.writers.wordml import TR, Galley, P, keep_with_next, put

_CHARACTER = 280  # twips: 4号
_SPARE = 1.0  # characters: the two margins of a cell, and a little
_SHORT = 9.0  # characters: as 2023年12月31日 has; a column of such cells never wraps
_LONG = 24.0  # characters; a longer cell claims no more of the width
_NARROW = 6.0  # characters: less is too little for a column that wraps


def set_table(galley: Galley, table: Table) -> None:
    """Set *table*: its header is repeated on every page, no row is cut by a page's end."""
    rows = (table.header, *table.rows)
    lengths = [
        max(drawn_width(cell, WIDEST_JOIN) for cell in column) for column in zip(*rows, strict=True)
    ]
    widths = _column_widths(lengths, galley.width)
    element = put(galley.column, "tbl")
    properties = put(element, "tblPr")
    put(properties, "tblStyle", val=galley.styles["公文表格"])
    put(properties, "tblW", w=galley.width, type="dxa")
    put(properties, "tblLayout", type="fixed")
    grid = put(element, "tblGrid")
    for column in widths:
        put(grid, "gridCol", w=column)
    _set_row(galley, element, table.header, widths, ["表头文字"] * len(widths))
    styles = ["表格短语" if length <= _SHORT else "表格文字" for length in lengths]
    for row in table.rows:
        _set_row(galley, element, row, widths, styles)
    put(element[2][0], "tblHeader")


def keep_last_row_with_next(table: etree._Element) -> None:
    """Keep the last row of *table* on the page of what follows it."""
    for paragraph in table.findall(TR)[-1].iter(P):
        keep_with_next(paragraph)


def _set_row(
    galley: Galley,
    table: etree._Element,
    cells: Sequence[str],
    widths: Sequence[int],
    styles: Sequence[str],
) -> None:
    row = put(table, "tr")
    put(put(row, "trPr"), "cantSplit")
    for text, column, style in zip(cells, widths, styles, strict=True):
        cell = put(row, "tc")
        put(put(cell, "tcPr"), "tcW", w=column, type="dxa")
        galley.inside(cell).paragraph(style, text)


def _column_widths(lengths: Sequence[float], whole: int) -> list[int]:
    """Share *whole* among columns whose longest cells have *lengths* characters, in twips.

    Columns of short words are as wide as they are, and the others share the rest; where
    that leaves them too little, or there are no others, all the columns share it all.
    """
    room = whole / _CHARACTER
    firm = [length + _SPARE if length <= _SHORT else 0 for length in lengths]
    loose = [0 if length <= _SHORT else min(length, _LONG) + _SPARE for length in lengths]
    if not any(loose) or room - sum(firm) < len(list(filter(None, loose))) * _NARROW:
        firm, loose = [0] * len(lengths), [min(length, _SHORT) + _SPARE for length in lengths]
    stretch = (room - sum(firm)) / sum(loose)
    widths = [int(_CHARACTER * (a + b * stretch)) for a, b in zip(firm, loose, strict=True)]
    widths[-1] += whole - sum(widths)
    return widths
