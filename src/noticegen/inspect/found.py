"""Checks and what they find: places with faults in, one problem a check out.

A check is a function that yields Found; the decorator tells its code, its clause of
GB/T 9704-2012 and how binding that is. The same fault in many places is one problem.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from noticegen.inspect.pages import Page
from noticegen.inspect.paper import Paper, Paragraph
from noticegen.inspect.roles import Roles
from noticegen.problem import Mark, Problem, Severity

_TEXT = 12  # characters of a paragraph that a problem quotes


class Strength(Enum):
    """How binding a clause is: 规定 must be kept; 一般, 推荐 and what follows may be adjusted.

    NOTE is for what no clause says and a reader will still want to know.
    """

    MUST = Severity.ERROR
    SHOULD = Severity.WARNING
    NOTE = Severity.HINT


class Found(NamedTuple):
    """One place where a clause is not met: a paragraph, or words such as 第2节 or 页脚."""

    place: Paragraph | str
    fault: str


class Case(NamedTuple):
    """What checks look at: the file, and the pages where they are drawn.

    *substituted* are the classes of face that were drawn with some other font.
    """

    paper: Paper
    roles: Roles
    pages: Sequence[Page] = ()
    substituted: frozenset[str] = frozenset()


Finder = Callable[[Case], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Check:
    """A clause and how it is checked; *requires* and *advice* are halves of a sentence."""

    code: str
    clause: str
    strength: Strength
    requires: str
    advice: str
    find: Finder

    def problems(self, case: Case) -> Iterator[Problem]:
        """Yield one problem for all that is found in *case*."""
        found = list(self.find(case))
        if found:
            yield self._problem(found)

    def _problem(self, found: list[Found]) -> Problem:
        place, fault = found[0]
        more = f"（共{len(found)}处）" if len(found) > 1 else ""
        where = place.shown if isinstance(place, Paragraph) else place
        line = max(1, place.number) if isinstance(place, Paragraph) else 1
        text = place.text[:_TEXT] if isinstance(place, Paragraph) else ""
        return Problem(
            mark=Mark(line, 1),
            code=self.code,
            message=f"{self.clause} {self.requires}，{where}{fault}{more}，{self.advice}。".lstrip(),
            severity=self.strength.value,
            text=text,
        )


def check(
    code: str, clause: str, strength: Strength, requires: str, advice: str
) -> Callable[[Finder], Check]:
    """Make a finder of faults the check *code* of *clause*."""

    def made(find: Finder) -> Check:
        return Check(code, clause, strength, requires, advice, find)

    return made
