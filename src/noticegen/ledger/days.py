"""Dates between a form's words and a worksheet's numbers.

A worksheet sorts and compares its dates: a deadline goes in as the last day it allows, under
a number format that shows it as it was written (2024年3月, 2024年3月底前), and comes back so.
"""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from noticegen import dates
from noticegen.dates import PartialDate

_LAST_OF_PART = {"上旬": 10, "中旬": 20, "初": 10, "中": 20}
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_FIRST_SERIAL, _LAST_SERIAL = 61, 2_958_465  # 1900-03-01, before which serials are ambiguous
_DATE_IDS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_MONTH_IDS = frozenset((17, 57))
_UNQUOTED = re.compile(r'\[[^\]]*\]|\\.|_.|\*.|"[^"]*"')
_BEFORE = "(?:以|之)?前"
_BEFORE_LAST = re.compile(f"{_BEFORE}$")
_SHOWN_PART = re.compile(f'"月?(上旬|中旬|下旬|底)(?:{_BEFORE})?"')
_SHOWN_BEFORE = re.compile(f'({_BEFORE})"(?:;|$)')


class Deadline(NamedTuple):
    """A date, and the 前, 以前 or 之前 that is written behind it.

    Whether such a day is in or out, none after it is: the date's last day is the limit.
    """

    day: PartialDate
    before: str = ""

    def __str__(self) -> str:
        """As a notice would have it: 2024年6月30日前."""
        return f"{self.day}{self.before}"


def read(text: str) -> Deadline:
    """Read a deadline: 2024-6-30, 2024年6月底前. Raises ValueError where *text* is none."""
    words = text.replace(" ", "")
    day = _BEFORE_LAST.sub("", words)
    return Deadline(dates.parse(day), words[len(day) :])


def first_day(day: PartialDate) -> date:
    """Return the earliest day that *day* can be."""
    return date(day.year, day.month or 1, day.day or 1)


def last_day(day: PartialDate) -> date:
    """Return the latest day that *day* can be."""
    month = day.month or 12
    end = calendar.monthrange(day.year, month)[1]
    return date(day.year, month, day.day or _LAST_OF_PART.get(day.part, end))


def format_of(limit: Deadline) -> str:
    """Return the number format that shows the last day of *limit* as it is written."""
    day = limit.day
    month = 'm"月' + day.part + '"' if day.month else ""
    code = 'yyyy"年"' + month + ('d"日"' if day.day else "")
    return code.removesuffix('"') + limit.before + '"'


def is_date_format(identifier: int, code: str) -> bool:
    """Tell whether a number under this format is shown as a date."""
    if not code:
        return identifier in _DATE_IDS
    bare = _UNQUOTED.sub("", code.split(";", maxsplit=1)[0]).lower()
    return "y" in bare or ("m" in bare and "d" in bare)


def shown(serial: float, identifier: int, code: str, *, since_1904: bool) -> str:
    """Return the date number *serial* as its format shows it: 2024年3月31日, 2024年3月.

    Raises ValueError where no such date can be.
    """
    if not (0 if since_1904 else _FIRST_SERIAL) <= serial <= _LAST_SERIAL:
        raise ValueError(serial)
    day = (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(days=int(serial))
    bare = _UNQUOTED.sub("", code.split(";", maxsplit=1)[0]).lower()
    has_month = not code or "m" in bare
    has_day = "d" in bare if code else identifier not in _MONTH_IDS
    part = _SHOWN_PART.search(code)
    before = _SHOWN_BEFORE.search(code)
    known = PartialDate(
        day.year,
        day.month if has_month else None,
        day.day if has_day else None,
        part[1] if part and has_month and not has_day else "",
    )
    return str(Deadline(known, before[1] if before else ""))
