"""Marks that come in pairs: which of a text have no mate, which stand in their like."""

from collections import Counter
from typing import NamedTuple

from noticegen.rules.patterns import pattern

_MATES = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "〔": "〕",
    "【": "】",
    "「": "」",
}
_OPENERS = {closer: opener for opener, closer in _MATES.items()}
_BRACKETS = str.maketrans("()", "（）")
_QUOTES = ("“", "《")

MATES = {**_MATES, **_OPENERS}
"""Opener to closer and closer to opener."""


class Scan(NamedTuple):
    """Places of marks: openers and closers without mates, openers within their like."""

    openers: list[int]
    closers: list[int]
    nested: list[int]


def scan(text: str) -> Scan:
    """Return the places of *text* whose marks are amiss; ( and ) count as （ and ）."""
    text = text.translate(_BRACKETS)
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    result = Scan([], [], [])
    for at, mark in enumerate(text):
        if mark in _MATES:
            if mark in _QUOTES and opened and text[opened[-1]] == mark:
                result.nested.append(at)
            opened.append(at)
            waiting[mark] += 1
        elif mark in _OPENERS and not _is_other(text, at, waiting):
            if not waiting[_OPENERS[mark]]:
                result.closers.append(at)
                continue
            while text[opened[-1]] != _OPENERS[mark]:
                waiting[text[opened[-1]]] -= 1
                result.openers.append(opened.pop())
            waiting[text[opened.pop()]] -= 1
    result.openers.extend(opened)
    return result


def _is_other(text: str, at: int, waiting: Counter[str]) -> bool:
    """Tell an apostrophe, or the bracket of an ordinal such as 1）, from a closing mark."""
    if text[at] == "’":
        return text[at - 1 : at].isascii() and text[at - 1 : at].isalnum()
    return (
        text[at] == "）" and not waiting["（"] and bool(_ORDINAL.search(text[max(at - 3, 0) : at]))
    )


_ORDINAL = pattern(r"(?:^|[。；：，、\s])(?:\d{1,2}|[一二三四五六七八九十a-zA-Z])$")
