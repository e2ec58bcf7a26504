"""提高或者下降的百分点与前后两个比例之差不符。

正确：覆盖率由41.4%提高到79.3%，提高37.9个百分点。

错误：覆盖率由41.4%提高到79.3%，提高38.9个百分点。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.percents import agrees, changes
from noticegen.rules.reading import written
from noticegen.rules.subject import Fault, Subject

CODE = "percent-points"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each number of percentage points that is not the difference it is said to be."""
    for change in changes(subject):
        if change.unit != "%" or change.by_unit != "个百分点" or change.is_contrary:
            continue
        difference = abs(change.last - change.first)
        if not agrees(change.by, difference):
            words = change.passage.text[change.by_start : change.by_end]
            yield change.fault_of_by(
                f"“{words}”与前后两个比例之差{written(difference)}个百分点不符，请核对。"
            )
