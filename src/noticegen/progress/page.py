"""Progress → one web page to print: a picture, the same numbers in tables, what is overdue.

Nothing in it is fetched or run. It carries a digest of itself, so that one edited by hand is
told from one as it was written.
"""

from typing import NamedTuple

from noticegen import webpage
from noticegen.model import Status
from noticegen.progress import Group, Progress, by_issuer, labels, words
from noticegen.progress.picture import WIDTH, Picture, pictures

_CLASSES = {
    Status.COMPLETED: "done",
    Status.SUBSTANTIALLY_COMPLETED: "nearly",
    Status.ONGOING: "going",
    Status.NOT_COMPLETED: "open",
    "": "blank",
}


def as_html(progress: Progress) -> bytes:
    """Return the page in UTF-8. The same *progress* gives the same bytes."""
    return webpage.filled(
        "status",
        progress=progress,
        sections=_sections(progress),
        several=len(progress.forms) > 1,
        states=words.STATES,
        classes=_CLASSES,
        words=words,
        width=WIDTH,
    )


class _Part(NamedTuple):
    """Groups that stand under one heading, "" for none, each with its name."""

    heading: str
    named: list[tuple[str, Group]]
    pictures: list[Picture]


class _Section(NamedTuple):
    """What has a picture and a table: its title, what a row of it is, its parts."""

    title: str
    row: str
    parts: list[_Part]


def _sections(progress: Progress) -> list[_Section]:
    """Return the forms, where there are several, and the departments."""
    departments = [
        (issuer, [(words.department(group), group) for group in groups])
        for issuer, groups in by_issuer(progress.departments)
    ]
    sections = [_section("各责任单位整改进展", "责任单位", departments)]
    if len(progress.forms) > 1:
        forms = list(zip(labels(progress.forms), progress.forms, strict=True))
        sections.insert(0, _section("各单位整改进展", "发文机关", [("", forms)]))
    return sections


def _section(title: str, row: str, parts: list[tuple[str, list[tuple[str, Group]]]]) -> _Section:
    counts = (group.tally.findings for _, named in parts for _, group in named)
    most = max(counts, default=0)
    made = [_Part(heading, named, pictures(named, most)) for heading, named in parts]
    return _Section(title, row, made)
