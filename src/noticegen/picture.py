"""Pages as pictures: a PDF in, PNGs out that we know again.

Each carries the SHA-256 of all its other bytes in a text chunk before its end, so that we
know later whether a file is one of ours that nobody has drawn on.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

_DOTS = 110 / 72  # in a point: a page as wide as a screen's window, its smallest signs legible
_END = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
_WORD = b"noticegen-sha256\0"  # a text chunk's keyword is Latin-1
_LENGTH = 12 + len(_WORD) + 64  # of the chunk: its frame, its keyword, the digest


def pages(pdf: bytes) -> Iterator[bytes]:
    """Yield the pages of *pdf* as PNGs of 110 dots to the inch."""
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            drawn = BytesIO()
            page.render(scale=_DOTS).to_pil().save(drawn, "PNG")
            yield _marked(drawn.getvalue())
    finally:
        document.close()


def is_untouched(data: bytes) -> bool | None:
    """Tell whether *data* is a page that `pages` drew and nobody has worked on since.

    True: ours and as drawn; False: ours, but changed; None: not ours, or saved anew by a
    program that keeps no text chunks. Never raises.
    """
    if _WORD not in data:
        return None
    return data == _marked(data[: -_LENGTH - len(_END)] + _END)


def _marked(png: bytes) -> bytes:
    """Return *png* with the chunk that says it is ours."""
    chunk = b"tEXt" + _WORD + hashlib.sha256(png).hexdigest().encode()
    framed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png.removesuffix(_END) + framed + _END
