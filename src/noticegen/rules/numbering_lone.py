"""只有“一是”，没有“二是”。

只有一条的不写序号；写了“一是”而没有“二是”，多半是删改以后忘了改。
全文只有这一段的，可能是从别处摘来的，不报；后面用“其次”“再是”“第二”接着说的不报。

正确：整改完成情况：组织党员专题学习，撰写心得体会。

错误：整改完成情况：一是组织党员专题学习，撰写心得体会。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import runs
from noticegen.rules.subject import Fault, Subject

CODE = "numbering-lone"
SEVERITY: Final = Severity.WARNING
_GOES_ON = pattern(
    "其次|再次|再是|再者|再就是|另是|还有|另外|另一|二[、，则来]|第二|其二|（二）|二要|二是"
)
_REACH = 1000


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each first ordinal that nothing follows."""
    for found in runs.walked(subject):
        if isinstance(found, runs.Alone):
            step = found.step
            if not _GOES_ON.search(step.passage.text, step.ordinal.end, step.ordinal.end + _REACH):
                words = step.ordinal.written(1)
                second = step.ordinal.written(2)
                yield step.fault(
                    f"“{words}”后面没有“{second}”，只有一条的不写序号，请删去“{words}”或者补上“{second}”。"
                )
