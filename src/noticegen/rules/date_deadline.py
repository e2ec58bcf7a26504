"""还要去办的事，期限在成文日期之前就过了。

看需要进一步整改的事项和下一步打算里的“……前”，以及“将于”“拟于”“计划于”后面的日期。

正确：2020年9月底前推动剩余6家学会成立党建工作小组。（2020年6月22日成文）

错误：2020年3月底前推动剩余6家学会成立党建工作小组。（2020年6月22日成文）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.model import Kind
from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar, outlook
from noticegen.rules.calendar import Told
from noticegen.rules.enclosed import is_titled
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "date-deadline"
SEVERITY: Final = Severity.WARNING
_BEFORE = pattern("(?:以|之)?前")
_WILL = pattern("(?<!原)(?:将于|拟[于在]|计划[于在]|预计于)$")
_OF = pattern("[^，。；]*的")
_PAST = pattern(
    "已|原(?!则)|曾|未能|未按|推迟|延期|延后|当时|逾期|了(?!解)|责成|督促|会议|要求|针对|以来"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each deadline of things to come that is before the date of issue."""
    if subject.date_of_issue is None:
        return
    issued = calendar.days_of(subject.date_of_issue)
    coming = outlook.coming_items(subject)
    for passage in subject.passages:
        if passage.role in (Role.FINDING, Role.TITLE) or not _counts(subject, passage):
            continue
        for one in calendar.told(passage.text):
            if (
                one.own
                and _is_to_come(passage, one, ahead=passage.item in coming)
                and one.days
                and calendar.is_before(one.days, issued)
            ):
                words = passage.text[one.start : one.end]
                message = f"“{words}”早于成文日期“{subject.date_of_issue}”，期限已过，请写明进展或者新的期限。"
                yield Fault(passage, one.start, one.end, message)


def _counts(subject: Subject, passage: Passage) -> bool:
    """Of the ledger, only a 事项's deadline counts: the 事项 is still to be done."""
    if passage.role is not Role.LEDGER:
        return True
    items = subject.notice.body if subject.notice else ()
    return passage.place[-1] == "完成时限" and items[passage.item].kind is Kind.MATTER


def _is_to_come(passage: Passage, one: Told, *, ahead: bool) -> bool:
    if passage.role is Role.LEDGER:
        return True
    text = passage.text
    start, end = outlook.sentence(text, one.start)
    if _PAST.search(text, start, end) or is_titled(text, one.start):
        return False
    will = _WILL.search(text, start, one.start) and not _OF.match(text, one.end, end)
    return bool(will or (ahead and _BEFORE.match(text, one.end)))
