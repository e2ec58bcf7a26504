"""Typing habits to GB/T 15834 and GB/T 15835: widths, straight quotes, stray blanks.

Only what is certain is changed: numbers, times, addresses of the net and Latin text stay.
"""

import re

_WIDE = (
    "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffe6\U00020000-\U0003ffff“”‘’…—·"
)
_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_HALF_MARKS = frozenset('.,;:!?()"')
_HALF = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B) if chr(wide).isalnum()}
_SUSPECT = re.compile(r"""[\s.,;:!?()"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]""")
_BLANKS = re.compile(r"[ \t\r\n\u00a0\u3000]+")
_BLANK_AT_WIDE = re.compile(rf"(?<=[{_WIDE}]) | (?=[{_WIDE}])")
_MARK = re.compile(rf"(?<=[{_WIDE}])[,;!?]|[,;!?](?=[{_WIDE}])")
_STOP = re.compile(rf"(?<=[\u3400-\u9fff”》）])(?<![一二三四五六七八九十])\.(?=$|[{_WIDE}])")
_COLON = re.compile(rf"(?<=[{_WIDE}]):(?!//)|:(?=[{_WIDE}])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_AFTER_BRACKET = re.compile(r"(?<=[）])[,;:!?](?!//)")
_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")
_QUOTED = re.compile(r'"([^"]*)"')


def normalize(text: str) -> str:
    """Return *text* as it stands in a notice, on one line.

    Half-width , ; : ! ? ( ) . beside a full-width character become full-width, straight
    double quotes in pairs “ ”, full-width digits and letters half-width; a blank or line
    break beside a full-width character vanishes, others become one blank.
    """
    text = text.strip()
    if not _SUSPECT.search(text):
        return text
    text = _BLANKS.sub(" ", text.translate(_HALF))
    text = _STOP.sub("。", _COLON.sub("：", _MARK.sub(_widen, text)))
    text = _BRACKETS.sub(_widen_brackets, text)
    text = _AFTER_BRACKET.sub(_widen, text)
    if text.count('"') % 2 == 0:
        text = _QUOTED.sub(_curl, text)
    return _BLANK_AT_WIDE.sub("", text)


def first_half_width(text: str) -> str:
    """Return the first half-width mark of *text* that `normalize` sets full-width, or ""."""
    marks = [mark for mark in text if mark in _HALF_MARKS]
    kept = normalize(text) if marks else text
    return next((mark for mark in marks if kept.count(mark) < text.count(mark)), "")


def _widen(found: re.Match[str]) -> str:
    return found.group().translate(_FULL)


def _widen_brackets(found: re.Match[str]) -> str:
    around = found.string[max(found.start() - 1, 0) : found.end() + 1]
    opens_chinese = found.start() == 0 and _WIDE_CHARACTER.search(found.string)
    if not opens_chinese and not _WIDE_CHARACTER.search(around):
        return found.group()
    return f"（{found.group(1)}）"


def _curl(found: re.Match[str]) -> str:
    around = found.string[max(found.start() - 1, 0) : found.end() + 1]
    if not _WIDE_CHARACTER.search(around):
        return found.group()
    return f"“{found.group(1)}”"
