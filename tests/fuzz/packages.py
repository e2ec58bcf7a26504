"""Packages that mean harm: Word files and workbooks that nobody's Office wrote, by their names."""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping

from fuzz import targets

from noticegen import template

MAIN, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
_WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CELLS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BIG = 96 * 1024 * 1024
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_ENTITIES = f'<!DOCTYPE a [<!ENTITY l0 "x">{_LAUGHS}]>'
_OUTSIDE = '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>'


def document(inside: str, before: str = "") -> bytes:
    """Return a Word file's main part."""
    whole = f'{before}<w:document xmlns:w="{_WORDML}"><w:body>{inside}</w:body></w:document>'
    return whole.encode()


def sheet(inside: str, before: str = "") -> bytes:
    """Return a workbook's sheet."""
    whole = f'{before}<worksheet xmlns="{_CELLS}"><sheetData>{inside}</sheetData></worksheet>'
    return whole.encode()


def lying(whole: bytes, part: str, packing: int) -> bytes:
    """Return *whole* with a *part* that says it has 1000 bytes and has 100 million."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, data in targets.parts_of(whole).items():
            if name != part:
                archive.writestr(name, data)
        with archive.open(part, "w") as entry:
            for _ in range(_BIG // 2**24):
                entry.write(bytes(2**24))
    data = bytearray(buffer.getvalue())
    struct.pack_into("<I", data, data.rindex(b"PK\1\2") + 24, 1000)
    return bytes(data)


def named(whole: bytes, names: list[str]) -> bytes:
    """Return *whole* with further entries of these *names*, be they there already."""
    buffer = io.BytesIO(whole)
    with zipfile.ZipFile(buffer, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that is there
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"x")
    return buffer.getvalue()


def with_parts(whole: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return *whole* with *parts* in place of its own, or beside them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**targets.parts_of(whole), **parts}.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _word(inside: str, before: str = "") -> Callable[[], bytes]:
    return lambda: with_parts(targets.made("docx"), {MAIN: document(inside, before)})


def _book(inside: str, before: str = "") -> Callable[[], bytes]:
    return lambda: with_parts(targets.word_sheet(), {SHEET: sheet(inside, before)})


HARMFUL: dict[str, Callable[[], bytes]] = {
    "lying.docx": lambda: lying(targets.made("docx"), MAIN, zipfile.ZIP_DEFLATED),
    "lying-lzma.docx": lambda: lying(targets.made("docx"), MAIN, zipfile.ZIP_LZMA),
    "lying-bz2.docx": lambda: lying(targets.made("docx"), MAIN, zipfile.ZIP_BZIP2),
    "lying-picture.docx": lambda: lying(
        targets.made("docx"), "word/media/a.png", zipfile.ZIP_DEFLATED
    ),
    "lying-lists.docx": lambda: lying(
        targets.made("docx"), "word/numbering.xml", zipfile.ZIP_DEFLATED
    ),
    "crowded.docx": lambda: named(targets.made("docx"), [f"x/{at}" for at in range(20_000)]),
    "wide.docx": _word("<w:p/>" * 1_100_000),
    "deep.docx": _word("<w:sdt>" * 100_000),
    "laughing.docx": _word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", _ENTITIES),
    "reading.docx": _word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", _OUTSIDE),
    "escaping.docx": lambda: named(
        targets.made("docx"), ["../../evil", "/evil", "C:\\evil", "word/../../evil"]
    ),
    "twice.docx": lambda: named(targets.made("docx"), [MAIN]),
    "short.docx": lambda: targets.made("docx")[:-200],
    "lying.xlsx": lambda: lying(targets.word_sheet(), SHEET, zipfile.ZIP_DEFLATED),
    "crowded.xlsx": lambda: named(targets.word_sheet(), [f"x/{at}" for at in range(20_000)]),
    "far.xlsx": _book(
        '<row r="1"><c r="XFD1"/></row><row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'
    ),
    "laughing.xlsx": _book('<row><c t="inlineStr"><is><t>&l9;</t></is></c></row>', _ENTITIES),
    "reading.xlsx": _book('<row><c t="inlineStr"><is><t>&l9;</t></is></c></row>', _OUTSIDE),
}
"""What makes each, by the name of its file."""


def plain_look() -> bytes:
    """Return the look that ships for a notice without a head."""
    return template.look("plain")


_LINKED = """
<w:p><w:r><w:drawing>
<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
<wp:extent cx="990000" cy="990000"/><wp:docPr id="77" name="x"/>
<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip xmlns:r="{office}" r:link="rIdX"/>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="990000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "word/_rels/document.xml.rels"


def with_linked_picture(link: str) -> bytes:
    """Return a Word file with a picture that is not in it but at *link*."""
    parts = targets.parts_of(targets.made("docx"))
    relation = (
        f'<Relationship Id="rIdX" Type="{_OFFICE}/image" Target="{link}" TargetMode="External"/>'
    )
    relations = parts[_RELATIONS].decode().replace("</Rel", f"{relation}</Rel")
    picture = _LINKED.format(office=_OFFICE)
    body = parts[MAIN].decode().replace("<w:body>", f"<w:body>{picture}", 1)
    return with_parts(targets.made("docx"), {MAIN: body.encode(), _RELATIONS: relations.encode()})
