"""How rules read percentages in running text: what changes into what, by how much."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from noticegen.patterns import pattern
from noticegen.rules.reading import CHINESE, NUMBER, masked, number
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Passage, Subject, shared
from noticegen.rules.triggers.counts import CHANGES

PERCENT = r"(?<![\d.])\d+(?:\.\d+)?(?=%)"
"""The number of a percentage as notices print it: 79.3 of 79.3%."""
LED_TO = "(?:已|均|现)?(?:由[^，。；]{0,16}%)?(?:为|达到|达|(?:提[高升]|上?升)[到至])?了?"
"""What may stand between a rate's name and its percentage."""
_UP = "提高|提升|上升|增长|增加|增|升"
_DOWN = "下降|降低|减少|压减|压降|降|减"
_CHANGE = pattern(
    rf"[由从][^，。；由从]{{0,16}}?(?<![\d.第{CHINESE}])(?P<first>{NUMBER})(?P<unit>%|人次|[万亿]?元|[个项条件家人名次份处起台户期场篇批])的?"
    rf"(?:(?P<up>{_UP})|{_DOWN})[到至为](?P<last>{NUMBER})(?P=unit)"
    rf"(?:[，、]?(?P<words>(?:同比|共)?(?:{_UP}|{_DOWN}|增幅|降幅)了?(?:为|达到|达)?(?P<by>\d+(?:\.\d+)?)(?P<by_unit>%|个百分点)))?"
)
_NO_AMOUNT = pattern("每|排名|位次|名次|[级档]")
_REACH = 12


class Change(NamedTuple):
    """由12个增加到20个，增长66.7%: what it was, what it is, and by how much it is said to differ.

    *by* is "" where the text does not say; its words are passage.text[by_start:by_end].
    """

    passage: Passage
    start: int
    end: int
    first: Decimal
    last: Decimal
    unit: str
    is_rise: bool
    by: str
    by_unit: str
    by_start: int
    by_end: int

    @property
    def is_contrary(self) -> bool:
        """Whether the number falls where the words say it rises, or the other way round."""
        return self.last < self.first if self.is_rise else self.last > self.first

    def fault(self, message: str) -> Fault:
        """Return a fault of the change."""
        return Fault(self.passage, self.start, self.end, message)

    def fault_of_by(self, message: str) -> Fault:
        """Return a fault of what it is said to differ by."""
        return Fault(self.passage, self.by_start, self.by_end, message)


@shared
def changes(subject: Subject) -> list[Change]:
    """Return each change of a number that *subject* tells: 由…提高到…."""
    return list(_changes(subject))


def _changes(subject: Subject) -> Iterator[Change]:
    for passage in subject.holding(*printed(subject).intersection(CHANGES)):
        for found in _CHANGE.finditer(masked(passage.text)):
            first, last = number(found["first"]), number(found["last"])
            if (
                first is None
                or last is None
                or _NO_AMOUNT.search(passage.text, max(found.start() - _REACH, 0), found.end())
            ):
                continue
            yield Change(
                passage,
                found.start("first"),
                found.end("last") + len(found["unit"]),
                first,
                last,
                found["unit"],
                bool(found["up"]),
                found["by"] or "",
                found["by_unit"] or "",
                *found.span("words"),
            )


def agrees(printed: str, exact: Decimal) -> bool:
    """Tell whether *printed* is *exact* rounded or cut to the places it prints."""
    places = len(printed.partition(".")[2])
    last_place = Decimal(1).scaleb(-places)
    return -last_place < Decimal(printed) - exact <= last_place / 2


def rounded(exact: Decimal, like: str) -> str:
    """Return *exact* with as many places as *like* prints."""
    return f"{exact:.{len(like.partition('.')[2])}f}"
