"""Whole numbers as files have them: a text in, a number out, whatever the text is."""


def whole(text: str | None, default: int = 0) -> int:
    """Return *text* as a whole number, *default* where it is none."""
    try:
        return round(float(text)) if text else default
    except (ValueError, OverflowError):
        return default
