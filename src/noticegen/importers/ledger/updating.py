"""A ledger that comes back → the form with only those values changed that were changed in it.

Three are compared where the ledger is ours: what its cells said when written (the hidden
column), what they say now, what the form says now. Nothing is written that does not read
back as the same form but for the changes meant.
"""

import contextlib
import difflib
from collections.abc import Sequence
from typing import NamedTuple

from noticegen import form
from noticegen.form import Form, Value
from noticegen.importers.ledger import drafting, source, words
from noticegen.importers.ledger.edits import CannotEditError, Editor
from noticegen.importers.ledger.matching import Matched, Pair, match
from noticegen.importers.ledger.records import Reading, Record
from noticegen.importers.ledger.table import Table
from noticegen.ledger import keys
from noticegen.ledger.columns import cells
from noticegen.ledger.rows import Row, rows
from noticegen.model import Kind, Notice, all_labels, top_labels, validate
from noticegen.model.kinds import HEADINGS, LEDGER
from noticegen.problem import Mark, Problem, Severity, errors_in

_ALIKE = 0.6
_SHOWN = 20
_START = Mark(1, 1)


class Updated(NamedTuple):
    """The form after the ledger: its bytes, what was changed, what was not and why."""

    data: bytes
    changes: tuple[str, ...]
    problems: tuple[Problem, ...]


def update(data: bytes, tables: Sequence[Table], more: Sequence[Problem]) -> Updated:
    """Return the form *data* with what the *tables* of a ledger changed; *more* goes before."""
    read, notice, problems = _checked(data)
    text = source.read(data)
    if read is None or notice is None or isinstance(text, Problem):
        errors = errors_in(problems)
        said = f"填报表有{len(errors)}个错误，没有改动，请先改正再导入，第一个是第{errors[0].mark.line}行：{errors[0].message}"
        return Updated(data, (), (Problem(errors[0].mark, "ledger-form", said),))
    reading = Reading(_own(tables, notice))
    updating = _Updating(notice, Editor(read, text), reading)
    updating.run()
    told = (*more, *reading.problems)
    if not updating.changes:
        return Updated(data, (), told)
    changed = text.data()
    if wrong := fault(changed, updating.editor.settled()):
        return Updated(data, (), (*told, wrong))
    return Updated(changed, tuple(updating.changes), told)


