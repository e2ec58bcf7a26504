"""发文机关的名称在正文里有一个字不一样。

只看五个字以上、同一地名开头的单位名称；第几、东西南北一类的字不同，是别的单位。

正确：天长市科学技术局

错误：天长市科学技木局
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import organs
from noticegen.rules.subject import Fault, Role, Subject

CODE = "name-variant"
SEVERITY: Final = Severity.WARNING
_PLACES = "省市县区州盟旗"
_LONGEST_PLACE, _SHORTEST_UNIT = 8, 5
_TELLING = "一二三四五六七八九十东西南北中上下大小新老前后左右"
_NO_SLIP = f"{_TELLING}，。；：、“”《》（）"


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each mention of an issuer that differs from it in one character."""
    for issuer in subject.issuers[: organs.MOST]:
        place, unit = _split(organs.unit_of(issuer))
        if not unit or any(character in _TELLING for character in unit):
            continue
        if not organs.is_organ(issuer):
            continue
        for passage in subject.holding(place):
            if passage.role is Role.SIGNATURE:
                continue
            for start in _differing(passage.text, place, unit):
                end = start + len(place + unit)
                words = passage.text[start:end]
                message = f"“{words}”和发文机关“{place}{unit}”差一个字，请核对。"
                yield Fault(passage, start, end, message)


def _split(name: str) -> tuple[str, str]:
    """Part 天长市 from 科学技术局, a name of five characters or more; "" where that is not sure."""
    for at in range(1, min(_LONGEST_PLACE, len(name) - _SHORTEST_UNIT - 1) + 1):
        if name[at] in _PLACES and name[at + 1] not in _PLACES:
            return name[: at + 1], name[at + 1 :]
    return "", ""


def _differing(text: str, place: str, unit: str) -> Iterator[int]:
    """Yield where the unit stands with one character another; its last one tells organs apart."""
    start = text.find(place)
    while start >= 0:
        end = start + len(place + unit)
        words = text[start + len(place) : end]
        if words != unit and len(words) == len(unit) and words[-1] == unit[-1]:
            others = [other for own, other in zip(unit, words, strict=True) if own != other]
            if len(others) == 1 and others[0] not in _NO_SLIP:
                yield start
                start = end - 1
        start = text.find(place, start + 1)
