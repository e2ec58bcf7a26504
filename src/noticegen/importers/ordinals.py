"""Ordinals as people type them: a line in; the form of its ordinal, its number, its text out."""

import re
from typing import NamedTuple

from noticegen import numerals

_CHINESE = "[一二三四五六七八九十百零]{1,6}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100}
_FORMS = (
    (re.compile(rf"({_CHINESE})、(?![一二三四五六七八九十])"), "一、"),
    (re.compile(rf"（({_CHINESE})）[、.]?"), "（一）"),
    (re.compile(r"(\d{1,3})[.．](?!\d)"), "1."),
    (re.compile(r"(\d{1,3})、(?!\d)"), "1、"),
    (re.compile(r"（(\d{1,3})）[、.]?"), "（1）"),
    (re.compile(r"(\d{1,3})）"), "1）"),
    (re.compile(f"([{_CIRCLED}])"), "①"),
)
_LABELLED = re.compile(rf"((?:反馈|具体|存在)?问题)({_CHINESE}|\d{{1,3}})([：:、.])")
_RUNNING = (
    (re.compile(rf"({_CHINESE})是"), "一是"),
    (re.compile(rf"({_CHINESE})要"), "一要"),
    (re.compile(rf"第({_CHINESE})[，、]"), "第一，"),
)
_DEPTHS = {"一、": 1, "（一）": 2, "1.": 3, "1、": 3, "（1）": 4, "1）": 4, "①": 5}


class Mark(NamedTuple):
    """An ordinal at the head of a text: its *sample*, its *number*, the *rest* of the text."""

    sample: str
    number: int
    rest: str
    text: str  # the ordinal as it stands there


def mark(text: str) -> Mark | None:
    """Return the heading ordinal that *text* begins with; None for none, or nothing after it."""
    for form, sample in _FORMS:
        found = form.match(text)
        if found and (number := _number(found.group(1))) and text[found.end() :].strip():
            whole = found.group()
            return Mark(_as_typed(sample, whole), number, text[found.end() :].strip(), whole)
    found = _LABELLED.match(text)
    if found and (number := _number(found.group(2))) and text[found.end() :].strip():
        one = "一" if found.group(2)[0] in _DIGITS or found.group(2)[0] in _UNITS else "1"
        sample = found.group(1) + one + found.group(3)
        return Mark(sample, number, text[found.end() :].strip(), found.group())
    return None


def running(text: str) -> Mark | None:
    """Return the ordinal of running text (一是, 第一，) that *text* begins with."""
    for form, sample in _RUNNING:
        found = form.match(text)
        if found and (number := _number(found.group(1))) and text[found.end() :]:
            return Mark(sample, number, text[found.end() :], found.group())
    return None


def depth(sample: str) -> int:
    """Return how deep a form stands by custom; labelled ordinals stand with （1）."""
    return _DEPTHS.get(sample.rstrip("、.") if sample[:1] == "（" else sample, 4)


def divided(text: str, sample: str) -> list[str]:
    """Divide *text*, which begins with the first ordinal of *sample*, where the next ones stand.

    Every ordinal from the first on must stand at the head of a clause; else there is
    only one part, the whole.
    """
    first = numerals.ordinal(sample, 1)
    if not text.startswith(first):
        return [text]
    parts: list[str] = []
    rest, number = text, 1
    while True:
        following = numerals.ordinal(sample, number + 1)
        start = len(numerals.ordinal(sample, number))
        at = _head_of_clause(rest, following, start)
        if at < 0:
            return [*parts, rest[start:]]
        parts.append(rest[start:at])
        rest, number = rest[at:], number + 1


def _head_of_clause(text: str, ordinal: str, start: int) -> int:
    at = text.find(ordinal, start)
    while at >= 0 and text[at - 1] not in "。；！？：”）…":
        at = text.find(ordinal, at + 1)
    return at


def _number(text: str) -> int:
    """Return what *text* counts, 0 where it is no proper number."""
    if text.isdecimal():
        return int(text)
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    total, digit = 0, 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    number = total + digit
    return number if number and numerals.chinese(number) == text else 0


def _as_typed(sample: str, whole: str) -> str:
    """The *sample* with what was typed behind its bracket: （一）、."""
    return sample + whole[-1] if sample[-1] == "）" and whole[-1] in "、." else sample
