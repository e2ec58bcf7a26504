"""发文字号的年份没有用六角括号。

GB/T 9704 规定年份用六角括号〔〕括入。

正确：岩委办〔2012〕10号

错误：岩委办（2012）10号、岩委办[2012]10号
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-document-number"
SEVERITY: Final = Severity.WARNING
_NUMBER = pattern(r"(?<=[\u4e00-\u9fff])[（(\[［【]((?:19|20)\d{2})[）)\]］】](\d{1,4})号")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each document number whose year stands in other brackets."""
    for passage, found in search(subject, _NUMBER, "号"):
        right = f"〔{found[1]}〕{found[2]}号"
        message = f"发文字号的年份用六角括号，“{found.group()}”请写成“{right}”。"
        yield Fault(passage, found.start(), found.end(), message)
