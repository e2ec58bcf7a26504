"""The text writer: a Document in, the plain text that a portal's editor takes out.

A paragraph begins with two full-width blanks; blanks set the signature to the right as on
paper, on a line of 28 characters. Seals and the words of 版头 and 版记 stay on paper.
"""

from collections.abc import Iterator
from typing import assert_never

from noticegen.document import (
    Annotation,
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Heading,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from noticegen.title import width

_BLANK = "\u3000"
_INDENT = 2 * _BLANK
_LINE = 28  # characters of a line on paper (5.2.3)
_RIGHT = 2  # characters that stay free on the right of 署名 (7.3.5.2)


def write(document: Document) -> str:
    """Return *document* as text: a line a paragraph, lines ending in CR LF as Windows wants."""
    lines = [line for block in document.blocks for line in _lines(block)]
    return "".join(f"{line}\r\n" for line in lines)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from (*(block.lines or (block.text,)), "")
        case Recipients():
            yield block.text
        case Heading() | Paragraph() | Annotation():
            yield _INDENT + block.text
        case Table():
            yield from ("\t".join(map(_in_one_line, row)) for row in (block.header, *block.rows))
        case AttachmentNote():
            yield from ("", *_attachment_note(block.names))
        case Signature():
            yield from ("", *_signature(block))
        case Attachment():
            yield from ("", block.label, block.title)
            for inner in block.blocks:
                yield from _lines(inner)
        case _:
            assert_never(block)


def _attachment_note(names: tuple[str, ...]) -> Iterator[str]:
    label = _INDENT + "附件："
    for number, name in enumerate(names, 1):
        ordinal = f"{number}." if len(names) > 1 else ""
        yield (label if number == 1 else len(label) * _BLANK) + ordinal + name


def _signature(block: Signature) -> Iterator[str]:
    """Organs at one left edge, the date two characters to the right of them (7.3.5.2)."""
    longest = max(map(width, block.organs))
    start = int(_LINE - _RIGHT - max(longest, width(block.date)))
    start = max(start, 2)
    yield from (start * _BLANK + organ for organ in block.organs)
    indent = start + 2 if width(block.date) < longest else start
    yield indent * _BLANK + block.date


def _in_one_line(cell: str) -> str:
    return " ".join(cell.split())
