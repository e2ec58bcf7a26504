"""成文的中文里用了全角数字。

GB/T 15835 的阿拉伯数字是半角。只查成文的稿子，全文只提示一次。

正确：召开会议12次。

错误：召开会议１２次。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-wide-digit"
SEVERITY: Final = Severity.HINT
_WIDE = pattern("[０-９]+")
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the first full-width number, at the place where it is half-width now."""
    for passage in subject.printed:
        if passage.raw and (found := _WIDE.search(passage.raw)):
            digits = found.group().translate(_NARROW)
            at = passage.text.find(digits)
            if at >= 0:
                message = f"“{found.group()}”是全角数字，请写成半角“{digits}”。"
                yield Fault(passage, at, at + len(digits), message)
                return
