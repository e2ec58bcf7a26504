"""说的条数与后面的条数不符。

先说“以下三项措施”“三个方面”“三点要求”，冒号后面用一是、二是列出，条数不同；
填报表的「导语」这样写，与下面的「措施」条数不同，也报。

正确：采取以下三项措施：一是……二是……三是……

错误：采取以下四项措施：一是……二是……三是……
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.ordinals import following, running
from noticegen.rules.reading import NUMBER, masked, number
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "count-announced"
SEVERITY: Final = Severity.WARNING
_WORDS = (
    rf"(?P<words>(?P<number>{NUMBER})(?:项|条|点|个方面|个环节|个重点)"
    r"(?:整改)?(?:措施|举措|要求|意见|工作|任务|做法)?)："
)
_ANNOUNCED = pattern(_WORDS + "一是")
_LEADING = pattern(_WORDS + "$")
_MOST = 10  # more are a total, not what one paragraph lists


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each announced number that differs from the 一是、二是 or the 措施 that follow it."""
    passages = list(subject.printed)
    measures = Counter(passage.item for passage in subject.of((Role.MEASURE,)))
    for at, passage in enumerate(passages):
        if passage.place[-1] == "导语" and (found := _LEADING.search(passage.text)):
            yield from _fault(passage, found, list(range(1, measures[passage.item] + 1)))
        elif "：一是" in passage.text and not _goes_on(passages[at + 1 : at + 2]):
            run = running(passage.text)
            for found in _ANNOUNCED.finditer(masked(passage.text)):
                yield from _fault(passage, found, following(run, found.end("words")))


def _fault(passage: Passage, found: re.Match[str], listed: list[int]) -> Iterator[Fault]:
    """Yield a fault where the number is neither how many are listed nor the last one's."""
    value = number(found["number"])
    if value is None or not 1 < value <= _MOST or len(listed) == 1:
        return
    if value not in (len(listed), listed[-1] if listed else value):
        message = f"“{found['words']}”与后面列出的{len(listed)}条不符，请核对。"
        yield Fault(passage, *found.span("words"), message)


def _goes_on(after: list[Passage]) -> bool:
    """Tell whether the list may go on in the next paragraph."""
    return any(following(running(text.text), 0)[:1] > [1] for text in after)
