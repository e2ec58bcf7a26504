"""The parts of a workbook → its sheets: what each cell shows, and which are merged."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from noticegen.importers.ledger import package, shown, xml
from noticegen.importers.ledger.shown import Cell, Formats, Raw

_MOST_CELLS = 300_000
_MOST_CHARACTERS = 8_000_000
_MOST_SHEETS = 500
_MOST_MERGES = 50_000
_MOST_MERGED = 1_000_000
_LETTER = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile("([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})")

Place = tuple[int, int]


@dataclass
class Sheet:
    """A sheet: its cells that show something by row and column, both from 1.

    *anchors* lead from every place within a merged range to the cell that speaks for it,
    *spans* from there to how many rows and columns the range takes.
    """

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    anchors: dict[Place, Place] = field(default_factory=dict)
    spans: dict[Place, Place] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Cell:
        """Return what is seen at a place: the cell's own words, or its range's."""
        row, column = self.anchors.get((row, column), (row, column))
        return self.rows.get(row, {}).get(column, _NOTHING)

    def source(self, row: int, column: int) -> Place:
        """Return the place that speaks for a row in its column: the range's that goes down."""
        place = self.anchors.get((row, column), (row, column))
        return place if place[1] == column else (row, column)

    def down(self, row: int, column: int) -> Cell:
        """Return what a column says of a row; a range across says it in its first column."""
        row, column = self.source(row, column)
        return self.rows.get(row, {}).get(column, _NOTHING)


class _Named(NamedTuple):
    name: str
    hidden: bool
    relation: str


_NOTHING = Cell("")


def read(data: bytes) -> list[Sheet]:
    """Return the sheets of the workbook *data*, charts left out.

    Raises:
        RefusedError: It is no workbook, or one no office would keep a ledger in.
    """
    archive = package.parts(data)
    named, since_1904 = _named(package.part(archive, "xl/workbook.xml"))
    targets = _targets(package.part(archive, "xl/_rels/workbook.xml.rels"))
    formats = shown.formats(package.part(archive, "xl/styles.xml"), since_1904=since_1904)
    strings = shown.strings(package.part(archive, "xl/sharedStrings.xml"))
    sheets, budget = [], _Budget()
    for sheet in named[:_MOST_SHEETS]:
        target = targets.get(sheet.relation, "")
        if "chartsheet" not in target and (part := package.part(archive, target)):
            sheets.append(_sheet(sheet, part, strings, formats, budget))
    return sheets


@dataclass
class _Budget:
    """What all sheets together may still hold."""

    cells: int = _MOST_CELLS
    characters: int = _MOST_CHARACTERS

    def spend(self, text: str) -> None:
        self.cells -= 1
        self.characters -= len(text)
        if self.cells < 0 or self.characters < 0:
            raise package.too_large()


def _named(part: bytes) -> tuple[list[_Named], bool]:
    found: list[_Named] = []
    since_1904 = False

    def start(tag: str, given: xml.Attributes) -> None:
        nonlocal since_1904
        if tag == "sheet":
            hidden = given.get("state", "visible") != "visible"
            found.append(_Named(given.get("name", ""), hidden, given.get("id", "")))
        elif tag == "workbookPr":
            since_1904 = given.get("date1904") in ("1", "true")

    xml.read(part, start)
    return found, since_1904


def _targets(part: bytes) -> dict[str, str]:
    found: dict[str, str] = {}

    def start(tag: str, given: xml.Attributes) -> None:
        if tag == "Relationship" and given.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/xl", given.get("Target", "")))
            found[given.get("Id", "")] = target.lstrip("/")

    if part:
        xml.read(part, start)
    return found


def _sheet(
    named: _Named, part: bytes, strings: list[str], formats: Formats, budget: _Budget
) -> Sheet:
    reader = _Reader(strings, formats, budget)
    xml.read(part, reader.start, reader.end, reader.text)
    sheet = Sheet(named.name, named.hidden, reader.rows)
    _merge(sheet, reader.merged)
    return sheet


class _Reader:
    """Takes the events of a sheet; cells that show nothing are not kept."""

    def __init__(self, strings: list[str], formats: Formats, budget: _Budget) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merged: list[str] = []
        self._strings, self._formats, self._budget = strings, formats, budget
        self._row = self._column = 0
        self._raw = Raw()
        self._into: list[str] | None = None
        self._phonetic = False

    def start(self, tag: str, given: xml.Attributes) -> None:
        if tag == "row":
            self._row = xml.natural(given.get("r"), self._row + 1)
            self._column = 0
        elif tag == "c":
            place = _place(given.get("r", ""))
            self._column = place[1] if place else self._column + 1
            self._raw = Raw(given.get("t", "n"), xml.natural(given.get("s"), 0))
        elif tag in ("v", "t") and not self._phonetic:
            self._into = self._raw.words
        elif tag == "f":
            self._raw.is_formula = True
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "mergeCell" and len(self.merged) < _MOST_MERGES:
            self.merged.append(given.get("ref", ""))

    def end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._into = None
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "c" and (self._raw.words or self._raw.is_formula):
            cell = shown.cell(self._raw, self._strings, self._formats)
            if cell.text or cell.fault:
                self._budget.spend(cell.text)
                self.rows.setdefault(self._row, {})[self._column] = cell

    def text(self, words: str) -> None:
        if self._into is not None:
            self._into.append(words)


def _merge(sheet: Sheet, merged: list[str]) -> None:
    """Lead every place of the merged ranges to its first cell, as far as there are words."""
    last_row = max(sheet.rows, default=0)
    last_column = max((max(row) for row in sheet.rows.values()), default=0)
    total = 0
    for (top, left), (bottom, right) in _ranges(merged):
        sheet.spans[top, left] = (bottom - top + 1, right - left + 1)
        rows = range(top, min(bottom, last_row) + 1)
        columns = range(left, min(right, last_column) + 1)
        total += len(rows) * len(columns)
        if total > _MOST_MERGED:
            raise package.too_large()
        for row in rows:
            for column in columns:
                sheet.anchors[row, column] = (top, left)


def _ranges(merged: list[str]) -> Iterator[tuple[Place, Place]]:
    for reference in merged:
        if found := _RANGE.fullmatch(reference):
            first, last = _place(found[1]), _place(found[2])
            if first and last and first <= last:
                yield first, last


def _place(reference: str) -> Place | None:
    found = _LETTER.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column
