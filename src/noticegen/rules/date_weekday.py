"""日期和星期几对不上。

正确：2023年9月26日（星期二）召开党组会议。

错误：2023年9月26日（星期三）召开党组会议。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar
from noticegen.rules.subject import Fault, Subject

CODE = "date-weekday"
SEVERITY: Final = Severity.ERROR
_WEEKDAYS = "一二三四五六日"
_WEEKDAY = pattern("（?，?(?:星期|周|礼拜)([一二三四五六日天])(?![至到、—和期年])")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each date of the calendar that is followed by another day of the week."""
    for passage, dates in calendar.dated(subject):
        if not any(word in passage.text for word in ("星期", "周", "礼拜")):
            continue
        for one in dates:
            found = _WEEKDAY.match(passage.text, one.end)
            if not (found and one.own and one.day and one.days):
                continue
            right = _WEEKDAYS[one.days[0].weekday()]
            if found.group(1).replace("天", "日") != right:
                words = passage.text[one.start : one.end]
                message = f"“{words}”是星期{right}，不是星期{found.group(1)}，请核对。"
                yield Fault(passage, one.start, found.end(1), message)
