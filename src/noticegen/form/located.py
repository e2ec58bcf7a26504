"""What the form stage hands on: plain values, and the place of each in the source."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from noticegen.form.folded import Folded, Written
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
    well be in the file. *labels* are all that stand in it. The values at and below the
    paths in *taken* are those of *defaults*, another file, whose name is its *source*.
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
            return Sources(self).written(path, text).locate(0, len(text))
        if self.defaults and self.is_taken(path):
            return self.defaults.locate(path)
        return self._span(path).start._replace(source=self.source)

    def locate_label(self, path: Path) -> Mark:
        """Return the place of the label, or of the list item's dash, at *path*."""
        if self.defaults and self.is_taken(path):
            return self.defaults.locate_label(path)
        return self._span(path).label._replace(source=self.source)

    def known(self, path: Path) -> Path:
        """Return *path*, or its nearest ancestor whose place is known."""
        if self.defaults and self.is_taken(path):
            return self.defaults.known(path)
        while path and path not in self.spans:
            path = path[:-1]
        return path

    def pieces(self, path: Path) -> list[tuple[Mark, str]]:
        """Return the lines of the value at *path* that are not blank, and where each begins."""
        if self.defaults and self.is_taken(path):
            return self.defaults.pieces(path)
        _, start, end = self._span(path)
        pieces = []
        for number in range(start.line, end.line + 1):
            first = start.column - 1 if number == start.line else 0
            last = end.column - 1 if number == end.line else None
            piece = self.lines[number - 1][first:last]
            if number == start.line or piece.strip():
                pieces.append((Mark(number, first + 1, self.source), piece))
        return pieces

    def is_taken(self, path: Path) -> bool:
        """Tell whether the value at *path* is not the form's own but its defaults'."""
        return any(path[:length] in self.taken for length in range(1, len(path) + 1))

    def _span(self, path: Path) -> Span:
        return self.spans.get(self.known(path)) or Span(Mark(1, 1), Mark(1, 1), Mark(1, 1))


class Sources:
    """The values of a form, each folded once, however many texts are looked for in it."""

    def __init__(self, form: Form) -> None:
        """Begin with none of *form*'s values."""
        self._form = form
        self._folded: dict[Path, Folded] = {}

    def written(self, path: Path, text: str) -> Written:
        """Return *text*, which the value at *path* is or holds, as the form has it."""
        known = self._form.known(path)
        if known not in self._folded:
            self._folded[known] = Folded(self._form.pieces(path))
        # The paragraphs of one value have no places of their own; typed with |, each is a line.
        number = path[-1] if path != known else 0
        return Written(text, self._folded[known], number if isinstance(number, int) else 0)
