"""The Word writer: a Document and a compiled look in, the bytes of a .docx out.

The look says how everything looks; what depends on the words is set by the modules
beside this one. The same document, look and pages give the same bytes.
"""

import re

from noticegen import grid
from noticegen.document import Attachment, Document
from noticegen.grid import Pages
from noticegen.writers import package
from noticegen.writers.additions import Additions
from noticegen.writers.blocks import set_blocks
from noticegen.writers.columns import is_turned
from noticegen.writers.imprint import needs_pages
from noticegen.writers.look import MARK, Look, compile_look
from noticegen.writers.package import is_untouched
from noticegen.writers.wordml import Galley

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
        TemplateError: The look has so many slots that the words in them make a book.
        ValueError: A text holds a character XML cannot, or the date is not YYYY-MM-DD.
    """
    if not _DAY.fullmatch(document.date):
        raise ValueError(f"not YYYY-MM-DD: {document.date!r}")
    if len(look.slots) > 1:
        from noticegen.writers import masthead, slots

        slots.refuse_overlong(look.slotted.values(), masthead.words(document))
    additions = Additions(look)
    parts = {**look.fixed(), **_filled(document, look)}
    parts[look.main] = _main(document, look, pages, additions)
    parts[package.CORE] = package.core_properties(document.title, document.issuer, document.date)
    return package.packed(package.with_digest(additions.joined(parts)), look.packed)


def estimate_pages(document: Document, look: Look) -> Pages:
    """Return the pages of *document* in *look*, counted on the grid and not drawn."""
    return grid.estimate(document, masthead=MARK in look.slots)


def _main(document: Document, look: Look, pages: Pages | None, additions: Additions) -> bytes:
    """Return the main part: what stands around the notice, and the notice in its place."""
    galley = Galley([], look.styles, look.width, additions)
    chain = grid.may_strand_signature(document, masthead=MARK in look.slots)
    if look.frame and not _has_turned_page(document, look):
        set_blocks(galley, document.blocks, chain=chain)
        if galley.ends_in_table():
            galley.put_tiny()
        before, after = look.frame
    else:
        from noticegen.writers.frame import set_framed

        before, after = set_framed(galley, document, look, pages, chain=chain)
    return "".join((before, *galley.column, after)).encode()


def _has_turned_page(document: Document, look: Look) -> bool:
    attachments = (block for block in document.blocks if isinstance(block, Attachment))
    return any(is_turned(attachment, look.width) for attachment in attachments)


def _filled(document: Document, look: Look) -> dict[str, bytes]:
    """Return the headers and footers that have slots, filled."""
    if look.slotted.keys() == {look.main}:
        return {}
    from noticegen.writers import slots

    filled = {}
    for name, part in look.slotted.items():
        root = package.parsed(part)
        slots.fill(root, document.words)
        filled[name] = package.serialised(root)
    return filled
