"""同一个巡察组有两种写法，或者移交、反馈的不是派来的那个组。

一处写“市委第二巡察组”，一处写“市委巡察二组”，要统一成一种。派来几个组的、
说的是上一轮或者别的级别的，不报。

正确：市委第二巡察组进行了巡察……未接到市委第二巡察组移交的线索。

错误：市委第二巡察组进行了巡察……未接到市委巡察二组移交的线索。
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.reading import REACH
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "name-team"
SEVERITY: Final = Severity.WARNING
_NUMBER = "[一二三四五六七八九十]{1,3}"
_TEAM = pattern(
    rf"(?P<tier>中央|[省市县区州盟旗]委)?(?P<before>第(?P<first>{_NUMBER})巡[察视]组"
    rf"|巡[察视]第?(?P<second>{_NUMBER})组)"
)
_NEAR = pattern(f"巡[察视](?:组|第?{_NUMBER}组)")
_OTHERS = pattern(
    "上[一]?轮|此前|往年|历次|届|第[一二三四五六七八九十]+轮|曾|、第|20\\d\\d年|其他|配合|联动"
)
_DEEDS = pattern("(?:向[^，。；]{1,12})?(?:移交|交办|转交|反馈)")


class _Team(NamedTuple):
    tier: str
    number: str
    ordinal_first: bool


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each mention of the team that differs from the first one."""
    given = subject.notice.inspection.team if subject.notice else None
    sent, named = _first_in(given or ""), _words(given or "")
    numbers = {subject.number_at(found.start()) for found in _NEAR.finditer(subject.text)}
    for number in sorted(numbers):
        passage = subject.printed[number]
        if passage.role is Role.TITLE:
            continue
        for found in _TEAM.finditer(passage.text):
            team = _team(found)
            if sent is None:
                if passage.role is not Role.PREAMBLE or len(_numbers(passage.text)) > 1:
                    return
                sent, named = team, found.group()
            elif message := _fault(passage, found, team, sent, named):
                yield Fault(passage, found.start(), found.end(), message)


def _fault(passage: Passage, found: re.Match[str], team: _Team, sent: _Team, named: str) -> str:
    if team.tier and sent.tier and team.tier != sent.tier:
        return ""
    first = max(found.start() - REACH, 0)
    start = max(passage.text.rfind("。", first, found.start()) + 1, first)
    if _OTHERS.search(passage.text, start, found.start()):
        return ""
    words = found.group()
    if team.number == sent.number and team.ordinal_first != sent.ordinal_first:
        return f"同一个组前面写“{named}”，这里写“{words}”，请统一成一种写法。"
    if team.number != sent.number and _DEEDS.match(passage.text, found.end()):
        return f"前面是“{named}”，这里是“{words}”，请核对是哪一个组。"
    return ""


def _first_in(text: str) -> _Team | None:
    found = _TEAM.search(text) if len(_numbers(text)) == 1 else None
    return _team(found) if found else None


def _words(text: str) -> str:
    found = _TEAM.search(text)
    return found.group() if found else ""


def _numbers(text: str) -> set[str]:
    """The numbers of the teams in *text*; 第一、第三巡察组 are two."""
    numbers = {_team(found).number for found in _TEAM.finditer(text)}
    return numbers | (
        {"、"} if re.search(rf"第?{_NUMBER}、第?{_NUMBER}(?:、|巡|组)", text) else set()
    )


def _team(found: re.Match[str]) -> _Team:
    return _Team(found["tier"] or "", found["first"] or found["second"], bool(found["first"]))
