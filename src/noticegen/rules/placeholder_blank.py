"""留空的方框、横线，或者丢失的字符。

正确：会议由党组书记主持。

错误：会议由____主持，□□□参加。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "placeholder-blank"
SEVERITY: Final = Severity.ERROR
_BLANK = pattern(r"□{2,}|■{2,}|(?<![0-9A-Za-z])[_＿]{2,}(?![0-9A-Za-z@])|\ufffd+|(?:锟斤拷)+")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each run of signs that stand for words."""
    for passage, found in search(subject, _BLANK, ("□", "■", "__", "＿", "\ufffd", "锟斤拷")):
        message = f"“{found.group()}”处缺内容，请填上。"
        yield Fault(passage, found.start(), found.end(), message)
