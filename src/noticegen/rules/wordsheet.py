"""A word list kept in Excel: the bytes of an .xlsx → its rows, by the names in its first row."""

from collections.abc import Sequence

from noticegen.problem import Mark, Problem

_CODE = "file-wordlist"

Row = dict[str, tuple[Mark, tuple[str, ...]]]
Rows = list[tuple[Mark, Row]]


def rows_of(data: bytes, labels: Sequence[str]) -> tuple[Rows, list[Problem]]:
    """Return the rows of the first sheet, cells that are empty left out. It never raises."""
    from noticegen.importers.ledger import RefusedError, cells

    try:
        sheets = cells.read(data)
    except RefusedError:
        sentence = "这个文件打不开，不是完好的 .xlsx 词表，请在 Excel 或 WPS 里另存为 .xlsx。"
        return [], [Problem(Mark(1, 1), _CODE, sentence)]
    lines = sheets[0].rows if sheets else {}
    header = {at: cell.text.strip() for at, cell in lines.get(1, {}).items()}
    if "错误写法" not in header.values():
        sentence = f"第一行没有「错误写法」这一列，请在第一行写列名：{'、'.join(labels)}。"
        return [], [Problem(Mark(1, 1), _CODE, sentence)]
    rows: Rows = []
    for number in sorted(lines.keys() - {1}):
        row: Row = {
            header[at]: (Mark(number, at), (text,))
            for at, cell in sorted(lines[number].items())
            if header.get(at) in labels and (text := cell.text.strip())
        }
        if row:
            rows.append((Mark(number, 1), row))
    return rows, []
