"""新制定的和修订的相加不等于总数。

制度不是新制定的就是修订的，两样（连同废止的）相加应当等于总数。

正确：建立健全制度12项，其中新制定5项，修订7项。

错误：建立健全制度12项，其中新制定5项，修订6项。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import breakdown
from noticegen.rules.reading import in_unit_of
from noticegen.rules.subject import Fault, Subject

CODE = "count-split"
SEVERITY: Final = Severity.WARNING
_NEW = pattern("(?:新制定|新建立?|制定|新出台|出台|新增|建立)[^修完]{0,4}$")
_OLD = pattern("(?:修订完善|修改完善|修订|修改|完善)[^制建]{0,4}$")
_ENDED = pattern("(?:废止|清理|取消)[^制建修]{0,4}$")
_BOTH = pattern(
    "(?:建立健全|健全完善|修订完善|制定完善|制定修订|制修订|建章立制|完善|制定和修订)[^，；]{0,12}$"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each number of rules that those made and those amended do not come to."""
    for found in breakdown.opened(subject, "[，（]其中[，：]?|（", breakdown.LOOSELY_LISTED):
        total, sum_ = found.total, found.sum
        start = found.offset + found.total.start
        is_made = _BOTH.search(found.passage.text, max(start - 24, 0), start)
        if sum_ != total.value and is_made and _is_whole(found.labels):
            message = (
                f"制定和修订的相加是{in_unit_of(total, sum_)}，与“{total.words}”不符，请核对。"
            )
            yield found.fault(message)


def _is_whole(labels: tuple[str, ...]) -> bool:
    kinds = [any(form.search(label) for label in labels) for form in (_NEW, _OLD)]
    forms = (_NEW, _OLD, _ENDED)
    return all(kinds) and all(any(form.search(label) for form in forms) for label in labels)
