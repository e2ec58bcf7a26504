"""A Word document as a reader meets it: a package in; paragraphs, tables and sections out.

Paragraphs are counted as they stand in the file, those in tables and text boxes too; a
blank one has no number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import takewhile

from lxml import etree

from noticegen.inspect.looks import ParagraphLook, RunLook, is_set
from noticegen.inspect.package import Package
from noticegen.inspect.sections import Section
from noticegen.inspect.styles import Styles
from noticegen.inspect.words import PAGE_END, Run
from noticegen.writers.wordml import w

_SHOWN = 12  # characters of a paragraph by which a reader finds it


class Holder(Enum):
    """What a paragraph stands in."""

    PAGE = auto()
    TABLE = auto()
    BOX = auto()
    FOOT = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph; *number* counts those that are not blank, from 1, and is 0 for a blank one."""

    element: etree._Element
    number: int
    text: str
    runs: tuple[Run, ...]
    look: ParagraphLook
    holder: Holder
    section: int
    has_picture: bool
    hides: bool  # some of its words are set as hidden text

    @property
    def is_blank(self) -> bool:
        """An empty row: no words, not even hidden ones, and no picture."""
        return not (self.words or self.has_picture or self.hides)

    @property
    def words(self) -> str:
        """The text without the blanks around it."""
        return self.text.strip()

    @property
    def lines(self) -> list[str]:
        """The text as its own line breaks divide it."""
        return [line.strip() for line in self.words.split("\n")]

    @property
    def chinese(self) -> list[Run]:
        """The runs that hold Chinese characters."""
        return [run for run in self.runs if any("一" <= sign <= "鿿" for sign in run.text)]

    @property
    def first(self) -> RunLook | None:
        """The look of its first words."""
        return next((run.look for run in self.runs if run.text.strip()), None)

    @property
    def shown(self) -> str:
        """第3段“为做好巡察整改…”: how a message names it."""
        flat = " ".join(self.words.split())
        dots = "…" if len(flat) > _SHOWN else ""
        return f"第{self.number}段“{flat[:_SHOWN]}{dots}”"


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table; *rows* are its cells' paragraphs, row by row."""

    element: etree._Element
    rows: tuple[tuple[Paragraph, ...], ...]
    holder: Holder
    section: int

    @property
    def floats(self) -> bool:
        """Whether text runs around it."""
        return self.element.find(f"{w('tblPr')}/{w('tblpPr')}") is not None


Block = Paragraph | Table


@dataclass(slots=True)
class Paper:
    """A whole document. *flow* is what stands on the page itself, in order."""

    package: Package
    styles: Styles
    paragraphs: list[Paragraph] = field(default_factory=list)
    counted: int = 0
    tables: list[Table] = field(default_factory=list)
    flow: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    _order: dict[Block, int] = field(default_factory=dict)

    @property
    def lines(self) -> list[str]:
        """The text of each paragraph that is not blank."""
        return [paragraph.text for paragraph in self.paragraphs if paragraph.number]

    @property
    def has_even_feet(self) -> bool:
        """Whether odd and even pages have feet of their own."""
        settings = self.package.parts.get("settings")
        return settings is not None and is_set(settings.find(w("evenAndOddHeaders")))

    def blanks_before(self, block: Block) -> list[Paragraph]:
        """Return the empty rows right above *block*, in the flow."""
        return list(takewhile(lambda row: row.is_blank, _paragraphs_only(self.above(block))))

    def before(self, block: Block) -> Block | None:
        """Return what stands above *block*, empty rows passed over."""
        above = self.above(block)
        return next((one for one in above if isinstance(one, Table) or not one.is_blank), None)

    def above(self, block: Block) -> Iterator[Block]:
        """Return all that stands above *block*, in the flow, from it upwards."""
        if len(self._order) != len(self.flow):
            self._order = {one: at for at, one in enumerate(self.flow)}
        return (self.flow[at] for at in range(self._order[block] - 1, -1, -1))


def starts_page(paper: Paper, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph*, in the flow, is made to begin a page."""
    if paragraph.look.starts_page or PAGE_END in paragraph.text[: _indent_of(paragraph) + 1]:
        return True
    for block in paper.above(paragraph):
        if block.section != paragraph.section:
            return paper.sections[paragraph.section].starts != "continuous"
        if isinstance(block, Table):
            return False
        if PAGE_END in block.text:
            return not block.text.rpartition(PAGE_END)[2].strip()
        if not block.is_blank:
            return False
    return next(paper.above(paragraph), None) is None


def _indent_of(paragraph: Paragraph) -> int:
    return len(paragraph.text) - len(paragraph.text.lstrip())


def _paragraphs_only(blocks: Iterator[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            return
        yield block


def joined(paragraphs: Sequence[Paragraph]) -> str:
    """Return the words of *paragraphs* as one, without any blanks."""
    return "".join("".join(paragraph.text.split()) for paragraph in paragraphs)
