"""数值起止之间用了短横线。

GB/T 15834 规定数值起止用“～”或“—”，短横线用于电话号码、编号；书名号里的不查。

正确：每天就餐20～80人。

错误：每天就餐20-80人。
"""

import re
from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.titles import without_titles

CODE = "punctuation-range"
SEVERITY: Final = Severity.HINT
_RANGE = pattern(
    r"(?<![\w.\-/])(\d+(?:\.\d+)?%?)-(\d+(?:\.\d+)?)(?=%|万元|元|[个人次家项条天名岁倍户年月])",
    re.ASCII,
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each range of numbers joined by a hyphen."""
    for passage, found in search(subject, _RANGE, "-", without_titles):
        message = f"数值起止用“～”或“—”，“{found.group()}”请写成“{found[1]}～{found[2]}”。"
        yield Fault(passage, found.start(), found.end(), message)
