"""What rules judge: the notice's texts in reading order, and what it lists and dates.

It is made of a form's notice or of a finished text; a rule need not know which, and says
nothing where what it needs is unknown (None).
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, wraps
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple, TypeVar, cast

from noticegen.dates import PartialDate
from noticegen.model import Notice

_role = attrgetter("role")

Reading = TypeVar("Reading")

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


@dataclass(frozen=True, eq=False, repr=False)
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

    @cached_property
    def printed(self) -> tuple[Passage, ...]:
        """The passages that are printed: all but the ledger's."""
        ledger = Role.LEDGER  # asked for once: an Enum takes its time to answer
        return tuple([passage for passage in self.passages if passage.role is not ledger])

    @cached_property
    def text(self) -> str:
        """The texts of the printed passages, a line each: to look for a word in all at once."""
        return "\n".join([passage.text for passage in self.printed])

    @cached_property
    def starts(self) -> list[int]:
        """Where each printed passage begins in the text."""
        lengths = [len(passage.text) + 1 for passage in self.printed]
        return list(accumulate(lengths[:-1], initial=0)) if lengths else []

    def number_at(self, place: int) -> int:
        """Return which of the printed passages text[place] stands in, the first being 0."""
        return bisect_right(self.starts, place) - 1

    def in_one(self, place: int, other: int) -> bool:
        """Tell whether two places of the text may stand in one passage."""
        return self.text.find("\n", place, other) < 0 or self.number_at(place) == self.number_at(
            other
        )

    def holding(self, *words: str) -> list[Passage]:
        """Return the printed passages that hold one of *words*, in reading order."""
        return [self.printed[number] for number in sorted(self.numbers_of(*words))]

    def numbers_of(self, *words: str) -> set[int]:
        """Return which of the printed passages hold one of *words*, the first being 0."""
        text, starts = self.text, self.starts
        numbers = set()
        for word in words:
            place = text.find(word)
            while place >= 0:
                number = bisect_right(starts, place)
                numbers.add(number - 1)
                if number == len(starts):
                    break
                place = text.find(word, starts[number])
        return numbers

    @cached_property
    def by_role(self) -> dict[Role, list[Passage]]:
        """The passages of each role there is."""
        kept: dict[Role, list[Passage]] = {}
        for role, passage in zip(map(_role, self.passages), self.passages, strict=True):
            kept.setdefault(role, []).append(passage)
        return kept

    def of(self, roles: Collection[Role]) -> Iterable[Passage]:
        """The passages in one of *roles*, in reading order."""
        here = [role for role in roles if role in self.by_role]
        if len(here) == 1:
            return self.by_role[here[0]]
        return [passage for passage in self.passages if passage.role in here] if here else ()


def shared(make: Callable[[Subject], Reading]) -> Callable[[Subject], Reading]:
    """Make a reading that several rules share: of one subject it is made once."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def read(subject: Subject) -> Reading:
        kept = subject.__dict__  # as functools.cached_property does: frozen means its fields
        if name not in kept:
            kept[name] = make(subject)
        return cast("Reading", kept[name])

    return read


def whole(passage: Passage, message: str) -> Fault:
    """Return a fault of a whole passage."""
    return Fault(passage, 0, len(passage.text), message)
