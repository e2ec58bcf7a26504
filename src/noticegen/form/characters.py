"""Lines of a form → a page of them without the characters no form may have (each reported)."""

import re

from noticegen.form.lines import Line, Page

_ZERO_WIDTH = "\u200b-\u200d\ufeff\u2060\xad"
_BIDI = "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"
# The last two groups: what decoding a broken file leaves, and the plane of our stand-ins.
_REFUSED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
    f"{_BIDI}\ufffd-\uffff\ufdd0-\ufdef\U00100000-\U0010ffff"
)
_ANY = re.compile(f"[{_ZERO_WIDTH}{_REFUSED}]")
_REFUSED_RUN = re.compile(f"[{_REFUSED}]+")
_ZERO_WIDTH_RUN = re.compile(f"[{_ZERO_WIDTH}]+")
_BIDI_CHAR = re.compile(f"[{_BIDI}]")


def clean(lines: tuple[str, ...]) -> Page:
    """Return a page of *lines* without characters that are unseen or unprintable."""
    page = Page([Line(line, line) for line in lines])
    warned = False
    for index, source in enumerate(lines):
        # isprintable is far quicker than the pattern and false for everything the pattern
        # has; U+FFFD alone is printable.
        if (source.isprintable() and "\ufffd" not in source) or not _ANY.search(source):
            continue
        unseen = _ZERO_WIDTH_RUN.search(source)
        if unseen and not warned:
            warned = True
            page.warn(index, unseen.start(), "form-zero-width", _UNSEEN)
        refused = _REFUSED_RUN.search(source)
        if refused:
            page.report(index, refused.start(), "form-character", _why(refused.group()))
        _remove(page.lines[index])
    return page


_UNSEEN = "文字里夹有看不见的零宽字符，多半是从网页复制来的，已当作没有，请重新键入这一处。"


def _why(chars: str) -> str:
    if _BIDI_CHAR.match(chars):
        return "这里有改变文字显示方向的隐藏字符，会使看到的与实际的不同，请删去后重新键入这一处。"
    if chars[0] == "\ufffd":
        return "这里有一个乱码字符，原来的字已经丢失，请对照原件重新键入。"
    return f"这里有一个不能显示的字符（U+{ord(chars[0]):04X}），请删去后重新键入这一处。"


def _remove(line: Line) -> None:
    kept = [at for at, char in enumerate(line.source) if not _ANY.match(char)]
    line.text = "".join([line.source[at] for at in kept])
    line.origin = [*kept, len(line.source)]
