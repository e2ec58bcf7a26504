"""The Word writer: a Document and a compiled look in, the bytes of a .docx out.

The look's styles say how everything looks; only what depends on the words is set here:
the lines of a title, the indents of a signature, what keeps together on a page. The
same document and look give the same bytes.
"""

import re
from copy import deepcopy
from typing import assert_never

from lxml import etree

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
from noticegen.title import break_title, width
from noticegen.writers import package, slots
from noticegen.writers.look import Look, compile_look
from noticegen.writers.package import is_untouched
from noticegen.writers.signature import CHARACTER, TWO_CHARACTERS, set_signature
from noticegen.writers.table import keep_last_row_with_next, set_table
from noticegen.writers.wordml import TBL, Galley, keep_with_next, put, put_text

__all__ = ["Look", "compile_look", "is_untouched", "write"]

_HEADINGS = ("", "一级标题", "二级标题", "三级标题", "四级标题")
# Levels 3 and 4 are in the body's own face (7.3.3), so a run of theirs needs none.
_RUN_STYLES = ("", "一级标题字", "二级标题字", "", "")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def write(document: Document, look: Look) -> bytes:
    """Return *document* set in *look* as a .docx.

    Raises:
        ValueError: A text holds a character XML cannot, or the date is not YYYY-MM-DD.
    """
    if not _DAY.fullmatch(document.date):
        raise ValueError(f"not YYYY-MM-DD: {document.date!r}")
    parts = dict(look.parts)
    for name, tree in look.trees.items():
        root = deepcopy(tree)
        slot = root[0][look.place] if name == look.main else None
        slots.fill(root, document.words)
        if slot is not None:
            _replace(slot, document, look)
        parts[name] = package.serialised(root)
    parts[package.CORE] = package.core_properties(document.title, document.issuer, document.date)
    return package.packed(package.with_digest(parts))


def _replace(slot: etree._Element, document: Document, look: Look) -> None:
    """Put the blocks of *document* in the place of the paragraph *slot*."""
    body = slot.getparent()
    if body is None:
        raise ValueError("the slot stands in no body")
    after = list(slot.itersiblings())
    for element in (slot, *after):
        body.remove(element)
    galley = Galley(body, look.styles, look.width)
    _set_blocks(galley, document.blocks)
    if _ends_in_table(galley):  # Word needs a paragraph there; it takes 1 pt
        put(galley.paragraph("空行")[0], "spacing", before=0, after=0, line=20, lineRule="exact")
    body.extend(after)


def _set_blocks(galley: Galley, blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        if isinstance(block, Table) and _ends_in_table(galley):
            galley.paragraph("空行")  # else Word joins the two
        if isinstance(block, Signature | Annotation):
            _keep_last_with_next(galley)
        _set_block(galley, block)


def _set_block(galley: Galley, block: Block) -> None:
    match block:
        case Title():
            galley.paragraph("公文标题", *(block.lines or break_title(block.text)))
            galley.paragraph("空行")
        case Recipients():
            galley.paragraph("主送机关", block.text)
        case Heading():
            galley.paragraph(_HEADINGS[block.level], block.text)
        case Paragraph():
            _set_paragraph(galley, block)
        case Table():
            set_table(galley, block)
        case AttachmentNote():
            _set_attachment_note(galley, block.names)
        case Signature():
            set_signature(galley, block)
        case Annotation():
            galley.paragraph("附注", block.text)
        case Attachment():
            _set_attachment(galley, block)
        case _:
            assert_never(block)


def _set_paragraph(galley: Galley, block: Paragraph) -> None:
    paragraph = galley.paragraph("公文正文")
    for run in block.runs:
        style = _RUN_STYLES[run.level]
        put_text(paragraph, run.text, galley.styles[style] if style else "")


def _set_attachment_note(galley: Galley, names: tuple[str, ...]) -> None:
    """Set 附件说明 one empty row below the body; a name's lines begin at one edge (7.3.4)."""
    galley.paragraph("空行")
    if len(names) == 1:
        galley.paragraph("附件说明", f"附件：{names[0]}")
        return
    for number, name in enumerate(names, 1):
        label = "附件：" if number == 1 else ""
        mark = f"{label}{number}."
        paragraph = galley.paragraph("附件说明", mark + name)
        edge = TWO_CHARACTERS + round((3 + width(f"{number}.")) * CHARACTER)
        put(paragraph[0], "ind", left=edge, hanging=round(width(mark) * CHARACTER))


def _set_attachment(galley: Galley, block: Attachment) -> None:
    """Set an 附件: its label, an empty row, on row 3 its title, an empty row, its blocks."""
    galley.paragraph("附件标识", block.label)
    galley.paragraph("空行")
    galley.paragraph("附件标题", *break_title(block.title))
    galley.paragraph("空行")
    _set_blocks(galley, block.blocks)


def _keep_last_with_next(galley: Galley) -> None:
    """Keep what was set last, down to its last row, on the page of what follows."""
    if not len(galley.column):
        return
    last = galley.column[-1]
    if last.tag == TBL:
        keep_last_row_with_next(last)
    else:
        keep_with_next(last)


def _ends_in_table(galley: Galley) -> bool:
    return len(galley.column) > 0 and galley.column[-1].tag == TBL
