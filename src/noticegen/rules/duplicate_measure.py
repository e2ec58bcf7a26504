"""同一个问题下面，一句措施写了两遍；或者一段话里同一句写了两遍。

正确：一是修订财务管理制度，规范报销程序。二是组织财务人员培训。

错误：一是修订财务管理制度，规范报销程序。二是修订财务管理制度，规范报销程序。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import sentences
from noticegen.rules.sentences import Sentence
from noticegen.rules.subject import Fault, Role, Subject

CODE = "duplicate-measure"
SEVERITY: Final = Severity.WARNING
_SHORTEST = 8
_SHOWN = 12
_SPEAKING = (Role.FINDING, Role.MEASURE, Role.PARAGRAPH, Role.MATTER)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each sentence that the same item has had before."""
    findings = {passage.item for passage in subject.of((Role.FINDING, Role.MATTER))}
    item, seen = -1, dict[str, Sentence]()
    for number in sorted(sentences.repeating(subject)):
        passage = subject.printed[number]
        if passage.role not in _SPEAKING:
            continue
        if passage.item != item or item not in findings:
            item, seen = passage.item, {}
        for one in sentences.of(subject, number):
            if len(one.words) < _SHORTEST:
                continue
            if seen.setdefault(one.words, one) is not one:
                message = f"“{one.words[:_SHOWN]}……”同一处写了两遍，请删去一遍。"
                yield Fault(passage, one.start, one.end, message)
