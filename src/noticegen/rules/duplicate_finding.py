"""同一个问题列了两遍。

同一类别下面一样的，或者同一方面里十个字以上一样的才报；不同单位的同一个问题不报。

正确：一个问题只列一次。

错误：（3）往来款项长期不清理。……（7）往来款项长期不清理。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.model import Kind
from noticegen.problem import Severity
from noticegen.rules.patterns import pattern
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "duplicate-finding"
SEVERITY: Final = Severity.WARNING
_SHORTEST = 10
_HIGH = pattern("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_ORDINAL = pattern(r"（\d{1,3}）")
_MARKS = pattern(r"\W")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each finding that stands under the same heading a second time."""
    aspect = category = -1
    seen: set[tuple[str, int]] = set()
    for passage in subject.of((Role.HEADING, Role.FINDING)):
        if passage.role is Role.HEADING:
            category = passage.item
            if not subject.notice or passage.place[-1] != Kind.CATEGORY:
                aspect = passage.item if _is_high(subject, passage) else aspect
            continue
        if passage.place[-1] == "原文":
            continue
        words = _finding(subject, passage)
        key = (words, aspect if len(words) >= _SHORTEST else category)
        if words and key in seen:
            message = f"问题“{words}”前面已经列过，请删去一处，或者写出不同。"
            start = passage.text.find(words[:1])
            yield Fault(passage, max(start, 0), len(passage.text), message)
        seen.add(key)


def _is_high(subject: Subject, passage: Passage) -> bool:
    return bool(subject.notice) or bool(_HIGH.match(passage.text))


def _finding(subject: Subject, passage: Passage) -> str:
    """The finding's own words: of a text, its first sentence."""
    text = (
        passage.text if subject.notice else _ORDINAL.sub("", passage.text, count=1).split("。")[0]
    )
    return _MARKS.sub("", text)
