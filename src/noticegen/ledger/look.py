"""How a ledger looks: faces, borders, the page; and text into cells, as text only."""

import math
import re
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

BODY_SIZE = 10.5
_LEAST_SIZE = 7.5
TALLEST = 409.0  # points; a row takes no more
_LINE = 1.36  # of the size
_PAD = 4.0
_A4 = 9
_INCH = 25.4
_SIDE = Side(style="thin", color="000000")
_GRID = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_LOOKS_LIKE_A_FORMULA = "=+-@\t\r"
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Face(NamedTuple):
    """A look of cells: the face, its size, where the words stand, whether lined."""

    name: str = "仿宋_GB2312"
    size: float = BODY_SIZE
    across: Literal["left", "center", "right"] = "center"
    lined: bool = True

    @property
    def style(self) -> str:
        """The name of the cell style that has this look."""
        place = {"left": "靠左", "center": "居中", "right": "靠右"}[self.across]
        return f"{self.name} {self.size:g} {place}{' 有框' if self.lined else ''}"


TITLE = Face("方正小标宋简体", 20, lined=False)
NOTE = Face(across="right", lined=False)
SIGNING = Face(across="left", lined=False)
HEADER = Face("黑体")
BODY = Face()
PROSE = Face(across="left")
BAND = Face("黑体", across="left")


class Band(NamedTuple):
    """A row across the table: its words, their look, its height in points."""

    text: str
    face: Face
    height: float


def at(sheet: "Worksheet", row: int, column: int) -> "Cell":
    """Return a cell of *sheet*."""
    return cast("Cell", sheet.cell(row, column))  # a merged one is dressed, never written


def put(cell: "Cell", text: str, face: Face) -> None:
    """Write *text* into *cell* as text, whatever it starts with."""
    dress(cell, face)
    words = _ESCAPE.sub("_x005F_", _NOT_IN_XML.sub("", text))
    if words:
        cell.value = words
        cell.data_type = "s"
        cell.quotePrefix = words[0] in _LOOKS_LIKE_A_FORMULA


def dress(cell: "Cell", face: Face) -> None:
    """Give *cell* its look."""
    book, name = cast("Workbook", cell.parent.parent), face.style
    if name not in book.named_styles:
        style = NamedStyle(name, font=Font(name=face.name, size=face.size))
        style.alignment = Alignment(horizontal=face.across, vertical="center", wrap_text=True)
        if face.lined:
            style.border = _GRID
        book.add_named_style(style)
    cell.style = name


def band(sheet: "Worksheet", row: int, last: int, told: Band) -> None:
    """Write a band across the columns up to *last*, merged."""
    for column in range(1, last + 1):
        dress(at(sheet, row, column), told.face)
    put(at(sheet, row, 1), told.text, told.face)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    sheet.row_dimensions[row].height = told.height


def height(text: str, width: float, size: float = BODY_SIZE) -> float:
    """Return the points that *text* takes in a column *width* digits wide."""
    room = width * 5.25 / size  # a digit of the standard face is 5.25 points
    rows = sum(max(1, math.ceil(_length(line) / room)) for line in text.split("\n"))
    return rows * size * _LINE + _PAD


def fitting_size(text: str, width: float) -> float:
    """Return the largest size in which *text* fits the tallest row there can be."""
    size = BODY_SIZE
    while size > _LEAST_SIZE and height(text, width, size) > TALLEST:
        size -= 0.5
    return size


def lay_out(sheet: "Worksheet", columns: int, rows: int, header: int) -> None:
    """Set the page: A4 across, as wide as the paper, the header on each, pages numbered."""
    corner = at(sheet, rows, columns).coordinate
    sheet.print_area = f"A1:{corner}"
    sheet.print_title_rows = f"{header}:{header}"
    sheet.freeze_panes = f"A{header + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 12 / _INCH
    margins.top, margins.bottom = 15 / _INCH, 17 / _INCH
    margins.header, margins.footer = 8 / _INCH, 8 / _INCH
    footer = sheet.oddFooter.center if sheet.oddFooter is not None else None
    if footer is not None:  # an empty one is false
        footer.text, footer.font, footer.size = "第 &P 页　共 &N 页", "宋体,Regular", 10


def _length(line: str) -> float:
    """Return the width of *line* in full-width characters."""
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in line)
