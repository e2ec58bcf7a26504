"""「完成时限」在成文日期之前，「状态」却还是持续推进或者未完成。

正确：完成时限: 2023年12月底，状态: 持续推进。（2023年9月26日成文）

错误：完成时限: 2023年3月底，状态: 未完成。（2023年9月26日成文）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.model.kinds import Status
from noticegen.model.notice import statuses
from noticegen.problem import Severity
from noticegen.rules import calendar
from noticegen.rules.subject import Fault, Role, Subject

CODE = "date-overdue"
SEVERITY: Final = Severity.HINT
_OPEN = (Status.ONGOING, Status.NOT_COMPLETED)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each deadline that has passed while its finding is still open."""
    if subject.notice is None or subject.date_of_issue is None:
        return
    issued = calendar.days_of(subject.date_of_issue)
    status = {id(item): status for item, status in statuses(subject.notice.body)}
    for passage in subject.of((Role.LEDGER,)):
        if passage.place[-1] != "完成时限":
            continue
        current = status.get(id(subject.notice.body[passage.item]))
        dates = calendar.told(passage.text)
        if current not in _OPEN or len(dates) != 1 or not dates[0].own or not dates[0].days:
            continue
        if calendar.is_before(dates[0].days, issued):
            words = passage.text[dates[0].start : dates[0].end]
            message = f"完成时限“{words}”早于成文日期，状态却是“{current}”，请核对。"
            yield Fault(passage, dates[0].start, dates[0].end, message)
