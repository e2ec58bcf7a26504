"""说增加而数变小，说减少而数变大。

“由几增加到几”“从几减少到几”，前后两个数的大小与说法相反：不是数写反了，就是词用错了。

正确：党建工作小组由12个增加到23个。

错误：党建工作小组由23个增加到12个。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.percents import changes
from noticegen.rules.subject import Fault, Subject

CODE = "count-direction"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each change of a number whose words say the contrary."""
    for change in changes(subject):
        if change.unit != "%" and change.is_contrary:
            words = change.passage.text[change.start : change.end]
            yield change.fault(f"“{words}”的说法与前后两个数的大小相反，请核对两个数。")
