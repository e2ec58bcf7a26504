"""Form stage: the bytes of a clerk's form → a tree of located plain values.

What is mistyped is reported and read as it was meant, so that one run shows all there is
to mend; only what cannot be made out is left out.
"""

from collections.abc import Collection

from noticegen.form.encoding import decode, split
from noticegen.form.folded import Folded, Written
from noticegen.form.located import Form, Path, Sources, Span, Value
from noticegen.form.sound import read_sound
from noticegen.problem import Problem

__all__ = ["Folded", "Form", "Path", "Sources", "Span", "Value", "Written", "read"]


def read(
    data: bytes, labels: Collection[str], top_labels: Collection[str]
) -> tuple[Form | None, list[Problem]]:
    """Read a form, and say all that is mistyped in it; it never raises.

    Args:
        data: the file.
        labels: all labels a form may use, at any level.
        top_labels: those at its top level.

    Returns:
        The form, None where nothing of it can be read, and the problems in report order.
    """
    text = decode(data, top_labels)
    if isinstance(text, Problem):
        return None, [text]
    lines = split(text)
    if form := read_sound(lines, labels, top_labels):
        return form, []
    from noticegen.form.mended import read_mended

    return read_mended(lines, labels, top_labels)
