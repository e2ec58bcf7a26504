"""填了状态的表里，有的问题没有填「状态」。

状态可以填在问题上，也可以填在上级标题上；整张表都没有填的不报。

正确：每个问题都有状态：已完成、基本完成、持续推进、未完成。

错误：别的问题都填了状态，这一个没有填。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import filled
from noticegen.rules.subject import Fault, Subject, whole

CODE = "completeness-status"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each finding that has no status."""
    for passage, item, status in filled.findings(subject):
        if status is None:
            yield whole(passage, f"「{item.kind}」“{passage.text}”没有填「状态」，请补上。")
