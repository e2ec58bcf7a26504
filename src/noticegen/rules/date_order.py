"""巡察开始、结束、反馈、成文、印发的日期要一个比一个晚。

开始不晚于结束，结束早于反馈，反馈早于成文，印发不早于成文。只写到月或者旬的，
按可能的日子比较，肯定不对才报。

正确：2022年10月24日至11月19日巡察，2023年1月16日反馈，2023年9月26日成文。

错误：2022年10月24日至11月19日巡察，2022年1月16日反馈。
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from noticegen.dates import PartialDate
from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "date-order"
SEVERITY: Final = Severity.ERROR
_NAMES = {
    "开始": "巡察开始日期",
    "结束": "巡察结束日期",
    "反馈日期": "反馈日期",
    "成文日期": "成文日期",
}
_DISTRIBUTED = pattern(r"(\d{4}年\d{1,2}月\d{1,2}日)印发$")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each date that is certainly not later than the one before it."""
    dates = {
        "开始": subject.start,
        "结束": subject.end,
        "反馈日期": subject.feedback_date,
        "成文日期": subject.date_of_issue,
    }
    known = [(label, date) for label, date in dates.items() if date]
    for (earlier_label, earlier), (label, date) in pairwise(known):
        said = _said(earlier, date, _NAMES[earlier_label], may_be_same=label == "结束")
        if said and (place := calendar.locate(subject, date, label)):
            yield Fault(*place, f"「{label}」{said}".replace("巡察", subject.genre or "巡察"))
    yield from _distributed(subject)


def _said(earlier: PartialDate, later: PartialDate, name: str, *, may_be_same: bool) -> str:
    """What is wrong between two dates; "" where nothing surely is."""
    if calendar.is_before(calendar.days_of(later), calendar.days_of(earlier)):
        return f"{later}早于{name}{earlier}，请核对年份。"
    if later == earlier and later.day and not may_be_same:
        return f"{later}和{name}是同一天，请核对。"
    return ""


def _distributed(subject: Subject) -> Iterator[Fault]:
    """The imprint's 印发日期, of the form or of the text's last lines."""
    issued = subject.date_of_issue
    if issued is None:
        return
    imprint = subject.notice and subject.notice.imprint
    if imprint and (date := imprint.distribution_date):
        text = str(date)
        if calendar.is_before(calendar.days_of(date), calendar.days_of(issued)):
            place = Passage(text, ("版记", "印发日期"), Role.SIGNATURE, -1)
            yield Fault(place, 0, len(text), _late(text, issued))
    for passage in subject.of((Role.SIGNATURE,)):
        found = _DISTRIBUTED.search(passage.text) if "印发" in passage.text else None
        for told in calendar.told(found.group(1)) if found else ():
            if told.days and calendar.is_before(told.days, calendar.days_of(issued)):
                start = found.start(1) if found else 0
                yield Fault(passage, start, start + told.end, _late(passage.text[start:-2], issued))


def _late(date: str, issued: PartialDate) -> str:
    return f"印发日期“{date}”早于成文日期“{issued}”，请核对。"
