"""日期在成文日期之后，看不出是计划，也看不出已经办了，请看一下。

没有写年份的日期，按前面最近的年份算。公示期、附件和联系方式里的日期不看。

正确：2024年12月底前建成投用。（2024年6月20日成文）

错误：2024年9月开展专项检查，发现隐患12处。（2024年6月20日成文）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar, outlook
from noticegen.rules.calendar import Told
from noticegen.rules.subject import Fault, Role, Subject

CODE = "date-ahead"
SEVERITY: Final = Severity.HINT
_MODIFIES = pattern("[^，。；：、]{0,12}的")
_ELSEWHERE = (Role.SIGNATURE, Role.CONTACT, Role.ATTACHMENT, Role.TITLE)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each date after the date of issue that is neither a plan nor told as done."""
    if subject.date_of_issue is None:
        return
    issued = calendar.days_of(subject.date_of_issue)
    coming = outlook.coming_items(subject)
    for passage, dates in calendar.dated(subject):
        if passage.role in _ELSEWHERE or passage.item in coming:
            continue
        for one in dates:
            if not (one.month and one.days and calendar.is_before(issued, one.days)):
                continue
            if _is_unclear(subject, passage.text, one):
                words = passage.text[one.start : one.end]
                year = "" if one.own else f"（按前文是{one.year}年）"
                message = f"“{words}”{year}晚于成文日期，是计划请写明，不是请核对年份。"
                yield Fault(passage, one.start, one.end, message)


def _is_unclear(subject: Subject, text: str, one: Told) -> bool:
    if outlook.is_planned(text, one) or _MODIFIES.match(text, one.end):
        return False
    narrated = outlook.is_narrated(text, one)
    if one.own:
        return not narrated
    known = (subject.start, subject.end, subject.feedback_date)
    return bool(narrated and one.day) and not any(
        date and (date.month, date.day) == (one.month, one.day) for date in known
    )
