"""WordprocessingML, as far as a notice needs it: names, paragraphs and runs.

Text enters as text nodes only, so no text can become markup. Lengths are twips
(1/20 pt), as in the file.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from noticegen.writers.additions import Additions

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """Return *name* in WordprocessingML's namespace, as lxml writes it."""
    return f"{{{_W}}}{name}"


P, R, T, BR, PPR = w("p"), w("r"), w("t"), w("br"), w("pPr")
TBL, TR, TC, VAL = w("tbl"), w("tr"), w("tc"), w("val")
_P_STYLE, _R_STYLE = w("pStyle"), w("rStyle")

# What may follow the properties that are set in paragraphs and runs of a look, in order.
_ORDER = (
    *("pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd"),
    *("tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "color", "spacing"),
    *("ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
    *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "w", "kern"),
    *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "fitText", "vertAlign"),
    *("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    *("rPr", "sectPr", "pPrChange", "rPrChange"),
)

# Copied for every run. Without the hint Word sets “ ” … — in the face of the Latin slot
# (ECMA-376 17.3.2.26).
_RUN = etree.fromstring(
    f'<w:r xmlns:w="{_W}"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    '<w:t xml:space="preserve"/></w:r>'
)


def put(parent: etree._Element, name: str, **attributes: str | int) -> etree._Element:
    """Append the empty element *name* to *parent* and return it."""
    child = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        child.set(w(key), str(value))
    return child


def put_text(paragraph: etree._Element, text: str, style: str = "") -> None:
    """Append *text* to *paragraph* as one run, in the character style *style* if given.

    Raises:
        ValueError: The text holds a character that XML cannot.
    """
    run = copy(_RUN)
    if style:
        chosen = etree.Element(_R_STYLE)
        chosen.set(VAL, style)
        run[0].insert(0, chosen)
    run[1].text = text  # lxml refuses with ValueError what XML cannot hold
    paragraph.append(run)


def put_break(paragraph: etree._Element) -> None:
    """End the line within *paragraph*."""
    etree.SubElement(etree.SubElement(paragraph, R), BR)


def put_in_order(properties: etree._Element, name: str, **attributes: str | int) -> etree._Element:
    """Set *attributes* on the child *name* of a paragraph's or a run's *properties*.

    A child that is missing goes to its place in the schema: an office's own paragraphs may
    have others.
    """
    child = properties.find(w(name))
    if child is None:
        later = _ORDER[_ORDER.index(name) + 1 :]
        place = next((at for at, it in enumerate(properties) if _name(it) in later), None)
        child = etree.Element(w(name))
        properties.insert(len(properties) if place is None else place, child)
    for key, value in attributes.items():
        child.set(w(key), str(value))
    return child


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def keep_with_next(paragraph: etree._Element) -> None:
    """Keep *paragraph*, one of ours, on the page of what follows it."""
    properties = paragraph[0]
    if properties.find(w("keepNext")) is None:
        properties.insert(1, etree.Element(w("keepNext")))  # the schema's place: after pStyle


@dataclass(frozen=True, slots=True)
class Galley:
    """Where paragraphs are set one after another.

    *column* takes them, *styles* are ids by name, *width* is that of the text in twips.
    *additions* take the pictures.
    """

    column: etree._Element
    styles: Mapping[str, str]
    width: int
    additions: "Additions"

    def paragraph(self, style: str, *lines: str) -> etree._Element:
        """Append a paragraph in *style*; several *lines* are broken where they end."""
        paragraph = etree.SubElement(self.column, P)
        properties = etree.SubElement(paragraph, PPR)
        etree.SubElement(properties, _P_STYLE).set(VAL, self.styles[style])
        for number, line in enumerate(lines):
            if number:
                put_break(paragraph)
            put_text(paragraph, line)
        return paragraph

    def inside(self, column: etree._Element) -> "Galley":
        """Return a galley of the same styles that fills *column*."""
        return Galley(column, self.styles, self.width, self.additions)
