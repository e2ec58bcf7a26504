"""版记 (7.4): its text box fitted to its words, and put where the even last page is.

Where that is depends on how many pages the text takes, which the caller knows by drawing
the notice or from ``grid.estimate``.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from noticegen.document import Document
from noticegen.grid import IMPRINT_SLOTS, Pages, imprint_rows
from noticegen.writers.drawing import EMU, NAMESPACES
from noticegen.writers.look import BODY_SLOT, Look
from noticegen.writers.wordml import P, w

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Pages", "needs_pages", "without_imprint"]

_SPARE = 36  # twips: the box's lines, and the last paragraph that it cannot do without
_EXTENTS = tuple(
    f"{{{NAMESPACES[space]}}}{name}" for space, name in (("wp", "extent"), ("a", "ext"))
)
_VML = "{urn:schemas-microsoft-com:vml}rect"


def needs_pages(document: Document, look: Look) -> bool:
    """Tell whether *document* set in *look* has 版记, whose place the pages decide."""
    return any(document.words.get(slot) and slot in look.slots for slot in IMPRINT_SLOTS)


def without_imprint(document: Document) -> Document:
    """Return *document* without the words of 版记.

    Drawn, it has as many pages as the text. If *document* itself, written without pages,
    has no more of them, there is room for 版记 on the last.
    """
    kept = {name: word for name, word in document.words.items() if name not in IMPRINT_SLOTS}
    return document._replace(words=kept)


def found(body: "etree._Element", places: Mapping[str, int]) -> "etree._Element | None":
    """Return the block of *body*, below the notice, that holds the slots of 版记."""
    known = [places[slot] for slot in IMPRINT_SLOTS if slot in places]
    return next((body[place] for place in known if place > places[BODY_SLOT]), None)


def rows(body: "etree._Element", places: Mapping[str, int]) -> int:
    """Return how many rows the first text box in the block of 版记 has, or 0."""
    block = found(body, places)
    content = None if block is None else next(block.iter(w("txbxContent")), None)
    return 0 if content is None else sum(1 for _ in content.iter(w("tr")))


def fitted(
    block: "etree._Element | None", document: Document, look: Look
) -> "etree._Element | None":
    """Make the text box in *block* as high as its words need; without words it goes.

    A block of an office's own, without a text box, is left as it is.
    """
    parent = None if block is None else block.getparent()
    if block is None or parent is None:  # all its slots were empty
        return None
    if not needs_pages(document, look):
        parent.remove(block)
        return None
    for extent in block.iter(*_EXTENTS) if look.imprint_rows else ():
        row = (int(extent.get("cy", 0)) // EMU - _SPARE) // look.imprint_rows
        height = imprint_rows(document) * row + _SPARE
        extent.set("cy", str(height * EMU))
        for shape in block.iter(_VML):
            said = [it for it in shape.get("style", "").split(";") if it[:7] != "height:"]
            shape.set("style", ";".join([*said, f"height:{height / 20:g}pt"]))
    return block


def break_before(block: "etree._Element") -> None:
    """Begin a page with *block*."""
    from lxml import etree

    from noticegen.writers.properties import put_in_order

    if block.tag != P:
        paragraph = etree.Element(P)
        block.addprevious(paragraph)
        block = paragraph
    properties = block.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        block.insert(0, properties)
    put_in_order(properties, "pageBreakBefore")
