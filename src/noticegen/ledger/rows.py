"""A notice → the rows of its ledger: a finding each, what its headings say filled in.

Withheld findings are rows like any other: the ledger stays in the house.
"""

from collections.abc import Iterator
from typing import NamedTuple

from noticegen import dates
from noticegen.ledger.days import Deadline, first_day, last_day, read
from noticegen.model import Kind, Notice, Status
from noticegen.model.item import Item
from noticegen.model.kinds import HEADINGS, LEDGER
from noticegen.model.names import facts, fill

_FIRST_YEAR = 1901  # what a worksheet counts its days from

Place = dict[Kind, Item]


class Row(NamedTuple):
    """One finding, task or matter.

    *at* is its place in 正文, *place* the headings above it by kind, *fields* what the
    ledger's labels say of it, "" where none does.
    """

    at: int
    kind: Kind
    place: dict[Kind, str]
    text: str
    remaining: str
    measures: tuple[str, ...]
    fields: dict[str, str]
    withheld: str

    @property
    def status(self) -> str:
        """状态, "" where it is not filled."""
        return self.fields["状态"]


class Tally(NamedTuple):
    """What the totals count: findings, measures, findings by status, those overdue."""

    findings: int
    measures: int
    by_status: dict[str, int]
    overdue: int


def rows(notice: Notice) -> list[Row]:
    """Return a row for each finding, task and matter of *notice*, in its order."""
    known = facts(notice)
    shown_parts = _telling_parts(notice)
    place: Place = {}
    found = []
    for index, item in enumerate(notice.body):
        if item.kind in HEADINGS:
            rank = HEADINGS.index(item.kind)
            place = {kind: above for kind, above in place.items() if HEADINGS.index(kind) < rank}
            place[item.kind] = item
        elif item.kind in (Kind.FINDING, Kind.TASK, Kind.MATTER):
            headings = {
                kind: fill(above.heading, known)
                for kind, above in place.items()
                if kind is not Kind.PART or shown_parts
            }
            found.append(_row(index, item, headings, place, known))
    return found


def counted(found: list[Row]) -> list[Row]:
    """Return the rows the totals count: a matter only tells again of a finding."""
    return [row for row in found if row.kind is not Kind.MATTER]


def tally(found: list[Row], as_of: dates.PartialDate) -> Tally:
    """Count the rows of *found*; overdue is measured against *as_of*."""
    own = counted(found)
    states = [row.status for row in own]
    return Tally(
        len(own),
        sum(len(row.measures) for row in own),
        {state: states.count(state) for state in (*Status, "")},
        sum(is_overdue(row, as_of) for row in own),
    )


def as_of(notice: Notice) -> dates.PartialDate:
    """Return the day the ledger speaks of: 截至, else 成文日期."""
    return notice.figures.as_of or notice.issuance.date_of_issue


def is_overdue(row: Row, day: dates.PartialDate) -> bool:
    """Tell whether the row's deadline is past for certain, and its work known to go on."""
    return row.status in (Status.ONGOING, Status.NOT_COMPLETED) and days_past(row, day) > 0


def days_past(row: Row, day: dates.PartialDate) -> int:
    """Return for how many days the row's deadline is past for certain; 0 where it is not."""
    limit = deadline(row.fields["完成时限"])
    return max(0, (first_day(day) - last_day(limit.day)).days) if limit else 0


def deadline(text: str) -> Deadline | None:
    """Return the deadline that *text* is; None for words (长期坚持) and a vague day (月初)."""
    try:
        limit = read(text)
    except ValueError:
        return None
    is_vague = limit.day.part in ("初", "中") or limit.day.year < _FIRST_YEAR
    return None if is_vague else limit


def _telling_parts(notice: Notice) -> bool:
    """Tell whether parts divide the findings, which then stand under no 方面 or 类别."""
    part, parts = None, set()
    for index, item in enumerate(notice.body):
        if item.kind is Kind.PART:
            part = index
        elif item.kind in (Kind.ASPECT, Kind.CATEGORY, Kind.UNIT):
            return False
        elif item.kind in (Kind.FINDING, Kind.TASK):
            parts.add(part)
    return len(parts) > 1


def _row(
    index: int, item: Item, headings: dict[Kind, str], place: Place, known: dict[str, str]
) -> Row:
    return Row(
        index,
        item.kind,
        headings,
        fill(item.heading, known),
        fill(item.remaining or "", known),
        tuple(fill(measure, known) for measure in item.measures),
        {label: fill(text, known) for label, text in _inherited(item, place)},
        item.withheld or "",
    )


def _inherited(item: Item, place: Place) -> Iterator[tuple[str, str]]:
    """Yield each ledger label with the item's own text, else its nearest heading's."""
    above = [place[kind] for kind in reversed(HEADINGS) if kind in place]
    for label in LEDGER:
        given = (text for source in (item, *above) if (text := source.text_of(label)))
        yield label, next(given, "")
