"""How many pages a notice takes, counted on the grid of 22 rows of 28 characters (5.2.3).

For machines without LibreOffice, and for what must be decided before anything is drawn.
Measured against what LibreOffice draws (tests/page/test_grid.py): text of both examples and
of random notices takes just the pages counted; with tables it errs by a page in ten.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

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
from noticegen.title import break_title
from noticegen.writers.columns import CHARACTER, SPARE, cell_lengths, column_widths, is_turned
from noticegen.writers.lines import (
    drawn_width,
    line_count,
    mark_characters,
    mark_height,
    mark_size,
    signed_lines,
)
from noticegen.writers.stands import sealed_rows

_SHORT_PARAGRAPH = 4  # rows: so few may move to the next page with a signature
# Rows by which the count may err without a signature coming to stand alone: where the
# text seems to end above a page's end, and where it seems to end below its beginning.
_DOUBT_ABOVE, _DOUBT_BELOW = 2, 1
IMPRINT_SLOTS = ("抄送", "印发机关", "印发日期")

# Lengths are twips.
_ROWS = 22
_ROW = 579
_PAGE = _ROWS * _ROW + 17  # 版心, 225 mm
_WIDTH = 8844  # 版心, 156 mm
_LINE = 28.07  # characters of the body in _WIDTH
_INDENT = 2.0
_MARK, _SUFFIX = 72, "文件"
_ABOVE_MARK = 1984
_NUMBER_BORDER = 160  # the red line and its distance from 发文字号
_TABLE_ROW = 480
_CELL_MARGINS = 95  # above and below, and a line
_IMPRINT_ROW = 560
_IMPRINT_SPARE = 36 + 14 + 10  # of its box, its anchor, and what LibreOffice rounds
_IMPRINT_FIRST, _IMPRINT_OTHERS = 29.5, 26.5  # characters of 4号
_LOWEST_KEPT = 3  # level of heading that stays with what follows it


class Pages(NamedTuple):
    """What decides where 版记 goes: the *text*'s pages, whether the last has *room* for it."""

    text: int
    room: bool


class _Piece(NamedTuple):
    """So many *lines* of one *height*, kept with what follows or not."""

    lines: int
    height: int = _ROW
    keep: bool = False
    header: int = 0  # the height of what is repeated above it where it begins a page


class _Sheet(NamedTuple):
    """Pieces that begin a page and run on; a *turned* page is as high as 版心 is wide."""

    pieces: tuple[_Piece, ...]
    turned: bool = False


def estimate(document: Document, *, masthead: bool = False) -> Pages:
    """Return how many pages *document* takes, under a red head if *masthead*."""
    sheets = _sheets(document, masthead=masthead)
    text, used = 0, 0
    for sheet in sheets:
        pages, used = _fill(sheet.pieces, _WIDTH if sheet.turned else _PAGE)
        text += pages
    needed = imprint_rows(document) * _IMPRINT_ROW + _IMPRINT_SPARE
    return Pages(text, used + needed <= _PAGE and not sheets[-1].turned)


