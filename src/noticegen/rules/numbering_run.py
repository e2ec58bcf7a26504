"""一是、二是、三是断了、重了或者颠倒了。

看文中的一是、二是，一要、二要，第一，第二，其一，其二，（1）（2）和①②：缺一个、
重一个、次序颠倒、开头没有“一是”，都报。可以一段写完，也可以一段一个；可以套一层，
写完一组可以另起一组。引号和书名号里的、“一是一、二是二”、“第一书记”不看。

正确：一是加强学习。二是完善制度。三是强化督查。

错误：一是加强学习。二是完善制度。四是强化督查。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import runs
from noticegen.rules.subject import Fault, Subject

CODE = "numbering-run"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each ordinal that does not follow the one before it."""
    for found in runs.walked(subject):
        if isinstance(found, runs.Break):
            yield found.step.fault(_message(found))


def _message(found: runs.Break) -> str:
    step, last = found.step.ordinal, found.last
    words = step.written(step.value)
    if last is None:
        return f"“{words}”前面没有“{step.written(1)}”，请核对序号。"
    expected = step.written(last.ordinal.value + 1)
    if step.value == last.ordinal.value:
        return f"“{words}”重复，这里应当是“{expected}”，请核对序号。"
    return f"“{words}”接在“{step.written(last.ordinal.value)}”后面，这里应当是“{expected}”，请核对序号。"
