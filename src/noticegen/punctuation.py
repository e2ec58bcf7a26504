"""Typing habits to GB/T 15834 and GB/T 15835: widths, straight quotes, stray blanks.

Only what is certain is changed: numbers, times, addresses of the net and Latin text stay.
"""

import re

from noticegen.patterns import pattern

# Signs of Chinese text outside the ranges of _is_wide.
_WIDE_SIGNS = frozenset("“”‘’…—·")
_NUMERALS = frozenset("一二三四五六七八九十")
_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_HALF = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B) if chr(wide).isalnum()}
HALF_MARKS = '.,;:!?()"'
"""The marks that beside Chinese text are set full-width."""
# All that str.isspace tells, written out: \s would ask it of every sign, twice as slowly.
_BLANK_SIGNS = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WIDE_ALNUM = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_is_suspect = re.compile(f"[{_BLANK_SIGNS}{HALF_MARKS}{_WIDE_ALNUM}]").search
_WIDE_ALNUMS = pattern(f"[{_WIDE_ALNUM}]")
_HALF_MARK = pattern(f"[{HALF_MARKS}]")
_BLANKS = pattern(r"[ \t\r\n\u00a0\u3000]+")
_BLANK = pattern(" ")
_MARK = pattern("[,;!?]")
_STOP = pattern(r"\.")
_COLON = pattern(":(?!//)")
_BRACKETS = pattern(r"\(([^()]*)\)")
_AFTER_BRACKET = pattern(r"(?<=）)[,;:!?](?!//)")
_QUOTED = pattern(r'"([^"]*)"')


def normalize(text: str) -> str:
    """Return *text* as it stands in a notice, on one line.

    Half-width , ; : ! ? ( ) . beside a full-width character become full-width, straight
    double quotes in pairs “ ”, full-width digits and letters half-width; a blank or line
    break beside a full-width character vanishes, others become one blank.
    """
    if not _is_suspect(text):
        return text
    text = text.strip()
    if _WIDE_ALNUMS.search(text):
        text = text.translate(_HALF)
    text = _BLANKS.sub(" ", text)
    text = _STOP.sub(
        _widen_stop, _COLON.sub(_widen_beside_wide, _MARK.sub(_widen_beside_wide, text))
    )
    text = _BRACKETS.sub(_widen_brackets, text)
    text = _AFTER_BRACKET.sub(_widen, text)
    if text.count('"') % 2 == 0:
        text = _QUOTED.sub(_curl, text)
    return _BLANK.sub(_close_up, text)


def first_half_width(text: str) -> str:
    """Return the first half-width mark of *text* that `normalize` sets full-width, or ""."""
    marks = dict.fromkeys(_HALF_MARK.findall(text))
    if not marks:
        return ""
    kept = normalize(text)
    return next((mark for mark in marks if kept.count(mark) < text.count(mark)), "")


def _is_wide(char: str) -> bool:
    """Tell whether *char* is full-width; a pattern of all these would take long to compile."""
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uff01" <= char <= "\uffe6"
        or char in _WIDE_SIGNS
        or "\uf900" <= char <= "\ufaff"
        or "\ufe30" <= char <= "\ufe4f"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def _beside_wide(found: re.Match[str]) -> bool:
    text, start, end = found.string, found.start(), found.end()
    return (start > 0 and _is_wide(text[start - 1])) or (end < len(text) and _is_wide(text[end]))


def _widen(found: re.Match[str]) -> str:
    return found.group().translate(_FULL)


def _widen_beside_wide(found: re.Match[str]) -> str:
    return _widen(found) if _beside_wide(found) else found.group()


def _widen_stop(found: re.Match[str]) -> str:
    text, end = found.string, found.end()
    before = text[found.start() - 1] if found.start() else ""
    ends = end == len(text) or _is_wide(text[end])
    is_word = "\u3400" <= before <= "\u9fff" and before not in _NUMERALS
    return "。" if ends and before and (is_word or before in "”》）") else "."


def _close_up(found: re.Match[str]) -> str:
    return "" if _beside_wide(found) else " "


def _widen_brackets(found: re.Match[str]) -> str:
    opens_chinese = found.start() == 0 and any(map(_is_wide, found.string))
    if not opens_chinese and not _touches_wide(found):
        return found.group()
    return f"（{found.group(1)}）"


def _curl(found: re.Match[str]) -> str:
    return f"“{found.group(1)}”" if _touches_wide(found) else found.group()


def _touches_wide(found: re.Match[str]) -> bool:
    """Tell whether a full-width character is in what was found, or next to it."""
    return _beside_wide(found) or any(map(_is_wide, found.group()))
