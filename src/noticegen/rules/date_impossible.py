"""日历上没有的日子：2月30日、9月31日、13月5日，年份多一位或少一位。

引号里的不算，有的问题正是“记录的日期为2月30日”。

正确：2023年2月28日召开会议。

错误：2023年2月30日召开会议。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar
from noticegen.rules.calendar import Told
from noticegen.rules.enclosed import is_quoted
from noticegen.rules.subject import Fault, Subject

CODE = "date-impossible"
SEVERITY: Final = Severity.ERROR
_YEAR = pattern(
    r"(?<![\d.〇零○一二三四五六七八九])(?:\d{3}|\d{5}|[3-9]\d{3})年\d{1,2}月(?:\d{1,2}日)?"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each date that no calendar has."""
    for passage in subject.printed:
        text = passage.text
        if "月" not in text:
            continue
        for one in calendar.told(text):
            if not one.possible and _is_date(one) and not is_quoted(text, one.start):
                words = text[one.start : one.end]
                message = f"日历上没有“{words}”这一天，请核对后写成实际的日期。"
                yield Fault(passage, one.start, one.end, message)
        for found in _YEAR.finditer(text):
            if not is_quoted(text, found.start()):
                message = f"“{found.group()}”的年份不对，请写成四位的实际年份。"
                yield Fault(passage, found.start(), found.end(), message)


def _is_date(one: Told) -> bool:
    """18月 alone may be an age: it takes a year or a day to be a date."""
    return one.own or one.day is not None
