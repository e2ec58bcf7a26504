"""Pages of a PDF: the bytes of one that LibreOffice wrote in, how many it has out."""

import re
import zlib

_BEGIN, _END = b"stream", b"endstream"
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_COUNT = re.compile(rb"/Count\s+(\d+)")


def count(pdf: bytes) -> int | None:
    """Return how many pages *pdf* has; None where its objects and its page tree disagree."""
    objects = _objects(pdf)
    pages = len(_PAGE.findall(objects))
    told = [int(number) for number in _COUNT.findall(objects)]  # the tree's, and bookmarks'
    return pages if pages and pages in told else None


def _objects(pdf: bytes) -> bytes:
    """Return the objects of *pdf*: what stands between its streams, and in streams of objects."""
    kept, place = [], 0
    while (start := pdf.find(_BEGIN, place)) >= 0:
        head = pdf[place:start]
        kept.append(head)
        end = pdf.find(_END, start)
        if end < 0:
            return b"\n".join(kept)  # cut off: what follows is no object
        if b"/ObjStm" in head[head.rfind(b" obj") :]:
            kept.append(_inflated(pdf[start + len(_BEGIN) : end].lstrip(b"\r\n")))
        place = end + len(_END)
    return b"\n".join([*kept, pdf[place:]])


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
