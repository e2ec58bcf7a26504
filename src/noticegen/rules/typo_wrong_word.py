"""确凿的错别字。

只收在哪里都是错的写法，词表见 data/typos.yaml，碰巧含有它的正当词语（公布署名、习惯彻底）不报。

正确：再接再厉，部署下一步工作。

错误：再接再励，布署下一步工作。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import wordlist
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject

CODE = "typo-wrong-word"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each word of the list that is printed."""
    return wordlist.shipped("typos", SEVERITY).faults(subject, printed(subject))
