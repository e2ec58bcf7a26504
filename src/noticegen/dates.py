"""Dates as people write them in, dates as GB/T 9704-2012, 7.3.5.4 wants them out."""

import re
from typing import NamedTuple

from noticegen.patterns import pattern

_CHINESE_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
}
_WRITTEN = pattern(
    r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|(?P<part>上旬|中旬|下旬|初|中|底))?)?"
)
_DASHED = pattern(r"(?P<year>\d{4})([-./])(?P<month>\d{1,2})(?:\2(?P<day>\d{1,2}))?")
_CHINESE = pattern("[〇零○一二三四五六七八九十]{1,4}(?=[年月日号])")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2


class PartialDate(NamedTuple):
    """A date of which the year is certain; *part* is 上旬, 中旬, 下旬, 初, 中 or 底."""

    year: int
    month: int | None = None
    day: int | None = None
    part: str = ""

    def __str__(self) -> str:
        """As it stands in a notice: 2023年9月26日, 2023年9月上旬, 2023年."""
        return f"{self.year}年{self.without_year()}"

    def without_year(self) -> str:
        """The same without its year: 9月26日."""
        month = f"{self.month}月" if self.month else ""
        return month + (f"{self.day}日" if self.day else self.part)

    @property
    def iso(self) -> str:
        """YYYY-MM-DD, the first of the month or year where no day is given."""
        return f"{self.year:04}-{self.month or 1:02}-{self.day or 1:02}"


def parse(text: str) -> PartialDate:
    """Read a date: 2023年9月26日, 2023-9-26, 2023.9.26, 二〇二三年九月, 2023年3月上旬.

    Raises ValueError with a Chinese phrase where *text* is no date, has no full year or
    names a day that never was.
    """
    written = _CHINESE.sub(_arabic, text.replace(" ", ""))
    found = _WRITTEN.fullmatch(written) or _DASHED.fullmatch(written)
    if found is None:
        raise ValueError(_why_not(written))
    parts = found.groupdict()
    year, month, day = (
        int(parts[name]) if parts[name] else None for name in ("year", "month", "day")
    )
    if year is None or (month is not None and not 1 <= month <= len(_DAYS)):
        raise ValueError("没有这个月份")
    if day is not None and not 1 <= day <= _days(year, month or 1):
        raise ValueError("没有这一天")
    return PartialDate(year, month, day, parts.get("part") or "")


def period(start: PartialDate, end: PartialDate) -> str:
    """Return 2022年10月24日至11月19日: the end's year is left out where it is the start's."""
    return f"{start}至{end.without_year() if start.year == end.year and end.month else end}"


def _days(year: int, month: int) -> int:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + (is_leap and month == _FEBRUARY)


def _why_not(text: str) -> str:
    if re.match(r"\d{2}[年./-]", text):
        return "年份要写四位"
    if re.match(r"\d{1,2}月", text):
        return "没有写年份"
    return "看不出是哪一天"


def _arabic(found: re.Match[str]) -> str:
    tens, joint, ones = found.group().partition("十")
    if not joint:
        return "".join(_CHINESE_DIGITS[digit] for digit in tens)
    return str(int(_CHINESE_DIGITS.get(tens, "1")) * 10 + int(_CHINESE_DIGITS.get(ones, "0")))
