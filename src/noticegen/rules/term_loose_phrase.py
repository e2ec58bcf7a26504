"""固定提法写得不规范。

会议届次、八项规定用汉字数字，主题教育的名称中间用顿号。词表见 data/phrases.yaml。

正确：学习党的二十大精神，开展“不忘初心、牢记使命”主题教育。

错误：学习党的20大精神，开展“不忘初心，牢记使命”主题教育。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import wordlist
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject

CODE = "term-loose-phrase"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each word of the list that is printed."""
    return wordlist.shipped("phrases", SEVERITY).faults(subject, printed(subject))
