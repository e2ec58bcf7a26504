"""说提高而比例变小，说下降而比例变大。

“由百分之几提高到百分之几”，后一个反而小：不是数写反了，就是词用错了。

正确：覆盖率由41.4%提高到79.3%。

错误：覆盖率由79.3%提高到41.4%。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.percents import changes
from noticegen.rules.subject import Fault, Subject

CODE = "percent-direction"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each change of a percentage whose words say the contrary."""
    for change in changes(subject):
        if change.unit == "%" and change.is_contrary:
            words = change.passage.text[change.start : change.end]
            yield change.fault(f"“{words}”的说法与前后两个比例的大小相反，请核对两个数。")
