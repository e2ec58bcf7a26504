"""点号重叠。

逗号、句号、顿号、分号、冒号两个连用，或者与问号、叹号紧挨着。

正确：覆盖率由41.4%提高到79.3%。二是开展培训。

错误：覆盖率由41.4%提高到79.3%。。二是开展培训。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-doubled"
SEVERITY: Final = Severity.ERROR
_STOPS = "，。、；："
_DOUBLED = pattern(f"[{_STOPS}]{{2,}}|[？！](?<![？！]{{2}})[？！]*[{_STOPS}]|[{_STOPS}][？！]+")
_ELLIPSIS = 3


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each run of stops of which one is too many; 。。。 is punctuation-ellipsis."""
    for passage, found in search(subject, _DOUBLED, _STOPS):
        marks = found.group()
        if set(marks) != {"。"} or len(marks) < _ELLIPSIS:
            message = f"标点“{marks}”重叠，请只留一个。"
            yield Fault(passage, found.start(), found.end(), message)
