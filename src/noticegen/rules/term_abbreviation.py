"""机关的简称不规范。

正确：中央纪委通报的典型案例。

错误：中纪委通报的典型案例。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import wordlist
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject

CODE = "term-abbreviation"
SEVERITY: Final = Severity.HINT


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each word of the list that is printed."""
    return wordlist.shipped("phrases", SEVERITY).faults(subject, printed(subject))
