"""Names of sheets: what Excel takes, and no two alike."""

import re

from noticegen.model import Notice

_MOST = 31  # UTF-16 units
_FORBIDDEN = re.compile(r"[:\\/?*\[\]\x00-\x1f]")
_RESERVED = frozenset(("history", "汇总"))


def sheet_name(notice: Notice, taken: set[str]) -> str:
    """Return a name for the sheet of *notice* that is not among *taken*, and take it."""
    organ = _FORBIDDEN.sub("", notice.issuance.issuers[0]).removeprefix("中共").strip("' ")
    plain = organ or "台账"
    name, number = _cut(plain, _MOST), 1
    while name.lower() in taken or name.lower() in _RESERVED:
        number += 1
        mark = f"（{number}）"
        name = _cut(plain, _MOST - len(mark)) + mark
    taken.add(name.lower())
    return name


def quoted(name: str) -> str:
    """Return *name* as a formula calls the sheet."""
    return "'" + name.replace("'", "''") + "'!"


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").strip("' ")
