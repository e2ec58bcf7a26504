"""同一个总数前后不一致。

正文没有逐条编号列出问题，前后两处说的“反馈的问题”却是两个数。
列出了问题的，由 count-findings 和 count-unlisted 对照列出的个数。

正确：针对反馈的27个问题逐项研究。……反馈的27个问题已整改26个。

错误：针对反馈的27个问题逐项研究。……反馈的28个问题已整改26个。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import totals
from noticegen.rules.reading import written
from noticegen.rules.subject import Fault, Subject

CODE = "count-contradiction"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each total that differs from the first one stated of the same thing."""
    told = totals.stated(subject)
    kinds = [tuple(told.unlike(set()))] if subject.listed.findings is None else []
    if subject.listed.aspects is None and not told.has_other_source:
        kinds.append(told.aspects)
    for kind in kinds:
        for total in kind[1:]:
            if total.value != kind[0].value:
                words = total.passage.text[total.start : total.end]
                message = (
                    f"“{words}”与前面说的{written(kind[0].value)}个不一致，请核对后改成同一个数。"
                )
                yield Fault(total.passage, total.start, total.end, message)
