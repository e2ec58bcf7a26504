"""The Word writer: a Document and a compiled look in, the bytes of a .docx out.

The look says how everything looks; what depends on the words is set by the modules
beside this one. The same document, look and pages give the same bytes.
"""

import re
from copy import deepcopy
from dataclasses import replace
from itertools import groupby

from lxml import etree

from noticegen import grid
from noticegen.document import Attachment, Block, Document
from noticegen.grid import Pages
from noticegen.writers import imprint, masthead, package, slots
from noticegen.writers.additions import Additions
from noticegen.writers.blocks import ends_in_table, set_blocks
from noticegen.writers.columns import is_turned
from noticegen.writers.imprint import needs_pages
from noticegen.writers.look import MARK, Look, compile_look
from noticegen.writers.package import is_untouched
from noticegen.writers.sections import Sections, put_tiny
from noticegen.writers.wordml import Galley, w

__all__ = [
    "Look",
    "Pages",
    "compile_look",
    "estimate_pages",
    "is_untouched",
    "needs_pages",
    "write",
]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def write(document: Document, look: Look, pages: Pages | None = None) -> bytes:
    """Return *document* set in *look* as a .docx.

    *pages* decide where 版记 goes; without them it comes right after the text.

    Raises:
        ValueError: A text holds a character XML cannot, or the date is not YYYY-MM-DD.
    """
    if not _DAY.fullmatch(document.date):
        raise ValueError(f"not YYYY-MM-DD: {document.date!r}")
    parts = dict(look.parts)
    additions = Additions(look)
    for name, tree in look.trees.items():
        root = deepcopy(tree)
        if name == look.main:
            _set_main(root, document, look, pages, additions)
        else:
            slots.fill(root, document.words)
        parts[name] = package.serialised(root)
    parts[package.CORE] = package.core_properties(document.title, document.issuer, document.date)
    return package.packed(package.with_digest(additions.joined(parts)))


def estimate_pages(document: Document, look: Look) -> Pages:
    """Return the pages of *document* in *look*, counted on the grid and not drawn."""
    return grid.estimate(document, masthead=MARK in look.slots)


def _set_main(
    root: etree._Element,
    document: Document,
    look: Look,
    pages: Pages | None,
    additions: Additions,
) -> None:
    """Fill the main part: what stands around the notice, then the notice in its slot's place."""
    body = root[0]
    slot = body[look.place]
    galley = Galley(body, look.styles, look.width, additions)
    head = masthead.opened(body, look, document)
    foot = imprint.found(body, look)
    slots.fill(root, masthead.words(document))
    masthead.fit(head, look, document, galley)
    foot = imprint.fitted(foot, document, look)

    after = list(slot.itersiblings())
    for element in (slot, *after):
        body.remove(element)
    final = after.pop() if after and after[-1].tag == w("sectPr") else etree.Element(w("sectPr"))
    sections = Sections(final, look, document.words, additions)
    last = _set_sheets(galley, document, look, sections)
    begins_page = last is not final and bool(after)
    if begins_page:  # what follows stands on upright pages
        sections.close(galley, last)
        last = final
    elif ends_in_table(galley):
        put_tiny(galley)
    if foot is not None and pages is not None:
        if pages.text % 2 == 0 and (begins_page or not pages.room):
            if not begins_page:
                sections.close(galley, final)
            galley.paragraph("空行")  # the blank page
            imprint.break_before(foot)
            last = sections.unnumbered
        elif pages.text % 2 and not begins_page:
            imprint.break_before(foot)
    body.extend([*after, last])


def _set_sheets(
    galley: Galley, document: Document, look: Look, sections: Sections
) -> etree._Element:
    """Set the blocks, those on turned pages in sections of their own; return the last section."""
    chain = grid.may_strand_signature(document, masthead=MARK in look.slots)
    section = sections.upright

    def is_on_turned_page(block: Block) -> bool:
        return isinstance(block, Attachment) and is_turned(block, look.width)

    for turn, blocks in groupby(document.blocks, is_on_turned_page):
        following = sections.turned if turn else sections.upright
        if following is not section and len(galley.column):
            sections.close(galley, section)
        section = following
        width = sections.turned_width if turn else look.width
        set_blocks(replace(galley, width=width), blocks, chain=chain)
    return section
