"""One notice → its sheet of the ledger: a finding a row, the totals, room to sign."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from noticegen import dates
from noticegen.ledger import keys, look
from noticegen.ledger.columns import KEY, Column, cells, columns
from noticegen.ledger.days import first_day, format_of, last_day
from noticegen.ledger.rows import Row, as_of, deadline, rows, tally
from noticegen.model import Kind, Notice, Status

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADER = 3
MATTERS = "需要进一步整改的事项（不计入合计）"
_SIGNING = "填报人：　　　　　　　　　审核人：　　　　　　　　　主要负责人（签字）：　　　　　　　　　填报日期："
_TITLE_HEIGHT, _NOTE_HEIGHT, _BAND_HEIGHT, _SIGNING_HEIGHT = 36.0, 20.0, 24.0, 34.0
_LEAST_HEIGHT = 30.0


class Cached(NamedTuple):
    """A formula's cell and what it comes to: programs that do not reckon show this."""

    cell: str
    value: float | str


class _Line(NamedTuple):
    """A row to be written, and its hidden cell."""

    row: Row
    key: str


class Filled(NamedTuple):
    """A sheet filled: what its formulas come to, the rows whose height follows their words.

    *findings* and *columns* are the places that the summary reckons with.
    """

    cached: list[Cached]
    loose: list[int]
    findings: range
    columns: tuple[Column, ...]


def fill(sheet: "Worksheet", notice: Notice) -> Filled:
    """Write the ledger of *notice* into the empty *sheet*."""
    found = rows(notice)
    shown = columns(found)
    _head(sheet, notice, shown)
    lines = [
        _Line(row, keys.written(identity, cells(row)))
        for identity, row in zip(keys.identities(found), found, strict=True)
    ]
    findings = [line for line in lines if line.row.kind is not Kind.MATTER]
    matters = [line for line in lines if line.row.kind is Kind.MATTER]
    own = _write_all(sheet, HEADER + 1, shown, findings)
    cached = _totals(sheet, own.stop, shown, found, own)
    rest = range(own.stop + 1, own.stop + 1)
    if matters:
        title = look.Band(MATTERS, look.BAND, _BAND_HEIGHT)
        look.band(sheet, own.stop + 1, len(shown), title)
        rest = _write_all(sheet, own.stop + 2, shown, matters)
    look.band(sheet, rest.stop, len(shown), look.Band(_SIGNING, look.SIGNING, _SIGNING_HEIGHT))
    look.lay_out(sheet, len(shown), rest.stop, HEADER)
    loose = [*own, *rest]
    if loose:
        _add_choices(sheet, shown, own, loose)
    return Filled(cached, loose, own, shown)


def letter(shown: Sequence[Column], heading: str) -> str:
    """Return the letter of the column under *heading*."""
    return get_column_letter([column.heading for column in shown].index(heading) + 1)


def overdue(where: str, places: range, shown: Sequence[Column], day: dates.PartialDate) -> str:
    """Return the formula that counts what is overdue on *day*; *where* names the sheet."""
    limit = area(where, places, letter(shown, "完成时限"))
    state = area(where, places, letter(shown, "状态"))
    first = first_day(day)
    return (
        f"SUMPRODUCT(ISNUMBER({limit})*({limit}<DATE({first.year},{first.month},{first.day}))"
        f'*(({state}="{Status.ONGOING}")+({state}="{Status.NOT_COMPLETED}")))'
    )


def area(where: str, places: range, column: str) -> str:
    """Return the cells of *column* beside the findings."""
    return f"{where}{column}{places.start}:{column}{places.stop - 1}"


def measures(where: str, places: range, shown: Sequence[Column]) -> str:
    """Return the formula that counts measures: a line of a cell each."""
    cell = area(where, places, letter(shown, "整改措施"))
    return f'SUMPRODUCT(LEN({cell})-LEN(SUBSTITUTE({cell},CHAR(10),""))+(LEN({cell})>0))'


