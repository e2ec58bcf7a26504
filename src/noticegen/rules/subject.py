"""What rules judge: the notice's texts in reading order, and what it lists and dates.

It is made of a form's notice or of a finished text; a rule need not know which, and says
nothing where what it needs is unknown (None).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from noticegen.dates import PartialDate
from noticegen.model import Notice

Place = tuple[str | int, ...]
"""A path in the form, or (n,): the n-th paragraph of a finished text, from 1."""


class Role(StrEnum):
    """What a passage is in the notice."""

    TITLE = "title"
    PREAMBLE = "preamble"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FINDING = "finding"
    MEASURE = "measure"
    MATTER = "matter"
    CONTACT = "contact"
    ATTACHMENT = "attachment"
    SIGNATURE = "signature"
    LEDGER = "ledger"  # never printed


class Passage(NamedTuple):
    """One text as it will be printed, names filled in, and where it comes from.

    *item* tells which passages belong together: a finding, its measures and its content
    share a number; it is the item's place in 正文 or the paragraph's number. *raw* is a
    finished text as it stands there, its widths not yet folded; "" for a form's.
    """

    text: str
    place: Place
    role: Role
    item: int
    raw: str = ""


class Listed(NamedTuple):
    """How many of each the notice lists itself; None where it cannot be told."""

    findings: int | None = None
    measures: int | None = None
    aspects: int | None = None
    categories: int | None = None
    completed: int | None = None
    substantially_completed: int | None = None
    ongoing: int | None = None
    not_completed: int | None = None


NOTHING_LISTED = Listed()


class Fault(NamedTuple):
    """What a rule finds: the sentence, and the words passage.text[start:end] in question."""

    passage: Passage
    start: int
    end: int
    message: str

    @property
    def words(self) -> str:
        """The words in question."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True)
class Subject:
    """A notice under examination.

    *notice* is there where a form is judged. *genre* is 巡察 or 巡视. *public* is False
    for 范围: 党内. Dates that are not known are None.
    """

    passages: tuple[Passage, ...]
    listed: Listed = NOTHING_LISTED
    title: str = ""
    issuers: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    genre: str = ""
    public: bool = True
    date_of_issue: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    feedback_date: PartialDate | None = None
    notice: Notice | None = None

    @property
    def printed(self) -> Iterator[Passage]:
        """The passages that are printed: all but the ledger's."""
        return (passage for passage in self.passages if passage.role is not Role.LEDGER)

    def of(self, roles: Iterable[Role]) -> Iterator[Passage]:
        """The passages in one of *roles*."""
        wanted = frozenset(roles)
        return (passage for passage in self.passages if passage.role in wanted)


def whole(passage: Passage, message: str) -> Fault:
    """Return a fault of a whole passage."""
    return Fault(passage, 0, len(passage.text), message)
