"""The words of a paragraph: its XML in, its runs out.

Deleted text and field codes are left out. A page number's field stands as PAGE.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from noticegen.inspect.looks import RunLook
from noticegen.inspect.styles import Styles
from noticegen.writers.wordml import P, w

PAGE = "\ufffc"  # where a page's number stands
PAGE_END = "\f"
MARKS_OF_PLACE = str.maketrans("", "", f"{PAGE}{PAGE_END}\0")
"""Takes from a text what is no word of it."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_MC}Fallback"
PICTURES = {w("drawing"), w("pict"), w("object"), f"{_MC}AlternateContent"}
_BOXED = w("txbxContent")
_WRAPPERS = {
    w(name) for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml")
}
_SIGNS = {
    w("tab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
    w("sym"): "□",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look."""

    text: str
    look: RunLook


class _Piece(NamedTuple):
    text: str
    run: etree._Element


class _Field:
    """Where in a field we are: its code, then what it shows, which a PAGE field hides."""

    def __init__(self) -> None:
        self.code = ""
        self.shows = False

    @property
    def is_page(self) -> bool:
        return self.code.split()[:1] == ["PAGE"]


def runs(paragraph: etree._Element, styles: Styles) -> tuple[Run, ...]:
    """Return the runs of *paragraph*, hidden ones too."""
    return tuple(
        Run(text, styles.run(paragraph, run)) for text, run in _pieces(paragraph, []) if text
    )


def has_picture(paragraph: etree._Element) -> bool:
    """Tell whether a picture, a shape or a box is anchored in *paragraph*."""
    return any(
        element.tag in PICTURES and next(element.iterancestors(P)) is paragraph
        for element in paragraph.iter()
    )


def boxes(paragraph: etree._Element) -> list[etree._Element]:
    """Return the text boxes anchored in *paragraph*, each once."""
    found = []
    for box in paragraph.iter(_BOXED):
        is_own = next(box.iterancestors(P)) is paragraph
        fallback = next(box.iterancestors(_FALLBACK), None)
        if is_own and (fallback is None or _stands_alone(fallback)):
            found.append(box)
    return found


def _stands_alone(fallback: etree._Element) -> bool:
    """Tell whether no choice beside *fallback* holds the same box."""
    parent = fallback.getparent()
    return parent is None or next(parent[0].iter(_BOXED), None) is None


def _pieces(parent: etree._Element, fields: list[_Field]) -> Iterator[_Piece]:
    for child in parent:
        if child.tag == w("r"):
            yield from _run_pieces(child, fields)
        elif child.tag == w("fldSimple"):
            yield from _simple_field(child, fields)
        elif child.tag in _WRAPPERS:
            yield from _pieces(child, fields)


def _simple_field(element: etree._Element, fields: list[_Field]) -> Iterator[_Piece]:
    if element.get(w("instr"), "").split()[:1] != ["PAGE"]:
        yield from _pieces(element, fields)
        return
    run = element.find(w("r"))
    yield _Piece(PAGE, run if run is not None else element)


def _run_pieces(run: etree._Element, fields: list[_Field]) -> Iterator[_Piece]:
    for child in run:
        if child.tag == w("fldChar"):
            yield from _turn(child, run, fields)
        elif child.tag == w("instrText"):
            if fields and not fields[-1].shows:
                fields[-1].code += child.text or ""
        elif all(field.shows and not field.is_page for field in fields):
            yield _Piece(_text(child), run)


def _turn(mark: etree._Element, run: etree._Element, fields: list[_Field]) -> Iterator[_Piece]:
    """Begin, show or end a field."""
    kind = mark.get(w("fldCharType"))
    if kind == "begin":
        fields.append(_Field())
    elif fields and kind == "separate":
        fields[-1].shows = True
    elif fields and kind == "end" and fields.pop().is_page:
        yield _Piece(PAGE, run)


def _text(element: etree._Element) -> str:
    if element.tag == w("t"):
        return element.text or ""
    if element.tag == w("br"):
        kind = element.get(w("type"), "textWrapping")
        return PAGE_END if kind == "page" else "\n" if kind == "textWrapping" else ""
    return _SIGNS.get(element.tag, "")
