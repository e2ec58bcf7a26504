"""Several notices → the summary sheet: a unit a row, the totals, a chart of how far each is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter

from noticegen import dates
from noticegen.ledger import look
from noticegen.ledger.columns import Column
from noticegen.ledger.names import quoted
from noticegen.ledger.rows import Tally, as_of, rows, tally
from noticegen.ledger.sheet import Cached, Filled, area, letter, measures, overdue
from noticegen.model import Notice, Status

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "汇总"
HEADER = 3
_BLANK = "未填状态"
_COLUMNS = (
    Column("序号", 6),
    Column("单位", 36, centred=False),
    Column("截至", 16),
    *(Column(name, 10) for name in ("问题", "措施", *Status, _BLANK, "完成率", "逾期")),
)
_HEADINGS = [column.heading for column in _COLUMNS]
_NUMBERS = ("问题", "措施", *Status, _BLANK, "逾期")
_COLOURS: dict[str, str] = {
    Status.COMPLETED: "2E75B6",
    Status.SUBSTANTIALLY_COMPLETED: "9DC3E6",
    Status.ONGOING: "F4B183",
    Status.NOT_COMPLETED: "C00000",
    _BLANK: "BFBFBF",
}
_NOTES = (
    "说明：完成率为已完成的问题占全部问题的比例；逾期指完成时限早于截至日期，状态为持续推进或者未完成；"
    "需要进一步整改的事项不计入。"
)
_CM_A_UNIT, _CM_LEAST, _CM_MOST = 0.75, 7.0, 90.0


class Sheet(NamedTuple):
    """A unit's sheet: its name, the notice in it, where things stand."""

    name: str
    notice: Notice
    filled: Filled


def fill(
    sheet: "Worksheet", units: Sequence[Sheet], broken: Sequence[tuple[str, str]]
) -> list[Cached]:
    """Write the summary of *units* into the empty *sheet*; *broken*: forms' names and faults."""
    _head(sheet, units, len(broken))
    counts = [tally(rows(unit.notice), as_of(unit.notice)) for unit in units]
    first = HEADER + 1
    cached: list[Cached] = []
    for at, (unit, count) in enumerate(zip(units, counts, strict=True)):
        look.at(sheet, first + at, 1).value = at + 1
        cached += _unit(sheet, first + at, unit, count)
    for at, (name, fault) in enumerate(broken, len(units)):
        look.at(sheet, first + at, 1).value = at + 1
        _broken(sheet, first + at, name, fault)
    line = first + len(units) + len(broken)
    cached += _totals(sheet, line, counts, range(first, first + len(units)))
    look.band(sheet, line + 1, len(_COLUMNS), look.Band(_NOTES, look.SIGNING, 32))
    _chart(sheet, line + 3, len(units))
    look.lay_out(sheet, len(_COLUMNS), line + 3 + _rows_of_chart(len(units)), HEADER)
    return cached


def _head(sheet: "Worksheet", units: Sequence[Sheet], broken: int) -> None:
    genres = {unit.notice.inspection.genre for unit in units}
    genre = genres.pop() if len(genres) == 1 else "巡察"
    look.band(sheet, 1, len(_COLUMNS), look.Band(f"{genre}整改情况汇总表", look.TITLE, 36))
    told = f"共{len(units) + broken}张表，汇总{len(units)}张"
    told += f"，{broken}张有错误没有汇总" if broken else ""
    look.band(sheet, 2, len(_COLUMNS), look.Band(told, look.NOTE, 20))
    for at, column in enumerate(_COLUMNS, 1):
        look.put(look.at(sheet, HEADER, at), column.heading, look.HEADER)
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.row_dimensions[HEADER].height = 28


def _unit(sheet: "Worksheet", line: int, unit: Sheet, count: Tally) -> list[Cached]:
    for at, column in enumerate(_COLUMNS, 1):
        look.dress(look.at(sheet, line, at), look.BODY if column.centred else look.PROSE)
    organs = "、".join(unit.notice.issuance.issuers)
    look.put(look.at(sheet, line, 2), organs, look.PROSE)
    look.put(look.at(sheet, line, 3), str(as_of(unit.notice)), look.BODY)
    sheet.row_dimensions[line].height = max(24, look.height(organs, _COLUMNS[1].width))
    formulas = _formulas(unit, as_of(unit.notice))
    return _numbers(sheet, line, count, formulas)


