"""“截至”写作“截止”。

后面带时间的用“截至”；截止日期、截止时间、到某日截止、截止到某日都是对的。

正确：截至2023年9月20日，已完成整改28项。

错误：截止2023年9月20日，已完成整改28项。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "term-as-of"
SEVERITY: Final = Severity.WARNING
_TIME = (
    r"(?:19|20)\d{2}年|\d{1,2}月|[〇零一二三四五六七八九十]{1,4}[年月]|目前|当前|现在|今[年天日]"
    "|本[年月]|上[年月]|去年|年底|月底|日前|发稿|(?:集中)?(?:巡察|巡视|整改|检查)(?:工作)?(?:结束|完成)"
)
_UNTIL = pattern(rf"(?:^|(?<=[，。；：、（“]))(截止)(?:{_TIME})[^，。；）]*")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each 截止 that begins a clause and has a time behind it."""
    for passage, found in search(subject, _UNTIL, ("截止",)):
        if "为止" not in found.group() and found.group().count("截止") == 1:
            start, end = found.span(1)
            yield Fault(passage, start, end, "后面带有时间，“截止”应为“截至”，请改正。")
