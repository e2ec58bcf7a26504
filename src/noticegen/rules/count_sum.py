"""各项相加不等于“共计”的数。

一句话里用顿号、逗号列出几项，接着说“共计”“合计”几个，或者先说“共”几个、冒号后面列出各项，
各项相加却不是这个数。单位不同、句中另有同样单位的数、数前有约字的，都不算。
同一个人可以受两种处理，所以各项人数多于总人数时由 count-persons 提示。

正确：书面检查3人、批评教育2人、提醒谈话2人，共计7人。

错误：书面检查3人、批评教育2人、提醒谈话2人，共计8人。
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import breakdown
from noticegen.rules.reading import in_unit_of
from noticegen.rules.subject import Fault, Subject

CODE = "count-sum"
SEVERITY: Final = Severity.ERROR
_NO_PARTS = pattern("减|净增|新增|调[出入]|[原现]有|其中|含|发现|[每各均]|分别")
_SUMMED = pattern("(?:共|共计|合计|总计|累计)[^，：；、]{0,8}$")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each 共计 whose parts come to another number."""
    after = (each for each in breakdown.opened(subject, "：") if _is_sum(each))
    for found in chain(breakdown.added(subject), after):
        total, sum_ = found.total, found.sum
        if sum_ == total.value or (total.unit == "人" and sum_ > total.value):
            continue
        if not any(_NO_PARTS.search(label) for label in found.labels):
            message = (
                f"各项相加是{in_unit_of(total, sum_)}，与“{total.words}”不符，请核对各项和总数。"
            )
            yield found.fault(message)


def _is_sum(found: breakdown.Breakdown) -> bool:
    start = found.offset + found.total.start
    return bool(_SUMMED.search(found.passage.text, max(start - 12, 0), start))
