"""A PDF that LibreOffice wrote: its bytes in, how many pages and which fonts it has out.

One that goes to the office carries 版本校验码, the SHA-256 of all its other bytes, in a
comment before its end, where it moves nothing that the file counts.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_BEGIN, _END = b"stream", b"endstream"
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_COUNT = re.compile(rb"/Count\s+(\d+)")
_FONT = re.compile(rb"/FontName\s*/(?:[A-Z]{6}\+)?([^\s/<>()\[\]{}%]+)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_TAIL = b"startxref"
_DIGEST = "版本校验码".encode()
_COMMENT = re.compile(rb"%%%s ([0-9a-f]{64})\n" % _DIGEST)

# The faces of GB/T 9704-2012 and of digits: what files call them, and how the names begin
# that the fonts of one class, of whatever make, have in a PDF.
_FACES = (
    ("仿宋_GB2312|仿宋|FangSong(_GB2312)?", "FangSong|STFangsong|FZFS|HYFangSong|仿宋"),
    ("楷体_GB2312|楷体|KaiTi(_GB2312)?", "KaiTi|STKaiti|FZKT|HYKaiTi|楷体"),
    ("黑体|SimHei", "SimHei|STHeiti|FZHT|FZHei|HYHei|黑体"),
    ("方正小标宋(简体|_GBK)", "FZXBS|FZXiaoBiaoSong|方正小标宋"),
    ("宋体|SimSun", "N?SimSun|STSong|FZSS|FZShuSong|HYShuSong|新?宋体"),
    ("Times New Roman", "TimesNewRoman|Times-|Times New Roman"),
)


class Substitutes(NamedTuple):
    """Faces that were drawn with other fonts, and the fonts that may have stood in for them."""

    faces: tuple[str, ...]
    fonts: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What to tell who looks at the pages, "" where every face is its own."""
        if not self.faces:
            return ""
        drawn = f"用 {'、'.join(self.fonts)} " if self.fonts else "用别的字体"
        return (
            f"这台机器没有{'、'.join(self.faces)}，页面是{drawn}代替画的，"
            "字形、换行和页数可能同装了这些字体的机器不一样，请装上字体后再看。"
        )


def count(pdf: bytes) -> int | None:
    """Return how many pages *pdf* has; None where its objects and its page tree disagree."""
    objects = _objects(pdf)
    pages = len(_PAGE.findall(objects))
    told = [int(number) for number in _COUNT.findall(objects)]  # the tree's, and bookmarks'
    return pages if pages and pages in told else None


def fonts(pdf: bytes) -> set[str]:
    """Return the PostScript names of the fonts embedded in *pdf*, without a subset's prefix."""
    return {_name(found) for found in _FONT.findall(_objects(pdf))}


def substitutes(pdf: bytes, families: Iterable[str]) -> Substitutes:
    """Return which of *families*, as the file drawn in *pdf* names them, *pdf* has no font of.

    Only the standard's faces are judged. Another font of the same class, 华文仿宋 for
    仿宋_GB2312, is no substitute. A PDF does not tell which font stood in for which face:
    those named are all that belong to no face.
    """
    there = fonts(pdf)
    missing = [
        family
        for family in dict.fromkeys(families)
        for names, begin in _FACES
        if re.fullmatch(names, family) and not any(re.match(begin, font) for font in there)
    ]
    own = "|".join(begin for _, begin in _FACES)
    strange = [font for font in sorted(there) if not re.match(own, font)] if missing else []
    return Substitutes(tuple(missing), tuple(strange))


def finished(pdf: bytes) -> bytes:
    """Return *pdf* with 版本校验码.

    Raises:
        ValueError: It has no end that readers find.
    """
    at = pdf.rindex(_TAIL)
    digest = hashlib.sha256(pdf).hexdigest().encode()
    return b"%s%%%s %s\n%s" % (pdf[:at], _DIGEST, digest, pdf[at:])


def is_untouched(data: bytes) -> bool | None:
    """Tell whether *data* is a PDF of ours that nobody has worked on since.

    True: ours and as written; False: ours, but changed; None: not ours, or written anew by
    a program that keeps no comments. Never raises.
    """
    found = _COMMENT.search(data)
    if found is None:
        return None
    rest = data[: found.start()] + data[found.end() :]
    return hashlib.sha256(rest).hexdigest().encode() == found[1]


def _name(found: bytes) -> str:
    """Return a name as it is meant: in a PDF bytes may stand as #E4."""
    plain = _ESCAPED.sub(lambda escape: bytes.fromhex(escape[1].decode()), found)
    return plain.decode(errors="replace")


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
