"""完成的个数与填的状态不符。

填报表给问题填了「状态」，正文又说反馈的问题已完成几个，两处不同；
或者说已全部完成，却还有问题在推进、没有完成。没有填状态的表不检查。
“基本完成”计入或者不计入完成，都不算错。

正确：反馈的28个问题，已完成整改25个。（状态为已完成的25个）

错误：反馈的28个问题，已完成整改26个。（状态为已完成的24个，基本完成的1个）
"""

import re
from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import totals
from noticegen.rules.reading import NUMBER, number
from noticegen.rules.subject import Fault, Listed, Subject

CODE = "count-statuses"
SEVERITY: Final = Severity.WARNING
_TOLD = pattern(
    r"中?[，、]?(?:其中|目前|现|截至[^，]{0,16}，)?"
    rf"(?P<words>已(?P<all>全部完成|全部整改到位)|已?经?完成(?:整改)?(?P<some>{NUMBER})[个项条])"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each statement of completed findings that the statuses contradict."""
    listed = subject.listed
    if listed.completed is None:
        return
    told = totals.stated(subject)
    for total in () if told.has_other_source else told.findings:
        found = _TOLD.match(total.passage.text, total.end)
        if found and (why := _against(found, listed)):
            message = f"“{found['words']}”与填的状态不符，{why}，请核对。"
            yield Fault(total.passage, *found.span("words"), message)


def _against(found: re.Match[str], listed: Listed) -> str:
    """Say what the statuses are where they contradict *found*; "" where they agree."""
    completed, nearly = listed.completed or 0, listed.substantially_completed or 0
    left = (listed.ongoing or 0) + (listed.not_completed or 0)
    if found["all"]:
        return f"还有{left}个问题没有完成" if left else ""
    if number(found["some"]) in (completed, completed + nearly):
        return ""
    return f"状态为已完成的是{completed}个" + (f"，基本完成的是{nearly}个" if nearly else "")
