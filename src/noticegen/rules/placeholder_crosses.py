"""叉号代替的内容没有填上。

姓氏后面的叉号（李××）、号码中间的叉号是有意隐去的，不报。

正确：李××已作出书面检查。

错误：组织学习《XX工作条例》。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import placeholder_number
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.surnames import SURNAMES

CODE = "placeholder-crosses"
SEVERITY: Final = Severity.WARNING
_CROSSES = pattern(rf"(?<![0-9A-Za-z*×{SURNAMES}])(?:[Xx]{{2,}}|×{{2,}}|某某某)(?![0-9A-Za-z*×])")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each run of crosses that hides no name and no number."""
    numbers = {(fault.passage.place, fault.start) for fault in placeholder_number.check(subject)}
    for passage, found in search(subject, _CROSSES, ("XX", "xx", "××", "某某某")):
        if (passage.place, found.start()) not in numbers:
            message = f"“{found.group()}”像是没有填上的内容，请换成实际内容。"
            yield Fault(passage, found.start(), found.end(), message)
