"""Seals: the pictures that a form's 印章 names in, those that can be set and all faults out.

Nothing is read here: whoever calls hands in what fetches a picture by its name. A seal is
laid over the text, so it must be a PNG whose background is transparent.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from noticegen.model.labels import Path
from noticegen.model.names import Fault
from noticegen.patterns import pattern
from noticegen.problem import Severity

Fetch = Callable[[str], bytes | None]
"""The bytes of the file so named; None where there is none."""

MOST_BYTES = 10 * 1024 * 1024
_LEAST_PIXELS, _MOST_PIXELS = 300, 6000  # of a side; 42 mm at 180 and at 3600 dpi
_LEAST_RATIO, _MOST_RATIO = 0.9, 1.1  # of width to height: seals are round
_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER_LENGTH = 13
_WITH_ALPHA = (4, 6)  # colour types
_FORMATS = (
    (pattern(rb"\xff\xd8\xff"), "JPEG"),
    (pattern(rb"BM"), "BMP"),
    (pattern(rb"GIF8"), "GIF"),
    (pattern(rb"%PDF"), "PDF"),
    (pattern(rb"II\*\0|MM\0\*"), "TIFF"),
    (pattern(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (pattern(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|svg)"), "SVG"),
    (pattern(rb"PK\x03\x04|\xd0\xcf\x11\xe0"), "Word 等办公文件"),
)
# The net's addresses, Windows' names of other machines too: to open one is to call there.
_ELSEWHERE = pattern(r"[A-Za-z][A-Za-z0-9+.-]+:|[/\\]{2}")
_PATH = ("发文", "印章")


class Gathered(NamedTuple):
    """The seals of a form in the order of its organs, and what is wrong with them."""

    pictures: tuple[bytes, ...]
    faults: tuple[Fault, ...]


def gather(values: Mapping[str, object], fetch: Fetch) -> Gathered:
    """Return the seals that *values*, a form's plain values, name; what *fetch* finds of them."""
    issuance = values.get("发文")
    given = issuance if isinstance(issuance, Mapping) else {}
    names = _texts(given.get("印章"))
    if not names:
        return Gathered((), ())
    pictures: list[bytes] = []
    found: list[Fault] = []
    for index, name in enumerate(names):
        picture, sentences = _fetched(name, fetch)
        pictures.append(picture)
        path: Path = (*_PATH, index) if isinstance(given["印章"], list) else _PATH
        found += [(path, "model-seal", said, name, Severity.ERROR) for said in sentences]
    found += _counted(len(names), _texts(given.get("署名")) or _texts(given.get("机关")))
    if given.get("范围", "公开") == "公开":
        sentence = (
            "公开的通报里放了印章图片，别人可以从文件里取走，请删去「印章」；"
            "只在党内印发的请填 `范围: 党内`。"
        )
        found.append((_PATH, "secrecy-seal-image", sentence, "", Severity.WARNING))
    return Gathered(tuple(pictures), tuple(found))


def faults(data: bytes) -> Iterator[str]:
    """Yield what keeps the picture *data* from being set as a seal, as sentences' ends."""
    if len(data) > MOST_BYTES:
        yield f"超过{MOST_BYTES // 1024 // 1024} MB，请缩小后再用。"
    elif not data.startswith(_PNG):
        kind = next((kind for sign, kind in _FORMATS if sign.match(data)), "")
        what = f"是 {kind} 格式，不是 PNG" if kind else "不是 PNG 图片"
        yield f"{what}，请用画图软件另存为背景透明的 PNG 图片，只改扩展名不行。"
    else:
        chunks = _chunks(data)
        yield from _drawn_faults(chunks) if chunks else ("已损坏，请重新导出一份。",)


def _texts(value: object) -> list[str]:
    texts = value if isinstance(value, list) else [value]
    return [text for text in texts if isinstance(text, str)]


def _fetched(name: str, fetch: Fetch) -> tuple[bytes, list[str]]:
    """Return the picture *name* and the sentences on it."""
    if _ELSEWHERE.match(name):
        return b"", [f"印章图片“{name}”不在这台机器上，请存到填报表所在的文件夹，只写文件名。"]
    data = fetch(name)
    if data is None:
        return b"", [f"找不到印章图片“{name}”，请放到填报表所在的文件夹，或者改正文件名。"]
    return data, [f"印章图片“{name}”{fault}" for fault in faults(data)]


def _counted(seals: int, organs: list[str]) -> Iterator[Fault]:
    if organs and seals != len(organs):
        sentence = (
            f"落款有{len(organs)}个机关，印章有{seals}个，请按机关的顺序每个机关写一个图片文件名。"
        )
        yield _PATH, "model-seal", sentence, "", Severity.ERROR


def _chunks(data: bytes) -> dict[bytes, bytes]:
    """Return the chunks of a PNG, the first of each kind; none where it is damaged."""
    chunks: dict[bytes, bytes] = {}
    place = len(_PNG)
    while b"IEND" not in chunks:
        head = data[place : place + 8]
        if len(head) < len(b"sizekind"):
            return {}
        length, kind = struct.unpack(">I4s", head)
        content = data[place + 8 : place + 8 + length]
        check = data[place + 8 + length : place + 12 + length]
        if check != zlib.crc32(kind + content).to_bytes(4, "big"):
            return {}
        chunks.setdefault(kind, content)
        place += 12 + length
    is_whole = next(iter(chunks)) == b"IHDR" and b"IDAT" in chunks
    return chunks if is_whole and len(chunks[b"IHDR"]) == _HEADER_LENGTH else {}


def _drawn_faults(chunks: Mapping[bytes, bytes]) -> Iterator[str]:
    """Yield what is wrong with the size and the colours of a whole PNG."""
    width, height, _, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    if min(width, height) < _LEAST_PIXELS:
        yield (
            f"只有 {width}×{height} 像素，印出来不清楚，"
            f"请换成每边不少于 {_LEAST_PIXELS} 像素的图片。"
        )
    elif max(width, height) > _MOST_PIXELS:
        yield f"有 {width}×{height} 像素，太大了，请缩到每边不超过 {_MOST_PIXELS} 像素。"
    if height == 0 or not _LEAST_RATIO <= width / height <= _MOST_RATIO:
        yield f"宽 {width}、高 {height} 像素，不成正方形，请裁去印章四周多余的部分。"
    if colour not in _WITH_ALPHA and b"tRNS" not in chunks:
        yield "没有透明背景，会盖住文字，请把背景去掉，另存为背景透明的 PNG 图片。"
