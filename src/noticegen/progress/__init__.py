"""Notices → how far their findings have come, by form and by department, and what is overdue.

A finding is a row of the ledger and counts once (docs/decisions/0010); which are overdue is
the ledger's rule too. Withheld findings count: the report stays in the house.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import NamedTuple

from noticegen.dates import PartialDate
from noticegen.ledger import Entry
from noticegen.ledger.rows import Row, Tally, counted, days_past, is_overdue, rows, tally
from noticegen.model import Notice


class Group(NamedTuple):
    """The findings of one form, or of one department of an issuer.

    *name* is the form's file or the department, "" where none is given. *unstated* are those
    whose deadline is past and whose 状态 nobody filled in.
    """

    issuer: str
    name: str
    tally: Tally
    withheld: int
    unstated: int


class Overdue(NamedTuple):
    """A finding whose deadline was *days* ago for certain, and on which work goes on."""

    file: str
    issuer: str
    row: Row
    days: int

    @property
    def department(self) -> str:
        """责任单位 as it is written, "" where it is not."""
        return self.row.fields["责任单位"]


class Progress(NamedTuple):
    """How things stand on *day*: each form, each department, all together.

    *overdue* are the findings that are, the longest first; *broken* the names and faults of
    forms that could not be counted.
    """

    day: PartialDate
    forms: tuple[Group, ...]
    departments: tuple[Group, ...]
    total: Group
    overdue: tuple[Overdue, ...]
    broken: tuple[tuple[str, str], ...]


class _Found(NamedTuple):
    file: str
    issuer: str
    row: Row


def progress(entries: Sequence[Entry], day: PartialDate) -> Progress:
    """Return how far the notices of *entries* have come on *day*, a whole date.

    Departments are told apart by issuer: every office has its 办公室. One named with others
    (办公室、财务科) stands as it is written, so that the numbers add up.
    """
    good = [(entry.name, entry.notice) for entry in entries if entry.notice]
    found = [one for name, notice in good for one in _found(name, notice)]
    departments: dict[tuple[str, str], list[_Found]] = {}
    for one in found:
        departments.setdefault((one.issuer, one.row.fields["责任单位"]), []).append(one)
    order = {issuer: at for at, (issuer, _) in reversed(list(enumerate(departments)))}
    late = [Overdue(*one, days_past(one.row, day)) for one in found if is_overdue(one.row, day)]
    return Progress(
        day,
        tuple(_group((_issuer(notice), name), _found(name, notice), day) for name, notice in good),
        tuple(
            _group(key, departments[key], day)
            for key in sorted(departments, key=lambda key: (order[key[0]], not key[1]))
        ),
        _group(("", ""), found, day),
        tuple(sorted(late, key=lambda one: -one.days)),
        tuple((entry.name, entry.fault) for entry in entries if not entry.notice),
    )


def labels(forms: Sequence[Group]) -> list[str]:
    """Return what to call each form: its issuer, with the file where an issuer has several."""
    issuers = [form.issuer for form in forms]
    return [
        f"{form.issuer}（{PurePath(form.name).name}）"
        if issuers.count(form.issuer) > 1
        else form.issuer
        for form in forms
    ]


def by_issuer(departments: Sequence[Group]) -> list[tuple[str, list[Group]]]:
    """Return the departments under each issuer; under "" where there is one issuer only."""
    parted = [
        (issuer, list(own)) for issuer, own in groupby(departments, lambda group: group.issuer)
    ]
    return parted if len(parted) > 1 else [("", own) for _, own in parted]


def _found(name: str, notice: Notice) -> list[_Found]:
    return [_Found(name, _issuer(notice), row) for row in counted(rows(notice))]


def _issuer(notice: Notice) -> str:
    return "、".join(notice.issuance.issuers)


def _group(key: tuple[str, str], found: Iterable[_Found], day: PartialDate) -> Group:
    own = [one.row for one in found]
    return Group(
        *key,
        tally(own, day),
        sum(bool(row.withheld) for row in own),
        sum(not row.status and days_past(row, day) > 0 for row in own),
    )
