"""Word files made wrong on purpose: a correct one in, the same with one thing changed out.

``correct()`` is a notice of ours with every element that needs no red head.
"""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO

from lxml import etree

from noticegen.document import (
    Annotation,
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Heading,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Title,
)
from noticegen.template import resource
from noticegen.writers.docx import compile_look, write
from noticegen.writers.wordml import PPR, P, R, T, w

ORGAN = "中共天长市科学技术局党组"
SENTENCE = "坚持把巡察整改作为一项严肃的政治任务抓紧抓实抓出成效，"  # 27 characters
TEXT = SENTENCE * 4 + "成效明显。"
NAMES = ("巡察整改任务清单", "巡察整改制度清单")

_RPR = w("rPr")
_DOCUMENT, _STYLES, _SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"


def _body(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def blocks() -> tuple[Block, ...]:
    return (
        Title(f"{ORGAN}关于巡察整改进展情况的通报"),
        Recipients("市直各单位党组："),
        _body("根据安排，现将巡察整改进展情况予以公布。"),
        Heading(1, "一、整改落实情况"),
        _body(TEXT),
        Heading(2, "（一）贯彻落实党的路线方针政策情况"),
        Heading(3, "1.贯彻上级指示精神不到位"),
        Heading(4, "（1）重要论述学习不到位。"),
        *(_body(TEXT) for _ in range(8)),
        Paragraph((Run("（二）提高站位。", 2), Run(TEXT))),
        Heading(1, "二、下一步打算"),
        *(_body(TEXT) for _ in range(3)),
        AttachmentNote(NAMES),
        Signature((ORGAN,), "2023年9月26日"),
        Annotation("（此件公开发布）"),
        *(Attachment(f"附件{n}", name, (_body(TEXT),)) for n, name in enumerate(NAMES, 1)),
    )


@cache
def correct() -> bytes:
    document = Document("", "", "2023-09-26", blocks())
    return write(document, compile_look(resource("rectification/plain.docx")))


class Draft:
    """A .docx opened for changes."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {
            name: etree.fromstring(part)
            for name, part in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    @property
    def body(self) -> etree._Element:
        return self.trees[_DOCUMENT][0]

    @property
    def styles(self) -> etree._Element:
        return self.trees[_STYLES]

    @property
    def settings(self) -> etree._Element:
        return self.trees[_SETTINGS]

    def all(self, start: str) -> list[etree._Element]:
        """Return the paragraphs whose text begins with *start*."""
        return [p for p in self.body.iter(P) if text_of(p).strip().startswith(start)]

    def one(self, start: str) -> etree._Element:
        return self.all(start)[0]

    def section(self, name: str) -> etree._Element:
        """Return the element *name* of the last section's properties."""
        return list(self.body.iter(w("sectPr")))[-1].find(w(name))

    def foot(self, number: int) -> etree._Element:
        """Return the footer part *number*."""
        return self.trees[f"word/footer{number}.xml"]

    def data(self) -> bytes:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                tree = self.trees.get(name)
                archive.writestr(name, part if tree is None else etree.tostring(tree))
        return buffer.getvalue()


def mutated(data: bytes, change: Callable[[Draft], object]) -> bytes:
    draft = Draft(data)
    change(draft)
    return draft.data()


def text_of(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(T))


def element(name: str, **attributes: object) -> etree._Element:
    made = etree.Element(w(name))
    for key, value in attributes.items():
        made.set(w(key), str(value))
    return made


def put(paragraph: etree._Element, name: str, **attributes: object) -> None:
    """Set a property of *paragraph* itself, over what its style says."""
    properties = paragraph.find(PPR)
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    for old in properties.findall(w(name)):
        properties.remove(old)
    properties.append(element(name, **attributes))


def ink(paragraph: etree._Element, name: str, **attributes: object) -> None:
    """Set a property of all runs of *paragraph*."""
    for run in paragraph.iter(R):
        properties = run.find(_RPR)
        if properties is None:
            properties = element("rPr")
            run.insert(0, properties)
        for old in properties.findall(w(name)):
            properties.remove(old)
        properties.append(element(name, **attributes))


def face(paragraph: etree._Element, name: str) -> None:
    ink(paragraph, "rFonts", ascii=name, hAnsi=name, eastAsia=name, hint="eastAsia")


def size(paragraph: etree._Element, half_points: int) -> None:
    ink(paragraph, "sz", val=half_points)
    ink(paragraph, "spacing", val=0 if half_points > 32 else -5)


def retype(paragraph: etree._Element, text: str) -> None:
    """Replace the words of *paragraph*; they stay in its first run."""
    first, *others = paragraph.iter(T)
    first.text = text
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for other in others:
        other.text = ""


def empty_row(above: etree._Element) -> None:
    """Put an empty row above a paragraph."""
    row = etree.Element(P)
    row.append(element("pPr"))
    above.addprevious(row)


def close_up(paragraph: etree._Element) -> None:
    """Take away the empty rows above a paragraph."""
    while True:
        row = paragraph.getprevious()
        if row is None or row.tag != P or text_of(row).strip():
            return
        row.getparent().remove(row)
