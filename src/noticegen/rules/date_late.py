"""正文说已经办了的事，日期却在成文日期之后。

只看写明年份的日期；“截至……，已完成……”的日期也看；计划、要求、合同期限
和“……前”“到……”一类的将来日期不算。

正确：换届方案已于2019年12月6日印发实施。（2020年6月22日成文）

错误：换届方案已于2020年12月6日印发实施。（2020年6月22日成文）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import calendar, outlook
from noticegen.rules.calendar import Told
from noticegen.rules.subject import Fault, Role, Subject

CODE = "date-late"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each date of something done that is later than the date of issue."""
    if subject.date_of_issue is None:
        return
    issued = calendar.days_of(subject.date_of_issue)
    coming = outlook.coming_items(subject)
    for passage, dates in calendar.dated(subject):
        if passage.role is Role.SIGNATURE or passage.item in coming:
            continue
        for one in dates:
            if not (one.own and one.month and one.days and calendar.is_before(issued, one.days)):
                continue
            if _is_done(passage.text, one):
                words = passage.text[one.start : one.end]
                message = f"“{words}”晚于成文日期“{subject.date_of_issue}”，请核对年份和日期。"
                yield Fault(passage, one.start, one.end, message)


def _is_done(text: str, one: Told) -> bool:
    if outlook.is_tally(text, one):
        return True
    return outlook.is_narrated(text, one) and not outlook.is_planned(text, one)
