"""需要进一步整改的事项没有完成时限。

「完成时限」、上级标题的完成时限、措施里的“年底前”“长期坚持”都算；只看填了状态的表。

正确：2024年12月底前完成消防改造。

错误：尽快完成消防改造。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.model import Kind
from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import filled
from noticegen.rules.subject import Fault, Subject, whole

CODE = "completeness-deadline"
SEVERITY: Final = Severity.HINT
_TERM = pattern(r"\d年|月|季度|年底|年末|半年|长期|每年|常态|日前|日内|天内|周内")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each 事项 that sets itself no date."""
    inherited = filled.inherited_deadlines(subject)
    for passage, item in filled.headed(subject, Kind.MATTER):
        texts = (item.remaining or "", *item.measures, passage.text)
        if item.deadline or passage.item in inherited or any(map(_TERM.search, texts)):
            continue
        yield whole(passage, f"「事项」“{passage.text}”没有「完成时限」，请写明什么时候完成。")
