"""Whether a place of a text stands inside quotation marks or the name of a document."""

from noticegen.rules.reading import REACH


def is_quoted(text: str, place: int) -> bool:
    """Tell whether text[place] stands between “ and ”."""
    first = max(place - REACH, 0)
    return text.rfind("“", first, place) > text.rfind("”", first, place)


def is_titled(text: str, place: int) -> bool:
    """Tell whether text[place] stands between 《 and 》."""
    first = max(place - REACH, 0)
    return text.rfind("《", first, place) > text.rfind("》", first, place)
