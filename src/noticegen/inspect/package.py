"""Safe opening: the bytes of a file in, the XML parts of a Word document out.

Anybody's file may come here. Nothing outside it is read, nothing in it is expanded, and
what is no Word document is refused with one Chinese sentence.
"""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from noticegen import archive
from noticegen.writers.package import RELATIONSHIP

_MOST_XML = 64 * 1024 * 1024  # bytes of all XML parts together, unpacked
_MOST_UNPACKED = 256 * 1024 * 1024  # bytes with pictures

_DOCUMENT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"

_SAVE_AS = "请用 Word 或 WPS 打开它，另存为“Word 文档(.docx)”后再检查"


class RefusedError(Exception):
    """A file that is not judged; *code* is the problem's, the text a Chinese sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Package:
    """A Word document's XML: the main part, and those it names, each by its kind."""

    document: etree._Element
    parts: Mapping[str, etree._Element]  # styles, settings, theme, comments
    related: Mapping[str, etree._Element]  # headers and footers by their relationship id


def opened(data: bytes) -> Package:
    """Return the document that *data* is.

    Raises:
        RefusedError: It is no .docx, is encrypted, too large or damaged, or declares entities.
    """
    if data.startswith(archive.OLE):
        raise _refused_ole(data)
    if len(data) >= archive.MOST_PACKED:
        raise RefusedError("page-too-large", "文件太大，请删去其中的大图片后再检查。")
    try:
        with archive.opened(data) as entries:
            return _read(entries)
    except RefusedError:
        raise
    except Exception as fault:  # zipfile lets a dozen kinds through
        if not data.startswith(b"PK"):
            raise RefusedError(
                "page-not-docx", f"这不是 .docx 文件，只改扩展名不行，{_SAVE_AS}。"
            ) from fault
        raise RefusedError("page-damaged", f"文件已损坏，{_SAVE_AS}。") from fault


def _refused_ole(data: bytes) -> RefusedError:
    if archive.ENCRYPTED in data:
        return RefusedError("page-encrypted", "文件设了打开密码，请在 Word 里取消密码后再检查。")
    return RefusedError("page-not-docx", f"这是旧格式（.doc 或 .wps）的文件，{_SAVE_AS}。")


def _read(entries: zipfile.ZipFile) -> Package:
    _weigh(entries.infolist())
    main = _main_part(entries)
    document = _part(entries, main)
    if document.tag == _STRICT:
        raise RefusedError("page-not-docx", f"文件存成了“Strict Open XML”格式，{_SAVE_AS}。")
    if document.tag != _DOCUMENT:
        raise _not_word()
    parts, related = {}, {}
    names = set(entries.namelist())
    for identifier, kind, target in _relations(entries, main):
        if target not in names:
            continue
        if kind in ("header", "footer"):
            related[identifier] = _part(entries, target)
        elif kind in ("styles", "settings", "theme", "comments"):
            parts[kind] = _part(entries, target)
    return Package(document, parts, related)


def _weigh(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what is encrypted or would be too large unpacked."""
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError("page-encrypted", "文件加了密，请取消密码后再检查。")
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if xml > _MOST_XML or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise _too_large()


def _main_part(entries: zipfile.ZipFile) -> str:
    if "_rels/.rels" not in entries.namelist():
        raise _not_word()
    for _, kind, target in _relations(entries, ""):
        if kind == "officeDocument" and target in entries.namelist():
            return target
    raise _not_word()


def _relations(entries: zipfile.ZipFile, name: str) -> list[tuple[str, str, str]]:
    """Return id, kind (its type's last word) and target of each relationship of *name*."""
    folder, base = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    if relations not in entries.namelist():
        return []
    return [
        (
            entry.get("Id", ""),
            entry.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/"),
        )
        for entry in _part(entries, relations).iter(RELATIONSHIP)
        if entry.get("TargetMode") != "External"
    ]


def _part(entries: zipfile.ZipFile, name: str) -> etree._Element:
    part = archive.read(entries, name)
    if b"<!DOCTYPE" in part.replace(b"\0", b""):  # in UTF-16 every other byte is 0
        raise RefusedError(
            "page-entities", f"文件里有 Word 不会写的实体声明，没有检查，{_SAVE_AS}。"
        )
    if part.count(b"<") > archive.MOST_TAGS:
        raise _too_large()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(part, parser)


def _too_large() -> RefusedError:
    return RefusedError(
        "page-too-large", "文件解压后大得不正常，没有检查，请核对文件的来源，或者删去大图片。"
    )


def _not_word() -> RefusedError:
    return RefusedError("page-not-docx", f"这不是 Word 文档，{_SAVE_AS}。")
