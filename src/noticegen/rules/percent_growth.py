"""增长或者减少的百分数与前后两个数不符。

“由几个增加到几个，增长百分之几”，由前后两个数算得出来，算出来的却不是这个数。
四舍五入或者舍去尾数都算对。

正确：个人会员由232名增加到300名，增长29.3%。

错误：培训班由20期增加到25期，增长20%。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.percents import agrees, changes, rounded
from noticegen.rules.subject import Fault, Subject

CODE = "percent-growth"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each growth in per cent that its two numbers do not make."""
    for change in changes(subject):
        if change.unit == "%" or change.by_unit != "%" or not change.first or change.is_contrary:
            continue
        growth = abs(change.last - change.first) / change.first * 100
        if not agrees(change.by, growth):
            words = change.passage.text[change.by_start : change.by_end]
            right = rounded(growth, change.by)
            yield change.fault_of_by(f"“{words}”与前后两个数不符，算出来是{right}%，请核对。")
