"""Mended text → plain values with their places, over PyYAML's event stream.

Nothing here recurses; depth, number and length are bounded event by event.
"""

from dataclasses import dataclass
from typing import cast

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, NodeEvent, ScalarEvent

from noticegen.form.lines import BLANKS, CODE_SPAN, Page, indentation, restore
from noticegen.form.located import Path, Span, Value
from noticegen.problem import Mark, Problem

MAX_DEPTH = 32
MAX_EVENTS = 200_000
MAX_SCALAR = 200_000

_TOO_MANY = "填报表的条目太多，从这一行起没有读，请检查是否选错了文件。"
_TOO_DEEP = f"这一行的层数超过了 {MAX_DEPTH} 层，填报表用不到这么多层，请检查行首的空格。"
_TOO_LONG = f"这一处文字超过 {MAX_SCALAR:,} 字，没有读，请检查是否漏了换行或引号。"
_SIGN = "“&”“*”“!”开头的写法在填报表里没有用处，请给这一处加上英文双引号。"
_NO_NAME = "这里要写标签，却写成了括号或记号，请按“标签: 内容”的样子写。"
_NO_LABEL = "冒号前面没有标签，请按“标签: 内容”的样子写。"
_EMPTY_ITEM = "“-”后面没有内容，请补上这一条，或删去这一行。"

_NOWHERE = Mark(1, 1)
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class _Block:
    """A block being read; *key* is its label that waits for a value."""

    path: Path
    values: dict[str, Value] | list[Value]
    key: str | None = None
    key_mark: Mark = _NOWHERE
    ignored: bool = False

    @property
    def awaits_label(self) -> bool:
        return self.key is None and isinstance(self.values, dict)


@dataclass(slots=True)
class _Slot:
    """Where the next value goes, and the place of its label or dash."""

    path: Path
    label: Mark


