"""Marks that come in pairs: which of a text have no mate, which stand in their like."""

from collections import Counter
from typing import NamedTuple

from noticegen.patterns import pattern
from noticegen.rules.gleaned import decoded, gleaned, others
from noticegen.rules.subject import Subject, shared

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
_DEEPEST = 9  # pairs within pairs: what is deeper is looked at sign by sign

MATES = {**_MATES, **_OPENERS}
"""Opener to closer and closer to opener."""


_NO_MARKS = others(f"{''.join(MATES)}()\n")
_PAIRS = [opener + closer for opener, closer in _MATES.items()]
_WITHIN_ITS_LIKE = pattern("“[^”\n]*“|《[^》\n]*《")


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


@shared
def amiss(subject: Subject) -> dict[int, Scan]:
    """Return the scans of those printed passages, by their numbers, whose marks are amiss."""
    every = decoded(gleaned(subject).translate(None, _NO_MARKS)).translate(_BRACKETS)
    if not (_is_doubtful(every) or _without_pairs(every).strip("\n")):
        return {}
    lines = every.split("\n")
    if len(lines) != len(subject.printed):  # a line break within a text
        return dict(enumerate(scan(passage.text) for passage in subject.printed))
    scans = {}
    for number, marks in enumerate(lines):
        if _is_doubtful(marks) or _without_pairs(marks):
            scans[number] = scan(subject.printed[number].text)
    return {number: found for number, found in scans.items() if any(found)}


def _is_doubtful(marks: str) -> bool:
    """Tell whether pairs alone do not tell: a mark within its like, or ’, maybe an apostrophe."""
    return "’" in marks or bool(_WITHIN_ITS_LIKE.search(marks))


def _without_pairs(marks: str) -> str:
    """Return *marks* without the pairs that have nothing or only pairs in them, if not many."""
    for _ in range(_DEEPEST):
        length = len(marks)
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
        if len(marks) == length:
            break
    return marks


def _is_other(text: str, at: int, waiting: Counter[str]) -> bool:
    """Tell an apostrophe, or the bracket of an ordinal such as 1）, from a closing mark."""
    if text[at] == "’":
        return text[at - 1 : at].isascii() and text[at - 1 : at].isalnum()
    return (
        text[at] == "）" and not waiting["（"] and bool(_ORDINAL.search(text[max(at - 3, 0) : at]))
    )


_ORDINAL = pattern(r"(?:^|[。；：，、\s])(?:\d{1,2}|[一二三四五六七八九十a-zA-Z])$")
