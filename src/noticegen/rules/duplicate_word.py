"""连着写了两遍的字和词：对对、进行进行、中心中心。

只报肯定多写的：虚词连写、常用词连写、四个字以上的词组连写。合起来成别的词的
（目的的、针对对象、以及及时、中心中心组）和叠词（人人、层层、方方面面）不报。

正确：运用第一种形态对市创业中心领导班子进行提醒谈话。

错误：运用第一种形态对对市创业中心领导班子进行提醒谈话。
"""

import re
from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.doubled import BRANCHES
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Role, Subject

CODE = "duplicate-word"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each word that stands twice running."""
    here = printed(subject)
    doubled = [word for word in BRANCHES if word in here]
    for passage in subject.holding(*doubled):
        if passage.role is Role.CONTACT:
            continue
        branches = [BRANCHES[word] for word in doubled if word in passage.text]
        for found in re.finditer("|".join(branches), passage.text) if branches else ():
            words = found.group()
            message = f"“{words}”多写了字，请写成“{_once(words)}”。"
            yield Fault(passage, found.start(), found.end(), message)


def _once(words: str) -> str:
    half = len(words) // 2
    if words[:half] == words[half:]:
        return words[:half]
    return words[1:] if words[0] == words[1] else words[:-1]
