"""几乎可以肯定的误写和重复的约数。

词表见 data/typos.yaml。

正确：印发《经费管理暂行办法》，走访企业数十家。

错误：印发《经费管理暂行方法》，走访企业数十多家。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import wordlist
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject

CODE = "typo-suspect"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each word of the list that is printed."""
    return wordlist.shipped("typos", SEVERITY).faults(subject, printed(subject))
