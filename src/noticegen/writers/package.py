"""The zip around a Word file: named parts in, the same bytes every time out, and back.

A file we write carries 版本校验码, the SHA-256 of all its other parts, so that we know
later whether somebody has worked on it.
"""

import hashlib
import struct
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from noticegen.writers.wordml import escaped

if TYPE_CHECKING:
    import zipfile

    from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIP = f"{{{_RELATIONS}}}Relationship"
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"

_PROPERTY_PARTS = {
    CORE: (
        f"{_RELATIONS}/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    CUSTOM: (
        f"{OFFICE}/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}
_DIGEST = "版本校验码"
_FIRST = (CONTENT_TYPES, ROOT_RELATIONS)  # readers that stream want these at the start
_MOST_BYTES = 100_000_000  # unpacked; a notice has under 1 MB, a zip bomb has no end

# Of the time that writing a notice takes, much goes here: level 4 takes half as long again for
# a file of 16.5 kB instead of 17.2, level 6, zlib's own, twice as long for one of 16.2.
_LEVEL = 2
_DEFLATED, _STORED = 8, 0
# The window (its size a power of 2, without zlib's head) and the memory of the deflater: to
# clear 32 kB and more for each of the little parts takes longer than to deflate them.
_USUAL, _SMALL, _FEW = (-15, 8), (-10, 4), 1024
_VERSION = 20  # of the format, that a reader must know: 2.0
_UTF8 = 0x800  # how a name is written
_MIDNIGHT, _EPOCH = 0, 1 << 5 | 1  # 1980-01-01, the oldest a zip can tell
_MODE = 0o600 << 16  # of a file unpacked, for those who heed it
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

_XML = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_CORE_XML = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
_CUSTOM_XML = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f'<property fmtid="{{{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}}}" pid="2" name="{_DIGEST}">'
    "<vt:lpwstr>{digest}</vt:lpwstr></property></Properties>"
)


class NotAPackageError(ValueError):
    """Bytes that are no zip, or one nobody would write."""


class Entry(NamedTuple):
    """A *part* as it lies in a zip: its checksum, the method it is packed by, what it is then."""

    part: bytes
    checksum: int
    method: int
    data: bytes


def entry(part: bytes, level: int = _LEVEL) -> Entry:
    """Return *part* deflated at *level*; 0 stores it as it is."""
    if not level:
        return Entry(part, zlib.crc32(part), _STORED, part)
    deflater = zlib.compressobj(level, zlib.DEFLATED, *(_SMALL if len(part) < _FEW else _USUAL))
    data = deflater.compress(part) + deflater.flush()
    return Entry(part, zlib.crc32(part), _DEFLATED, data)


def packed(
    parts: Mapping[str, bytes],
    ready: Mapping[str, Entry] | None = None,
    *,
    level: int = _LEVEL,
) -> bytes:
    """Return *parts* as a zip that depends on nothing but them (and on zlib).

    A part that is in *ready* need not be packed again.
    """
    known = ready or {}
    local, central, offset = [], [], 0
    for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
        it = known.get(name)
        if it is None or it.part is not parts[name]:
            it = entry(parts[name], level)
        encoded = name.encode()
        flags = 0 if name.isascii() else _UTF8
        sizes = (it.checksum, len(it.data), len(it.part), len(encoded))
        both = (_VERSION, flags, it.method, _MIDNIGHT, _EPOCH, *sizes, 0)
        local += [_LOCAL.pack(b"PK\3\4", *both), encoded, it.data]
        central += [_CENTRAL.pack(b"PK\1\2", _VERSION, *both, 0, 0, 0, _MODE, offset), encoded]
        offset += _LOCAL.size + len(encoded) + len(it.data)
    directory = b"".join(central)
    counts = (0, 0, len(parts), len(parts), len(directory), offset, 0)
    return b"".join((*local, directory, _END.pack(b"PK\5\6", *counts)))


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of the zip *data* by name.

    Raises:
        NotAPackageError: It is no zip, is damaged, or names a part twice.
    """
    from noticegen import archive

    try:
        with archive.opened(data) as opened:
            return {entry.filename: archive.read(opened, entry) for entry in _entries(opened)}
    except Exception as fault:  # zipfile lets a dozen kinds through
        raise NotAPackageError(str(fault)) from fault


def _entries(opened: "zipfile.ZipFile") -> "list[zipfile.ZipInfo]":
    entries = [entry for entry in opened.infolist() if not entry.is_dir()]
    if len({entry.filename for entry in entries}) != len(entries):
        raise NotAPackageError("a part occurs twice")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise NotAPackageError("too large")
    return entries


def parsed(part: bytes) -> "etree._Element":
    """Return the root of an XML *part*; nothing outside the part is ever read.

    Raises:
        NotAPackageError: It declares entities, or has far more in it than Word writes.
        etree.XMLSyntaxError: It is no XML.
    """
    from lxml import etree

    from noticegen import archive

    if b"<!DOCTYPE" in part.replace(b"\0", b"") or part.count(b"<") > archive.MOST_TAGS:
        raise NotAPackageError("no part that Word writes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(part, parser)


def serialised(root: "etree._Element") -> bytes:
    """Return *root* as a part."""
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def core_properties(title: str, creator: str, day: str) -> bytes:
    """Return docProps/core.xml; *day* is YYYY-MM-DD."""
    said = _CORE_XML.format(title=escaped(title), creator=escaped(creator), day=day)
    return (_XML + said).encode()


def with_digest(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return *parts* with the custom property 版本校验码 over all of them."""
    said = _CUSTOM_XML.format(digest=_digest(parts))
    return {**parts, CUSTOM: (_XML + said).encode()}


def is_untouched(data: bytes) -> bool | None:
    """Tell whether *data* is a Word file of ours that nobody has worked on since.

    True: ours and as written; False: ours, but changed; None: not ours. Never raises.
    """
    try:
        parts = unpacked(data)
        if parts == with_digest(parts):  # as we write it: no XML need be read
            return True
        written = _written_digest(parts)
        return None if written is None else written == _digest(parts)
    except Exception:  # noqa: BLE001 -- any bytes may be asked about, and none may raise
        return None


def _written_digest(parts: Mapping[str, bytes]) -> str | None:
    for entry in parsed(parts[CUSTOM]):
        if entry.get("name") == _DIGEST:
            return entry[0].text or ""
    return None


def _digest(parts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(parts):
        if name != CUSTOM:
            # Lengths, so that no two different packages hash the same stream.
            digest.update(f"{len(name)} {name} {len(parts[name])} ".encode())
            digest.update(parts[name])
    return digest.hexdigest()


def kinds(types: "etree._Element") -> dict[str, str]:
    """Return the content type of every part that has one of its own in CONTENT_TYPES."""
    return {
        entry.get("PartName", "").lstrip("/"): entry.get("ContentType", "")
        for entry in types.iter(OVERRIDE)
    }


def with_own_properties(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return *parts* with the way to our own file properties and to none of the office's.

    Word and WPS keep the names of people, firms and programs there.
    """
    from lxml import etree

    kept = {name: part for name, part in parts.items() if not name.startswith("docProps/")}
    types = parsed(parts[CONTENT_TYPES])
    for entry in list(types):
        if entry.get("PartName", "").lstrip("/").startswith("docProps/"):
            types.remove(entry)
    relations = parsed(parts[ROOT_RELATIONS])
    for entry in list(relations):
        if not entry.get("Type", "").endswith("/officeDocument"):
            relations.remove(entry)
    for number, (name, (relation, kind)) in enumerate(_PROPERTY_PARTS.items(), 1):
        etree.SubElement(types, OVERRIDE, PartName=f"/{name}", ContentType=kind)
        etree.SubElement(
            relations,
            RELATIONSHIP,
            Id=f"properties{number}",
            Type=relation,
            Target=name,
        )
    kept[CONTENT_TYPES] = serialised(types)
    kept[ROOT_RELATIONS] = serialised(relations)
    return kept
