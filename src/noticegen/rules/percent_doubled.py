"""“百分之”和“%”写重了。

正确：参训率达到百分之九十五。

错误：参训率达到百分之95%。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Subject

CODE = "percent-doubled"
SEVERITY: Final = Severity.ERROR
_DOUBLED = pattern(
    r"百分之(?P<number>\d+(?:\.\d+)?)[%％]|(?P<again>\d(?<!\d\d)\d*(?:\.\d+)?)[%％]{2}"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each percentage that is marked as one twice."""
    for passage in subject.printed:
        for found in _DOUBLED.finditer(passage.text) if "%" in passage.text else ():
            right = f"{found['number'] or found['again']}%"
            message = f"“{found.group()}”把百分号写重了，请写“{right}”。"
            yield Fault(passage, found.start(), found.end(), message)
