"""同一个简称指了两个全称，或者同一个全称定了两个简称。

正确：《中国共产党党内监督条例》（以下简称《监督条例》）

错误：《党内监督条例》（以下简称《条例》）……《问责条例》（以下简称《条例》）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import shortnames
from noticegen.rules.subject import Fault, Subject

CODE = "name-short"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each definition that contradicts an earlier one."""
    long_of: dict[str, str] = {}
    short_of: dict[str, str] = {}
    for passage, defined in shortnames.definitions(subject):
        long = long_of.setdefault(defined.short, defined.long)
        short = short_of.setdefault(defined.long, defined.short)
        if long != defined.long:
            message = f"“{defined.short}”前面是“{long}”的简称，这里又指“{defined.long}”，请换一个。"
            yield Fault(passage, defined.start, defined.end, message)
        elif short != defined.short:
            message = f"“{defined.long}”前面简称“{short}”，这里又简称“{defined.short}”，请统一。"
            yield Fault(passage, defined.start, defined.end, message)
