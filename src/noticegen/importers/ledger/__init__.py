"""A ledger (整改台账.xlsx) → a form, or the changes it brings to one.

Any order of columns, usual headings, merged cells, several rows a finding, several sheets.
What cannot be placed for certain is reported, never guessed. See docs/decisions/0010.
"""

from typing import NamedTuple

from noticegen.importers.ledger import drafting, records, updating
from noticegen.importers.ledger.records import Reading
from noticegen.importers.ledger.table import Table
from noticegen.importers.ledger.updating import Updated
from noticegen.importers.lines import RefusedError
from noticegen.problem import Problem

__all__ = ["Imported", "RefusedError", "Updated", "import_ledger", "update_form"]

_NO_TABLE = (
    "没有找到台账的表格，表头里至少要有“反馈问题”和“整改措施”“责任单位”这样的两列，"
    "请核对是否选错了文件。"
)


class Imported(NamedTuple):
    """A form as text, how many findings it has, and what of the ledger is not in it."""

    text: str
    findings: int
    problems: tuple[Problem, ...]


def import_ledger(data: bytes) -> Imported:
    """Return the form that the ledger *data* makes: 正文 filled, 发文 left to be filled in.

    Raises:
        RefusedError: It is no workbook that can be read, or holds no ledger.
    """
    tables, problems = _read(data)
    reading = Reading(tables)
    if not reading.records:
        raise RefusedError("ledger-empty", "台账里还没有问题，请填好“反馈问题”一列再导入。")
    text = drafting.draft(reading, tables)
    return Imported(text, len(reading.records), (*problems, *reading.problems))


def update_form(form_source: bytes, ledger: bytes) -> Updated:
    """Return the form with what was changed in the *ledger*, all else as its writer has it.

    Raises:
        RefusedError: The ledger is no workbook that can be read, or holds no ledger.
    """
    tables, problems = _read(ledger)
    return updating.update(form_source, tables, problems)


def _read(data: bytes) -> tuple[list[Table], list[Problem]]:
    tables, problems = records.read(data)
    if not tables:
        raise RefusedError("ledger-empty", _NO_TABLE)
    return tables, problems
