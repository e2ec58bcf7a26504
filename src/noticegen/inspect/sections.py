"""Sections: a w:sectPr in, the page it sets out; lengths are twips."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from noticegen.inspect.looks import is_set
from noticegen.inspect.whole import whole
from noticegen.writers.package import OFFICE
from noticegen.writers.wordml import w

_RELATION = f"{{{OFFICE}}}id"
_DEFAULTS = {"w": 12240, "h": 15840, "top": 1440, "bottom": 1440, "left": 1800, "right": 1800}


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page. *footers* and *headers* are parts by kind: default, even, first."""

    number: int
    width: int
    height: int
    top: int
    bottom: int
    left: int  # with the gutter
    right: int
    grid: str  # none, lines, linesAndChars, snapToChars
    pitch: int
    character_space: int  # 1/4096 pt
    starts: str  # how it begins: nextPage, continuous, …
    has_title_page: bool
    number_format: str
    number_start: int | None
    headers: Mapping[str, etree._Element]
    footers: Mapping[str, etree._Element]

    @property
    def is_landscape(self) -> bool:
        """Lying, as for a wide table."""
        return self.width > self.height

    @property
    def text_width(self) -> int:
        """Width of 版心."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Height of 版心."""
        return self.height - self.top - self.bottom


def section(
    properties: etree._Element,
    number: int,
    parts: Mapping[str, etree._Element],
    before: Section | None,
) -> Section:
    """Return the section number *number*; what it does not say of its feet is as *before*."""
    names = ("pgSz", "pgMar", "docGrid", "pgNumType")
    size, margins, grid, numbers = (_attributes(properties, name) for name in names)
    return Section(
        number=number,
        width=_length(size, "w"),
        height=_length(size, "h"),
        top=abs(_length(margins, "top")),
        bottom=abs(_length(margins, "bottom")),
        left=_length(margins, "left") + whole(margins.get("gutter", "0"), 0),
        right=_length(margins, "right"),
        grid=grid.get("type", "none"),
        pitch=whole(grid.get("linePitch", "0"), 0),
        character_space=whole(grid.get("charSpace", "0"), 0),
        starts=_attributes(properties, "type").get("val", "nextPage"),
        has_title_page=is_set(properties.find(w("titlePg"))),
        number_format=numbers.get("fmt", "decimal"),
        number_start=whole(numbers["start"], 1) if "start" in numbers else None,
        headers=_feet(properties, "header", parts, before.headers if before else {}),
        footers=_feet(properties, "footer", parts, before.footers if before else {}),
    )


def _feet(
    properties: etree._Element,
    kind: str,
    parts: Mapping[str, etree._Element],
    before: Mapping[str, etree._Element],
) -> dict[str, etree._Element]:
    own = {
        reference.get(w("type"), "default"): parts[reference.get(_RELATION, "")]
        for reference in properties.iter(w(f"{kind}Reference"))
        if reference.get(_RELATION, "") in parts
    }
    return {**before, **own}


def _attributes(properties: etree._Element, name: str) -> dict[str, str]:
    element = properties.find(w(name))
    items = element.items() if element is not None else ()
    return {etree.QName(str(key)).localname: str(value) for key, value in items}


def _length(values: Mapping[str, str], name: str) -> int:
    return whole(values.get(name, ""), _DEFAULTS[name])
