"""几月几日前面没有年份，同一部分里也看不出是哪一年。

只看说已经办了的事；每年都有的日子（4月15日全民国家安全教育日）、“今年”“当年”“同年”后面的日子和
反馈那一天不算；一段只报一次。

正确：2019年12月24日，召开党组扩大会议。

错误：12月24日，召开党组扩大会议。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar, outlook
from noticegen.rules.calendar import Told
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "date-year"
SEVERITY: Final = Severity.HINT
_PART = pattern("[一二三四五六七八九十]{1,3}、")
_YEARLY = pattern("[^，。；]{0,12}(?:日|节|纪念|周年|宣传周|宣传月)|前|之前|以前|[起至到—]")
_YEAR_TOLD = pattern("年$|(?:[今去前当同次翌本明每历]年度?|年年|每|[“《])[^，。；]*$")
_SPEAKING = (Role.HEADING, Role.PARAGRAPH, Role.FINDING, Role.MEASURE, Role.MATTER)
_ANY_YEAR = pattern(r"(?:19|20)\d\d年|[今去本当]年")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the first date of each passage whose year the part has not given."""
    known = {
        (date.month, date.day)
        for date in (subject.start, subject.end, subject.feedback_date)
        if date
    }
    has_year = False
    for passage in subject.passages:
        if _is_part(passage):
            has_year = False
        if not has_year and passage.role in _SPEAKING and "月" in passage.text:
            yield from _first(passage, known)
        has_year = has_year or bool(_ANY_YEAR.search(passage.text))


def _is_part(passage: Passage) -> bool:
    return passage.role is Role.HEADING and (
        passage.place[-1] == "部分" or bool(_PART.match(passage.text))
    )


def _first(passage: Passage, known: set[tuple[int | None, int | None]]) -> Iterator[Fault]:
    text = passage.text
    for one in calendar.told(text):
        if one.year is not None or (one.month, one.day) in known:
            return
        if one.day and one.possible and _needs_year(text, one):
            words = text[one.start : one.end]
            message = f"“{words}”没有写年份，请写明是哪一年。"
            yield Fault(passage, one.start, one.end, message)
            return


def _needs_year(text: str, one: Told) -> bool:
    if _YEARLY.match(text, one.end) or _YEAR_TOLD.search(text[max(one.start - 20, 0) : one.start]):
        return False
    return outlook.is_narrated(text, one) and not outlook.is_planned(text, one)