class Tree:
    """The values read, the place of each, and the faults only YAML shows."""

    def __init__(self, page: Page) -> None:
        self.root: Value | None = None
        self.spans: dict[Path, Span] = {}
        self.whole = True
        self._page = page
        self._blocks: list[_Block] = []
        self._faults: list[Problem] = []
        self._skipping = 0
        self._end = _NOWHERE

    def read(self, text: str) -> None:
        """Take all events of *text*.

        Raises:
            yaml.YAMLError: the text is no YAML; what came before is kept.
        """
        loader = _Loader(text)
        try:
            count = 0
            while loader.check_event():
                event = loader.get_event()
                count += 1
                if count > MAX_EVENTS:
                    self._fault(event, "form-too-large", _TOO_MANY)
                    self.whole = False
                    return
                self._take(event)
        finally:
            loader.dispose()

    def report(self) -> None:
        """Hand the faults met to the page."""
        for fault in self._faults:
            self._page.add(fault)

    def _take(self, event: yaml.Event) -> None:
        if self._skipping:
            if isinstance(event, CollectionStartEvent):
                self._skipping += 1
            elif isinstance(event, CollectionEndEvent):
                self._skipping -= 1
        elif isinstance(event, NodeEvent):
            self._take_node(event)
        elif isinstance(event, CollectionEndEvent):
            self._close_block()

    def _take_node(self, event: NodeEvent) -> None:
        block = self._blocks[-1] if self._blocks else None
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self._fault(event, "form-special-start", _SIGN)
        if block is not None and block.awaits_label:
            self._take_label(block, event)
            return
        slot = self._slot(block, event)
        if slot is None:
            self._skipping = int(isinstance(event, CollectionStartEvent))
        elif isinstance(event, ScalarEvent):
            self._take_text(block, slot, event)
        elif isinstance(event, CollectionStartEvent):
            self._open_block(block, slot, event)

    def _take_label(self, block: _Block, event: NodeEvent) -> None:
        block.key, block.ignored = "", True
        block.key_mark = self._mark(event)
        if not isinstance(event, ScalarEvent):
            self._fault(event, "form-special-start", _NO_NAME)
            self._skipping = int(isinstance(event, CollectionStartEvent))
            return
        name = restore(event.value).strip(BLANKS)
        if not name:
            self._fault(event, "form-stray", _NO_LABEL)
            return
        first = self.spans.get((*block.path, name))
        if first is not None:
            message = f"「{name}」与第{first.label.line}行重复，请删去其中一处，或合并成一处。"
            self._fault(event, "form-duplicate", message, name)
            return
        block.key, block.ignored = name, False

    def _slot(self, block: _Block | None, event: NodeEvent) -> _Slot | None:
        """Return where the value of *event* goes; None where it is not to be read."""
        if block is None:
            return _Slot((), self._mark(event)) if self.root is None else None
        if isinstance(block.values, list):
            return _Slot((*block.path, len(block.values)), self._dash(event))
        name, block.key = block.key or "", None
        return None if block.ignored else _Slot((*block.path, name), block.key_mark)

    def _take_text(self, block: _Block | None, slot: _Slot, event: ScalarEvent) -> None:
        text = restore(event.value)
        start, end = self._start_of(event), self._end_of(event)
        if len(text) > MAX_SCALAR:
            self._fault(event, "form-too-long", _TOO_LONG)
            self.whole = False
        elif text or event.style:
            self._put(block, slot.path, text)
            self.spans[slot.path] = Span(slot.label, start, max(start, end))
            self._end = max(start, end)
            return
        elif block is not None and isinstance(block.values, list):
            self._faults.append(Problem(slot.label, "form-empty-item", _EMPTY_ITEM))
            return
        # A label left empty has a place but no value.
        self.spans[slot.path] = Span(slot.label, slot.label, slot.label)

    def _open_block(self, block: _Block | None, slot: _Slot, event: CollectionStartEvent) -> None:
        if len(self._blocks) >= MAX_DEPTH:
            self._fault(event, "form-too-deep", _TOO_DEEP)
            self.whole = False
            self._skipping = 1
            return
        values: dict[str, Value] | list[Value] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        self._put(block, slot.path, values)
        start = self._mark(event)
        self.spans[slot.path] = Span(slot.label, start, start)
        self._blocks.append(_Block(slot.path, values))
        self._end = start

    def _close_block(self) -> None:
        path = self._blocks.pop().path
        self.spans[path] = self.spans[path]._replace(end=self._end)

    def _put(self, block: _Block | None, path: Path, value: Value) -> None:
        if block is None:
            self.root = value
        elif isinstance(block.values, list):
            block.values.append(value)
        else:
            block.values[str(path[-1])] = value

    def _mark(self, event: yaml.Event) -> Mark:
        mark = _start(event)
        return self._page.mark(mark.line, mark.column)

    def _start_of(self, event: ScalarEvent) -> Mark:
        """Return where the text of *event* starts: behind a block's sign, on the next line."""
        mark = _start(event)
        if event.style not in ("|", ">"):
            return self._page.mark(mark.line, mark.column)
        for index in range(mark.line + 1, len(self._page.lines)):
            text = self._page.lines[index].text
            if text:
                return self._page.mark(index, indentation(text))
        return self._page.mark(mark.line, mark.column)

    def _end_of(self, event: yaml.Event) -> Mark:
        """Return where *event* ends; never the start of a line, but the end before it."""
        mark = cast("yaml.Mark", event.end_mark)
        lines = self._page.lines
        if mark.column and mark.line < len(lines):
            return self._page.mark(mark.line, mark.column)
        line = max(min(mark.line, len(lines)), 1)
        return Mark(line, len(lines[line - 1].source) + 1)

    def _dash(self, event: yaml.Event) -> Mark:
        mark = _start(event)
        if mark.line < len(self._page.lines):
            text = self._page.lines[mark.line].text
            at = mark.column
            while at and text[at - 1] == " ":
                at -= 1
            if at and text[at - 1] == "-":
                return self._page.mark(mark.line, at - 1)
        return self._mark(event)

    def _fault(self, event: yaml.Event, code: str, message: str, text: str = "") -> None:
        self._faults.append(Problem(self._mark(event), code, message, text=text[:CODE_SPAN]))


def _start(event: yaml.Event) -> yaml.Mark:
    # Both parsers give every event its marks; only hand-made events lack them.
    return cast("yaml.Mark", event.start_mark)
