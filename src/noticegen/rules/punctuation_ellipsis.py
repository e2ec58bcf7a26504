"""省略号写错。

省略号是六个点的“……”，不是几个句号、几个小数点，也不是三个点。

正确：“缴纳年租金……按时上交”。

错误：“缴纳年租金。。。按时上交”。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-ellipsis"
SEVERITY: Final = Severity.WARNING
_HAN = r"\u4e00-\u9fff"
_WRONG = pattern(
    rf"。{{3,}}|(?<=[{_HAN}，；”])\.{{2,}}|(?<!\.)\.{{2,}}(?=[{_HAN}”])|[·・]{{3,}}"
    r"|(?<!…)(?:…|…{3}|…{5,})(?!…)"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each ellipsis made of other signs, or too short or too long."""
    for passage, found in search(subject, _WRONG, ("。。。", "..", "…", "···", "・・・")):
        message = f"“{found.group()}”不是规范的省略号，请写成“……”。"
        yield Fault(passage, found.start(), found.end(), message)
