"""Pictures made by hand, byte by byte: what tests of seals need."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB, PALETTE, GREY_ALPHA, RGBA = 2, 3, 4, 6
_SAMPLES = {RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return one chunk of a PNG, its checksum right."""
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def png(
    width: int = 496, height: int = 496, colour: int = RGBA, *, more: tuple[bytes, ...] = ()
) -> bytes:
    """Return a PNG of one colour, clear where it can be; *more* chunks stand before its data."""
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    row = b"\0" + bytes(width * _SAMPLES[colour])
    data = chunk(b"IDAT", zlib.compress(row * height))
    palette = chunk(b"PLTE", b"\xff\0\0") if colour == PALETTE else b""
    start = SIGNATURE + chunk(b"IHDR", header) + palette
    return start + b"".join(more) + data + chunk(b"IEND", b"")
