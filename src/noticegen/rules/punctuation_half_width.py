"""成文的中文里用了半角标点。

只查成文的稿子，全文只提示一次；填报表里的半角标点由程序改成全角。

正确：提高站位，压实责任。

错误：提高站位,压实责任。
"""

from collections.abc import Iterator
from typing import Final

from noticegen import punctuation
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Passage, Subject

CODE = "punctuation-half-width"
SEVERITY: Final = Severity.HINT
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。"}
_WIDE['"'] = "“”"


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the first half-width mark that stands in Chinese."""
    for passage in subject.printed:
        if passage.raw and passage.raw != passage.text:
            mark = punctuation.first_half_width(passage.raw)
            at = _place(passage, mark) if mark else -1
            if at >= 0:
                message = f"文中有半角标点“{mark}”，中文里请一律用全角标点。"
                yield Fault(passage, at, at + 1, message)
                return


def _place(passage: Passage, mark: str) -> int:
    """Where the first *mark* of the raw text stands in the text; -1 where it cannot be told."""
    marks = mark + _WIDE[mark]
    kept = [at for at, found in enumerate(passage.text) if found in marks]
    raws = [found for found in passage.raw if found in marks]
    order = next(at for at, found in enumerate(raws) if found == mark)
    return kept[order] if len(kept) == len(raws) else -1