class _Updating:
    """Goes through the pairs of record and row, and tells the editor what to change."""

    def __init__(self, notice: Notice, editor: Editor, reading: Reading) -> None:
        self.editor = editor
        self.changes: list[str] = []
        self._notice = notice
        self._reading = reading
        self._rows = rows(notice)

    def run(self) -> None:
        matched = match(self._reading.records, self._rows)
        for pair in matched.pairs:
            self._compare(pair)
        self._tell(matched)
        for record in matched.unknown:
            self._add(record)

    def _compare(self, pair: Pair) -> None:
        record, row, key = pair
        if key and self._is_changed(pair, "反馈问题"):
            self._keep(record, "反馈问题", "是巡察反馈的原话，表里没有动，确要改请在表里改")
        if _is_measured(record) and self._is_changed(pair, "整改措施"):
            self._change_measures(record, row)
        for label in LEDGER:
            if label in record.given and self._is_changed(pair, label):
                self._change(record, row, label)

    def _is_changed(self, pair: Pair, name: str) -> bool:
        """Tell whether the ledger changed a cell; report where the form did so too."""
        record, row, key = pair
        cell, present = record.given.get(name, ""), cells(row)[name]
        if _said(record, name) == _said_by(row, name):
            return False
        if key is None:
            return bool(_said(record, name))
        if keys.fingerprint(name, cell) == key.hashes[name]:
            return False
        if keys.fingerprint(name, present) != key.hashes[name]:
            self._keep(record, name, "台账和表都改过，改得不一样，表里没有动，请核对后在表里改")
            return False
        if not cell.strip():
            self._keep(record, name, "在台账里清空了，表里没有动，确要删去请在表里删")
            return False
        return True

    def _change(self, record: Record, row: Row, label: str) -> None:
        text = record.fields.get(label, "")
        if not text:
            return  # an unknown status, told of already
        before = row.fields[label]
        try:
            line = self.editor.set_text(row.at, label, text)
        except CannotEditError as reason:
            self._keep(record, label, f"要改成“{_short(text)}”，{reason}，请在表里改")
            return
        was = f"由“{_short(before)}”改为" if before else "填上"
        self.changes.append(f"第{line}行「{_short(row.text)}」的「{label}」{was}“{_short(text)}”。")

    def _change_measures(self, record: Record, row: Row) -> None:
        if any(map(words.is_numbered, record.measures)):
            self._keep(record, "整改措施", "有改动，措施里还套着序号，分不清是几条，请在表里改")
            return
        try:
            line = self.editor.set_measures(row.at, record.measures, row.measures)
        except CannotEditError as reason:
            self._keep(record, "整改措施", f"有改动，{reason}，请在表里改")
            return
        count = f"{len(row.measures)}条变为{len(record.measures)}条"
        self.changes.append(f"第{line}行「{_short(row.text)}」的「措施」已按台账修改，{count}。")

    def _tell(self, matched: Matched) -> None:
        for record in matched.ambiguous:
            said = (
                f"表里有几个问题都是“{_short(record.text)}”，分不清是哪一个，没有导入，请在表里改。"
            )
            self._reading.tell(record, record.row, 1, "ledger-ambiguous", said)
        for row in matched.missing:
            said = f"表里的问题“{_short(row.text)}”台账里没有，表里没有动，请核对。"
            self._reading.problems.append(Problem(_START, "ledger-missing", said, Severity.HINT))

    def _add(self, record: Record) -> None:
        """Append a finding that is new in the ledger, where its place is certain."""
        after = self._place_of(record)
        close = any(_is_close(record.text, row.text) for row in self._rows)
        values: dict[str, Value] = {str(record.kind): record.text}
        more = {"导语": record.lead, "不公开": record.withheld, **record.fields}
        values |= {label: text for label, text in more.items() if text}
        if record.measures:
            values["措施"] = list(record.measures)
        if after is not None and not close:
            with contextlib.suppress(CannotEditError):
                line = self.editor.add_item(after, drafting.item(record, 0), values)
                self.changes.append(f"第{line}行后面加上了问题「{_short(record.text)}」。")
                return
        said = f"表里没有问题“{_short(record.text)}”，没有导入，如果是新的问题，请在表里加上。"
        self._reading.tell(record, record.row, 1, "ledger-unknown-finding", said)

    def _place_of(self, record: Record) -> int | None:
        """Return the item below which a new finding stands: the last of its heading's own."""
        if not record.place or record.kind is Kind.MATTER:
            return None
        wanted = {kind: keys.folded(text) for kind, text in record.place.items()}
        spots = [
            row
            for row in self._rows
            if row.kind is record.kind
            and {
                kind: keys.folded(text) for kind, text in row.place.items() if kind in HEADINGS[1:]
            }
            == wanted
        ]
        places = {tuple(row.place.items()) for row in spots}
        return spots[-1].at if len(places) == 1 else None

    def _keep(self, record: Record, name: str, why: str) -> None:
        said = f"「{_short(record.text)}」的「{name}」{why}。"
        self._reading.tell(record, record.row, 1, "ledger-kept", said)


def _is_measured(record: Record) -> bool:
    return "整改措施" in record.given


def _said(record: Record, name: str) -> str:
    """Return what a record says under *name*, to be compared with a row."""
    if name == "整改措施":
        return "\n".join(map(keys.folded, record.measures))
    if name in LEDGER:
        told = record.fields.get(name) or record.given.get(name, "")
        return keys.folded(keys.canonical(name, told))
    return keys.folded(record.given.get(name, ""))


def _said_by(row: Row, name: str) -> str:
    if name == "整改措施":
        return "\n".join(map(keys.folded, row.measures))
    return keys.folded(keys.canonical(name, cells(row)[name]))


def _own(tables: Sequence[Table], notice: Notice) -> list[Table]:
    """Return the tables that tell of the notice's organ; all where none says so."""
    organs = [keys.folded(organ) for organ in notice.issuance.issuers]
    named = [
        one
        for one in tables
        if any(keys.folded(text).startswith(organs[0]) for text in one.above[:3])
    ]
    return named or list(tables)


def _checked(data: bytes) -> tuple[Form | None, Notice | None, list[Problem]]:
    read, problems = form.read(data, all_labels(), top_labels())
    if read is None:
        return None, None, problems
    notice, more = validate(read)
    if errors_in(problems):
        notice = None
    return read, notice, sorted({*problems, *more})


def fault(changed: bytes, wanted: dict[str, Value]) -> Problem | None:
    """Tell why the changed form must not be written; None where it says what is wanted."""
    read, notice, problems = _checked(changed)
    if read is None or read.values != wanted:
        said = "程序没有把握只改动这几处，表没有改动，请照上面列出的逐处在表里改。"
        return Problem(_START, "ledger-refused", said)
    if notice is None:
        error = errors_in(problems)[0]
        return Problem(
            _START, "ledger-refused", f"照台账改动后表就有错误，没有改动：{error.message}"
        )
    return None


def _is_close(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, keys.folded(one), keys.folded(other), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
