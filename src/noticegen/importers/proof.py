"""Proof: a draft is composed and compared with its source, paragraph by paragraph.

What does not come out as it went in falls back: to the finding word for word, then to a
plain 段落. So what an import gives is right by trial, not by the importer's cleverness.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from noticegen import document as doc
from noticegen import form
from noticegen.compose import blocks_by_item
from noticegen.form import Value
from noticegen.importers import trial, writing
from noticegen.importers.draft import Draft, Entry
from noticegen.importers.writing import Written
from noticegen.model import all_labels, top_labels, validate
from noticegen.problem import errors_in

_ROUNDS = 12
_LINE = re.compile(r"\s*(?:- )?(\S+):")


class Proof(NamedTuple):
    """The form that holds, the entries numbered anew, and the texts no label could take."""

    written: Written
    renumbered: tuple[Entry, ...]
    unplaced: tuple[str, ...]


@dataclass(slots=True)
class _Trial:
    """One round: the form's text, the paragraphs of its items or what keeps it from composing."""

    written: Written
    composed: list[list[str]] | None
    faulty: list[Entry]
    labels: list[str]


def prove(draft: Draft) -> Proof:
    """Return the form of *draft*, its entries fallen back as far as they have to."""
    unplaced: list[str] = []
    for _ in range(_ROUNDS):
        tried = _try(draft)
        for label in tried.labels:
            unplaced += _take_out(draft, label)
        failing = tried.faulty or _differing(draft, tried.composed)
        if tried.composed is not None and not failing:
            return Proof(tried.written, _renumbered(draft, tried.composed), tuple(unplaced))
        for entry in failing:
            entry.fall_back()
    for entry in draft.entries:
        del entry.ways[:-1]
    tried = _try(draft)
    return Proof(tried.written, _renumbered(draft, tried.composed), tuple(unplaced))


def fold(text: str) -> str:
    """Return *text* without blanks, all widths folded: what two texts are compared by."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _texts(block: doc.Block) -> Sequence[str]:
    match block:
        case doc.Signature():
            return (*block.organs, block.date)
        case doc.AttachmentNote():
            return block.names
        case doc.Attachment():
            inner = [text for one in block.blocks for text in _texts(one)]
            return (block.label, block.title, *inner)
        case doc.Table():
            return ["｜".join(row) for row in (block.header, *block.rows)]
        case _:
            return (block.text,)


def _try(draft: Draft) -> _Trial:
    """Write, read, validate and compose the form of *draft*."""
    written, read = _written_and_read(draft)
    given = read.values.get("发文")
    stood_in: dict[str, Value] = {**trial.STAND_IN, **(given if isinstance(given, dict) else {})}
    body = read.values.get("正文")
    items: list[Value] = [*(body if isinstance(body, list) else []), {"段落": trial.EMPTY}]
    values: dict[str, Value] = {**read.values, "发文": stood_in, "正文": items}
    notice, problems = validate(read._replace(values=values))
    if notice:
        *composed, _ = blocks_by_item(notice)
        return _Trial(
            written,
            [[text for block in blocks for text in _texts(block)] for blocks in composed],
            [],
            [],
        )
    lines = [error.mark.line for error in errors_in(problems)]
    faulty = [entry for entry in (_entry_at(draft, written, line) for line in lines) if entry]
    first, last = written.rows[0], _end(written)
    labels = [
        found.group(1)
        for line in lines
        if not first <= line < last and (found := _LINE.match(read.lines[line - 1]))
    ]
    return _Trial(written, None, faulty, labels)


def _written_and_read(draft: Draft) -> tuple[Written, form.Form]:
    """Write the form and read it back; in quotes throughout where else it would not hold."""
    written = writing.written(draft)
    read, _ = form.read(written.text.encode(), all_labels(), top_labels())
    if read is None or read.values != {"格式": "1", **draft.values}:
        written = writing.written(draft, careful=True)
        read, _ = form.read(written.text.encode(), all_labels(), top_labels())
    if read is None:
        raise ValueError("a form just written cannot be read")
    return written, read


def _entry_at(draft: Draft, written: Written, line: int) -> Entry | None:
    """Return the entry that *line* of the form belongs to."""
    if not written.rows[0] <= line < _end(written):
        return None
    at = sum(1 for row in written.rows if row <= line) - 1
    return draft.entries[at]


def _end(written: Written) -> int:
    """Return the line after the last one of 正文."""
    lines = written.text.split("\n")
    for number in range(written.rows[-1], len(lines)):
        if lines[number] and not lines[number].startswith(" "):
            return number + 1
    return len(lines) + 1


def _differing(draft: Draft, composed: list[list[str]] | None) -> list[Entry]:
    """Return the entries that compose something else than their lines."""
    if composed is None:
        return []
    pairs = zip(draft.entries, composed, strict=True)
    return [entry for entry, texts in pairs if not _same(entry, texts) and not entry.is_plain]


def _same(entry: Entry, texts: Sequence[str]) -> bool:
    wanted = [fold(text) for text in entry.texts]
    given = [fold(text) for text in texts]
    if wanted == given:
        return True
    if not entry.anew or not given or not wanted or wanted[1:] != given[1:]:
        return False
    words = wanted[0].removeprefix(fold(entry.ordinal))
    return (
        given[0].endswith(words) and len(given[0]) - len(words) <= len(entry.ordinal) + 3
    )  # 九 may become 二十一


def _take_out(draft: Draft, label: str) -> list[str]:
    """Take a fact that the form refuses out of the draft; return its words."""
    for part in draft.facts.values():
        if label in part:
            value = part.pop(label)
            return [value] if isinstance(value, str) else [str(one) for one in value]
    if label in ("名称", "表", "内容") and draft.attachments:
        words = [
            str(text) for one in draft.attachments if isinstance(one, dict) for text in one.values()
        ]
        draft.attachments.clear()
        return words
    return []


def _renumbered(draft: Draft, composed: list[list[str]] | None) -> tuple[Entry, ...]:
    """Return the entries that compose another ordinal than they have in the source."""
    pairs = zip(draft.entries, composed, strict=True) if composed is not None else ()
    return tuple(
        entry
        for entry, texts in pairs
        if entry.anew and list(map(fold, texts)) != list(map(fold, entry.texts))
    )
