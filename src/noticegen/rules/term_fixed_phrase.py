"""固定提法、党和国家名称、领导人姓名写错。

只收看得出是笔误的写法，词表见 data/phrases.yaml。

正确：增强“四个意识”，落实“三会一课”制度。

错误：增强“四个意思”，落实“三会一科”制度。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import wordlist
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject

CODE = "term-fixed-phrase"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each word of the list that is printed."""
    return wordlist.shipped("phrases", SEVERITY).faults(subject, printed(subject))
