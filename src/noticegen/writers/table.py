"""Tables: a Table in, a w:tbl in a galley out, as wide as 版心 and no wider."""

from collections.abc import Sequence

from lxml import etree

from noticegen.document import Table
from noticegen.writers.columns import SHORT, cell_lengths, column_widths
from noticegen.writers.wordml import TR, Galley, P, keep_with_next, put


def set_table(galley: Galley, table: Table) -> None:
    """Set *table*: its header is repeated on every page, no row is cut by a page's end."""
    lengths = cell_lengths(table)
    widths = column_widths(lengths, galley.width)
    element = put(galley.column, "tbl")
    properties = put(element, "tblPr")
    put(properties, "tblStyle", val=galley.styles["公文表格"])
    put(properties, "tblW", w=galley.width, type="dxa")
    put(properties, "tblLayout", type="fixed")
    grid = put(element, "tblGrid")
    for column in widths:
        put(grid, "gridCol", w=column)
    _set_row(galley, element, table.header, widths, ["表头文字"] * len(widths))
    styles = ["表格短语" if length <= SHORT else "表格文字" for length in lengths]
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
