"""A word list kept in Excel: the bytes of an .xlsx → its rows, by the names in its first row."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import islice

from noticegen.problem import Mark, Problem

_CODE = "file-wordlist"
_MOST_ROWS = 20_000

Rows = list[tuple[Mark, dict[str, tuple[Mark, tuple[str, ...]]]]]


def rows_of(data: bytes, labels: Sequence[str]) -> tuple[Rows, list[Problem]]:
    """Return the rows of the first sheet, cells that are empty left out. It never raises."""
    try:
        lines = _lines(data)
    except Exception:  # noqa: BLE001  # openpyxl raises of all kinds on a damaged file
        sentence = "这个文件打不开，不是完好的 .xlsx 词表，请在 Excel 或 WPS 里另存为 .xlsx。"
        return [], [Problem(Mark(1, 1), _CODE, sentence)]
    header = lines[0] if lines else []
    columns = {at: name for at, name in enumerate(header) if name}
    if "错误写法" not in columns.values():
        sentence = f"第一行没有「错误写法」这一列，请在第一行写列名：{'、'.join(labels)}。"
        return [], [Problem(Mark(1, 1), _CODE, sentence)]
    rows: Rows = []
    for number, line in enumerate(lines[1:], 2):
        cells: dict[str, tuple[Mark, tuple[str, ...]]] = {
            columns[at]: (Mark(number, at + 1), (text,))
            for at, text in enumerate(line)
            if text and columns.get(at) in labels
        }
        if cells:
            rows.append((Mark(number, 1), cells))
    return rows, []


def _lines(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        return [_texts(row) for row in islice(sheet.iter_rows(values_only=True), _MOST_ROWS)]
    finally:
        book.close()


def _texts(row: Iterable[object]) -> list[str]:
    return ["" if cell is None else str(cell).strip() for cell in row]
