"""版头 (7.2): a copy of a look's body in, its masthead fitted to a document's words.

The rows and their styles are the look's. Set here is what depends on the words: the size
of 发文机关标志, the table of organs issuing jointly, the height that 份号, 密级 and
紧急程度 leave above the mark.
"""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from noticegen.document import Document
from noticegen.title import width
from noticegen.writers.lines import MARK_GAP, MARK_LEADING, mark_characters, mark_size
from noticegen.writers.look import ABOVE_MARK, MARK, Look
from noticegen.writers.properties import put_in_order
from noticegen.writers.wordml import PPR, Galley, P, R, T, W, element, run, w

_ROW = 579  # twips: a row of the body (5.2.3)
_SPARE = 20  # twips, so that rounding wraps no name
_SLOT = f"{{{{ {MARK} }}}}"


class Masthead(NamedTuple):
    """What a body has of a masthead; found before anything is filled in and moves."""

    mark: etree._Element | None
    above_mark: etree._Element | None
    suffix: str  # what the look has after the organ's name: 文件


def opened(body: etree._Element, look: Look, document: Document) -> Masthead:
    """Find the masthead in *body*, and keep the rows that stand even when they are empty.

    密级 is on the second row whether 份号 is given or not (7.2.2), and the red line is
    there before a document has its 文号.
    """
    blocks = {name: body[place] for name, place in look.places.items()}
    if document.words.get("密级") and not document.words.get("份号"):
        _empty(blocks.get("份号"))
    if not document.words.get("文号"):
        _empty(blocks.get("文号"))
    mark = blocks.get(MARK)
    is_ours = mark is not None and mark.tag == P and look.mark > 0
    suffix = _text(mark).partition(_SLOT)[2].strip() if mark is not None else ""
    return Masthead(mark if is_ours else None, blocks.get(ABOVE_MARK), suffix)


def words(document: Document) -> Mapping[str, str]:
    """Return the words of *document* with that of 发文机关标志."""
    return {**document.words, MARK: "、".join(document.issuers)}


def fit(masthead: Masthead, look: Look, document: Document, galley: Galley) -> None:
    """Fit the filled *masthead* to the organs of *document* and to the rows above it."""
    above = masthead.above_mark
    if above is not None and look.above_mark:
        taken = sum(1 for _ in above.itersiblings(preceding=True)) * _ROW
        height = max(_SPARE, look.above_mark - taken)
        put_in_order(_properties(above, PPR), "spacing", line=height, lineRule="exact")
    if masthead.mark is None or not document.issuers:
        return
    if len(document.issuers) == 1:
        characters = mark_characters(document.issuers, masthead.suffix)
        size = mark_size(characters, look.mark, look.width)
        if size < look.mark:
            _resize(masthead.mark, size)
        return
    table = _joint(document.issuers, masthead.suffix, look, galley)
    masthead.mark.addprevious(table)
    body = masthead.mark.getparent()
    if body is not None:
        body.remove(masthead.mark)


def _joint(organs: tuple[str, ...], suffix: str, look: Look, galley: Galley) -> etree._Element:
    """Return the organs one under another, as wide as the longest, and 文件 at their right."""
    room = look.width - 2 * _SPARE
    size = mark_size(mark_characters(organs, suffix), look.mark, room)
    em = size * 10
    longest = max(map(width, organs))
    columns = [round(longest * em) + _SPARE]
    cells = [galley.inside()]
    for organ in organs:
        cells[0].put(MARK, _spread(organ, longest, em))
    if suffix:
        columns.append(round((width(suffix) + MARK_GAP) * em) + _SPARE)
        cells.append(galley.inside())
        cells[1].paragraph(MARK, suffix, properties=element("jc", val="right"))
    table = etree.fromstring(_table(columns, ["".join(cell.column) for cell in cells]))
    for number, paragraph in enumerate(table.iter(P)):
        is_below = 0 < number < len(organs)
        _resize(paragraph, size, leading=MARK_LEADING if is_below else 1)
    return table


def _table(columns: list[int], cells: list[str]) -> str:
    """Return a table of one row, without lines or margins, in the middle of the page."""
    none = "".join(element(side, w=0, type="dxa") for side in ("left", "right"))
    listed = "".join(
        f"<w:tc><w:tcPr>{element('tcW', w=column, type='dxa')}"
        f"{element('vAlign', val='center')}</w:tcPr>{cell}</w:tc>"
        for column, cell in zip(columns, cells, strict=True)
    )
    return (
        f'<w:tbl xmlns:w="{W}"><w:tblPr>{element("tblW", w=sum(columns), type="dxa")}'
        f"{element('jc', val='center')}{element('tblLayout', type='fixed')}"
        f"<w:tblCellMar>{none}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{''.join(element('gridCol', w=column) for column in columns)}</w:tblGrid>"
        f"<w:tr>{listed}</w:tr></w:tbl>"
    )


def _spread(name: str, longest: float, em: int) -> str:
    """Return *name*, its first and last characters at the edges of the column."""
    between = round((longest - width(name)) * em / max(1, len(name) - 1))
    return run(name[:-1], properties=element("spacing", val=between)) + run(name[-1])


def _resize(paragraph: etree._Element, size: int, leading: float = 1) -> None:
    """Set *paragraph* in *size* half points, its row as high as its characters."""
    line = round(size * 10 * leading)
    put_in_order(_properties(paragraph, PPR), "spacing", line=line, lineRule="exact")
    for piece in paragraph.iter(R):
        properties = _properties(piece, w("rPr"))
        put_in_order(properties, "sz", val=size)
        put_in_order(properties, "szCs", val=size)


def _properties(holder: etree._Element, tag: str) -> etree._Element:
    """Return the properties of a paragraph or a run; a look's own may have none."""
    properties = holder.find(tag)
    if properties is None:
        properties = etree.Element(tag)
        holder.insert(0, properties)
    return properties


def _empty(paragraph: etree._Element | None) -> None:
    """Take the text out of *paragraph*, so that it stays as an empty row."""
    if paragraph is None or paragraph.tag != P:
        return
    for text in paragraph.iter(T):
        text.text = ""


def _text(block: etree._Element) -> str:
    return "".join(text.text or "" for text in block.iter(T))
