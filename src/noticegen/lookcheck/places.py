"""Places in a look: its parts in; the paragraphs of its text and how a message names them out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from noticegen.problem import Mark, Problem, Severity
from noticegen.writers import package
from noticegen.writers.wordml import P, T

_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN, STYLES, SETTINGS = (
    f"{_WORDML}{kind}+xml" for kind in ("document.main", "styles", "settings")
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NAMES = {
    "document.main+xml": "正文",
    "header+xml": "页眉",
    "footer+xml": "页脚",
    "footnotes+xml": "脚注",
    "endnotes+xml": "尾注",
}
_SHOWN = 12  # characters of a paragraph by which a reader finds it


class Tree(NamedTuple):
    """A part of a look that holds text: what a reader calls it, and its root."""

    name: str
    root: etree._Element


class Place(NamedTuple):
    """A paragraph: the part it stands in, its number among those not blank, its text."""

    part: str
    number: int
    text: str
    element: etree._Element

    @property
    def shown(self) -> str:
        """正文第3段“为做好巡察整改…”: how a message names it."""
        flat = " ".join(self.text.split())
        dots = "…" if len(flat) > _SHOWN else ""
        words = f"“{flat[:_SHOWN]}{dots}”" if flat else ""
        return f"{self.part}第{self.number}段{words}"

    def problem(self, code: str, fault: str, severity: Severity = Severity.ERROR) -> Problem:
        """Return the problem that *fault*, the end of a sentence, is here."""
        text = self.text.strip()[:_SHOWN]
        return Problem(Mark(max(1, self.number), 1), code, f"{self.shown}{fault}", severity, text)


def kinds(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the content type of every part that has one of its own."""
    return package.kinds(package.parsed(parts[package.CONTENT_TYPES]))


def trees(parts: Mapping[str, bytes]) -> list[Tree]:
    """Return the parts that hold text, the main one first."""
    found = []
    for part, kind in kinds(parts).items():
        name = _NAMES.get(kind.removeprefix(_WORDML))
        if name and part in parts:
            found.append(Tree(name, package.parsed(parts[part])))
    return sorted(found, key=lambda tree: list(_NAMES.values()).index(tree.name))


def places(tree: Tree) -> Iterator[Place]:
    """Yield the paragraphs of *tree* as they stand in the file, those of tables and boxes too.

    What Word keeps of a box for older programs is left out: it is the same text again.
    """
    number = 0
    for paragraph in tree.root.iter(P):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        text = "".join(node.text or "" for node in paragraph.iter(T) if _is_of(node, paragraph))
        number += bool(text.strip())
        yield Place(tree.name, number, text, paragraph)


def place_of(element: etree._Element, tree: Tree) -> Place:
    """Return the paragraph that *element* stands in or holds; else the first of *tree*."""
    holders = (*element.iterancestors(P), *element.iter(P))
    holder = next(iter(holders), None)
    beginning = Place(tree.name, 1, "", tree.root)
    return next((place for place in places(tree) if place.element is holder), beginning)


def _is_of(node: etree._Element, paragraph: etree._Element) -> bool:
    """Tell whether *node* is of *paragraph* itself, not of a text box anchored in it."""
    return next(node.iterancestors(P)) is paragraph
