"""Notices → the bytes of their workbook: a sheet each, of several a summary before them."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from noticegen.ledger import sheet, summary
from noticegen.ledger.finish import finish
from noticegen.ledger.names import sheet_name
from noticegen.ledger.summary import Sheet
from noticegen.model import Notice


def bound(notices: Sequence[Notice], broken: Sequence[tuple[str, str]]) -> bytes:
    """Return the ledger of *notices*; *broken* are forms' names and faults, for the summary."""
    book = _empty()
    front = book.create_sheet(summary.NAME) if len(notices) + len(broken) > 1 else None
    taken: set[str] = set()
    units = [_sheet(book, notice, taken) for notice in notices]
    mends = [(unit.filled.cached, unit.filled.loose) for unit in units]
    if front is not None:
        mends.insert(0, (summary.fill(front, units, broken), []))
    buffer = BytesIO()
    book.save(buffer)
    title = str(book.worksheets[0]["A1"].value)
    creator = "、".join(notices[0].issuance.issuers) if len(notices) == 1 else ""
    day = max(notice.issuance.date_of_issue.iso for notice in notices)
    return finish(buffer.getvalue(), title, creator, day, mends)


def _empty() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    properties = book.custom_doc_props  # type: ignore[attr-defined]  # newer than its stubs
    properties.append(StringProperty(name="_", value="_"))  # makes room for the digest
    return book


def _sheet(book: Workbook, notice: Notice, taken: set[str]) -> Sheet:
    name = sheet_name(notice, taken)
    return Sheet(name, notice, sheet.fill(book.create_sheet(name), notice))
