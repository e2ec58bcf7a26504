"""模板里的名称没有填上。

双花括号、${ }、{% %} 一类的记号印了出来。

正确：共反馈问题28个。

错误：共反馈问题{{ 问题数 }}个。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "placeholder-name"
SEVERITY: Final = Severity.ERROR
_SLOT = pattern(
    r"(?:\{\{|｛｛)[^{}｛｝]{0,30}(?:\}\}|｝｝)|\$\{[^{}]{0,30}\}|\{%[^{}]{0,60}%\}|«[^«»]{1,30}»"
    r"|\{\{|\}\}|｛｛|｝｝"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each slot that was left as it stood in a template."""
    for passage, found in search(subject, _SLOT, ("{", "}", "｛", "｝", "«")):
        message = f"模板里的“{found.group()}”没有填上，请换成实际内容。"
        yield Fault(passage, found.start(), found.end(), message)
