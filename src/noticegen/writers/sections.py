"""Sections of a notice: pages turned for a wide table (8), pages without a number (7.5).

A turned page's upper edge is the left edge of an upright one, on odd and even pages:
there 表头 belongs, at 订口 on the one and at 切口 on the other. Its page number stays where
the upright pages have it, in a text box whose lines run downwards.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cached_property

from lxml import etree

from noticegen.writers import drawing, slots
from noticegen.writers.additions import Additions
from noticegen.writers.look import Look
from noticegen.writers.wordml import Galley, P, put, w

_ID = f"{{{drawing.NAMESPACES['r']}}}id"
_EDGES = ("top", "right", "bottom", "left", "footer")
_ROW = 280  # twips: the row of a page number
_APART = 851  # twips, of the empty header and footer of a turned page from its edges
_LEAST = 14  # twips: the least row Word knows; below 22 rows of the body there are 17
_TINY = f'<w:spacing w:before="0" w:after="0" w:line="{_LEAST}" w:lineRule="exact"/>'


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
        self._replace_footers(section, lambda _: f"<w:p><w:pPr>{_TINY}</w:pPr></w:p>")
        return section

    def close(self, galley: Galley, section: etree._Element) -> None:
        """End *section* with what was set last."""
        if not len(galley.column) or galley.column[-1].tag != P:
            put_tiny(galley)
        galley.column[-1][0].append(deepcopy(section))

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
            part = self._look.targets.get(reference.get(_ID, ""), "")
            if part in self._look.trees:
                text = content(deepcopy(self._look.trees[part]))
                root = etree.fromstring(f"<w:ftr {drawing.DECLARED}>{text}</w:ftr>")
                reference.set(_ID, self._additions.footer(root, like=part))

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
        return f"<w:p><w:pPr>{_TINY}</w:pPr>{box}</w:p>"


def put_tiny(galley: Galley) -> None:
    """Append a paragraph of hardly any height where the file needs one to stand."""
    paragraph = galley.paragraph("空行")
    put(paragraph[0], "spacing", before=0, after=0, line=_LEAST, lineRule="exact")


def _set(section: etree._Element, name: str, **attributes: str | int) -> None:
    element = section.find(w(name))
    if element is None:
        element = put(section, name)
    for key, value in attributes.items():
        element.set(w(key), str(value))
