"""Sections of a notice: pages turned for a wide table (8), pages without a number (7.5).

A turned page's upper edge is the left edge of an upright one, on odd and even pages:
there 表头 belongs, at 订口 on the one and at 切口 on the other. Its page number stays where
the upright pages have it, in a text box whose lines run downwards.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cached_property

from lxml import etree

from noticegen.writers import drawing, package, slots
from noticegen.writers.additions import Additions
from noticegen.writers.look import Look
from noticegen.writers.wordml import TINY, Galley, P, w

_ID = f"{{{drawing.NAMESPACES['r']}}}id"
_EDGES = ("top", "right", "bottom", "left", "footer")
_ROW = 280  # twips: the row of a page number
_APART = 851  # twips, of the empty header and footer of a turned page from its edges


class Sections:
    """The sections a notice may need, made from the *upright* one of its look."""

    def __init__(
        self,
        upright: etree._Element,
        look: Look,
        words: Mapping[str, str],
        additions: Additions,
    ) -> None:
        self.upright = upright
        self._declared = {prefix: uri for prefix, uri in upright.nsmap.items() if prefix}
        self._look = look
        self._words = words
        self._additions = additions

    @property
    def turned_width(self) -> int:
        """The width of the text on turned pages, in twips."""
        upright = self._upright
        return upright["h"] - upright["top"] - upright["bottom"]

    @cached_property
    def turned(self) -> etree._Element:
        """A section of turned pages, whose numbers are where the upright ones have them."""
        section, upright = deepcopy(self.upright), self._upright
        _set(section, "pgSz", w=upright["h"], h=upright["w"], orient="landscape")
        _set(section, "pgMar", top=upright["left"], right=upright["top"])
        _set(section, "pgMar", bottom=upright["right"], left=upright["bottom"])
        _set(section, "pgMar", header=_APART, footer=_APART)
        self._replace_footers(section, self._turned_footer)
        return section

    @cached_property
    def unnumbered(self) -> etree._Element:
        """A section of pages whose footers are empty."""
        section = deepcopy(self.upright)
        self._replace_footers(section, lambda _: f"<w:p><w:pPr>{TINY}</w:pPr></w:p>")
        return section

    def close(self, galley: Galley, section: etree._Element) -> None:
        """End *section* with what was set last."""
        if not galley.column or galley.ends_in_table():
            galley.put_tiny()
        galley.end_section(self._within_main(section))

    @cached_property
    def _upright(self) -> dict[str, int]:
        """What the upright section says of its page, in twips."""
        said = {"w": 11906, "h": 16838} | dict.fromkeys(_EDGES, 0)
        for name in ("pgSz", "pgMar"):
            element = self.upright.find(w(name))
            if element is not None:
                said |= {key: int(element.get(w(key), it)) for key, it in said.items()}
        return said

    def _replace_footers(
        self, section: etree._Element, content: Callable[[etree._Element], str]
    ) -> None:
        """Give *section* footers of its own: the *content* made of those it has."""
        for reference in section.findall(w("footerReference")):
            name = self._look.targets.get(reference.get(_ID, ""), "")
            part = self._look.fixed().get(name) or self._look.slotted.get(name)
            if part:
                text = content(package.parsed(part))
                root = etree.fromstring(f"<w:ftr {drawing.DECLARED}>{text}</w:ftr>")
                footer = package.serialised(root)
                reference.set(_ID, self._additions.footer(footer, like=name))

    def _within_main(self, section: etree._Element) -> str:
        """Return *section* as it stands in the main part, which declares its names."""
        shell = etree.Element("shell", nsmap=self._declared)
        shell.append(deepcopy(section))
        text = etree.tostring(shell, encoding="unicode")
        return text[text.index(">") + 1 : text.rindex("<")]

    def _turned_footer(self, footer: etree._Element) -> str:
        slots.fill(footer, self._words)
        upright, rows = self._upright, footer.findall(P)
        box = drawing.text_box(
            self._additions.number(),
            drawing.on_page(upright["footer"], upright["left"]),
            (_ROW * len(rows), upright["w"] - upright["left"] - upright["right"]),
            "".join(etree.tostring(row, encoding="unicode", with_tail=False) for row in rows),
            turned=True,
        )
        return f"<w:p><w:pPr>{TINY}</w:pPr>{box}</w:p>"


def _set(section: etree._Element, name: str, **attributes: str | int) -> None:
    child = section.find(w(name))
    if child is None:
        child = etree.SubElement(section, w(name))
    for key, value in attributes.items():
        child.set(w(key), str(value))
