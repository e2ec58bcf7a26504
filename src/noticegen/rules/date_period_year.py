"""跨年的时段，后一个日期没有写年份。

正确：2022年11月15日至2023年1月13日。

错误：2022年11月15日至1月13日。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import calendar, date_period
from noticegen.rules.calendar import Told
from noticegen.rules.subject import Fault, Subject

CODE = "date-period-year"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each end of a period over the turn of the year that has no year."""
    for passage, one, other in calendar.periods(subject):
        if _is_over_new_year(one, other) and not date_period.is_backwards(passage.text, one, other):
            words = passage.text[other.start : other.end]
            message = f"“{words}”看起来在下一年，请写成“{(one.year or 0) + 1}年{words}”。"
            yield Fault(passage, other.start, other.end, message)


def _is_over_new_year(one: Told, other: Told) -> bool:
    if not one.own or other.own or not (one.days and other.days):
        return False
    return calendar.is_before(other.days, one.days)