def _head(sheet: "Worksheet", notice: Notice, shown: Sequence[Column]) -> None:
    organs = "、".join(notice.issuance.issuers)
    title = f"{organs}{notice.inspection.genre}整改台账"
    look.band(sheet, 1, len(shown), look.Band(title, look.TITLE, _TITLE_HEIGHT))
    look.band(sheet, 2, len(shown), look.Band(f"截至{as_of(notice)}", look.NOTE, _NOTE_HEIGHT))
    for at, column in enumerate((*shown, Column(KEY, 20)), 1):
        look.put(look.at(sheet, HEADER, at), column.heading, look.HEADER)
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.column_dimensions[get_column_letter(len(shown) + 1)].hidden = True
    sheet.row_dimensions[HEADER].height = 32


def _write_all(
    sheet: "Worksheet", first: int, shown: Sequence[Column], lines: Sequence[_Line]
) -> range:
    for number, line in enumerate(lines):
        _write(sheet, first + number, shown, line)
        look.at(sheet, first + number, 1).value = number + 1
    return range(first, first + len(lines))


def _write(sheet: "Worksheet", at: int, shown: Sequence[Column], line: _Line) -> None:
    words = {"序号": "", **cells(line.row)}
    tallest = _LEAST_HEIGHT
    for number, column in enumerate(shown, 1):
        text = words[column.heading]
        size = look.fitting_size(text, column.width)
        face = (look.BODY if column.centred else look.PROSE)._replace(size=size)
        look.put(look.at(sheet, at, number), text, face)
        tallest = max(tallest, look.height(text, column.width, size))
    _write_deadline(sheet, at, shown, line.row)
    look.put(look.at(sheet, at, len(shown) + 1), line.key, look.SIGNING)
    sheet.row_dimensions[at].height = min(round(tallest, 2), look.TALLEST)


def _write_deadline(sheet: "Worksheet", line: int, shown: Sequence[Column], row: Row) -> None:
    if limit := deadline(row.fields["完成时限"]):
        cell = sheet[f"{letter(shown, '完成时限')}{line}"]
        cell.value = last_day(limit.day)
        cell.number_format = format_of(limit)


def _totals(
    sheet: "Worksheet", line: int, shown: Sequence[Column], found: Sequence[Row], places: range
) -> list[Cached]:
    """Write the totals below the findings: a sentence that a formula keeps true."""
    for at in range(1, len(shown) + 1):
        look.dress(look.at(sheet, line, at), look.BAND)
    look.put(look.at(sheet, line, 1), "合计", look.HEADER)
    sheet.merge_cells(start_row=line, end_row=line, start_column=2, end_column=len(shown))
    sheet.row_dimensions[line].height = _BAND_HEIGHT
    cell, told = look.at(sheet, line, 2), _told(found)
    if not places:
        look.put(cell, told, look.BAND)
        return []
    state = area("", places, letter(shown, "状态"))
    parts = [f'"问题"&ROWS({state})&"个，措施"&{measures("", places, shown)}&"条；"']
    parts.append('&"，"&'.join(f'"{name}"&COUNTIF({state},"{name}")&"个"' for name in Status))
    parts.append(f'"，未填状态"&COUNTBLANK({state})&"个。"')
    cell.value = "=" + "&".join(parts)
    return [Cached(cell.coordinate, told)]


def _told(found: Sequence[Row]) -> str:
    counts = tally(list(found), dates.PartialDate(1))
    states = "，".join(f"{name or '未填状态'}{count}个" for name, count in counts.by_status.items())
    return f"问题{counts.findings}个，措施{counts.measures}条；{states}。"


def _add_choices(
    sheet: "Worksheet", shown: Sequence[Column], findings: range, lines: Sequence[int]
) -> None:
    """Let rows be filtered, and 状态 be chosen from a list."""
    end = letter(shown, shown[-1].heading)
    sheet.auto_filter.ref = f"A{HEADER}:{end}{max(findings.stop - 1, HEADER)}"
    choice = DataValidation(
        type="list",
        formula1=f'"{",".join(Status)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="状态",
        error=f"只能选{'、'.join(Status)}。",
    )
    sheet.add_data_validation(choice)
    for line in lines:
        choice.add(f"{letter(shown, '状态')}{line}")
