"""Effective properties: a paragraph's or run's XML in, what Word would set it in out.

Later layers win, property by property: document defaults, the style chain (basedOn, from
the root), the element's own. Lengths are twips (1/20 pt), sizes half points.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from noticegen.inspect.looks import (
    OFF,
    Flat,
    ParagraphLook,
    RunLook,
    is_on,
    is_set,
    paragraph_look,
    run_look,
)
from noticegen.inspect.themes import Themes
from noticegen.writers.wordml import VAL, w

_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_TOGGLES = {"b", "vanish"}  # two layers of styles that both set one cancel it
_FLAGS = {"keepNext", "pageBreakBefore", "snapToGrid", "b", "vanish"}
_VALUES = {"jc", "sz"}
_MOST_STYLES = 64  # in a chain; a longer one is a loop


class Styles:
    """The styles of one document."""

    def __init__(self, root: etree._Element | None, themes: Themes) -> None:
        self._themes = themes
        self._by_id: dict[str, etree._Element] = {}
        self._default = ""
        self._defaults: dict[str, Flat] = {"pPr": {}, "rPr": {}}
        self._chains: dict[tuple[str, str], Flat] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for style in root.iter(w("style")):
            identifier = style.get(w("styleId"), "")
            self._by_id[identifier] = style
            is_default = style.get(w("default"), "0") not in OFF
            if is_default and style.get(w("type")) == "paragraph":
                self._default = identifier
        for name in self._defaults:
            found = root.find(f"{w('docDefaults')}/{w(name + 'Default')}/{w(name)}")
            self._defaults[name] = self._flat(found)

    def paragraph(self, paragraph: etree._Element) -> ParagraphLook:
        """Return what *paragraph* is set in."""
        own = paragraph.find(w("pPr"))
        values = _layered(
            self._defaults["pPr"], self._chain(self._style_of(own), "pPr"), self._flat(own)
        )
        return paragraph_look(values)

    def run(self, paragraph: etree._Element, run: etree._Element) -> RunLook:
        """Return what *run* of *paragraph* is set in."""
        own = run.find(w("rPr"))
        below = self._chain(self._style_of(paragraph.find(w("pPr"))), "rPr")
        named = own.find(w("rStyle")) if own is not None else None
        above = self._chain(named.get(VAL, ""), "rPr") if named is not None else {}
        middle = _layered(below, above)
        for name in _TOGGLES & below.keys() & above.keys():
            middle[name] = "1" if is_on(below, name) != is_on(above, name) else "0"
        return run_look(_layered(self._defaults["rPr"], middle, self._flat(own)))

    def _style_of(self, properties: etree._Element | None) -> str:
        named = properties.find(w("pStyle")) if properties is not None else None
        identifier = named.get(VAL, "") if named is not None else ""
        return identifier if identifier in self._by_id else self._default

    def _chain(self, identifier: str, part: str) -> Flat:
        """Return *part* (pPr or rPr) of a style with all it is based on."""
        if (identifier, part) not in self._chains:
            layers = [self._flat(style.find(w(part))) for style in self._ancestry(identifier)]
            self._chains[identifier, part] = _layered(*reversed(layers))
        return self._chains[identifier, part]

    def _ancestry(self, identifier: str) -> Iterator[etree._Element]:
        for _ in range(_MOST_STYLES):
            style = self._by_id.get(identifier)
            if style is None:
                return
            yield style
            parent = style.find(w("basedOn"))
            identifier = parent.get(VAL, "") if parent is not None else ""

    def _flat(self, properties: etree._Element | None) -> Flat:
        """Return a w:pPr's or w:rPr's own properties by short names."""
        flat: Flat = {}
        for child in properties if properties is not None else ():
            name = etree.QName(child).localname
            if name in _FLAGS:
                flat[name] = "1" if is_set(child) else "0"
            elif name in _VALUES:
                flat[name] = child.get(VAL, "")
            elif name == "color":
                flat["color"] = self._themes.colour(child)
            elif name == "rFonts":
                flat |= self._themes.faces(child)
            else:
                flat |= _nested(name, child)
        return flat


def _nested(name: str, child: etree._Element) -> Flat:
    """Return a property that has attributes or children of its own."""
    if name == "spacing":
        run_spacing = child.get(VAL)
        return {"spacing": run_spacing} if run_spacing else _attributes(child)
    if name == "ind":
        return _attributes(child)
    if name == "framePr":
        return {"framePr": child.get(w("xAlign"), "placed")}
    if name == "numPr":
        return {f"num.{etree.QName(part).localname}": part.get(VAL, "") for part in child}
    if name == "pBdr":
        return {f"border.{etree.QName(line).localname}": _line(line) for line in child}
    return {}


def _attributes(element: etree._Element) -> Flat:
    values = {etree.QName(str(key)).localname: str(value) for key, value in element.items()}
    return {_SIDES.get(key, key): value for key, value in values.items()}


def _line(line: etree._Element) -> str:
    if line.get(VAL) in (None, "nil", "none"):
        return ""
    return ";".join(
        (line.get(w("sz"), "0"), line.get(w("color"), "auto"), line.get(w("space"), "0"))
    )


def _layered(*layers: Mapping[str, str]) -> Flat:
    """Return the *layers* as one; a first-line indent replaces a hanging one and back."""
    merged: Flat = {}
    for layer in layers:
        for pair in (("firstLine", "hanging"), ("firstLineChars", "hangingChars")):
            if any(name in layer for name in pair):
                for name in pair:
                    merged.pop(name, None)
        merged |= layer
    return merged
