"""A form with nothing odd in it → its tree, line by line; of any other, nothing.

Most forms are sound, and are read here without loading YAML or looking for slips. What is
taken is a narrow part of YAML: labels and texts, each whole on its line, lists, comments, and
texts typed with |. At the first line that might be more, or be a slip, the form is left to
`mended`, which would have read what is taken here alike.
"""

from collections.abc import Collection
from typing import Any

from noticegen.form.literal import Literal, OddError
from noticegen.form.located import Form
from noticegen.form.spans import LINE, Places, Spans
from noticegen.patterns import pattern

_MOST_LINES = 30_000
_LONGEST_LINE = 100_000
_DEEPEST = 12
_QUOTED = pattern(r"""'[^'#]*'|"[^"\\#]*\"""")
_SPECIAL = frozenset(("", *"\"'[{&*!|>%@`?-:,]}#"))
# What may follow the sign of a comment that has a line to itself, of one behind a text.
_COMMENTS = frozenset(("", *" #-=*"))
_NOTES = frozenset(("", " "))


class _Block:
    """Labels or a list under way; *labelled*: a list's items are labels, None until one tells."""

    __slots__ = ("indent", "is_list", "labelled", "places", "values")

    def __init__(self, indent: int, *, is_list: bool, labelled: bool | None) -> None:
        self.indent = indent
        self.is_list = is_list
        self.labelled = labelled
        self.values: Any = [] if is_list else {}
        self.places: Places = {}


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
        root = reader.read()
    except OddError:
        return None
    spans = Spans(lines, root.places)
    return Form(lines, root.values, whole=True, spans=spans, labels=frozenset(reader.labels))


class _Reader:
    """The tree as far as it is read; *labels* are those met.

    *_waiting* is a label whose value stands below it, *_since* its line, *_literal* the value
    where it is a text typed with |.
    """

    def __init__(self, lines: tuple[str, ...], known: frozenset[str], top: frozenset[str]) -> None:
        self._lines = lines
        self._known = known
        self._top = top
        self._block = _Block(0, is_list=False, labelled=None)
        self._outer: list[_Block] = []
        self.labels: set[str] = set()
        self._waiting = ""
        self._since = 0
        self._literal: Literal | None = None

    def read(self) -> _Block:
        """Return the outermost block; OddError where a line is not plainly right."""
        for number, line in enumerate(self._lines, 1):
            if self._literal and self._literal.takes(line):
                continue
            indent, dash, label, text = LINE.match(line).groups()  # type: ignore[union-attr]  # matches any line
            if not label and not dash:
                _pass_over(text)
                continue
            at, is_item = len(indent), dash is not None
            if self._waiting:
                self._settle(number, at, is_item=is_item)
            block = self._block
            if block.indent != at or block.is_list is not is_item:
                block = self._join(at, is_item=is_item)
            if dash:
                block = self._take_item(block, number, label, text, at + len(dash))
            if label:
                self._take_label(block, number, label, text)
        return self._finish()

    def _take_item(
        self, block: _Block, number: int, label: str | None, text: str, at: int
    ) -> _Block:
        """Put an item into its list; return where its label, at column *at*, is to go."""
        is_labelled = label is not None
        if block.labelled is None:
            block.labelled = is_labelled
        elif block.labelled is not is_labelled:
            raise OddError
        if label:
            if label not in self._known:
                raise OddError
            return self._open(len(block.values), number, _Block(at, is_list=False, labelled=None))
        block.places[len(block.values)] = number
        block.values.append(_plain(text))
        return block

    def _take_label(self, block: _Block, number: int, label: str, text: str) -> None:
        """Put a label and its text into its block."""
        if label in block.places or (not self._outer and label not in self._top):
            raise OddError
        block.places[label] = number
        self.labels.add(label)
        if not text or text[0] == "#":
            if text[1:2] not in _NOTES:
                raise OddError
            self._waiting, self._since = label, number
        elif text.rstrip(" ") == "|":
            self._waiting, self._since, self._literal = label, number, Literal(block.indent)
        else:
            block.values[label] = _plain(text)

    def _finish(self) -> _Block:
        if self._waiting:
            self._settle(len(self._lines) + 1, -1, is_item=False)
        root = self._outer[0] if self._outer else self._block
        if not root.places:
            raise OddError
        return root

    def _settle(self, number: int, at: int, *, is_item: bool) -> None:
        """Give the label that waits its value, now that the next entry, on line *number*, is met."""
        block, label = self._block, self._waiting
        self._waiting = ""
        if self._literal:
            block.values[label] = self._literal.text()
            block.places[label] = self._since, number - 1
            self._literal = None
        elif at > block.indent or (at == block.indent and is_item):
            labelled = True if label in self._top else None
            self._open(label, self._since, _Block(at, is_list=is_item, labelled=labelled))
        elif "#" in self._lines[self._since - 1]:
            raise OddError

    def _open(self, step: str | int, number: int, block: _Block) -> _Block:
        """Put a block below the label, or dash, on line *number*."""
        if len(self._outer) > _DEEPEST:
            raise OddError
        outer = self._block
        if outer.is_list:
            outer.values.append(block.values)
        else:
            outer.values[step] = block.values
        outer.places[step] = number, block.places
        self._outer.append(outer)
        self._block = block
        return block

    def _join(self, at: int, *, is_item: bool) -> _Block:
        """Go out to the block that a line of this indentation belongs to."""
        block = self._block
        while block.indent > at or (block.indent == at and block.is_list is not is_item):
            if not self._outer:
                raise OddError
            block = self._outer.pop()
        if block.indent != at:
            raise OddError
        self._block = block
        return block


def _pass_over(text: str) -> None:
    """Raise OddError for a line that is neither blank nor plainly a comment."""
    if text and (text[0] != "#" or text[1:2] not in _COMMENTS):
        raise OddError


def _plain(text: str) -> str:
    """Return a text without the comment behind it, out of its quotes."""
    if "#" in text:
        text, comment, note = text.partition(" #")
        if comment and note[:1] not in _NOTES:
            raise OddError
    text = text.rstrip(" ")
    if text[:1] in _SPECIAL and text[:2] != "{{":
        if not _QUOTED.fullmatch(text):
            raise OddError
        return text[1:-1]
    if ":" in text and (text[-1] == ":" or ": " in text):
        raise OddError
    return text
