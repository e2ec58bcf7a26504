"""双引号里套双引号，双书名号里套双书名号。

GB/T 15834 规定里层用单引号、单书名号。

正确：印发《关于落实〈中国共产党党组工作条例〉的通知》。

错误：印发《关于落实《中国共产党党组工作条例》的通知》。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import pairs
from noticegen.rules.subject import Fault, Subject

CODE = "punctuation-nested"
SEVERITY: Final = Severity.WARNING
_SENTENCES = {
    "“": "双引号里面又有双引号“，里层请用单引号‘’，前后引号用反的请改正。",
    "《": "书名号里面又有书名号《，里层请用单书名号〈〉。",
}


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each quotation within its like, where every mark has its mate."""
    for number, found in pairs.amiss(subject).items():
        if not found.openers and not found.closers:
            passage = subject.printed[number]
            for at in found.nested:
                yield Fault(passage, at, at + 1, _SENTENCES[passage.text[at]])
