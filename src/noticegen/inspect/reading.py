"""Reading: a package in, its paper out: one walk over the body, in the order of the file."""

from collections.abc import Iterator

from lxml import etree

from noticegen.inspect import words
from noticegen.inspect.package import Package
from noticegen.inspect.paper import Block, Holder, Paper, Paragraph, Table
from noticegen.inspect.sections import section
from noticegen.inspect.styles import Styles
from noticegen.inspect.themes import Themes
from noticegen.writers.wordml import PPR, TBL, P, w

_CONTAINERS = {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}


def read(package: Package) -> Paper:
    """Return the document in *package* as paper."""
    themes = Themes(package.parts.get("theme"))
    paper = Paper(package, Styles(package.parts.get("styles"), themes))
    body = package.document.find(w("body"))
    if body is None:
        return paper
    found = list(_section_properties(body)) or [etree.Element(w("sectPr"))]
    for number, properties in enumerate(found, 1):
        before = paper.sections[-1] if paper.sections else None
        paper.sections.append(section(properties, number, package.related, before))
    _Reader(paper).read(body)
    return paper


def foot(paper: Paper, part: etree._Element) -> list[Paragraph]:
    """Return the paragraphs of a header or footer, its text boxes included."""
    return [_paragraph(paper, p, 0, Holder.FOOT) for p in part.iter(P) if not _is_spare(p)]


class _Reader:
    """Walks the body once, in the order of the file."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._section = 0
        self._holder = Holder.PAGE

    def read(self, body: etree._Element) -> None:
        self._paper.flow += self._blocks(body)

    def _blocks(self, parent: etree._Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == P:
                yield self._paragraph(child)
            elif child.tag == TBL:
                yield self._table(child)
            elif child.tag in _CONTAINERS:
                yield from self._blocks(child)

    def _paragraph(self, element: etree._Element) -> Paragraph:
        paper = self._paper
        paragraph = _paragraph(paper, element, self._section, self._holder)
        paper.paragraphs.append(paragraph)
        for box in words.boxes(element):
            self._within(Holder.BOX, box)
        if element.find(f"{PPR}/{w('sectPr')}") is not None:
            self._section = min(self._section + 1, len(paper.sections) - 1)
        return paragraph

    def _table(self, element: etree._Element) -> Table:
        outer = self._holder
        rows = []
        for row in element.iter(w("tr")):
            if next(row.iterancestors(TBL)) is element:
                cells = [self._within(Holder.TABLE, cell) for cell in _cells(row)]
                rows.append(tuple(p for cell in cells for p in cell if isinstance(p, Paragraph)))
        table = Table(element, tuple(rows), outer, self._section)
        self._paper.tables.append(table)
        return table

    def _within(self, holder: Holder, parent: etree._Element) -> list[Block]:
        outer = self._holder
        # A table in a box stands where the box stands.
        self._holder = Holder.BOX if outer is Holder.BOX else holder
        blocks = list(self._blocks(parent))
        self._holder = outer
        return blocks


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr"))) is row]


def _paragraph(paper: Paper, element: etree._Element, at: int, holder: Holder) -> Paragraph:
    whole = words.runs(element, paper.styles)
    runs = tuple(run for run in whole if not run.look.hidden)
    text = "".join(run.text for run in runs)
    is_counted = holder is not Holder.FOOT and bool(text.strip())
    paper.counted += is_counted
    return Paragraph(
        element=element,
        number=paper.counted if is_counted else 0,
        text=text,
        runs=runs,
        look=paper.styles.paragraph(element),
        holder=holder,
        section=at,
        has_picture=words.has_picture(element),
        hides=any(run.look.hidden and run.text.strip() for run in whole),
    )


def _section_properties(body: etree._Element) -> Iterator[etree._Element]:
    for properties in body.iter(w("sectPr")):
        if next(properties.iterancestors(w("pPrChange"), w("sectPrChange")), None) is None:
            yield properties


def _is_spare(paragraph: etree._Element) -> bool:
    """Tell whether *paragraph* only repeats another, for programs that know no text boxes."""
    for box in paragraph.iterancestors(w("txbxContent")):
        holder = next(box.iterancestors(P), None)
        if holder is not None and box not in words.boxes(holder):
            return True
    return False
