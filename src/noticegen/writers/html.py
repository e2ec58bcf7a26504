"""The web page writer: a Document in, one self-contained page or a fragment for a portal out.

Both are made of the Document's words, marked up for what they are. What a reader of the
site is not meant to have stays out:

- Seals: anyone can lift a picture off a page and set it under a forgery.
- 份号 numbers a copy on paper, 密级 and 紧急程度 say who may see it and how fast paper has
  to travel: none of them is true of a page that everyone may read. A notice with 密级 must
  not be published at all, which is for the command to refuse.
- 版记 says who printed the paper and who else got a copy of it.

文号 stays, below the title as on government sites: it is what others cite the notice by.

Either carries a digest (digest.py). The same document gives the same bytes.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from noticegen import dates, webpage
from noticegen.document import Attachment, Block, Document, Heading, Signature, Table, Title
from noticegen.title import break_title
from noticegen.writers.columns import SHORT, cell_lengths, is_turned

_LARGEST = 6  # HTML has no h7
_PAPER = 8844  # twips: 版心 is 156 mm wide (5.2.2)


class Piece(NamedTuple):
    """A block to set: its *kind* is its class's name.

    *rank*: the number of a heading's tag, h2 to h6. *lines*: those a title may be broken into,
    each with the blank before it.
    *inside*: the pieces of an attachment; *wide*: its table needs a turned page in print.
    *short*: which columns of a table hold short words. *label*: what a table is called.
    *day*: that of a signature as YYYY-MM-DD, "" where it names none.
    """

    kind: str
    block: Block
    rank: int = 0
    lines: tuple[tuple[str, str], ...] = ()
    inside: "tuple[Piece, ...]" = ()
    wide: bool = False
    short: tuple[bool, ...] = ()
    label: str = ""
    day: str = ""


def write(document: Document) -> bytes:
    """Return *document* as a page in UTF-8 that needs nothing but itself.

    Raises:
        ValueError: A text holds half a surrogate pair.
    """
    return webpage.filled("page", document=document, pieces=_pieces(document.blocks))


def fragment(document: Document) -> bytes:
    """Return *document* as one <article> in UTF-8, for pasting into a portal's editor.

    Its looks are in style attributes: editors drop everything else.

    Raises:
        ValueError: A text holds half a surrogate pair.
    """
    return webpage.filled("fragment", document=document, pieces=_pieces(document.blocks))


def _pieces(blocks: Iterable[Block], above: int | None = None) -> Iterator[Piece]:
    """Yield *blocks* as pieces, their headings below a tag that stands for level *above*.

    A level that the notice skips gets no tag: whoever reads by headings would look for
    what is missing. Headings of one level below one heading have the same tag.
    """
    base = () if above is None else (above,)
    levels = list(base)
    for block in blocks:
        kind = type(block).__name__
        match block:
            case Heading():
                while levels and levels[-1] >= block.level:
                    levels.pop()
                levels.append(block.level)
                yield Piece(kind, block, rank=min(len(levels) + 1, _LARGEST))
            case Title():
                yield Piece(kind, block, lines=tuple(_lines(block.text, block.lines)))
            case Signature():
                yield Piece(kind, block, day=_day(block.date))
            case Attachment():
                yield _attachment(block)
                levels = list(base)
            case Table():
                short = tuple(length <= SHORT for length in cell_lengths(block))
                yield Piece(kind, block, short=short, label="表格")
            case _:
                yield Piece(kind, block)


def _attachment(block: Attachment) -> Piece:
    label = f"{block.label} {block.title}"
    return Piece(
        type(block).__name__,
        block,
        lines=tuple(_lines(block.title)),
        inside=tuple(it._replace(label=label) for it in _pieces(block.blocks, above=0)),
        wide=is_turned(block, _PAPER),
    )


def _lines(text: str, given: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield the *given* lines of a title, else those it looks best in, with what parts them."""
    for line in given or break_title(text):
        before, _, text = text.partition(line)
        yield (before if before.isspace() else "", line)


def _day(text: str) -> str:
    try:
        date = dates.parse(text)
    except ValueError:
        return ""
    return date.iso if date.day else ""
