"""发文机关的名称在正文里有一个字不一样。

只看五个字以上、同一地名开头的单位名称；第几、东西南北一类的字不同，是别的单位。

正确：天长市科学技术局

错误：天长市科学技木局
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import organs
from noticegen.rules.patterns import pattern
from noticegen.rules.subject import Fault, Role, Subject

CODE = "name-variant"
SEVERITY: Final = Severity.WARNING
_UNIT = pattern("(?P<place>.{1,8}?[省市县区州盟旗])(?P<unit>[^省市县区州盟旗].{4,})")
_TELLING = "一二三四五六七八九十东西南北中上下大小新老前后左右"


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each mention of an issuer that differs from it in one character."""
    for issuer in subject.issuers:
        found = _UNIT.fullmatch(organs.unit_of(issuer))
        if found is None or not organs.is_organ(issuer):
            continue
        place, unit = found["place"], found["unit"]
        if any(character in _TELLING for character in unit):
            continue
        pattern = _differing(place, unit)
        for passage in subject.printed:
            if place not in passage.text or passage.role is Role.SIGNATURE:
                continue
            for one in pattern.finditer(passage.text):
                message = f"“{one.group()}”和发文机关“{place}{unit}”差一个字，请核对。"
                yield Fault(passage, one.start(), one.end(), message)


@lru_cache(maxsize=64)
def _differing(place: str, unit: str) -> re.Pattern[str]:
    """The unit's name with exactly one character another; another last one names another organ."""
    others = (
        f"{re.escape(unit[:at])}[^{unit[at]}{_TELLING}，。；：、“”《》（）]{re.escape(unit[at + 1 :])}"
        for at in range(len(unit) - 1)
    )
    return re.compile(f"{re.escape(place)}(?:{'|'.join(others)})")
