"""日期空着没有填。

正确：于2023年9月26日召开会议。

错误：于2023年 月 日召开会议。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "placeholder-date"
SEVERITY: Final = Severity.ERROR
_AFTER = "(?=[，。；、）至下上前召印发]|$)"
_BLANK = pattern(
    rf"(?:19|20)\d{{2}}年(?:\d{{1,2}})?月日{_AFTER}|(?:19|20)\d{{2}}年月\d{{1,2}}日|^年月日$|(?<=于)年月日"
    r"|(?<!\d)0000[-年.]0?0[-月.]0?0日?|(?:19|20)\d{2}年0{1,2}月(?:\d{1,2}日)?|(?<!\d)\d{1,2}月0{1,2}日"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each date that lacks its month or day."""
    for passage, found in search(subject, _BLANK, ("月日", "年月", "0000", "年0", "月0")):
        message = f"日期“{found.group()}”没有填全，请填上实际日期。"
        yield Fault(passage, found.start(), found.end(), message)
