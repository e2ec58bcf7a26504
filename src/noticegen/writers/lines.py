"""How wide words are and where lines end, as near as it is known without drawing.

Widths are in characters of the text's own size: a half-width one counts for half.
"""

from itertools import pairwise

from noticegen.patterns import pattern
from noticegen.title import break_title, character_width, width

CHARACTER = 315  # twips: 16 pt less the 0.25 pt that puts 28 in a line (5.2.3)
TWO_CHARACTERS = 632  # twips: two of the 28 shares of 版心

# Word sets a quarter of a character between 汉字 and a digit, LibreOffice a fifth; their
# mean is within 0.4 mm in both.
WIDEST_JOIN = 0.25
JOIN = 0.225

MARK_LEADING = 1.4  # of the size, from one organ of a joint 发文机关标志 to the next
MARK_GAP = 0.5  # of the size, between its organs and 文件

_HALF_WIDTH = pattern("[\x20-\x7e]")
_LATIN = pattern("[0-9A-Za-z]")
_IN_WORD = pattern(r"[!#-~]")  # a Latin word, a number or an address is not cut
_OPENS_NO_LINE = frozenset("，。、；：！？）》”’〕】」』…—·％,.;:!?)]}%～")
_CLOSES_NO_LINE = frozenset("（《“‘〔【「『([{")
_HANGS = frozenset("，。、；：？！")  # may stand past the right edge


def drawn_width(text: str, join: float = JOIN) -> float:
    """Return the width of *text* in characters, with *join* between a 汉字 and a digit."""
    if not _LATIN.search(text):
        return width(text)
    return width(text) + join * sum(_is_join(a, b) for a, b in pairwise(text))


def line_count(text: str, first: float, others: float, *, hangs: bool = True) -> int:
    """Return how many lines *text* takes: the *first* and the *others* are so wide.

    A mark *hangs* past the edge of the body, not past that of a cell.
    """
    count, start, room = 0, 0, first
    while start < len(text):
        start = _end_of_line(text, start, room, hangs=hangs)
        count, room = count + 1, others
    return max(count, 1)


def _end_of_line(text: str, start: int, room: float, *, hangs: bool) -> int:
    """Return where the line ends that begins at *start*; it takes one character at least."""
    full = start + int(room)
    if _HALF_WIDTH.search(text, start, full + 1):
        full = _filled_to(text, start, room)
    if full >= len(text):
        return len(text)
    if hangs and text[full] in _HANGS and text[full + 1 : full + 2] not in _OPENS_NO_LINE:
        return full + 1
    end = full
    while end > start and not _may_break(text, end):
        end -= 1
    return end if end > start else max(full, start + 1)


def _filled_to(text: str, start: int, room: float) -> int:
    used, before = 0.0, ""
    for end in range(start, len(text)):
        character = text[end]
        used += character_width(character)
        if before and _is_join(before, character):
            used += JOIN
        if used > room:
            return end
        before = character
    return len(text)


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in _OPENS_NO_LINE or before in _CLOSES_NO_LINE:
        return False
    return not (_IN_WORD.match(before) and _IN_WORD.match(after))


def _is_join(before: str, after: str) -> bool:
    """Tell a 汉字 next to a letter or a digit; a mark (标点) is never one of a join."""
    if before.isascii() == after.isascii():
        return False
    return before.isalnum() and after.isalnum()


def signed_lines(organ: str, whole: int) -> tuple[str, ...]:
    """Return the lines of 署名: one, or those a title would take where one has no room."""
    fits = drawn_width(organ) * CHARACTER <= whole - TWO_CHARACTERS
    return (organ,) if fits else break_title(organ)


def mark_size(characters: float, largest: int, whole: int) -> int:
    """Return the size, in half points, in which a mark of so many *characters* fits a line."""
    return min(largest, int(whole / 10 / max(characters, 1)))


def mark_characters(organs: tuple[str, ...], suffix: str) -> float:
    """Return how many characters wide a mark of *organs* is, with its *suffix*.

    The suffix follows a single organ at once; it is apart from several.
    """
    gap = MARK_GAP if suffix and len(organs) > 1 else 0
    return max(map(width, organs)) + gap + width(suffix)


def mark_height(organs: int, size: int) -> int:
    """Return the height, in twips, of a mark of so many *organs* in *size* half points."""
    return round(size * 10 * (1 + (organs - 1) * MARK_LEADING))
