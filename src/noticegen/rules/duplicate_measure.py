"""同一个问题下面，一句措施写了两遍；或者一段话里同一句写了两遍。

正确：一是修订财务管理制度，规范报销程序。二是组织财务人员培训。

错误：一是修订财务管理制度，规范报销程序。二是修订财务管理制度，规范报销程序。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import sentences
from noticegen.rules.subject import Fault, Role, Subject

CODE = "duplicate-measure"
SEVERITY: Final = Severity.WARNING
_SHOWN = 12


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each sentence that the same item has had before."""
    findings = {passage.item for passage in subject.of((Role.FINDING, Role.MATTER))}
    seen = set[tuple[str, int, int]]()
    for one in sentences.alike(subject):
        item = one.passage.item
        said = (one.words, item, -1 if item in findings else one.number)
        if one.passage.role not in sentences.SPEAKING:
            continue
        if said in seen:
            message = f"“{one.words[:_SHOWN]}……”同一处写了两遍，请删去一遍。"
            yield Fault(one.passage, one.start, one.end, message)
        seen.add(said)
