"""两个比例之差写成了百分数，应当写“个百分点”。

由41.4%到79.3%，提高的是37.9个百分点；写成“提高37.9%”，意思就成了原来的1.379倍。

正确：覆盖率由41.4%提高到79.3%，提高37.9个百分点。

错误：覆盖率由41.4%提高到79.3%，提高37.9%。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.percents import agrees, changes
from noticegen.rules.subject import Fault, Subject

CODE = "percent-unit"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each difference of two percentages that is printed as a percentage."""
    for change in changes(subject):
        if change.unit != "%" or change.by_unit != "%" or not change.first:
            continue
        difference = abs(change.last - change.first)
        if agrees(change.by, difference) and not agrees(change.by, difference / change.first * 100):
            words = change.passage.text[change.by_start : change.by_end]
            right = words.replace("%", "个百分点")
            yield change.fault_of_by(f"“{words}”说的是两个比例之差，应当写作“{right}”。")
