"""同一个问题列了两遍。

同一类别下面一样的，或者同一方面里十个字以上一样的才报；不同单位的同一个问题不报。

正确：一个问题只列一次。

错误：（3）往来款项长期不清理。……（7）往来款项长期不清理。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.model import Kind
from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import findings
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "duplicate-finding"
SEVERITY: Final = Severity.WARNING
_SHORTEST = 10
_CATEGORY = Kind.CATEGORY
_HIGH = pattern("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_ORDINAL = pattern(r"（\d{1,3}）")
_MARKS = pattern(r"\W")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each finding that stands under the same heading a second time."""
    aspect = category = number = -1
    seen: set[tuple[str, int]] = set()
    alike = findings.alike(subject)
    heading, finding = Role.HEADING, Role.FINDING
    for passage in subject.of((heading, finding)):
        if passage.role is heading:
            category = passage.item
            if not subject.notice or passage.place[-1] != _CATEGORY:
                aspect = passage.item if _is_high(subject, passage) else aspect
            continue
        number += 1
        if number not in alike or passage.place[-1] == "原文":
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
    """The letters of the finding's own words."""
    text = passage.text
    if subject.notice is None:
        text = _ORDINAL.sub("", findings.first_sentence(text), count=1)
    return _MARKS.sub("", text)
