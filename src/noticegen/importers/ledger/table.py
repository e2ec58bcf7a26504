"""A sheet → where its table is: which row heads it, and what stands in which column."""

from collections.abc import Iterable
from typing import NamedTuple

from noticegen.importers.ledger import words
from noticegen.importers.ledger.cells import Place, Sheet

_MOST_ROWS_ABOVE = 60
_DEEPEST = 3
_BROADEST_CELL = 3  # columns; what goes across more is a heading


class Column(NamedTuple):
    """A column of a table: its heading as it stands, what it holds, "" where that is unknown."""

    at: int
    heading: str
    name: str


class Table(NamedTuple):
    """A table in a sheet: its columns, its first row of data, the words above it."""

    sheet: Sheet
    columns: tuple[Column, ...]
    header: int
    first: int
    above: tuple[str, ...]

    def column(self, name: str) -> int | None:
        """Return the column that holds *name*; None where no column does."""
        return next((column.at for column in self.columns if column.name == name), None)

    def text(self, row: int, name: str) -> str:
        """Return what stands under *name* in *row*, "" where nothing does."""
        at = self.column(name)
        return self.sheet.down(row, at).text.strip() if at else ""


def find(sheet: Sheet) -> Table | None:
    """Return the table of *sheet*: the first row that heads findings and something else."""
    above: list[str] = []
    for row in sorted(sheet.rows)[:_MOST_ROWS_ABOVE]:
        depth = _depth(sheet, row)
        columns = _columns(sheet, row, depth)
        names = {column.name for column in columns}
        if names & {"反馈问题", "任务"} and len(names - {""}) > 1:
            found = Table(sheet, columns, row, row + depth, tuple(above))
            return None if _counts(found) else found
        above += dict.fromkeys(cell.text.strip() for cell in sheet.rows[row].values() if cell.text)
    return None


def is_band(table: Table, row: int) -> bool:
    """Tell whether all that *row* shows is one cell across the table, or a word before it."""
    shown = table.sheet.rows[row]
    if len(shown) != 1:
        return False
    [(at, cell)] = shown.items()
    if table.sheet.spans.get((row, at), (1, 1))[1] >= _BROADEST_CELL:
        return True
    finding = table.column("反馈问题") or table.column("任务") or 0
    return at < finding and not cell.text.strip().isdecimal()


def _counts(table: Table) -> bool:
    """Tell whether the table counts findings: a summary, no ledger."""
    at = table.column("反馈问题") or table.column("任务") or 0
    below = (table.sheet.rows[row] for row in table.sheet.rows if row >= table.first)
    texts = [shown[at].text.strip() for shown in below if at in shown]
    return bool(texts) and all(text.isdecimal() for text in texts)


def _depth(sheet: Sheet, row: int) -> int:
    """Return how many rows the header at *row* takes."""
    places = [(row, at) for at in sheet.rows[row]]
    tallest = max(sheet.spans.get(place, (1, 1))[0] for place in places)
    if tallest == 1 and any(_has_parts(sheet, place) for place in places):
        tallest = 2
    return min(tallest, _DEEPEST)


def _has_parts(sheet: Sheet, place: Place) -> bool:
    """Tell whether below a heading across columns each has a heading of its own."""
    row, first = place
    across = range(first, first + sheet.spans.get(place, (1, 1))[1])
    below = [sheet.rows.get(row + 1, {}).get(at) for at in across] if len(across) > 1 else []
    return any(cell and words.heading(cell.text) for cell in below)


def _columns(sheet: Sheet, row: int, depth: int) -> tuple[Column, ...]:
    lines = range(row, row + depth)
    places = sorted({at for line in lines for at in sheet.rows.get(line, {})})
    read = [_column(sheet, lines, at) for at in places]
    surest: dict[str, tuple[int, int]] = {}
    for column, rank in read:
        if column.name and (rank, column.at) < surest.get(column.name, (99, 0)):
            surest[column.name] = (rank, column.at)
    return tuple(
        column if surest.get(column.name, (0, 0))[1] == column.at else column._replace(name="")
        for column, _ in read
    )


def _column(sheet: Sheet, lines: Iterable[int], at: int) -> tuple[Column, int]:
    texts = list(dict.fromkeys(sheet.cell(line, at).text.strip() for line in lines))
    texts = [text for text in texts if text]
    for heading in ("".join(texts), texts[-1] if texts else ""):
        if found := words.heading(heading):
            return Column(at, "".join(heading.split()), found[0]), found[1]
    return Column(at, "".join("".join(texts).split()), ""), 0
