"""通报列出的问题比反馈的还多。

正文说明了巡察反馈几个问题（“针对反馈的27个问题”），逐条列出的问题却比这个数多。
说的是某一方面、上一轮或者别的检查的问题数，以及先归纳再分解的问题数，不在此列；
按类别计数、把不公开的问题计入在内，也不算错。

正确：紧紧围绕巡察反馈的28个具体问题持续整改。（列出28个问题）

错误：紧紧围绕巡察反馈的27个具体问题持续整改。（列出28个问题）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import totals
from noticegen.rules.reading import written
from noticegen.rules.subject import Fault, Subject

CODE = "count-findings"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each total of findings that is less than what the notice lists."""
    listed = subject.listed.findings
    if listed is None:
        return
    for total in totals.stated(subject).unlike(totals.lawful(subject)):
        if total.value < listed:
            words = total.passage.text[total.start : total.end]
            message = f"“{words}”与列出的问题不符，正文列出了{listed}个问题，比{written(total.value)}个多，请核对。"
            yield Fault(total.passage, total.start, total.end, message)
