"""Blocks of a document in, paragraphs and tables in a galley out.

Looks are in the styles. Set here is what depends on the words: the lines of a title,
the indents of a signature, what keeps together on a page.
"""

from collections.abc import Iterable
from typing import assert_never

from noticegen.document import (
    Annotation,
    Attachment,
    AttachmentNote,
    Block,
    Heading,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from noticegen.title import break_title, width
from noticegen.writers.lines import CHARACTER, TWO_CHARACTERS
from noticegen.writers.seal import set_sealed
from noticegen.writers.signature import set_signature
from noticegen.writers.table import set_table
from noticegen.writers.wordml import Galley, element, run

_HEADINGS = ("", "一级标题", "二级标题", "三级标题", "四级标题")
# Levels 3 and 4 are in the body's own face (7.3.3), so a run of theirs needs none.
_RUN_STYLES = {1: "一级标题字", 2: "二级标题字"}


def set_blocks(galley: Galley, blocks: Iterable[Block], *, chain: bool = True) -> None:
    """Set *blocks* one after another; *chain* keeps what precedes a signature with it."""
    for block in blocks:
        _set_block(galley, block, chain=chain)


def _set_block(galley: Galley, block: Block, *, chain: bool) -> None:
    match block:
        case Paragraph():
            _set_paragraph(galley, block)
        case Heading():
            galley.put_line(_HEADINGS[block.level], block.text)
        case Title():
            galley.paragraph("公文标题", *(block.lines or break_title(block.text)))
            galley.paragraph("空行")
        case Recipients():
            galley.paragraph("主送机关", block.text)
        case Table():
            _set_table(galley, block)
        case AttachmentNote():
            _set_attachment_note(galley, block.names)
        case Signature():
            _set_signature(galley, block, chain=chain)
        case Annotation():
            galley.keep_last_with_next()
            galley.paragraph("附注", block.text)
        case Attachment():
            _set_attachment(galley, block)
        case _:
            assert_never(block)


def _set_paragraph(galley: Galley, block: Paragraph) -> None:
    if len(block.runs) == 1 and block.runs[0].level not in _RUN_STYLES:
        galley.put_line("公文正文", block.runs[0].text)
        return
    runs = [
        run(it.text, galley.styles[_RUN_STYLES[it.level]] if it.level in _RUN_STYLES else "")
        for it in block.runs
    ]
    galley.put("公文正文", "".join(runs))


def _set_table(galley: Galley, table: Table) -> None:
    if galley.ends_in_table():
        galley.paragraph("空行")  # else Word joins the two
    set_table(galley, table)


def _set_signature(galley: Galley, signature: Signature, *, chain: bool) -> None:
    if chain:
        galley.keep_last_with_next()
    (set_sealed if signature.seals else set_signature)(galley, signature)


def _set_attachment_note(galley: Galley, names: tuple[str, ...]) -> None:
    """Set 附件说明 one empty row below the body; a name's lines begin at one edge (7.3.4)."""
    galley.paragraph("空行")
    if len(names) == 1:
        galley.paragraph("附件说明", f"附件：{names[0]}")
        return
    for number, name in enumerate(names, 1):
        label = "附件：" if number == 1 else ""
        mark = f"{label}{number}."
        edge = TWO_CHARACTERS + round((3 + width(f"{number}.")) * CHARACTER)
        indents = element("ind", left=edge, hanging=round(width(mark) * CHARACTER))
        galley.paragraph("附件说明", mark + name, properties=indents)


def _set_attachment(galley: Galley, block: Attachment) -> None:
    """Set an 附件: its label, an empty row, on row 3 its title, an empty row, its blocks."""
    galley.paragraph("附件标识", block.label)
    galley.paragraph("空行")
    galley.paragraph("附件标题", *break_title(block.title))
    galley.paragraph("空行")
    set_blocks(galley, block.blocks)
