"""Where the values of a sound form stand: worked out from their lines when somebody asks."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from noticegen.form.located import Path, Span
from noticegen.problem import Mark

Place = int | tuple[int, "int | Places"]
Places = dict[str | int, Place]
"""The lines, from 1, of what a block holds, by label or number, in the order of the lines.

A text has its line, one typed with | also that of its end; a block has the line of its label
or dash, and its own Places.
"""

LINE = re.compile(r"( *)(- +)?(?:(\w{1,20}+):(?: +|$))?(.*)")
"""Indentation, dash, label and text of a line."""


class Spans(Mapping[Path, Span]):
    """The spans of a form's values, and of its labels left empty.

    Few are ever asked for, those of what is wrong; to make all of them while reading took
    as long as all the rest of it.
    """

    def __init__(self, lines: tuple[str, ...], places: Places) -> None:
        self._lines = lines
        self._places = places

    def __getitem__(self, path: Path) -> Span:
        place = self._place(path)
        if path:
            return self._span(path[-1], place)
        start = self._start(self._places)
        return Span(start, start, self._end(self._places) or start)

    def __contains__(self, path: object) -> bool:
        # A mapping's own would make the span to see whether there is one.
        try:
            self._place(cast("Path", path))
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[Path]:
        yield ()
        yield from _paths((), self._places)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _place(self, path: Path) -> Any:  # noqa: ANN401  # as deep as the path
        place: Any = 0, self._places
        try:
            for step in path:
                place = place[1][step]
        except TypeError:  # there is nothing below a text
            raise KeyError(path) from None
        return place

    def _span(self, step: str | int, place: Place) -> Span:
        """Return the span of a value; a label left empty starts and ends where it stands."""
        number, inside = place if isinstance(place, tuple) else (place, None)
        label, text = self._label(step, number)
        if isinstance(inside, dict):
            start = self._start(inside)
            return Span(label, start, self._end(inside) or start)
        if inside is not None:
            return Span(label, *self._extent_of_literal(number + 1, inside))
        at = len(self._lines[number - 1]) - len(text) + 1
        text = text.partition(" #")[0].rstrip(" ")
        if not text:
            return Span(label, label, label)
        return Span(label, Mark(number, at), Mark(number, at + len(text)))

    def _label(self, step: str | int, number: int) -> tuple[Mark, str]:
        """Return where the label, or the dash, on line *number* stands, and the text behind it."""
        indent, dash, _, text = LINE.match(self._lines[number - 1]).groups("")  # type: ignore[union-attr]  # matches any line
        return Mark(number, len(indent) + (len(dash) if isinstance(step, str) else 0) + 1), text

    def _start(self, places: Places) -> Mark:
        """Return where the first label, or dash, of a block stands."""
        step, place = next(iter(places.items()))
        start, _ = self._label(step, place if isinstance(place, int) else place[0])
        return start

    def _end(self, places: Places) -> Mark | None:
        """Return where the last value of a block ends; None where all its labels are empty."""
        for step in reversed(places):
            span = self._span(step, places[step])
            if span.end != span.label:
                return span.end
        return None

    def _extent_of_literal(self, first: int, last: int) -> tuple[Mark, Mark]:
        """Return where a text typed with | starts, on line *first*, and ends."""
        line = self._lines[first - 1]
        start = Mark(first, len(line) - len(line.lstrip(" ")) + 1)
        return start, Mark(last, len(self._lines[last - 1]) + 1)


def _paths(above: Path, places: Places) -> Iterator[Path]:
    for step, place in places.items():
        path = (*above, step)
        yield path
        if isinstance(place, tuple) and isinstance(place[1], dict):
            yield from _paths(path, place[1])
