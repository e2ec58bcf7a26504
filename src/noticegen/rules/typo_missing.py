"""“印发”漏了“印”字。

只查序数后面或者措施开头的“发《……》”。

正确：一是印发《党风廉政建设工作计划》。

错误：一是发《党风廉政建设工作计划》。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Role, Subject

CODE = "typo-missing"
SEVERITY: Final = Severity.WARNING
_ISSUED = pattern("(?:^|(?<=[一二三四五六七八九十]是))发(?=《)")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each 发 before a title that begins a measure."""
    for passage, found in search(subject, _ISSUED, ("发《",)):
        if found.start() or passage.role is Role.MEASURE:
            message = "“发”后面是文件名称，应为“印发”，请补上“印”字。"
            yield Fault(passage, found.start(), found.end(), message)
