"""Notices → the rectification ledger (整改台账), a workbook an office edits and signs.

A finding is a row, its measures are the lines of one cell; several notices have a sheet
each and a summary before them. See docs/decisions/0010.
"""

from collections.abc import Sequence
from typing import NamedTuple

from noticegen.model import Notice


class Entry(NamedTuple):
    """A form for the ledger: its file's name, its notice, or what is wrong with it."""

    name: str
    notice: Notice | None
    fault: str = ""


def workbook(entries: Sequence[Entry]) -> bytes:
    """Return the ledger of *entries*, at least one of which has a notice.

    The same entries give the same bytes.
    """
    from noticegen.ledger.book import bound

    notices = [entry.notice for entry in entries if entry.notice]
    broken = [(entry.name, entry.fault) for entry in entries if not entry.notice]
    return bound(notices, broken)
