"""写明的历时比起止日期之间的日子还长。

按自然日算，头尾都算在内；写得短的可能是工作日，不报。

正确：2022年10月24日至11月19日，为期27天。

错误：2022年10月24日至11月19日，为期45天。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import calendar
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "date-span"
SEVERITY: Final = Severity.WARNING
_DAYS = pattern(r"(?:为期|历时)(\d{1,3})[天日]")
_LASTING = pattern(r"(\d{1,3})[天日]")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each stated length that the inspection's two dates cannot hold."""
    if not (subject.start and subject.start.day and subject.end and subject.end.day):
        return
    first, last = calendar.days_of(subject.start)[0], calendar.days_of(subject.end)[0]
    days = (last - first).days + 1
    duration = subject.notice.inspection.duration if subject.notice else None
    if duration and (found := _LASTING.fullmatch(duration)) and int(found.group(1)) > days > 0:
        place = Passage(duration, ("巡察", "历时"), Role.PREAMBLE, -1)
        yield Fault(place, 0, len(duration), _message(duration, days))
    for passage in subject.of((Role.PREAMBLE,)):
        for found in _DAYS.finditer(passage.text):
            if int(found.group(1)) > days > 0:
                yield Fault(passage, found.start(), found.end(), _message(found.group(), days))


def _message(words: str, days: int) -> str:
    return f"“{words}”不对，起止日期之间头尾算上只有{days}天，请核对。"