def may_strand_signature(document: Document, *, masthead: bool = False) -> bool:
    """Tell whether what precedes a signature must be kept with it (7.3.5.5).

    Left to itself a signature may come to stand alone on a page. But LibreOffice moves a
    paragraph that is kept with the next one whole, so a long one is kept only where the
    count leaves a doubt, and the first of the body never: the first page shows some (7.3.3).
    """
    at = next((at for at, it in enumerate(document.blocks) if isinstance(it, Signature)), 0)
    above, below = document.blocks[:at], document.blocks[at:]
    if not above or not isinstance(above[-1], Paragraph):
        return True
    if not any(isinstance(block, Paragraph | Heading) for block in above[:-1]):
        return False
    last = _of(above[-1])[-1]
    needed = sum(len(_of(block)) for block in below if isinstance(block, Signature | Annotation))
    if last.lines <= _SHORT_PARAGRAPH:
        return True
    _, used = _fill([*_masthead(document, masthead=masthead), *_pieces(above, chain=False)], _PAGE)
    row = -(-used // _ROW)
    if last.lines + needed > _ROWS:  # too much to move
        return False
    return row <= _DOUBT_BELOW or row + needed > _ROWS - _DOUBT_ABOVE


def imprint_rows(document: Document) -> int:
    """Return how many rows the words of 版记 take: 抄送, 印发机关 with 印发日期."""
    copies, distributor, date = (document.words.get(slot, "") for slot in IMPRINT_SLOTS)
    rows = 0
    if copies:
        rows = line_count(f"抄送：{copies}。", _IMPRINT_FIRST, _IMPRINT_OTHERS, hangs=False)
    if distributor or date:
        rows += 1 if drawn_width(f"{distributor}　{date}印发") <= _IMPRINT_FIRST else 2
    return rows


def signature_rows(signature: Signature) -> int:
    """Return how many rows *signature* takes, with the empty ones above it."""
    if signature.seals:
        return sealed_rows(signature)
    return 2 + sum(len(signed_lines(organ, _WIDTH)) for organ in signature.organs)


def _sheets(document: Document, *, masthead: bool) -> list[_Sheet]:
    """Return the sheets of *document*: what stands before 附件, and each 附件."""
    attachments = [block for block in document.blocks if isinstance(block, Attachment)]
    main = [block for block in document.blocks if not isinstance(block, Attachment)]
    chain = may_strand_signature(document, masthead=masthead)
    opening = [*_masthead(document, masthead=masthead), *_pieces(main, chain=chain)]
    sheets = [_Sheet(tuple(opening))] if opening or not attachments else []
    return sheets + [
        _Sheet(tuple(_attachment(it, turned)), turned)
        for it in attachments
        for turned in (is_turned(it, _WIDTH),)
    ]


def _masthead(document: Document, *, masthead: bool) -> list[_Piece]:
    """Return 版头 down to the two rows above the title."""
    if not masthead:
        return []
    organs = document.issuers or ("",)  # the slot's paragraph then goes
    size = mark_size(mark_characters(organs, _SUFFIX), _MARK, _WIDTH)
    height = mark_height(len(organs), size)
    return [_Piece(1, _ABOVE_MARK), _Piece(1, height), _Piece(5), _Piece(1, _NUMBER_BORDER)]


def _pieces(blocks: Iterable[Block], *, chain: bool) -> Iterator[_Piece]:
    listed = list(blocks)
    for block, following in zip(listed, [*listed[1:], None], strict=True):
        *above, last = _of(block)
        yield from above
        is_kept = isinstance(following, Annotation) or (isinstance(following, Signature) and chain)
        yield last._replace(keep=last.keep or is_kept)


def _of(block: Block) -> list[_Piece]:
    """Return the pieces of one *block*."""
    match block:
        case Title():
            return [_Piece(len(block.lines or break_title(block.text)) + 1)]
        case Recipients() | Heading() | Paragraph() | Annotation():
            indent = 0 if isinstance(block, Recipients) else _INDENT
            keep = isinstance(block, Heading) and block.level <= _LOWEST_KEPT
            return [_Piece(line_count(block.text, _LINE - indent, _LINE), keep=keep)]
        case Table():
            return list(_table(block, _WIDTH))
        case AttachmentNote():
            return [_Piece(1), *(_Piece(_name_lines(name)) for name in block.names)]
        case Signature():
            return [_Piece(1, keep=True)] * (signature_rows(block) - 1) + [_Piece(1)]
        case Attachment():
            raise TypeError("an attachment begins a sheet of its own")


def _name_lines(name: str) -> int:
    """Return the lines of one name in 附件说明, which hangs five characters in."""
    return line_count(name, _LINE - _INDENT - 3.5, _LINE - _INDENT - 3.5)


def _attachment(block: Attachment, turned: bool) -> Iterator[_Piece]:  # noqa: FBT001
    yield _Piece(len(break_title(block.title)) + 3)
    for inner in block.blocks:
        if isinstance(inner, Table):
            yield from _table(inner, _PAGE if turned else _WIDTH)
        else:
            yield from _of(inner)


def _table(table: Table, whole: int) -> Iterator[_Piece]:
    """Return the rows of *table*, none of which is cut; its header stays with the first."""
    widths = [
        column / CHARACTER - SPARE + 0.2 for column in column_widths(cell_lengths(table), whole)
    ]
    header = 0
    for row in (table.header, *table.rows):
        lines = max(
            line_count(cell, room, room, hangs=False)
            for cell, room in zip(row, widths, strict=True)
        )
        height = lines * _TABLE_ROW + _CELL_MARGINS
        yield _Piece(1, height, keep=row is table.header, header=header)
        header = header or height


def _fill(pieces: Iterable[_Piece], page: int) -> tuple[int, int]:
    """Return how many pages *pieces* take and how much of the last they use.

    LibreOffice never splits a piece that is kept with the next.
    """
    pages, used, held = 1, 0, 0  # *held*: the height of pieces kept with the next
    for piece in pieces:
        if piece.keep:
            held += piece.lines * piece.height
            continue
        if used + held + piece.height > page and used:
            pages, used = pages + 1, piece.header if not held else 0
        used, held = used + held, 0
        lines = piece.lines
        while used + lines * piece.height > page:
            fitting = max((page - used) // piece.height, 0 if used else 1)
            lines, pages, used = lines - fitting, pages + 1, 0
        used += lines * piece.height
    return pages, used + held
