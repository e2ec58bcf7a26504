"""省略号代替了还没有写的内容。

只查序数后面、冒号后面紧跟着的，或者单独成段的；引文里的、列举后面的省略号不报。

正确：合同约定“缴纳年租金……租金上交按照就高标准”。

错误：一是……二是……
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.reading import masked
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "placeholder-ellipsis"
SEVERITY: Final = Severity.WARNING
_OMITTED = pattern(
    "(?:^|(?<=[一二三四五六七八九十]是)|(?<=[：。；]))……+(?=[。；，]|$|[一二三四五六七八九十]是)"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each ellipsis that stands where a whole sentence should."""
    for passage, found in search(subject, _OMITTED, ("……",), masked):
        message = f"“{found.group()}”处的内容还没有写，请补上。"
        yield Fault(passage, found.start(), found.end(), message)
