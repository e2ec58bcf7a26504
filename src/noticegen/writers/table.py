"""Tables: a Table in, a w:tbl in a galley out, as wide as 版心 and no wider."""

from collections.abc import Sequence

from noticegen.document import Table
from noticegen.writers.columns import SHORT, cell_lengths, column_widths
from noticegen.writers.wordml import Galley, element


def set_table(galley: Galley, table: Table) -> None:
    """Set *table*: its header is repeated on every page, no row is cut by a page's end."""
    lengths = cell_lengths(table)
    widths = column_widths(lengths, galley.width)
    properties = (
        f'<w:tblStyle w:val="{galley.styles["公文表格"]}"/>'
        + element("tblW", w=galley.width, type="dxa")
        + element("tblLayout", type="fixed")
    )
    grid = "".join(element("gridCol", w=column) for column in widths)
    styles = ["表格短语" if length <= SHORT else "表格文字" for length in lengths]
    header = _row(galley, table.header, widths, ["表头文字"] * len(widths), "<w:tblHeader/>")
    rows = "".join(_row(galley, row, widths, styles) for row in table.rows)
    galley.put_table(f"<w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{rows}")


def _row(
    galley: Galley,
    cells: Sequence[str],
    widths: Sequence[int],
    styles: Sequence[str],
    properties: str = "",
) -> str:
    inside = galley.inside()
    for text, style in zip(cells, styles, strict=True):
        inside.paragraph(style, text)
    listed = "".join(
        f"<w:tc><w:tcPr>{element('tcW', w=column, type='dxa')}</w:tcPr>{paragraph}</w:tc>"
        for column, paragraph in zip(widths, inside.column, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{listed}</w:tr>"
