"""反馈的问题里，事情的日期在反馈日期之后。

巡察组反馈的问题只能是反馈以前的事；期限、计划一类的日期不算。

正确：2021年7月未按规定公开招标。（2023年1月16日反馈）

错误：2023年7月未按规定公开招标。（2023年1月16日反馈）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar, outlook
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "date-finding"
SEVERITY: Final = Severity.WARNING
_OF_TEXT = pattern("（\\d{1,3}）(?:针对|关于)[^。]*问题")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each date in a finding that is later than the feedback."""
    if subject.feedback_date is None:
        return
    told = calendar.days_of(subject.feedback_date)
    issued = subject.date_of_issue and calendar.days_of(subject.date_of_issue)
    for passage in subject.of((Role.FINDING,)):
        for one in calendar.told(passage.text[: _length(subject, passage)]):
            if not (one.own and one.month and one.days and calendar.is_before(told, one.days)):
                continue
            if issued and calendar.is_before(issued, one.days):
                continue
            if not outlook.is_planned(passage.text, one):
                words = passage.text[one.start : one.end]
                message = f"“{words}”晚于反馈日期“{subject.feedback_date}”，反馈时还没有这件事，请核对年份。"
                yield Fault(passage, one.start, one.end, message)


def _length(subject: Subject, passage: Passage) -> int:
    """How much of *passage* is the finding itself and not what was done about it."""
    if subject.notice:
        return len(passage.text) if passage.place[-1] == "问题" else 0
    found = _OF_TEXT.match(passage.text)
    return found.end() if found else 0
