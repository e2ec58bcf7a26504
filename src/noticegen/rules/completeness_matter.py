"""需要进一步整改的事项没有写整改措施。

只看填了状态的表。

正确：事项下面写明还要采取哪些措施。

错误：事项只写了存在问题。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.model import Kind
from noticegen.problem import Severity
from noticegen.rules import filled
from noticegen.rules.subject import Fault, Subject, whole

CODE = "completeness-matter"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each 事项 that says nothing of what will be done."""
    for passage, item in filled.headed(subject, Kind.MATTER):
        if not item.measures:
            yield whole(passage, f"「事项」“{passage.text}”没有「措施」，请写明怎样进一步整改。")
