"""反馈的问题没有全部列出。

正文说明了巡察反馈几个问题，逐条列出的却比这个数少：可能漏写了，也可能数写错了。
确有不宜公开的，在填报表里给那个问题填「不公开」，就不再提示。

正确：针对反馈的28个问题逐一整改。（列出28个问题）

错误：针对反馈的30个问题逐一整改。（列出28个问题）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import totals
from noticegen.rules.reading import written
from noticegen.rules.subject import Fault, Subject

CODE = "count-unlisted"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each total of findings that is more than what the notice lists."""
    listed = subject.listed.findings
    if listed is None:
        return
    for total in totals.stated(subject).unlike(totals.lawful(subject)):
        if total.value > listed:
            words = total.passage.text[total.start : total.end]
            missing = written(total.value - listed)
            message = f"“{words}”多于列出的{listed}个问题，请补上缺的{missing}个，或者改正这个数。"
            yield Fault(total.passage, total.start, total.end, message)
