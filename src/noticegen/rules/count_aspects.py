"""方面的个数与列出的不符。

填报表里说“反馈的3个方面28个问题”，正文却列了四个「方面」。

正确：针对反馈的3个方面28个问题制定方案。（列出3个方面）

错误：针对反馈的4个方面28个问题制定方案。（列出3个方面）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import totals
from noticegen.rules.subject import Fault, Subject

CODE = "count-aspects"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each total of aspects that is not what the form lists."""
    listed = subject.listed
    if listed.aspects is None:
        return
    told = totals.stated(subject)
    for total in () if told.has_other_source else told.aspects:
        if total.value not in (listed.aspects, listed.categories):
            words = total.passage.text[total.start : total.end]
            message = f"“{words}”与列出的{listed.aspects}个方面不符，请核对。"
            yield Fault(total.passage, total.start, total.end, message)
