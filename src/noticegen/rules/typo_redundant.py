"""意思重复的字眼。

词表见 data/typos.yaml，只作提示。

正确：涉及违纪问题的，必须上报。

错误：涉及到违纪问题的，必须要上报。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import wordlist
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject

CODE = "typo-redundant"
SEVERITY: Final = Severity.HINT


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each word of the list that is printed."""
    return wordlist.shipped("typos", SEVERITY).faults(subject, printed(subject))
