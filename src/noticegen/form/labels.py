"""Where a line has a label: the labels the form may use, and what they are mistyped as."""

import re
from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

from noticegen.form.lines import BLANKS

DASHES = "-－–—―‐−·•●"

_LONGEST = 20
_WORD = re.compile(
    rf"([^\s:：;；=＝#]{{1,{_LONGEST}}})[{BLANKS}]*([:：;；=＝]+)[{BLANKS}]*",
)
_BARE = re.compile(rf"([^\s:：;；=＝#]{{1,{_LONGEST}}})(?:[{BLANKS}]+|$)")
_DOUBTFUL = re.compile(rf"([^\s，。；、！？：:“”《》（）]{{1,8}})[{BLANKS}]*([：:])[{BLANKS}]*")
_COLON = re.compile(r":(?=[ \t]|$)")
_QUOTED = re.compile(r"""("(?:[^"\\]++|\\.)*+"|'(?:[^']++|'')*+')[ \t]*:(?=[ \t]|$)""")
_SENTENCE = re.compile(r"[，。；！？：]")
_NOT_A_LABEL = frozenset("'\":|>[{,]}&*!%@`")


class Label(NamedTuple):
    """A label in a line: its *name*, and text[start:end], [end:colon], [colon:value]."""

    name: str
    start: int
    end: int
    colon: int
    value: int
    separator: str
    known: bool
    good: bool


class Look(NamedTuple):
    """What a line starts with: a dash or what passes for one, and a label.

    *sure*: the dash is one to YAML too. *hyphen*: it is the right character.
    """

    dash: bool
    sure: bool
    hyphen: bool
    label: Label | None


class Labels:
    """The labels a form may use; *top* are those at its top level."""

    def __init__(self, labels: Collection[str], top: Collection[str]) -> None:
        self.known = frozenset(labels) | frozenset(top)
        self.top = frozenset(top)

    def look(self, text: str, at: int) -> Look:
        """Return what *text* starts with at column *at*."""
        char, following = text[at], text[at + 1 : at + 2]
        dash = char in DASHES and following != char
        sure = char == "-" and following in ("", " ", "\t")
        head = len(text) - len(text[at + 1 :].lstrip(BLANKS)) if dash else at
        return Look(dash, sure, char == "-", self.at(text, head))

    def at(self, text: str, start: int) -> Label | None:
        """Return the label at *start*: a known one however separated, or one YAML sees."""
        word = _WORD.match(text, start)
        if word and word[1] in self.known:
            separator = word[2]
            good = separator == ":" and (word.end(2) == len(text) or text[word.end(2)] in " \t")
            return _label(word, separator, known=True, good=good)
        return self._unknown(text, start)

    def bare(self, text: str, start: int) -> Label | None:
        """Return the known label at *start* that has no colon."""
        word = _BARE.match(text, start)
        if word is None or word[1] not in self.known:
            return None
        end = word.end(1)
        return Label(word[1], start, end, end, word.end(), "", known=True, good=False)

    def doubtful(self, text: str, start: int) -> Label | None:
        """Return what looks like an unknown label with a colon YAML does not see."""
        word = _DOUBTFUL.match(text, start)
        return _label(word, word[2], known=False, good=False) if word else None

    def close(self, name: str) -> bool:
        """Say whether *name* is nearly a known label."""
        return 1 < len(name) < _LONGEST and not self._near.isdisjoint(_blurred(name))

    @cached_property
    def _near(self) -> frozenset[str]:
        return frozenset(near for label in self.known for near in _blurred(label))

    def _unknown(self, text: str, start: int) -> Label | None:
        found = _QUOTED.match(text, start)
        if found is None and ":" in text:
            found = _COLON.search(text, start)
        if found is None:
            return None
        colon = found.end() - 1
        name = text[start:colon].rstrip(BLANKS)
        end = start + len(name)
        value = len(text) - len(text[colon + 1 :].lstrip(BLANKS))
        if found.re is _QUOTED:
            name = found[1][1:-1]
        elif not name or _reads_as_text(name):
            return None
        known = name in self.known
        return Label(name, start, end, colon, value, ":", known=known, good=True)


def _blurred(name: str) -> set[str]:
    """Return the patterns *name* shares with every name one character away."""
    wrong = {f"{name[:at]}?{name[at + 1 :]}" for at in range(len(name))}
    missing = {f"{name[:at]}?{name[at:]}" for at in range(len(name) + 1)}
    return wrong | missing


def _label(word: re.Match[str], separator: str, *, known: bool, good: bool) -> Label:
    return Label(
        word[1], word.start(), word.end(1), word.start(2), word.end(), separator, known, good
    )


def _reads_as_text(name: str) -> bool:
    return (
        len(name) > _LONGEST
        or name[0] in _NOT_A_LABEL
        or " #" in name
        or _SENTENCE.search(name) is not None
    )
