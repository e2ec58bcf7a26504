"""同一级、同一个上级标题下面，两个标题一字不差。

正确：1.财经纪律执行不严……2.工程管理不规范……

错误：1.财经纪律执行不严……3.财经纪律执行不严……
"""

from collections.abc import Iterator
from typing import Final

from noticegen.model.kinds import HEADINGS
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Role, Subject, whole

CODE = "duplicate-heading"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each heading of a form that its parent has had before."""
    if subject.notice is None:
        return
    path: tuple[str, ...] = ()
    seen: set[tuple[str, ...]] = set()
    levels = [str(kind) for kind in HEADINGS]
    above: dict[str, str] = {}
    for passage in subject.of((Role.HEADING,)):
        label = str(passage.place[-1])
        if label not in levels:
            continue
        above = {level: above[level] for level in levels[: levels.index(label)] if level in above}
        above[label] = passage.text.rstrip("。")
        path = tuple(f"{level}{text}" for level, text in above.items())
        if path in seen:
            yield whole(passage, f"「{label}」“{passage.text}”前面已经有了，请合并或者改正。")
        seen.add(path)
