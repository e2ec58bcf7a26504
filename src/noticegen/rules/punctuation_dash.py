"""破折号、连接号写错。

破折号是两格的“——”，不是连着的短横；数字之间的连接号不是汉字“一”。

正确：第一责任人——党组书记；2018—2020年。

错误：第一责任人--党组书记；2018一2020年。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-dash"
SEVERITY: Final = Severity.WARNING
_HAN = r"\u4e00-\u9fff"
_DASH = pattern(rf"(?<=[{_HAN}”》）])(?:-{{2,}}|－{{2,}}|–{{2,}}|—-+|-+—|—{{3,}})(?=[{_HAN}“《（])")
_NUMERAL = pattern(r"\d(一)(?=\d)")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each dash made of other signs."""
    for passage, found in search(subject, _DASH, ("--", "－－", "––", "—-", "-—", "———")):
        message = f"“{found.group()}”不是规范的破折号，请写成“——”。"
        yield Fault(passage, found.start(), found.end(), message)
    for passage, found in search(subject, _NUMERAL, ("一",)):
        message = f"“{found.group()}”后面的“一”是汉字，数字之间请用连接号“—”。"
        yield Fault(passage, found.start(1), found.end(1), message)
