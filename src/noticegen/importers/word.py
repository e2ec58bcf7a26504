"""A Word file to lines: its paragraphs in order, list numbers written out, tables as cells."""

import re
from collections.abc import Iterator

from lxml import etree

from noticegen import archive, inspect
from noticegen.importers import numbering
from noticegen.importers.lines import Line, RefusedError, Source
from noticegen.importers.numbering import Numbering, style_names
from noticegen.inspect import package, reading
from noticegen.inspect.paper import Holder, Paper, Paragraph
from noticegen.inspect.words import MARKS_OF_PLACE
from noticegen.writers.docx import is_untouched
from noticegen.writers.wordml import PPR, VAL, w

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_LEVELS = {"一级标题": 1, "二级标题": 2, "三级标题": 3, "四级标题": 4}
_BODY = "公文正文"
_MACROS = "vbaProject.bin"


def read(data: bytes) -> Source:
    """Return the lines of a .docx; line n is its n-th paragraph that is not blank.

    Raises:
        RefusedError: It is no .docx, is encrypted, damaged or too large, or carries macros.
    """
    _refuse_macros(data)
    try:
        paper = reading.read(package.opened(data))
    except inspect.RefusedError as refusal:
        raise RefusedError("file-unreadable", _for_import(str(refusal))) from refusal
    if not paper.lines and any(paragraph.has_picture for paragraph in paper.paragraphs):
        raise RefusedError(
            "file-empty", "文件里只有图片，没有文字，请先用识别文字的软件转成文字，再导入。"
        )
    with archive.opened(data) as opened:
        lists = Numbering(numbering.part(opened))
    reader = _Reader(paper, lists, exact=is_untouched(data) is True)
    return Source(tuple(reader.lines()), tuple(paper.lines), notes=tuple(_notes(paper)))


def _refuse_macros(data: bytes) -> None:
    try:
        with archive.opened(data) as opened:
            names = opened.namelist()
    except Exception:  # noqa: BLE001  # what is no zip is refused later, with its reason
        return
    if any(name.endswith(_MACROS) for name in names):
        raise RefusedError(
            "file-unreadable",
            "文件里有宏，没有导入，请用 Word 另存为不带宏的“Word 文档(.docx)”再导入。",
        )


def _for_import(sentence: str) -> str:
    return sentence.replace("后再检查", "再导入").replace("没有检查", "没有导入")


class _Reader:
    """Walks the paragraphs once, in the order of the file."""

    def __init__(self, paper: Paper, lists: Numbering, *, exact: bool) -> None:
        self._paper = paper
        self._exact = exact
        self._names = style_names(paper.package.parts.get("styles"))
        self._numbering = lists
        self._texts = {paragraph.element: paragraph for paragraph in paper.paragraphs}

    def lines(self) -> Iterator[Line]:
        tables = {table.element: table for table in self._paper.tables}
        told: set[etree._Element] = set()
        for paragraph in self._paper.paragraphs:
            if paragraph.holder is Holder.TABLE:
                table = next(
                    one for one in paragraph.element.iterancestors(w("tbl")) if one in tables
                )
                outer = [one for one in table.iterancestors(w("tbl")) if one in tables]
                table = outer[-1] if outer else table
                if table not in told:
                    told.add(table)
                    yield from self._table(table)
            else:
                yield self._line(paragraph)

    def _line(self, paragraph: Paragraph) -> Line:
        style = self._style(paragraph.element)
        text = paragraph.text.translate(MARKS_OF_PLACE)
        mark = self._numbering.next(paragraph.look.numbering) if text.strip() else ""
        breaks = tuple(text.strip().split("\n")) if "\n" in text.strip() else ()
        return Line(
            number=paragraph.number,
            text=mark + "".join(part.strip() for part in text.split("\n")),
            style=style,
            level=self._level(paragraph.element, style),
            head=self._head(paragraph, style),
            breaks=breaks,
            exact=self._exact,
        )

    def _style(self, element: etree._Element) -> str:
        named = element.find(f"{PPR}/{w('pStyle')}")
        return self._names.get(named.get(VAL, ""), "") if named is not None else ""

    def _level(self, element: etree._Element, style: str) -> int:
        if style in _LEVELS:
            return _LEVELS[style]
        named = _HEADING.fullmatch(style)
        if named:
            return int(named.group(1))
        outline = element.find(f"{PPR}/{w('outlineLvl')}")
        said = outline.get(VAL, "") if outline is not None else ""
        return int(said) + 1 if said in tuple("012345678") else 0

    def _head(self, paragraph: Paragraph, style: str) -> str:
        """The run-in heading of a paragraph of ours: its first run, if there are more."""
        runs = paragraph.runs
        return runs[0].text if self._exact and style == _BODY and len(runs) > 1 else ""

    def _table(self, table: etree._Element) -> Iterator[Line]:
        """Yield a table as one line of rows; one of a single column as lines."""
        rows = [
            tuple(self._cell(cell) for cell in row.iterchildren(w("tc")))
            for row in table.iterchildren(w("tr"))
        ]
        inside = [self._texts[p] for p in table.iter(w("p")) if p in self._texts]
        number = next((paragraph.number for paragraph in inside if paragraph.number), 0)
        if rows and min(map(len, rows)) > 1:
            yield Line(number, "", rows=tuple(rows), exact=self._exact)
        else:
            yield from (self._line(paragraph) for paragraph in inside)

    def _cell(self, cell: etree._Element) -> str:
        texts = [self._texts[p].text for p in cell.iter(w("p")) if p in self._texts]
        return "".join(text.translate(MARKS_OF_PLACE).strip() for text in texts)


def _notes(paper: Paper) -> Iterator[tuple[int, str, str]]:
    """What a Word file holds beside its words."""
    pictured = [paragraph for paragraph in paper.paragraphs if paragraph.has_picture]
    boxed = [one for one in paper.paragraphs if one.holder is Holder.BOX and one.number]
    if pictured and not boxed:
        yield pictured[0].number or 1, "file-picture", "文件里有图片，图片没有导入，请核对。"
    hidden = [paragraph for paragraph in paper.paragraphs if paragraph.hides]
    if hidden:
        sentence = "文件里有隐藏文字，没有导入，要用就在 Word 里取消隐藏再导入。"
        yield hidden[0].number or 1, "file-hidden", sentence
