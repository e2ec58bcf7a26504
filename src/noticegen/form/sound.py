"""A form with nothing odd in it → its tree, line by line; of any other, nothing.

Most forms are sound, and are read here without loading YAML or looking for slips. What is
taken is a narrow part of YAML: labels and texts, each whole on its line, lists, comments. At
the first line that might be more, or be a slip, the form is left to `mended`, which would
have read what is taken here alike.
"""

import re
from collections.abc import Collection
from typing import Any

from noticegen.form.located import Form, Path, Span
from noticegen.problem import Mark

_MOST_LINES = 30_000
_LONGEST_LINE = 100_000
_DEEPEST = 12
_LINE = re.compile(r"( *)(- +)?(?:(\w{1,20}):(?: +|$))?(.*)")
_QUOTED = re.compile(r"""'[^'#]*'|"[^"\\#]*\"""")
_SPECIAL = frozenset("\"'[{&*!|>%@`?-:,]}#")
# What may follow the sign of a comment that has a line to itself, of one behind a text.
_COMMENTS = frozenset(("", *" #-=*"))
_NOTES = frozenset(("", " "))


class _OddError(Exception):
    """A line that is not plainly right."""


class _Block:
    """Labels or a list under way; *labelled*: a list's items are labels, None until one tells."""

    __slots__ = ("indent", "is_list", "labelled", "path", "values")

    def __init__(self, indent: int, path: Path, *, is_list: bool, labelled: bool | None) -> None:
        self.indent = indent
        self.path = path
        self.is_list = is_list
        self.labelled = labelled
        self.values: Any = [] if is_list else {}


def read_sound(
    lines: tuple[str, ...], labels: Collection[str], top_labels: Collection[str]
) -> Form | None:
    """Return the form that *lines* are, as `mended` would read it; None where one is odd."""
    whole = "".join(lines)
    if not whole.isprintable() or "\ufffd" in whole:
        return None
    if len(lines) > _MOST_LINES or max(map(len, lines)) > _LONGEST_LINE:
        return None
    reader = _Reader(frozenset(labels), frozenset(top_labels))
    try:
        for number, line in enumerate(lines, 1):
            reader.take(number, line)
        values = reader.finish()
    except _OddError:
        return None
    return Form(lines, values, whole=True, spans=reader.spans)


class _Reader:
    """The tree as far as it is read.

    *_waiting* is the path of a label that may have its value on the lines below, *_mark* the
    label's place, *_has_note* whether a comment stands behind it. *_end* is where the last
    value ended.
    """

    def __init__(self, known: frozenset[str], top: frozenset[str]) -> None:
        self.spans: dict[Path, Span] = {}
        self._known = known
        self._top = top
        self._block = _Block(0, (), is_list=False, labelled=None)
        self._outer: list[_Block] = []
        self._waiting: Path | None = None
        self._mark = self._end = Mark(1, 1)
        self._has_note = False

    def take(self, number: int, line: str) -> None:
        """Take the next line in; _OddError where it is not plainly right."""
        indent, dash, label, text = _LINE.match(line).groups()  # type: ignore[union-attr]  # matches any line
        if not label and not dash:
            if text and (text[0] != "#" or text[1:2] not in _COMMENTS):
                raise _OddError
            return
        at = len(indent)
        if self._waiting:
            self._follow(number, at, is_item=dash is not None)
        block = self._join(at, is_item=dash is not None)
        mark = Mark(number, at + 1)
        if dash:
            at += len(dash)
            path = (*block.path, len(block.values))
            self._tell(block, label)
            if not label:
                block.values.append(self._text(path, mark, text, at))
                return
            start = Mark(number, at + 1)
            block = self._open(path, mark, start, _Block(at, path, is_list=False, labelled=None))
            mark = start
        path = (*block.path, label)
        if not block.path:
            self._start(label, mark)
        if path in self.spans:
            raise _OddError
        if text and text[0] != "#":
            block.values[label] = self._text(path, mark, text, len(line) - len(text))
        elif text[1:2] in _NOTES:
            self._waiting, self._mark, self._has_note = path, mark, text != ""
        else:
            raise _OddError

    def finish(self) -> dict[str, Any]:
        """Close all blocks; return the values."""
        if self._waiting:
            self._leave_empty()
        while self._outer:
            self._close()
        if () not in self.spans:
            raise _OddError
        self._end_span(())
        values: dict[str, Any] = self._block.values
        return values

    def _tell(self, block: _Block, label: str | None) -> None:
        """Note what the items of a list are, all of one sort."""
        if label and label not in self._known:
            raise _OddError
        if block.labelled is None:
            block.labelled = label is not None
        elif block.labelled is (label is None):
            raise _OddError

    def _start(self, label: str, mark: Mark) -> None:
        if label not in self._top:
            raise _OddError
        if not self.spans:
            self.spans[()] = Span(mark, mark, mark)
            self._end = mark

    def _follow(self, number: int, at: int, *, is_item: bool) -> None:
        """Open the block below the label that waits, unless the line does not belong there."""
        block, path = self._block, self._waiting
        if path and (at > block.indent or (at == block.indent and is_item)):
            labelled = True if path[-1] in self._top else None
            start = Mark(number, at + 1)
            self._open(
                path, self._mark, start, _Block(at, path, is_list=is_item, labelled=labelled)
            )
            self._waiting = None
        else:
            self._leave_empty()

    def _leave_empty(self) -> None:
        if self._has_note or self._waiting is None:
            raise _OddError
        self.spans[self._waiting] = Span(self._mark, self._mark, self._mark)
        self._waiting = None

    def _open(self, path: Path, label: Mark, start: Mark, block: _Block) -> _Block:
        if len(self._outer) > _DEEPEST:
            raise _OddError
        values = self._block.values
        if self._block.is_list:
            values.append(block.values)
        else:
            values[path[-1]] = block.values
        self.spans[path] = Span(label, start, start)
        self._end = start
        self._outer.append(self._block)
        self._block = block
        return block

    def _join(self, at: int, *, is_item: bool) -> _Block:
        """Go out to the block that a line of this indentation belongs to."""
        while self._block.indent > at or (
            self._block.indent == at and self._block.is_list is not is_item
        ):
            if not self._outer:
                raise _OddError
            self._close()
        if self._block.indent != at:
            raise _OddError
        return self._block

    def _close(self) -> None:
        self._end_span(self._block.path)
        self._block = self._outer.pop()

    def _end_span(self, path: Path) -> None:
        label, start, _ = self.spans[path]
        self.spans[path] = Span(label, start, self._end)

    def _text(self, path: Path, label: Mark, text: str, at: int) -> str:
        """Return the text that starts at column *at*, from 0, without the comment behind it."""
        if "#" in text:
            text, comment, note = text.partition(" #")
            if comment and note[:1] not in _NOTES:
                raise _OddError
        text = text.rstrip(" ")
        is_quoted = _QUOTED.fullmatch(text) is not None
        if not is_quoted and (
            not text
            or (text[0] in _SPECIAL and text[:2] != "{{")
            or (":" in text and (text[-1] == ":" or ": " in text))
        ):
            raise _OddError
        number = label.line
        self._end = end = Mark(number, at + len(text) + 1)
        self.spans[path] = Span(label, Mark(number, at + 1), end)
        return text[1:-1] if is_quoted else text
