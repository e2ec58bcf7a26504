"""What the form stage hands on: plain values, and the place of each in the source."""

from collections.abc import Mapping
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

    def locate(self, path: Path, text: str = "", nth: int = 0) -> Mark:
        """Return the place of the value at *path*, or of *text* inside it.

        An unknown path gives its nearest known ancestor. *text* is found though its
        punctuation was made full-width and its blanks removed since; *nth* counts, from 0,
        which of its occurrences is meant, the last one there is standing in for more.
        """
        if self.defaults and self.is_taken(path):
            return self.defaults.locate(path, text, nth)._replace(source=self.defaults.source)
        span = self._span(path)
        found = self._find(span, text, nth) if text else None
        return found or span.start

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

    def _find(self, span: Span, text: str, nth: int) -> Mark | None:
        if span.start.line == span.end.line and _TOUCHED.isdisjoint(text):
            piece = self.lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1]
            if piece.isprintable() and " " not in piece:  # then none of its signs vanishes
                at = _nth(piece, text, nth)
                return Mark(span.start.line, span.start.column + at) if at >= 0 else None
        wanted = _fold(text)
        pieces: list[tuple[int, int, str, str]] = []
        within = self.lines[span.start.line - 1 : span.end.line]
        for number, line in enumerate(within, span.start.line):
            first = span.start.column - 1 if number == span.start.line else 0
            piece = line[first : span.end.column - 1 if number == span.end.line else len(line)]
            pieces.append((number, first + 1, piece, _fold(piece)))
        place = _nth("".join([folded for *_, folded in pieces]), wanted, nth) if wanted else -1
        for number, column, piece, folded in pieces if place >= 0 else ():
            if place < len(folded):
                return Mark(number, column + _unfolded(piece, folded, place))
            place -= len(folded)
        return None


def _unfolded(piece: str, folded: str, place: int) -> int:
    """Where in *piece* the sign stands that is folded[place]."""
    if len(piece) == len(folded):
        return place
    kept = [at for at, sign in enumerate(piece) if _FOLD.get(sign, sign)]
    return kept[place]


def _nth(text: str, wanted: str, nth: int) -> int:
    """Where *wanted* stands in *text* the *nth* time, or the last time; -1 for never."""
    place = text.find(wanted)
    while nth and place >= 0 and (later := text.find(wanted, place + len(wanted))) >= 0:
        place, nth = later, nth - 1
    return place


# One character to one or none, so that a place in the folded text is a place in the source.
_FOLD = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FOLD |= dict(zip("“”‘’。", "\"\"''.", strict=True))
_FOLD |= dict.fromkeys(" \t\r\n\u3000\xa0\u200b\u200c\u200d\ufeff\u2060\xad", "")
_TOUCHED = frozenset(_FOLD).union(_FOLD.values())
_FOLDS = str.maketrans(_FOLD)


def _fold(text: str) -> str:
    return text.translate(_FOLDS)
