"""党委的“巡察”写作“巡查”。

只查“市委巡查组”“县委第二巡查组”这样的说法；园区、河道的巡查不查。

正确：市委第二巡察组反馈的意见。

错误：市委第二巡查组反馈的意见。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "term-patrol"
SEVERITY: Final = Severity.WARNING
_PATROL = pattern(
    "(?<=[省市县区旗州党工]委)(?:第[一二三四五六七八九十]{1,3})?(巡查)(?:[一二三四五六七八九十]{0,3}组|办|机构|反馈|整改)"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each 巡查 of a Party committee."""
    for passage, found in search(subject, _PATROL, ("巡查",)):
        start, end = found.span(1)
        yield Fault(passage, start, end, "党委的“巡查”应为“巡察”，请改正。")
