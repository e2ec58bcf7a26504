"""Field types of 网页: what a government site says of a page of its own, as its tags want it."""

import re
from typing import Annotated

from noticegen import dates, punctuation
from noticegen.model.base import After, Before
from noticegen.model.fields import Text, fault

# Ten digits; a ministry's begin with bm instead of a place's number.
# Compiled where they are used: few forms have this part.
_CODE = "(?i:[0-9]{2}|bm)[0-9]{8}"
_MOMENT = r"(?P<day>.*?)(?:[\sT]*(?P<time>[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?))?"
_TIME = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
_DOMAIN = r"[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?"  # \w: Chinese domains too
_DOMAIN_MEANT = r"(?i:https?:/*)?(?P<domain>[\w-]+(?:\.[\w-]+)+)/?"
_ADDRESS = r"(?i:https?://[^\s/]+\.[^\s/]|/)\S*"
_BETWEEN = "[,，;；、]"


def _code(value: str) -> str:
    if not re.fullmatch(_CODE, value):
        raise fault(
            "model-site-code",
            f"“{value}”不是政府网站标识码，标识码是十位数字（部委网站以 bm 开头），"
            "请照网站页脚写成 0000000001 这样。",
        )
    return value


def _moment(value: str) -> str:
    """Return YYYY-MM-DD, with the time of day that *value* has."""
    found = re.fullmatch(_MOMENT, value.strip())
    day, time = found.group("day", "time") if found else (value, None)
    try:
        date = dates.parse(punctuation.normalize(day))
    except ValueError as error:
        raise _not_a_moment(value, str(error)) from None
    time = time and time.replace("：", ":").zfill(5)
    if date.day is None:
        raise _not_a_moment(value, "没有写到日")
    if time and not re.fullmatch(_TIME, time):
        raise _not_a_moment(value, "没有这个时刻")
    return f"{date.iso} {time}" if time else date.iso


def _not_a_moment(value: str, why: str) -> Exception:
    sentence = f"“{value}”{why}，请写成 2023-09-26 10:30 这样，时刻可以不写。"
    return fault("model-publish-time", sentence)


def _domain(value: str) -> str:
    if not re.fullmatch(_DOMAIN, value):
        meant = re.fullmatch(_DOMAIN_MEANT, value)
        right = f"`网站域名: {meant['domain']}`" if meant else "www.example.gov.cn 这样"
        raise fault("model-domain", f"“{value}”不是域名，只写域名本身，请写成 {right}。")
    return value


def _address(value: str) -> str:
    if not re.fullmatch(_ADDRESS, value):
        sentence = f"“{value}”不是完整的网址，请从 http:// 或者 https:// 写起，中间不留空格。"
        raise fault("model-web-address", sentence)
    return value


def _parted(value: object) -> object:
    """Read one text of several words, parted as people part them, as a list of them."""
    if not isinstance(value, str):
        return value
    return [word.strip() for word in re.split(_BETWEEN, value) if word.strip()]


SiteCode = Annotated[str, After(_code)]
"""政府网站标识码: 0000000001, of a ministry bm07000001."""

Moment = Annotated[str, After(_moment)]
"""A day in any spelling, with or without a time of day, as 2023-09-26 10:30."""

Domain = Annotated[str, After(_domain)]
"""A domain: www.tianchang.gov.cn."""

WebAddress = Annotated[str, After(_address)]
"""The address of a page, or its path on its site."""

Keywords = Annotated[
    tuple[Text, ...],
    Before(_parted),
]
"""Keywords: a list, or one text with commas."""
