"""Zips of anybody's making: the bytes in, an archive that can be weighed and read safely out.

A zip may lie about how much is in it. So no entry is ever unpacked beyond the size it
declares, which whoever reads has weighed before, and only as Office packs: other methods
of packing cannot be stopped half-way.
"""

import zipfile
from io import BytesIO

MOST_PACKED = 32 * 1024 * 1024  # bytes of an Office file itself
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .doc, .xls and .wps begin, and any Office file that has a password."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What stands in one that has a password."""
_PACKED_AS_OFFICE_DOES = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MOST_ENTRIES = 10_000  # a notice has 20, a workbook of 300 forms 30
MOST_TAGS = 1_000_000  # of an XML part: 300 pages of Word have 200,000; each takes 100 bytes
_ENTRY = b"PK\1\2"


def opened(data: bytes) -> zipfile.ZipFile:
    """Return the zip that *data* is.

    Raises:
        zipfile.BadZipFile: It is none, or has far more entries than an Office file.
    """
    # Counted in the bytes: as objects a million entries would take a gigabyte.
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise zipfile.BadZipFile("too many entries")
    return zipfile.ZipFile(BytesIO(data))


def read(archive: zipfile.ZipFile, entry: str | zipfile.ZipInfo) -> bytes:
    """Return what *entry* holds, at most the size it declares.

    Raises:
        zipfile.BadZipFile: It holds something else than it declares, or is packed in a
            way no Office program packs.
        KeyError: There is no such entry.
    """
    found = archive.getinfo(entry) if isinstance(entry, str) else entry
    if found.compress_type not in _PACKED_AS_OFFICE_DOES:
        raise zipfile.BadZipFile("an unusual way of packing")
    with archive.open(found) as part:
        return part.read(found.file_size)  # without a number it would unpack all there is
