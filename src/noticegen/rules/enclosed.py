"""Whether a place of a text stands inside quotation marks or the name of a document."""


def is_quoted(text: str, place: int) -> bool:
    """Tell whether text[place] stands between “ and ”."""
    return text.rfind("“", 0, place) > text.rfind("”", 0, place)


def is_titled(text: str, place: int) -> bool:
    """Tell whether text[place] stands between 《 and 》."""
    return text.rfind("《", 0, place) > text.rfind("》", 0, place)
