"""Tables → the findings in them, one record each, however many rows a finding takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from noticegen.importers.ledger import cells, table, words
from noticegen.importers.ledger.table import Table
from noticegen.importers.lines import clean
from noticegen.ledger import keys
from noticegen.ledger.keys import Key
from noticegen.model import Kind, Status
from noticegen.model.kinds import LEDGER
from noticegen.problem import Mark, Problem, Severity

_TOTAL = re.compile("(?:合计|总计|小计|共计)")
_FOOT = re.compile(
    r"(?:注|说明|备注|填[表报]人|制表人?|审核人?|(?:主要|单位)?负责人|联系人|填[表报](?:单位|日期|时间)|截至)"
    r"\s*(?:（[^）]*）)?[：:]|截至"
)
_MATTERS = re.compile("需要?进一步整改")
_ASPECT = re.compile("[一二三四五六七八九十]{1,3}、")
_CATEGORY = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]")
_REMAINING = re.compile(r"\n\s*还存在的问题[：:]")
_JOINTS = {"责任领导": "、", "责任单位": "、", "责任人": "、", "完成时限": "、"}
_PUBLIC = ("", "否", "无", "公开")
_UNTOLD_REASON = "台账注明不公开，理由待补"


@dataclass
class Record:
    """A finding as the ledger has it.

    *given* are the words under each heading, a row below the other; *fields* what a form's
    ledger labels are to say, those left blank or unclear not among them.
    """

    sheet: str
    row: int
    kind: Kind
    place: dict[Kind, str]
    text: str
    key: Key | None = None
    remaining: str = ""
    lead: str = ""
    measures: tuple[str, ...] = ()
    withheld: str = ""
    given: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)


class Reading:
    """All tables of a workbook, read: the records and what could not be placed."""

    def __init__(self, found: list[Table]) -> None:
        self.records: list[Record] = []
        self.problems: list[Problem] = []
        self._many = len(found) > 1
        for one in found:
            self._read(one)

    def tell(self, one: Table | Record, row: int, column: int, code: str, said: str) -> None:
        """Note what the ledger's reader must know, with its place in the sheet."""
        name = one.sheet.name if isinstance(one, Table) else one.sheet
        where = f"工作表“{name}”第{row}行：" if self._many else f"台账第{row}行："
        self.problems.append(
            Problem(Mark(row, max(column, 1)), code, where + said, Severity.WARNING)
        )

    def _read(self, one: Table) -> None:
        for column in one.columns:
            if not column.name and column.heading and column.heading != "序号":
                said = f"「{column.heading}」这一列没有导入，程序不认识它，或者同一项已有别的列。"
                self.tell(one, one.header, column.at, "ledger-column", said)
        place: dict[Kind, str] = {}
        matters = False
        rows: list[int] = []
        for row in sorted(one.sheet.rows):
            if row < one.first or self._is_aside(one, row):
                continue
            if table.is_band(one, row):
                self._finish(one, rows, place, matters=matters)
                rows = []
                matters = self._band(one, row, place) or matters
            elif rows and self._goes_on(one, rows[-1], row):
                rows.append(row)
            else:
                self._finish(one, rows, place, matters=matters)
                rows = [row]
        self._finish(one, rows, place, matters=matters)

    def _is_aside(self, one: Table, row: int) -> bool:
        """Tell whether *row* is a total, a repeated header or the foot of the table."""
        shown = one.sheet.rows[row]
        first = next((shown[at].text.strip() for at in sorted(shown) if shown[at].text), "")
        if _TOTAL.fullmatch("".join(first.split())) or _FOOT.match(first):
            return True
        texts = {at: "".join(cell.text.split()) for at, cell in shown.items()}
        same = [column for column in one.columns if texts.get(column.at) == column.heading]
        return len(same) > 1

    def _band(self, one: Table, row: int, place: dict[Kind, str]) -> bool:
        """Take a heading across the table; tell whether matters follow it."""
        text = next(iter(one.sheet.rows[row].values())).text.strip()
        if _MATTERS.search(text):
            return True
        if _ASPECT.match(text):
            place.clear()
            place[Kind.ASPECT] = clean(words.without_ordinal(text))
        elif _CATEGORY.match(text):
            place[Kind.CATEGORY] = clean(words.without_ordinal(text))
        elif text:
            said = f"“{clean(text)[:20]}”不在表格的列里，没有导入。"
            self.tell(one, row, 1, "ledger-row", said)
        return False

    def _goes_on(self, one: Table, before: int, row: int) -> bool:
        """Tell whether *row* belongs to the finding of the row *before*."""
        if one.text(row, "标识"):
            return False
        at = one.column("反馈问题") or one.column("任务") or 0
        if one.sheet.source(row, at) == one.sheet.source(before, at):
            return True
        text = one.sheet.down(row, at).text.strip()
        return not text or text == one.sheet.down(before, at).text.strip()

    def _finish(
        self, one: Table, rows: list[int], place: dict[Kind, str], *, matters: bool
    ) -> None:
        if not rows:
            return
        for row in rows:
            for column in one.columns:
                fault = (
                    one.sheet.rows[row][column.at].fault if column.at in one.sheet.rows[row] else ""
                )
                if column.name and fault:
                    self.tell(one, row, column.at, "ledger-formula", fault)
        given = {
            column.name: _joined(one, rows, column.at) for column in one.columns if column.name
        }
        kind = Kind.TASK if not given.get("反馈问题") and given.get("任务") else Kind.FINDING
        text = given["反馈问题"] = given.get("反馈问题") or given.get("任务", "")
        if not text:
            said = "这一行没有写问题，没有导入，请在台账里补上「反馈问题」，或者手工填进表里。"
            if any(cell for name, cell in given.items() if name != "序号"):
                self.tell(one, rows[0], 1, "ledger-row", said)
            return
        self.records.append(
            self._record(one, rows[0], Kind.MATTER if matters else kind, given, place)
        )

    def _record(
        self, one: Table, row: int, kind: Kind, given: dict[str, str], place: dict[Kind, str]
    ) -> Record:
        here = {} if kind is Kind.MATTER else dict(place)
        for heading in (Kind.UNIT, Kind.ASPECT, Kind.CATEGORY):
            if text := given.get(heading):
                here[heading] = clean(words.without_ordinal(text))
        text, _, remaining = _REMAINING.sub("\0", given["反馈问题"]).partition("\0")
        parted = words.measures(given.get("整改措施", ""))
        record = Record(
            one.sheet.name,
            row,
            kind,
            here,
            clean(words.without_ordinal(text)),
            keys.read(given.get("标识", "")),
            clean(remaining),
            clean(parted.lead),
            tuple(filter(None, map(clean, parted.measures))),
            given=given,
        )
        record.fields = dict(self._fields(one, record))
        record.withheld = self._withheld(one, record)
        return record

    def _fields(self, one: Table, record: Record) -> Iterator[tuple[str, str]]:
        for label in LEDGER:
            text = clean(record.given.get(label, ""))
            if label == "状态":
                told = self._status(one, record, text)
                text = told.value if told else ""
            elif label == "进展" and "状态" not in record.given and words.plain_status(text):
                continue
            if text:
                yield label, text

    def _status(self, one: Table, record: Record, text: str) -> Status | None:
        if "状态" not in record.given:
            return words.plain_status(clean(record.given.get("进展", "")))
        told = words.status(text)
        if text and told is None:
            choices = "、".join(Status)
            said = f"状态“{text[:20]}”看不出是哪一种，没有导入，请改成{choices}中的一个。"
            self.tell(one, record.row, one.column("状态") or 1, "ledger-status", said)
        return told

    def _withheld(self, one: Table, record: Record) -> str:
        reason = clean(record.given.get("不公开", ""))
        if reason in _PUBLIC:
            return ""
        if reason not in ("是", "不公开"):
            return reason
        self.tell(
            one,
            record.row,
            one.column("不公开") or 1,
            "ledger-withheld",
            "写了不公开，没有写理由，请在表里补上理由。",
        )
        return _UNTOLD_REASON


def read(data: bytes) -> tuple[list[Table], list[Problem]]:
    """Return the tables of the workbook *data*, and what else is in it.

    Raises:
        RefusedError: It is no workbook that can be read.
    """
    sheets = cells.read(data)
    found = [(sheet, table.find(sheet)) for sheet in sheets]
    hidden = [sheet.name for sheet, one in found if one and sheet.hidden]
    problems = [
        Problem(
            Mark(1, 1), "ledger-hidden", f"工作表“{name}”是隐藏的，没有导入。", Severity.WARNING
        )
        for name in hidden
    ]
    return [one for sheet, one in found if one and not sheet.hidden], problems


def _joined(one: Table, rows: list[int], at: int) -> str:
    """Return what the rows of a finding say in a column, each thing once."""
    name = next(column.name for column in one.columns if column.at == at)
    places = dict.fromkeys(one.sheet.source(row, at) for row in rows)
    texts = [text for place in places if (text := one.sheet.down(*place).text.strip())]
    if name in ("整改措施", "任务"):
        return "\n".join(texts)
    return _JOINTS.get(name, "；").join(dict.fromkeys(texts))