def _formulas(unit: Sheet, day: dates.PartialDate) -> dict[str, str]:
    """Return what reckons each number from the unit's sheet; nothing where that has no rows."""
    places, shown = unit.filled.findings, unit.filled.columns
    if not places:
        return {}
    where = quoted(unit.name)
    state = area(where, places, letter(shown, "状态"))
    return {
        "问题": f"ROWS({state})",
        "措施": measures(where, places, shown),
        **{status: f'COUNTIF({state},"{status}")' for status in Status},
        _BLANK: f"COUNTBLANK({state})",
        "逾期": overdue(where, places, shown, day),
    }


def _numbers(sheet: "Worksheet", line: int, count: Tally, formulas: dict[str, str]) -> list[Cached]:
    values: dict[str, int] = {
        "问题": count.findings,
        "措施": count.measures,
        **{status: count.by_status[status] for status in Status},
        _BLANK: count.by_status[""],
        "逾期": count.overdue,
    }
    cached = []
    for name in _NUMBERS:
        cell = look.at(sheet, line, _HEADINGS.index(name) + 1)
        cell.value = f"={formulas[name]}" if name in formulas else values[name]
        if name in formulas:
            cached.append(Cached(cell.coordinate, values[name]))
    rate = look.at(sheet, line, _HEADINGS.index("完成率") + 1)
    whole, done = _at("问题", line), _at(Status.COMPLETED, line)
    rate.value = f'=IF({whole}=0,"",{done}/{whole})'
    rate.number_format = "0.0%"
    share = count.by_status[Status.COMPLETED] / count.findings if count.findings else ""
    return [*cached, Cached(rate.coordinate, share)]


def _broken(sheet: "Worksheet", line: int, name: str, fault: str) -> None:
    for at in range(1, len(_COLUMNS) + 1):
        look.dress(look.at(sheet, line, at), look.PROSE)
    look.dress(look.at(sheet, line, 1), look.BODY)
    look.put(look.at(sheet, line, 2), name, look.PROSE)
    text = f"没有汇总：{fault}"
    look.put(look.at(sheet, line, 3), text, look.PROSE)
    sheet.merge_cells(start_row=line, end_row=line, start_column=3, end_column=len(_COLUMNS))
    width = sum(column.width for column in _COLUMNS[2:])
    sheet.row_dimensions[line].height = max(24, look.height(text, width))


def _totals(sheet: "Worksheet", line: int, counts: Sequence[Tally], places: range) -> list[Cached]:
    for at in range(1, len(_COLUMNS) + 1):
        look.dress(look.at(sheet, line, at), look.HEADER)
    look.put(look.at(sheet, line, 1), "合计", look.HEADER)
    sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=3)
    sheet.row_dimensions[line].height = 24
    whole = Tally(
        sum(count.findings for count in counts),
        sum(count.measures for count in counts),
        {name: sum(count.by_status[name] for count in counts) for name in (*Status, "")},
        sum(count.overdue for count in counts),
    )
    formulas = {name: f"SUM({area('', places, _letter(name))})" for name in _NUMBERS}
    return _numbers(sheet, line, whole, formulas)


def _chart(sheet: "Worksheet", line: int, units: int) -> None:
    """Draw a bar a unit, parted by status."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 60
    chart.title = "各单位整改完成情况（问题数）"
    last = HEADER + units
    for status, colour in _COLOURS.items():
        at = _HEADINGS.index(status) + 1
        reference = Reference(sheet, min_col=at, min_row=HEADER, max_row=last)
        chart.add_data(reference, titles_from_data=True)
        chart.series[-1].graphicalProperties.solidFill = colour
    chart.set_categories(Reference(sheet, min_col=2, min_row=HEADER + 1, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"  # the first unit on top
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.numFmt, chart.y_axis.majorGridlines = "0", None
    chart.legend.position = "b"
    chart.width, chart.height = 33, round(_cm_of_chart(units))
    sheet.add_chart(chart, f"A{line}")


def _cm_of_chart(units: int) -> float:
    return min(_CM_MOST, max(_CM_LEAST, 4 + _CM_A_UNIT * units))


def _rows_of_chart(units: int) -> int:
    return round(_cm_of_chart(units) / 0.53) + 1  # an ordinary row is 15 points high


def _letter(name: str) -> str:
    return get_column_letter(_HEADINGS.index(name) + 1)


def _at(name: str, line: int) -> str:
    return f"{_letter(name)}{line}"
