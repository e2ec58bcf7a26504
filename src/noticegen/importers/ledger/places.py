"""Where in a form's lines a value stands, and how: what an edit of it must know."""

from enum import Enum, auto
from typing import NamedTuple

from noticegen.form import Form, Path
from noticegen.problem import Mark


class Style(Enum):
    """How a value is written."""

    EMPTY = auto()  # a label with nothing after it
    TEXT = auto()  # on its label's line, or going on below it
    LITERAL = auto()  # below | or >
    LIST = auto()
    BRACKETS = auto()  # on one line, between brackets: not edited


class Place(NamedTuple):
    """A value: how it is written, where its label ends, where it starts and ends itself."""

    style: Style
    label: Mark
    start: Mark
    end: Mark


def place(form: Form, path: Path) -> Place:
    """Return the place of the value at *path*, which the form has."""
    span = form.spans[path]
    after = _after_label(form, path)
    if span.start == span.label:
        return Place(Style.EMPTY, after, after, after)
    if form.lines[after.line - 1][after.column - 1 :].lstrip()[:1] in ("|", ">"):
        end = _trimmed(form, span.start, span.end)
        return Place(Style.LITERAL, after, span.start, end)
    if _value(form, path) is None:
        opening = form.lines[span.start.line - 1][span.start.column - 1]
        style = Style.BRACKETS if opening in "[{" else Style.LIST
        return Place(style, after, span.start, span.end)
    return Place(Style.TEXT, after, span.start, span.end)


def is_bracketed(form: Form, path: Path) -> bool:
    """Tell whether a block that holds *path* is written between brackets."""
    blocks = (path[:length] for length in range(1, len(path)))
    return any(
        place(form, block).style is Style.BRACKETS for block in blocks if block in form.spans
    )


def last_line(form: Form, path: Path) -> int:
    """Return the last line of what stands at and below *path*."""
    last = form.spans[path].label.line
    for below, span in form.spans.items():
        if below[: len(path)] == path:
            if _value(form, below) is None:
                last = max(last, span.label.line)
            else:
                last = max(last, place(form, below).end.line)
    return last


def column(form: Form, path: Path) -> int:
    """Return the column, from 1, at which the labels of the item at *path* stand."""
    return min(
        span.label.column
        for below, span in form.spans.items()
        if below[:-1] == path and span.label.line >= form.spans[path].label.line
    )


def _value(form: Form, path: Path) -> str | None:
    value: object = form.values
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value if isinstance(value, str) else None


def _after_label(form: Form, path: Path) -> Mark:
    """Return the place behind the label's colon, or behind the dash."""
    mark = form.spans[path].label
    line = form.lines[mark.line - 1]
    if isinstance(path[-1], int):
        return Mark(mark.line, mark.column + 1)
    return Mark(mark.line, line.index(":", mark.column - 1 + len(path[-1])) + 2)


def _trimmed(form: Form, start: Mark, end: Mark) -> Mark:
    """Leave blank lines and comments that follow a | text out of it."""
    line = end.line
    while line > start.line:
        text = form.lines[line - 1]
        indent = len(text) - len(text.lstrip())
        if text.strip() and not (text.lstrip().startswith("#") and indent < start.column - 1):
            break
        line -= 1
    return Mark(line, len(form.lines[line - 1]) + 1)
