"""“账”写作“帐”。

与钱物有关的都写作“账”；帐篷、蚊帐一类仍写作“帐”，书名号里的旧文件名不查。

正确：建立台账，清理往来账款。

错误：建立台帐，清理往来帐款。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import wordlist
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject

CODE = "term-account"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each word of the list that is printed, titles in 《》 left as they are."""
    return wordlist.shipped("accounts", SEVERITY).faults(subject, printed(subject), in_titles=False)
