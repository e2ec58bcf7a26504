"""What a terminal shows of a text: how wide it is, and nothing that would steer it. Pure."""

import unicodedata


def width(text: str) -> int:
    """Columns *text* takes on a Chinese console: two for a Chinese character, “ and … too."""
    return sum(_columns(character) for character in text)


def printable(text: str) -> str:
    """Show what would steer a console, or turn its text about, as blanks."""
    return "".join(character if character.isprintable() else " " for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
