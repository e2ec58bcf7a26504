"""What the form stage hands on: plain values, and the place of each in the source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from noticegen.problem import Mark

Value = str | dict[str, "Value"] | list["Value"]
Path = tuple[str | int, ...]


class Span(NamedTuple):
    """Where a value stands: its label (or list dash), its start, its end (exclusive)."""

    label: Mark
    start: Mark
    end: Mark


class Form(NamedTuple):
    """A form as read: every scalar a string, labels left empty not among *values*.

    *whole* is False where lines had to be left out, so that a label not found here may
    well be in the file. *labels* are all that stand in it. The values at and below the paths in *taken* are those of
    *defaults*, another file, whose name is its *source*.
    """

    lines: tuple[str, ...]
    values: dict[str, Value]
    whole: bool
    spans: Mapping[Path, Span] = MappingProxyType({})
    labels: frozenset[str] = frozenset()
    source: str = ""
    defaults: "Form | None" = None
    taken: frozenset[Path] = frozenset()

    @property
    def others(self) -> dict[str, tuple[str, ...]]:
        """The lines of the other files that values come from, by their names."""
        return {self.defaults.source: self.defaults.lines} if self.defaults else {}

    def locate(self, path: Path, text: str = "") -> Mark:
        """Return the place of the value at *path*, or of *text* where it first stands inside it.

        An unknown path gives its nearest known ancestor. *text* is found though its
        punctuation was made full-width and its blanks removed since.
        """
        if text:
            return self.written(path, text).locate(0, len(text))
        if self.defaults and self.is_taken(path):
            return self.defaults.locate(path)
        return self._span(path).start._replace(source=self.source)

    def written(self, path: Path, text: str) -> "Written":
        """Return *text*, which the value at *path* is or holds, as the source has it."""
        if self.defaults and self.is_taken(path):
            return self.defaults.written(path, text)
        _, start, end = self._span(path)
        pieces = []
        for number in range(start.line, end.line + 1):
            first = start.column - 1 if number == start.line else 0
            last = end.column - 1 if number == end.line else None
            mark = Mark(number, first + 1, self.source)
            pieces.append((mark, self.lines[number - 1][first:last]))
        return Written(text, pieces)

    def locate_label(self, path: Path) -> Mark:
        """Return the place of the label, or of the list item's dash, at *path*."""
        if self.defaults and self.is_taken(path):
            return self.defaults.locate_label(path)._replace(source=self.defaults.source)
        return self._span(path).label

    def is_taken(self, path: Path) -> bool:
        """Tell whether the value at *path* is not the form's own but its defaults'."""
        return any(path[:length] in self.taken for length in range(1, len(path) + 1))

    def _span(self, path: Path) -> Span:
        for length in range(len(path), -1, -1):
            if span := self.spans.get(path[:length]):
                return span
        return Span(Mark(1, 1), Mark(1, 1), Mark(1, 1))


class Written:
    """A text as its source has it: folded once, however often a part of it is looked for.

    The source differs in blanks and in the width of its punctuation. Where it differs in
    more, as in a name that was filled in, words are found by how often they stood before.
    """

    def __init__(self, text: str, pieces: Sequence[tuple[Mark, str]]) -> None:
        """Take the *pieces* of the source, a line's each, with the place where each begins."""
        source = "".join([piece for _, piece in pieces])
        self._text = text
        self._marks = [mark for mark, _ in pieces]
        self._starts = list(accumulate([len(piece) for _, piece in pieces[:-1]], initial=0))
        self._vanished = _vanishing(text)
        self._kept = [at - number for number, at in enumerate(_vanishing(source))]
        self._folded, self._source = _fold(text), _fold(source)
        self._at = self._source.find(self._folded)
        self._known: dict[str, tuple[list[int], list[int]]] = {}

    def locate(self, start: int, end: int) -> Mark:
        """Return the place of text[start:end]; that of the source where nothing such is in it."""
        words = _fold(self._text[start:end])
        place = self._find(words, start - bisect_left(self._vanished, start)) if words else -1
        if place < 0:
            return self._marks[0]
        at = place + bisect_right(self._kept, place)
        number = bisect_right(self._starts, at) - 1
        mark = self._marks[number]
        return mark._replace(column=mark.column + at - self._starts[number])

    def _find(self, words: str, start: int) -> int:
        """Where in the folded source the *words* stand that the folded text has at *start*.

        Where the source has fewer of them, the last one stands in for more; -1 for none.
        """
        if self._at >= 0:
            return self._at + start
        if words not in self._known:
            self._known[words] = _places(self._folded, words), _places(self._source, words)
        before, places = self._known[words]
        nth = bisect_right(before, start - len(words))
        return places[min(nth, len(places) - 1)] if places else -1


def _vanishing(text: str) -> list[int]:
    """Where the signs of *text* stand that are folded to nothing."""
    return [found.start() for found in _VANISHING.finditer(text)]


def _places(text: str, words: str) -> list[int]:
    """Where *words* stand in *text*, one after another."""
    places = []
    at = text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + len(words))
    return places


# One character to one or none, so that a place in the folded text is a place in the source.
_FOLD = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FOLD |= dict(zip("“”‘’。", "\"\"''.", strict=True))
_BLANKS = " \t\r\n\u3000\xa0\u200b\u200c\u200d\ufeff\u2060\xad"
_VANISHING = re.compile(f"[{_BLANKS}]")
_FOLDS = str.maketrans(_FOLD | dict.fromkeys(_BLANKS, ""))


def _fold(text: str) -> str:
    return text.translate(_FOLDS)
