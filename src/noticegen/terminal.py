"""What a terminal shows of a text: how wide it is, and nothing that would steer it. Pure."""

import unicodedata
from itertools import accumulate


class _Columns(dict[str, int]):
    """How many columns a character takes, each worked out once."""

    def __missing__(self, character: str) -> int:
        columns = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        self[character] = columns = 0 if unicodedata.combining(character) else columns
        return columns


_COLUMNS = _Columns()


def width(text: str) -> int:
    """Columns *text* takes on a Chinese console: two for a Chinese character, “ and … too."""
    return sum(map(_COLUMNS.__getitem__, text))


def cut(text: str, columns: int) -> str:
    """Return *text*, ending in … where it takes more than so many *columns*."""
    ends = accumulate(map(_COLUMNS.__getitem__, text))
    for at, end in enumerate(ends):
        if end > columns:
            return text[:at] + "…"
    return text


def printable(text: str) -> str:
    """Show what would steer a console, or turn its text about, as blanks."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else " " for character in text)
