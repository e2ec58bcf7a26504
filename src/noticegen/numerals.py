"""Ordinals of the notice's levels: a sample and a number make the next one."""

import re
from functools import lru_cache

from noticegen.patterns import pattern

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_CIRCLED_ONE = ord("①")
LAST_CIRCLED = 20  # ⑳
_MOST = 9999
_ONE = pattern("[一1①]")
_LEVELS = (
    ("^一、$", 1),
    ("^（一）$", 2),
    ("^1[.．、]$", 3),
    ("^(（1）|①)$", 4),
    ("^第?一[是要，、]?$", 0),
)

NONE = "无"


def chinese(number: int) -> str:
    """Return *number* (1 to 9999) in Chinese numerals: 12 is 十二, 105 is 一百零五."""
    if not 1 <= number <= _MOST:
        raise ValueError(number)
    text = ""
    for power, digit in enumerate(reversed(str(number))):
        if digit != "0":
            text = _DIGITS[int(digit)] + _UNITS[power] + text
        elif text and not text.startswith("零"):
            text = "零" + text
    return text.removeprefix("一") if text.startswith("一十") else text


def is_sample(sample: str) -> bool:
    """Tell whether *sample* shows a first ordinal (一、 （1） 反馈问题一：) or is 无."""
    return sample == NONE or bool(_ONE.search(sample))


@lru_cache(maxsize=4096)
def ordinal(sample: str, number: int) -> str:
    """Return the ordinal *number* in the form of *sample*: （一） and 3 give （三）.

    The last 一, 1 or ① of the sample is the number; 无 gives "". Past ⑳ circled
    numbers end, and （21） takes over.
    """
    if sample == NONE:
        return ""
    found = list(_ONE.finditer(sample))[-1]
    one = found.group()
    if one == "①":
        written = chr(_CIRCLED_ONE + number - 1) if number <= LAST_CIRCLED else f"（{number}）"
    else:
        written = chinese(number) if one == "一" else str(number)
    return sample[: found.start()] + written + sample[found.end() :]


def level(sample: str) -> int | None:
    """Return the level GB/T 9704-2012, 7.3.3 gives to a sample's form.

    一、 is 1, （一） 2, 1. 3, （1） 4; 一是 belongs to running text: 0. Any other form
    says nothing of its level: None.
    """
    return next((level for form, level in _LEVELS if re.match(form, sample)), None)
