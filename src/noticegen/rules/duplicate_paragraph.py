"""一整段话出现了两遍。

二十个字以上、一字不差的段落才报；问题下面的措施另有规则。

正确：每段话只写一次。

错误：第一部分和第三部分有一段话一字不差。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Role, Subject, whole

CODE = "duplicate-paragraph"
SEVERITY: Final = Severity.WARNING
_SHORTEST = 20
_SHOWN = 12


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each paragraph outside the findings that has been there before."""
    found = {passage.item for passage in subject.of((Role.FINDING,))}
    seen: set[str] = set()
    for passage in subject.of((Role.PARAGRAPH,)):
        if passage.item in found or len(passage.text) < _SHORTEST:
            continue
        if passage.text in seen:
            yield whole(passage, f"“{passage.text[:_SHOWN]}……”这一段前面已经有了，请删去一段。")
        seen.add(passage.text)
