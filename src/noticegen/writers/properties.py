"""Properties of a look's own paragraphs and runs, set in the order of the schema."""

from lxml import etree

from noticegen.writers.wordml import w

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
