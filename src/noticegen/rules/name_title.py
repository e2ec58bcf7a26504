"""标题里的机关和发文机关不是一个机关。

简称、党组和党委的不同写法、联合发文只写一个，都不算。

正确：中共云山县统计局党组关于巡察整改进展情况的通报，落款中共云山县统计局党组。

错误：中共云山县审计局党组关于巡察整改进展情况的通报，落款中共云山县统计局党组。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import organs
from noticegen.rules.subject import Fault, Role, Subject

CODE = "name-title"
SEVERITY: Final = Severity.ERROR
_BEFORE = pattern("(?:【[^】]*】)?(?P<organ>[^【】]+?)关于")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the title whose organ is neither an issuer nor an inspected body."""
    for passage in subject.of((Role.TITLE,)):
        found = _BEFORE.match(passage.text)
        if found is None or not organs.is_organ(found["organ"]):
            continue
        named = [*subject.issuers, *subject.signature]
        known = [*named, *subject.bodies]
        if not named or not all(organs.is_organ(name) for name in named):
            continue
        if not any(organs.may_be_same(found["organ"], name) for name in known):
            message = f"标题里是“{found['organ']}”，发文机关是“{named[0]}”，请改成一样的。"
            yield Fault(passage, found.start("organ"), found.end("organ"), message)
