"""Where rules look past the names of documents, which are printed as they were issued."""

from noticegen.patterns import pattern

_TITLE = pattern("《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_FILLER = "\ufffc"


def without_titles(text: str) -> str:
    """Return *text*, as long as it was, with what stands in 《》 filled out."""
    if "《" not in text:
        return text
    return _TITLE.sub(lambda found: _FILLER * len(found.group()), text)
