"""时段的两头写反了：后一个日期比前一个早。

两头都写明年份的，直接比较；后一个没写年份的，倒着看几乎是一整年才报。

正确：2022年10月24日至11月19日；2022年11月1日至2023年3月31日。

错误：2022年11月19日至10月24日；2023年3月至2022年11月。
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import calendar
from noticegen.rules.calendar import Told
from noticegen.rules.subject import Fault, Subject

CODE = "date-period"
SEVERITY: Final = Severity.ERROR
_NEARLY_A_YEAR = 300
_LEAP_YEAR, _DAYS = 2000, 366


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each period that ends before it begins."""
    for passage, one, other in calendar.periods(subject):
        if is_backwards(passage.text, one, other):
            words = passage.text[one.start : other.end]
            message = f"“{words}”的结束早于开始，请核对两头的日期。"
            yield Fault(passage, one.start, other.end, message)


def is_backwards(text: str, one: Told, other: Told) -> bool:
    """Tell whether a period of *text* surely ends before it begins."""
    if one.own and other.own:
        return bool(one.days and other.days and calendar.is_before(other.days, one.days))
    if other.own or text[max(one.start - 2, 0) : one.start].endswith(("每年", "历年", "年度")):
        return False
    return bool(one.day and other.day and _days_between(one, other) >= _NEARLY_A_YEAR)


def _days_between(one: Told, other: Told) -> int:
    """How long the period lasts if its end is in the next year; 0 where it needs no next year."""
    if not (one.possible and other.possible and one.month and other.month):
        return 0
    start = date(_LEAP_YEAR, one.month, one.day or 1)
    end = date(_LEAP_YEAR, other.month, other.day or 1)
    return _DAYS - (start - end).days if end < start else 0
