"""A form with nothing odd in it → its tree, line by line; of any other, nothing.

Most forms are sound, and are read here without loading YAML or looking for slips. What is
taken is a narrow part of YAML: labels and texts, each whole on its line, lists, comments, and
texts typed with |. At the first line that might be more, or be a slip, the form is left to `mended`, which would
have read what is taken here alike.
"""

import re
from collections.abc import Collection
from typing import Any

from noticegen.form.literal import Literal, OddError
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
    reader = _Reader(lines, frozenset(labels), frozenset(top_labels))
    try:
        for number, line in enumerate(lines, 1):
            reader.take(number, line)
        values = reader.finish()
    except OddError:
        return None
    return Form(lines, values, whole=True, spans=reader.spans)


class _Reader:
    """The tree as far as it is read.

    *_waiting* is the path of a label that may have its value on the lines below, *_mark* the
    label's place, *_has_note* whether a comment stands behind it. *_end* is where the last
    value ended.
    """

    def __init__(self, lines: tuple[str, ...], known: frozenset[str], top: frozenset[str]) -> None:
        self._lines = lines
        self._literal: Literal | None = None
        self.spans: dict[Path, Span] = {}
        self._known = known
        self._top = top
        self._block = _Block(0, (), is_list=False, labelled=None)
        self._outer: list[_Block] = []
        self._waiting: Path | None = None
        self._mark = self._end = Mark(1, 1)
        self._has_note = False

    def take(self, number: int, line: str) -> None:
        """Take the next line in; OddError where it is not plainly right."""
        if self._literal and self._literal.takes(number, line):
            return
        indent, dash, label, text = _LINE.match(line).groups()  # type: ignore[union-attr]  # matches any line
        if not label and not dash:
            if text and (text[0] != "#" or text[1:2] not in _COMMENTS):
                raise OddError
            return
        at = len(indent)
        if self._literal:
            self._end_literal(self._literal, number - 1)
        if self._waiting:
            self._follow(number, at, is_item=dash is not None)
        block = self._join(at, is_item=dash is not None)
        mark = Mark(number, at + 1)
        if dash:
            block, mark = self._take_item(block, mark, label, text, at + len(dash))
        if label:
            self._take_label(block, mark, label, text, len(line) - len(text))

    def _take_item(
        self, block: _Block, dash: Mark, label: str | None, text: str, at: int
    ) -> tuple[_Block, Mark]:
        """Put an item, which starts at column *at*, into its list; return where a label goes."""
        self._tell(block, label)
        path = (*block.path, len(block.values))
        if not label:
            block.values.append(self._text(path, dash, text, at))
            return block, dash
        start = Mark(dash.line, at + 1)
        labels = _Block(at, path, is_list=False, labelled=None)
        return self._open(path, dash, start, labels), start

    def _take_label(self, block: _Block, mark: Mark, label: str, text: str, at: int) -> None:
        """Put a label, and the text that starts at column *at*, into its block."""
        path = (*block.path, label)
        if not block.path:
            self._start(label, mark)
        if path in self.spans:
            raise OddError
        if text.rstrip(" ") == "|":
            self._literal = Literal(path, mark, block.indent, block.values)
            self.spans[path], block.values[label] = Span(mark, mark, mark), ""
        elif text and text[0] != "#":
            block.values[label] = self._text(path, mark, text, at)
        elif text[1:2] in _NOTES:
            self._waiting, self._mark, self._has_note = path, mark, text != ""
        else:
            raise OddError

    def finish(self) -> dict[str, Any]:
        """Close all blocks; return the values."""
        if self._literal:
            self._end_literal(self._literal, len(self._lines))
        if self._waiting:
            self._leave_empty()
        while self._outer:
            self._close()
        if () not in self.spans:
            raise OddError
        self._end_span(())
        values: dict[str, Any] = self._block.values
        return values

    def _end_literal(self, literal: Literal, last: int) -> None:
        """Put a text in its place; to YAML it ends with line *last*, before what follows."""
        self._end = end = Mark(last, len(self._lines[last - 1]) + 1)
        self.spans[literal.path] = Span(literal.label, literal.start, end)
        literal.values[literal.path[-1]] = literal.text()
        self._literal = None

    def _tell(self, block: _Block, label: str | None) -> None:
        """Note what the items of a list are, all of one sort."""
        if label and label not in self._known:
            raise OddError
        if block.labelled is None:
            block.labelled = label is not None
        elif block.labelled is (label is None):
            raise OddError

    def _start(self, label: str, mark: Mark) -> None:
        if label not in self._top:
            raise OddError
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
            raise OddError
        self.spans[self._waiting] = Span(self._mark, self._mark, self._mark)
        self._waiting = None

    def _open(self, path: Path, label: Mark, start: Mark, block: _Block) -> _Block:
        if len(self._outer) > _DEEPEST:
            raise OddError
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
                raise OddError
            self._close()
        if self._block.indent != at:
            raise OddError
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
                raise OddError
        text = text.rstrip(" ")
        is_quoted = _QUOTED.fullmatch(text) is not None
        if not is_quoted and (
            not text
            or (text[0] in _SPECIAL and text[:2] != "{{")
            or (":" in text and (text[-1] == ":" or ": " in text))
        ):
            raise OddError
        number = label.line
        self._end = end = Mark(number, at + len(text) + 1)
        self.spans[path] = Span(label, Mark(number, at + 1), end)
        return text[1:-1] if is_quoted else text
