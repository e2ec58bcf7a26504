"""“其中”各项相加多于总数。

说了总数，又用“其中”或者括号列出几项，各项用顿号隔开，相加比总数还多。
相加比总数少是常事，不算错；各项是一件事的先后几步（发现、整改、移交）的，不能相加，也不算。

正确：修订制度8项，其中财务类5项、人事类3项。

错误：修订制度8项，其中财务类5项、人事类4项。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import breakdown
from noticegen.rules.reading import in_unit_of
from noticegen.rules.subject import Fault, Subject

CODE = "count-parts"
SEVERITY: Final = Severity.WARNING
_NO_PARTS = pattern(
    "发现|整改|完成|办结|核查|移交|销号|参[加与]|新增|减|[原现]有|含|已|[党团]员|女|以上|制定|修订|新[制建]"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each total that its parts exceed."""
    for found in breakdown.opened(subject, "[，（]其中[，：]?|（"):
        total, sum_ = found.total, found.sum
        if sum_ <= total.value or total.unit == "人":
            continue
        if not any(_NO_PARTS.search(label) for label in found.labels):
            message = (
                f"各项相加是{in_unit_of(total, sum_)}，比“{total.words}”还多，请核对各项和总数。"
            )
            yield found.fault(message)
