"""The frame: what a look has around a notice, its slots filled, fitted to the notice's words.

Most looks have nothing there that words change; ``Look.frame`` then is the frame, and this
module only sets tables on turned pages.
"""

from itertools import groupby

from lxml import etree

from noticegen.document import Attachment, Block, Document
from noticegen.grid import Pages
from noticegen.writers import imprint, masthead, package, slots
from noticegen.writers.blocks import set_blocks
from noticegen.writers.columns import is_turned
from noticegen.writers.look import BODY_SLOT, Look
from noticegen.writers.sections import Sections
from noticegen.writers.wordml import Galley, w

_HERE = "<?notice here?>"  # marks the place of the notice while the frame is an XML tree


def parted(root: etree._Element, place: int) -> tuple[str, str]:
    """Return the main part *root* before and after the child number *place* of its body."""
    body = root[0]
    body.insert(place, etree.ProcessingInstruction("notice", "here"))
    slot = body[place + 1]
    body.remove(slot)
    before, after = package.serialised(root).decode().split(_HERE, 1)
    body[place] = slot
    return before, after


def set_framed(
    galley: Galley, document: Document, look: Look, pages: Pages | None, *, chain: bool
) -> tuple[str, str]:
    """Set *document* in *galley*; return what stands before and after it."""
    root = package.parsed(look.slotted[look.main])
    body = root[0]
    slot = body[look.places[BODY_SLOT]]
    head = masthead.opened(body, look, document)
    foot = imprint.found(body, look.places)
    slots.fill(root, masthead.words(document))
    masthead.fit(head, look, document, galley)
    foot = imprint.fitted(foot, document, look)

    after = list(slot.itersiblings())
    for element in after:
        body.remove(element)
    final = after.pop() if after and after[-1].tag == w("sectPr") else etree.Element(w("sectPr"))
    sections = Sections(final, look, document.words, galley.additions)
    last = _set_sheets(galley, document, look, sections, chain=chain)
    begins_page = last is not final and bool(after)
    if begins_page:  # what follows stands on upright pages
        sections.close(galley, last)
        last = final
    elif galley.ends_in_table():
        galley.put_tiny()
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
    return parted(root, body.index(slot))


def _set_sheets(
    galley: Galley, document: Document, look: Look, sections: Sections, *, chain: bool
) -> etree._Element:
    """Set the blocks, those on turned pages in sections of their own; return the last section."""
    section = sections.upright

    def is_on_turned_page(block: Block) -> bool:
        return isinstance(block, Attachment) and is_turned(block, look.width)

    for turn, blocks in groupby(document.blocks, is_on_turned_page):
        following = sections.turned if turn else sections.upright
        is_begun = galley.column or look.places[BODY_SLOT]  # else it would be an empty page
        if following is not section and is_begun:
            sections.close(galley, section)
        section = following
        width = sections.turned_width if turn else look.width
        set_blocks(galley._replace(width=width), blocks, chain=chain)
    return section
