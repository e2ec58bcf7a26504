"""填了状态的表里，有的问题下面没有整改措施。

有「措施」或者「内容」就行；几个问题合写一段、后面跟着段落的不报。

正确：每个问题下面都写明做了什么。

错误：问题写了，下面什么也没有。
"""

from collections.abc import Iterator, Sequence
from typing import Final

from noticegen.model import Item, Kind
from noticegen.problem import Severity
from noticegen.rules import filled
from noticegen.rules.subject import Fault, Subject, whole

CODE = "completeness-measures"
SEVERITY: Final = Severity.WARNING
_JOINT = (Kind.PARAGRAPH, Kind.POINT)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each finding below which nothing says what was done."""
    after = _after(subject.notice.body if subject.notice else ())
    for passage, item, _ in filled.findings(subject):
        if item.measures or item.content or item.lead:
            continue
        if after[passage.item] not in _JOINT:
            yield whole(passage, f"「{item.kind}」“{passage.text}”没有「措施」，请写明怎样整改。")


def _after(body: Sequence[Item]) -> list[Kind | None]:
    """What kind of item follows each, other findings passed over."""
    following: list[Kind | None] = []
    kind: Kind | None = None
    for item in reversed(body):
        following.append(kind)
        if item.kind not in (Kind.FINDING, Kind.TASK):
            kind = item.kind
    return following[::-1]
