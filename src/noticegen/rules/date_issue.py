"""文中另有一个单独成行的成文日期，和落款的不一样。

正确：全文只在落款处有一个成文日期。

错误：标题下面写“（2023年9月20日）”，落款是2023年9月26日。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar
from noticegen.rules.subject import Fault, Role, Subject

CODE = "date-issue"
SEVERITY: Final = Severity.WARNING
_ALONE = pattern(r"（?(?:成文日期：)?(?P<date>[^（）：，。]{8,12})）?")
_NEAR_THE_ENDS = (Role.PREAMBLE, Role.SIGNATURE)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each date on a line of its own that is not the date of issue."""
    if subject.date_of_issue is None:
        return
    issued = calendar.days_of(subject.date_of_issue)
    for passage in subject.of(_NEAR_THE_ENDS):
        found = _ALONE.fullmatch(passage.text)
        if found is None:
            continue
        dates = calendar.told(found["date"])
        if len(dates) != 1 or dates[0].end < len(found["date"]) or not dates[0].day:
            continue
        if dates[0].own and dates[0].days and dates[0].days != issued:
            words = found["date"]
            message = f"“{words}”和落款的成文日期“{subject.date_of_issue}”不一样，请统一。"
            yield Fault(passage, found.start("date"), found.end("date"), message)
