"""阿拉伯数字的层次序号后面用了顿号。

GB/T 9704 的第三层写作“1.”。全文只提示一次。

正确：1. 学习不深入。

错误：1、学习不深入。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-numeral"
SEVERITY: Final = Severity.HINT
_PAUSED = pattern(r"^(\d{1,2})、(?!\d)")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the first paragraph that begins with 1、."""
    for passage, found in search(subject, _PAUSED, "、"):
        message = f"序号“{found.group()}”请写成“{found[1]}.”。"
        yield Fault(passage, found.start(), found.end(), message)
        return
