"""Dates in running text and in a subject: what is written, which days it can mean, where."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from noticegen.dates import PartialDate
from noticegen.numerals import chinese
from noticegen.patterns import pattern
from noticegen.rules.enclosed import is_titled
from noticegen.rules.subject import Passage, Role, Subject, shared

Days = tuple[date, date]
"""The first and the last day that a date not told in full can mean."""

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_NUMBERS = {chinese(number): number for number in range(1, 100)}
_NUMBER = r"(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?<!\d)\d{4}|[〇零○一二三四五六七八九]{4}"
_PART = "上旬|中旬|下旬|初|中(?!旬|秋|央|共)|底|末"
_DAY = rf"{_NUMBER}(?:日|号(?![文楼院令线]))"
_HALF = "上半年|下半年|第?[一二三四]季度|年?(?:底|末|初|中(?!国|共|央|华))"
_WRITTEN = pattern(
    rf"(?:{_YEAR})年(?:{_HALF}|(?!度)(?:{_NUMBER}月份?(?:{_DAY}|{_PART})?)?)"
    rf"|(?<![\d.一二三四五六七八九十]){_NUMBER}月份?(?:{_DAY}|{_PART})?"
    r"|(?<![\d.\-/])(?:19|20)\d\d(?:-\d{1,2}-|\.\d{1,2}\.|/\d{1,2}/)\d{1,2}(?![\d\-/]|\.\d)"
)
_DIGIT = r"[\d〇零○一二三四五六七八九十]"
_NEAR = pattern(rf"{_DIGIT}(?<!{_DIGIT}{{2}}){_DIGIT}*(?:[年月]|(?=[-./]\d))")
"""Digits that may begin a date: looking there alone is ten times faster than everywhere."""
_PARTS = pattern(
    rf"(?:({_YEAR})年)?(?:({_HALF})|({_NUMBER})月份?(?:({_NUMBER})[日号]|({_PART}))?)?"
)
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OF_MONTH = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_OF_MONTH |= {"初": (1, 15), "中": (5, 25), "底": (15, 31), "末": (15, 31)}
_OF_YEAR = {"上半年": (1, 6), "下半年": (7, 12), "一季度": (1, 3), "二季度": (4, 6)}
_OF_YEAR |= {"三季度": (7, 9), "四季度": (10, 12), "初": (1, 3), "中": (4, 9)}
_OF_YEAR |= {"底": (10, 12), "末": (10, 12)}
_MONTHS = 12
_EVERY_MONTH_HAS = 28
_REMEMBERED = 16_384  # the texts of a long notice: a dozen rules read their dates
_JOINTS = ("至", "到", "—", "——", "～", "~", "-", "－")


class Told(NamedTuple):
    """A date in a text: text[start:end]. *own* tells whether its year is written with it."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    part: str = ""
    own: bool = False

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day, in some year where none is known."""
        if self.month is None:
            return True
        if not 1 <= self.month <= _MONTHS:
            return False
        if self.day is None or 1 <= self.day <= _EVERY_MONTH_HAS:
            return True
        last = monthrange(self.year, self.month)[1] if self.own and self.year else None
        return 1 <= self.day <= (last or _LAST_DAYS[self.month - 1])

    @property
    def days(self) -> Days | None:
        """The days it can mean; None where year or calendar do not tell."""
        if self.year is None or self.year < 1 or not self.possible:
            return None
        return _days(self.year, self.month, self.day, self.part)


@lru_cache(maxsize=_REMEMBERED)
def told(text: str) -> tuple[Told, ...]:
    """Return the dates of *text* in order; one without a year takes the last one written."""
    if "年" not in text and "月" not in text and "20" not in text and "19" not in text:
        return ()
    found: list[Told] = []
    year, end = None, 0
    for near in _NEAR.finditer(text):
        at = max(near.start(), end)
        while at < near.end():
            match = _WRITTEN.match(text, at)
            if match is None:
                at += 1
                continue
            found.append(_read(match, year))
            year, at = found[-1].year, match.end()
            end = at
    return tuple(found)


def days_of(partial: PartialDate) -> Days:
    """Return the first and the last day that *partial* can mean."""
    return _days(partial.year, partial.month, partial.day, partial.part)


def is_before(one: Days, other: Days) -> bool:
    """Tell whether *one* is certainly earlier than *other*."""
    return one[1] < other[0]


def locate(subject: Subject, partial: PartialDate, label: str) -> tuple[Passage, int, int] | None:
    """Return where a date of the subject stands: the form's *label*, or the text's words."""
    if subject.notice:
        part = "巡察" if label in ("开始", "结束", "反馈日期") else "发文"
        text = str(partial)
        return Passage(text, (part, label), Role.PREAMBLE, -1), 0, len(text)
    role = Role.SIGNATURE if label == "成文日期" else Role.PREAMBLE
    places = [
        (passage, found.start, found.end)
        for passage in subject.of((role,))
        for found in told(passage.text)
        if (found.month, found.day) == (partial.month, partial.day)
    ]
    if not places:
        return None
    return places[-1] if label == "反馈日期" else places[0]


@shared
def dates(subject: Subject) -> Sequence[tuple[Passage, Sequence[Told]]]:
    """Return the printed passages that tell dates, each with them."""
    passages = subject.holding("年", "月", "20", "19")
    return [(passage, found) for passage in passages if (found := told(passage.text))]


@shared
def dated(subject: Subject) -> Sequence[tuple[Passage, Sequence[Told]]]:
    """Return the printed passages that tell dates, each with them; names in 《》 tell none.

    A preamble whose dates the subject knows is left to the rule on their order.
    """
    is_known = bool(subject.start or subject.feedback_date)
    told_of = []
    for passage, found in dates(subject):
        if not is_known or passage.role is not Role.PREAMBLE:
            is_plain = "《" not in passage.text
            own = [one for one in found if is_plain or not is_titled(passage.text, one.start)]
            told_of.append((passage, own))
    return told_of


@shared
def periods(subject: Subject) -> Sequence[tuple[Passage, Told, Told]]:
    """Return the two ends of each period that the printed passages tell: …至…."""
    return [
        (passage, one, other)
        for passage, dates in dated(subject)
        for one, other in pairwise(dates)
        if passage.text[one.end : other.start] in _JOINTS
    ]


def _read(match: re.Match[str], carried: int | None) -> Told:
    written = match.group()
    if "月" not in written and "年" not in written:
        dashed = [int(number) for number in re.split("[-./]", written)]
        return Told(match.start(), match.end(), dashed[0], dashed[1], dashed[2], own=True)
    parts = _PARTS.match(written)
    year, half, month, day, part = parts.groups() if parts else (None,) * 5
    return Told(
        match.start(),
        match.end(),
        int(year.translate(_DIGITS)) if year else carried,
        _number(month),
        _number(day),
        (part or half or "").removeprefix("第").removeprefix("年"),
        bool(year),
    )


def _number(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if written.isdecimal() else _NUMBERS.get(written)


def _days(year: int, month: int | None, day: int | None, part: str) -> Days:
    if month is None:
        first_month, last_month = _OF_YEAR.get(part, (1, _MONTHS))
        return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
    last = monthrange(year, month)[1]
    first, final = (day, day) if day else _OF_MONTH.get(part, (1, last))
    return date(year, month, first), date(year, month, min(final, last))
