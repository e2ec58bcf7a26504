"""How rules read numbers, quotations and sentences in running text.

A number that the words make vague (约30个, 20余项, 不少于12次, 3至5人) is no quantity:
rules compare exact numbers only.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from noticegen import numerals
from noticegen.patterns import pattern

CHINESE = "零〇一二两三四五六七八九十百千"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,5}}(?:\.\d{{1,15}})?|\d{{1,15}}(?:\.\d{{1,15}})?|[{CHINESE}]{{1,15}})"
"""A number as notices write it: 28, 4.14, 1,200, 二十八; in a run of digits none is looked for long."""
REACH = 1000
"""How far rules look round a place: no sentence, title or quotation is longer, a heap of slips is."""
FILLER = "\ufffc"
"""What stands for each quoted character in a masked text."""

_UNITS = "人次|台次|批次|场次|万元|亿元|元|[个项条件人名家次份处起类篇期场台套户批所宗部]"
BEGINNINGS = "".join(dict.fromkeys(sign for sign in _UNITS if sign not in "|[]"))
"""The signs that units begin with."""
_SAME = {"名": ("人", 1), "万元": ("元", 10_000), "亿元": ("元", 100_000_000)}
# A NUMBER with its first sign apart: only a pattern that begins with a set is looked for quickly.
_QUANTITY = pattern(
    rf"([\d{CHINESE}](?<![\d.,%第每同{CHINESE}].)(?:(?<!\d)[{CHINESE}]{{0,14}}"
    r"|(?<=\d)(?:\d{0,2}(?:,\d{3}){1,5}(?:\.\d{1,15})?|\d{0,14}(?:\.\d{1,15})?)))"
    rf"(?![\d.])({_UNITS})(?![级字体])"
)
_VAGUE_BEFORE = pattern(
    rf"(?:约|近|超|超过|逾|不少于|不低于|不超过|至少|最多|不到|[\d{CHINESE}].?[-—－~～至到])$"
)
_VAGUE_AFTER = pattern("[余多]|左右|以上|以下|以内|不等")
_QUOTED = pattern("“[^“”]*”|《[^《》]*(?:《[^《》]*》[^《》]*)*》|‘[^‘’]*’")
_SENTENCE = pattern("[^。；！？]+")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_MOST = 9999


class Quantity(NamedTuple):
    """A number with its unit: text[start:end]; 万元 and 元 have one unit, 人 and 名 too."""

    start: int
    end: int
    value: Decimal
    unit: str
    words: str


def number(text: str) -> Decimal | None:
    """Return the number that *text* writes; None where it is none (五一, 三五)."""
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    if text in ("零", "〇"):
        return Decimal(0)
    total, digit = 0, 0
    for sign in text:
        if power := _POWERS.get(sign):
            total, digit = total + (digit or 1) * power, 0
        else:
            digit = _DIGITS.get(sign, 0)
    total += digit
    plain = text.replace("两", "二")
    is_written_so = 0 < total <= _MOST and numerals.chinese(total) == plain
    return Decimal(total) if is_written_so else None


def quantities(text: str) -> list[Quantity]:
    """Return every exact number with a unit in *text*, in order."""
    return [quantity for found in _QUANTITY.finditer(text) for quantity in _exact(found)]


def masked(text: str) -> str:
    """Return *text*, as long as it was, with what stands in “” and 《》 filled out."""
    if "“" not in text and "《" not in text and "‘" not in text:
        return text
    return _QUOTED.sub(lambda found: FILLER * len(found.group()), text)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence of *text*, without its stop, and where it begins."""
    return ((found.start(), found.group()) for found in _SENTENCE.finditer(text))


def written(value: Decimal) -> str:
    """Return *value* as a message writes it: 28, 3.6."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _exact(found: re.Match[str]) -> Iterator[Quantity]:
    text = found.string
    value = number(found[1])
    if value is None or _VAGUE_AFTER.match(text, found.end()):
        return
    if _VAGUE_BEFORE.search(text, max(found.start() - 3, 0), found.start()):
        return
    unit, scale = _SAME.get(found[2], (found[2], 1))
    yield Quantity(found.start(), found.end(), value * scale, unit, found.group())


def in_unit_of(quantity: Quantity, value: Decimal) -> str:
    """Return *value* as *quantity* would write it: 3.6万元, 8人."""
    found = _QUANTITY.fullmatch(quantity.words)
    unit = found[2] if found else quantity.unit
    return written(value / _SAME.get(unit, (unit, 1))[1]) + unit
