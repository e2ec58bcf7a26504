"""年份后面漏了“年”字。

只查“制定2020市……计划”这样年份直接连着市、县、区的。

正确：制定2020年市科协会员发展计划。

错误：制定2020市科协会员发展计划。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "typo-year"
SEVERITY: Final = Severity.WARNING
_ISSUED = "制定|修订|印发|出台|编制|召开|开展|部署|审议|通过|落实|完成|关于|《"
_YEAR = pattern(rf"(?:{_ISSUED})了?((?:19|20)\d{{2}})(?=[省市县区镇乡州局](?!级))")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each year that lacks its 年."""
    for passage, found in search(subject, _YEAR, "省市县区镇乡州局"):
        message = f"“{found[1]}”后面漏了“年”字，请写成“{found[1]}年”。"
        yield Fault(passage, found.start(1), found.end(1), message)
