"""How rules read ordinals in running text: 一是、二是, 一要、二要, 第一，第二，.

Only an ordinal at a paragraph's start or after a stop counts, none in a quotation; 一是一
and 第一书记 are no ordinals.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from noticegen import numerals
from noticegen.patterns import pattern
from noticegen.rules.reading import masked, number

_CHINESE = "[一二三四五六七八九十]{1,3}"
_ORDINAL = pattern(
    "(?<![^。；：，、！？”》）…])(?:"
    rf"(?P<shi>{_CHINESE})是(?!(?P=shi))|(?P<yao>{_CHINESE})要(?![求点素闻件])"
    rf"|第(?P<di>{_CHINESE})，|其(?P<qi>{_CHINESE})，|（(?P<hao>\d{{1,2}})）|(?P<quan>[①-⑳]))"
)
# Every ordinal begins with one of these at a paragraph's start or after a stop.
_BEGIN = pattern("[一二三四五六七八九十第其（①-⑳](?<![^。；：，、！？”》）…\n].)")
_SAMPLES = {
    "shi": "一是",
    "yao": "一要",
    "di": "第一，",
    "qi": "其一，",
    "hao": "（1）",
    "quan": "①",
}
_FULL_STOPS = "。；："
_FIRST_CIRCLED = ord("①")
CARRIED = ("shi", "yao", "di", "qi")
"""The styles whose runs go on from one paragraph to the next."""


class Ordinal(NamedTuple):
    """An ordinal: text[start:end], its number, and the style that its run keeps."""

    start: int
    end: int
    value: int
    style: str

    def written(self, value: int) -> str:
        """The ordinal *value* in this one's style: 三是."""
        return numerals.ordinal(_SAMPLES[self.style], value).rstrip("，")

    def sign(self, value: int) -> str:
        """The bare number *value* in this one's style: 三."""
        return self.written(value).strip("第其是要（）")


def ordinals(text: str, places: Iterable[int] | None = None) -> Iterator[Ordinal]:
    """Yield each ordinal in the running text of *text*; *places* are those where one may begin."""
    for found in _found(masked(text), may_begin(text) if places is None else places):
        style = found.lastgroup or ""
        if (
            style not in ("shi", "yao")
            and text[found.start() - 1 : found.start()] not in _FULL_STOPS
        ):
            continue
        if style in ("hao", "quan") and found.start() == 0:
            continue
        if value := _value(found[style]):
            yield Ordinal(found.start(), found.end(), value, style)


def may_begin(text: str) -> Iterator[int]:
    """Yield the places of *text*, of one line or several, where an ordinal may begin."""
    return (found.start() for found in _BEGIN.finditer(text))


def _found(text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    end = 0
    for start in places:
        if start >= end and (found := _ORDINAL.match(text, start)):
            end = found.end()
            yield found


def _value(digits: str) -> int:
    if digits >= "①" and digits <= "⑳":
        return ord(digits) - _FIRST_CIRCLED + 1
    return int(number(digits) or 0)


def running(text: str) -> list[Ordinal]:
    """Return the 一是、二是 of *text*."""
    return [ordinal for ordinal in ordinals(text) if ordinal.style == "shi"]


def following(run: Sequence[Ordinal], start: int) -> list[int]:
    """Return the numbers of those of *run* from the place *start* on, up to a second 一是."""
    values: list[int] = []
    for at in range(bisect_left(run, start, key=itemgetter(0)), len(run)):
        if run[at].value == 1 and values:
            break
        values.append(run[at].value)
    return values
