"""各项人数相加多于总人数。

列出的各项人数相加比说的总人数多：可能数错了，也可能有人受了两种处理；
后一种情形要写成“人次”，或者写明“有的同志受两种处理”，读的人才不会以为算错。
党纪处分和政务处分常常一并给，不报。

正确：批评教育3人、提醒谈话4人，共计7人。

错误：批评教育3人、提醒谈话4人，共计6人。
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import breakdown
from noticegen.rules.reading import in_unit_of
from noticegen.rules.subject import Fault, Subject

CODE = "count-persons"
SEVERITY: Final = Severity.HINT
_HANDLED = pattern("处分|谈话|诫勉|教育|检查|函询|约谈|警告|记过|撤职|批评|免职")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each number of persons that the persons of its parts exceed."""
    after = breakdown.opened(subject, "[，（]其中[，：]?|（|：")
    for found in chain(breakdown.added(subject), after):
        total, sum_ = found.total, found.sum
        if total.unit != "人" or sum_ <= total.value:
            continue
        labels = "".join(found.labels)
        if "党纪" in labels and ("政务" in labels or "政纪" in labels):
            continue
        if all(_HANDLED.search(label) for label in found.labels):
            message = f"各项相加是{in_unit_of(total, sum_)}，比“{total.words}”多，请核对；有人受两种处理的写成“人次”。"
            yield found.fault(message)
