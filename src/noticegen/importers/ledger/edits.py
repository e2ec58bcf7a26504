"""Changes of an item → edits of the form's lines, and the values the form has after them."""

import copy
import difflib
from collections.abc import Sequence

from noticegen.form import Form, Path, Value
from noticegen.importers.ledger import places
from noticegen.importers.ledger.places import Style
from noticegen.importers.ledger.scalars import scalar
from noticegen.importers.ledger.source import Source
from noticegen.ledger import keys

MEASURES = "措施"


class CannotEditError(Exception):
    """A value written in a way that is not changed by program; its text says why."""


class Editor:
    """Collects edits of one form; *values* are what it is to say afterwards."""

    def __init__(self, form: Form, source: Source) -> None:
        self.values: dict[str, Value] = copy.deepcopy(form.values)
        # Each edit looks through all spans: they are made once.
        self._form = form._replace(spans=dict(form.spans))
        self._source = source
        self._added: list[tuple[int, dict[str, Value]]] = []

    def set_text(self, index: int, label: str, text: str) -> int:
        """Let *label* of item *index* say *text*; return the line it stands in.

        Raises:
            CannotEditError: It is written in a way that is left to its writer.
        """
        path = ("正文", index, label)
        self._refuse(path, str(self._item(index).get(label, "")))
        if path in self._form.spans:
            self._replace(path, text)
            line = self._form.spans[path].label.line
        else:
            line = places.last_line(self._form, path[:2])
            indent = " " * (places.column(self._form, path[:2]) - 1)
            self._source.insert_below(line, [f"{indent}{label}: {scalar(text)}"])
        is_literal = path in self._form.spans and self._style(path) is Style.LITERAL
        self._item(index)[label] = _literal(self._form, path, [text]) if is_literal else text
        return line

    def set_measures(self, index: int, texts: Sequence[str], row: Sequence[str]) -> int:
        """Let item *index* have the measures *texts*; *row* are those it has, as printed.

        Raises:
            CannotEditError: They are written in a way that is left to their writer.
        """
        path = ("正文", index, MEASURES)
        written = self._item(index).get(MEASURES, "")
        present = [str(one) for one in written] if isinstance(written, list) else [str(written)]
        self._refuse(path, "")
        known = path in self._form.spans
        style = self._style(path) if known else Style.EMPTY
        if style is Style.LIST and len(present) == len(row):
            self._change_list(path, present, texts, row)
        elif style is Style.BRACKETS or style is Style.LIST:
            raise CannotEditError("措施的写法比较特别")
        else:
            self._refuse(path, "\n".join(present))
            self._rewrite_list(path, texts, style)
        return self._form.spans[path if known else path[:2]].label.line

    def add_item(self, after: int, lines: list[str], values: dict[str, Value]) -> int:
        """Put an item of *lines* below item *after*, indented as that is; return the line."""
        path: Path = ("正文", after)
        if places.is_bracketed(self._form, (*path, "")):
            raise CannotEditError("正文写在括号里")
        line = places.last_line(self._form, path)
        indent = " " * (self._form.spans[path].label.column - 1)
        self._source.insert_below(line, [indent + text for text in lines])
        self._added.append((after, values))
        return line

    def settled(self) -> dict[str, Value]:
        """Return the values of the form with all edits made, the added items too."""
        body = self.values["正文"]
        assert isinstance(body, list)  # noqa: S101  # a form without a body has no findings
        order = sorted(enumerate(self._added), key=lambda added: (added[1][0], added[0]))
        for _, (after, values) in reversed(order):
            body.insert(after + 1, values)
        return self.values

    def _item(self, index: int) -> dict[str, Value]:
        body = self.values["正文"]
        item = body[index] if isinstance(body, list) else {}
        assert isinstance(item, dict)  # noqa: S101  # the model has seen to it
        return item

    def _style(self, path: Path) -> Style:
        return places.place(self._form, path).style

    def _refuse(self, path: Path, present: str) -> None:
        if places.is_bracketed(self._form, path):
            raise CannotEditError("这一项写在括号里")
        if "{{" in present:
            raise CannotEditError("这里引用了 {{ 名称 }}")

    def _replace(self, path: Path, text: str) -> None:
        place = places.place(self._form, path)
        if place.style is Style.EMPTY:
            self._source.replace(place.label, place.label, " " + scalar(text))
        elif place.style is Style.LITERAL:
            self._source.replace(place.start, place.end, text)
        else:
            self._source.replace(place.start, place.end, scalar(text))

    def _rewrite_list(self, path: Path, texts: Sequence[str], style: Style) -> None:
        """Write measures where there are none, or only a text."""
        label = places.column(self._form, path[:2])
        indent = " " * (label + 1)
        lines = [f"{indent}- {scalar(text)}" for text in texts]
        place = places.place(self._form, path) if path in self._form.spans else None
        value: Value = list(texts)
        if place is None:
            below = places.last_line(self._form, self._head(path))
            self._source.insert_below(below, [" " * (label - 1) + f"{MEASURES}:", *lines])
        elif style is Style.LITERAL:
            margin = "\n" + " " * (place.start.column - 1)
            self._source.replace(place.start, place.end, margin.join(texts))
            self._item(int(path[1]))[MEASURES] = _literal(self._form, path, texts)
            return
        elif len(texts) == 1 and style is Style.TEXT:
            self._source.replace(place.start, place.end, scalar(texts[0]))
            value = texts[0]
        elif style is Style.EMPTY:
            self._source.insert_below(place.label.line, lines)
        else:
            self._source.replace(place.label, place.end, "\n" + "\n".join(lines))
        self._item(int(path[1]))[MEASURES] = value

    def _head(self, path: Path) -> Path:
        """Return the label that measures stand below."""
        item = self._item(int(path[1]))
        label = next(
            name for name in ("导语", "原文", "问题", "任务", "存在问题", "事项") if name in item
        )
        return (*path[:2], label)

    def _change_list(
        self, path: Path, present: list[str], texts: Sequence[str], row: Sequence[str]
    ) -> None:
        old = [keys.folded(text) for text in row]
        new = [keys.folded(text) for text in texts]
        result: list[Value] = []
        matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
        for _, first, last, begin, end in matcher.get_opcodes():
            kept = min(last - first, end - begin)
            result += [
                self._settle_one(path, first + offset, present, texts[begin + offset], row)
                for offset in range(kept)
            ]
            for at in range(first + kept, last):
                self._delete(path, at, present)
            if more := list(texts[begin + kept : end]):
                self._insert(path, first + kept - 1, more)
                result += more
        self._item(int(path[1]))[MEASURES] = result

    def _settle_one(
        self, path: Path, at: int, present: list[str], text: str, row: Sequence[str]
    ) -> str:
        if keys.folded(row[at]) == keys.folded(text):
            return present[at]
        self._refuse(path, present[at])
        self._replace((*path, at), text)
        return text

    def _delete(self, path: Path, at: int, present: list[str]) -> None:
        self._refuse(path, present[at])
        place, lines = places.place(self._form, (*path, at)), self._form.lines
        dash = self._form.spans[*path, at].label
        before, after = lines[dash.line - 1][: dash.column - 1], lines[place.end.line - 1]
        if before.strip() or after[place.end.column - 1 :].strip():
            raise CannotEditError("要删去的措施那一行有注释")
        self._source.delete(dash.line, place.end.line)

    def _insert(self, path: Path, after: int, texts: list[str]) -> None:
        first = self._form.spans[*path, max(after, 0)].label
        indent = " " * (first.column - 1)
        line = first.line - 1 if after < 0 else places.place(self._form, (*path, after)).end.line
        self._source.insert_below(line, [f"{indent}- {scalar(text)}" for text in texts])


def _literal(form: Form, path: Path, texts: Sequence[str]) -> str:
    """Return what YAML makes of *texts* below |: with a line's end after the last, or without."""
    item: object = form.values
    for step in path:
        item = item[step]  # type: ignore[index]  # the path is the form's own
    return "\n".join(texts) + ("\n" if str(item).endswith("\n") else "")
