"""Import: a finished notice, as the office has it, to the form that gives the same notice.

A source becomes lines (txt, html, word), lines become zones, the body an outline of items,
what surrounds it facts; writing makes the form, and proof composes it and compares.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from noticegen.importers import html, reports, txt, word
from noticegen.importers.building import draft_of
from noticegen.importers.lines import Line, RefusedError, Source, is_page, settled
from noticegen.importers.proof import prove
from noticegen.problem import Mark, Problem

READERS: Mapping[str, Callable[[bytes], Source]] = {
    ".txt": txt.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": word.read,
}
"""What reads each kind of source, by its suffix."""

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Imported(NamedTuple):
    """What came of a source: the form's text, "" where there is none; what was not placed.

    *lines* are those of the source that the problems count; *left_out* are the ones that
    stand around the notice and are no part of it.
    """

    form_text: str
    problems: list[Problem]
    lines: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def import_notice(data: bytes, suffix: str) -> Imported:
    """Return the form that gives the notice in *data*; it never raises for what is in it."""
    try:
        source = settled(_reader(data, suffix.lower())(data))
    except RefusedError as refusal:
        return Imported("", [Problem(Mark(1, 1), refusal.code, str(refusal))])
    drops = not suffix.lower().endswith("x")
    made, zones = draft_of(source, drops=drops)
    proof = prove(made)
    problems = reports.problems(source, made, zones, proof)
    left = tuple(_words(line) for line in zones.left_out)
    return Imported(proof.written.text, problems, source.shown, left)


def _reader(data: bytes, suffix: str) -> Callable[[bytes], Source]:
    if suffix not in READERS:
        kinds = "、".join(READERS)
        raise RefusedError(
            "file-unreadable",
            f"“{suffix or '没有扩展名'}”的文件不能导入，请先另存为 {kinds} 中的一种再导入。",
        )
    if data.startswith(_OFFICE):
        return word.read
    return html.read if suffix == ".txt" and is_page(data) else READERS[suffix]


def _words(line: Line) -> str:
    return line.text or " ".join(cell for row in line.rows for cell in row)
