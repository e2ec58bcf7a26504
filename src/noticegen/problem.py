"""The one currency of the checking stages: what is wrong, where, and what to write."""

from bisect import insort
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

MOST_LISTED = 20
"""How many problems of one kind are listed of a line: nobody reads more before mending them."""


class Severity(StrEnum):
    """How much a problem weighs: only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Mark(NamedTuple):
    """A place in a text: line and column, both from 1, the column in characters.

    *source* is the name of the file where that is not the one being checked but what its
    office keeps for all forms.
    """

    line: int
    column: int
    source: str = ""


class Problem(NamedTuple):
    """One thing wrong with what the user gave; tuple order is report order.

    *message* is one Chinese sentence: what is wrong and what to write.
    *text* is the words in question as the source has them; "" where it is a place.
    *times* is more than 1 where it stands for so many of its kind that are not listed.
    """

    mark: Mark
    code: str
    message: str
    severity: Severity = Severity.ERROR
    text: str = ""
    times: int = 1


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Return those of *problems* that are errors, in their order."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def abridged(problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* in report order, each once; of one kind and line no more than is read.

    The rest of a kind are told in one problem where the first of them stands. It has their
    code and severity: what stops the build goes on doing so, what is exempt stays silent.
    """
    listed: dict[tuple[int, str, str, Severity], list[Problem]] = {}
    rests: dict[tuple[int, str, str, Severity], Problem] = {}
    for problem in problems:
        kind = (problem.mark.line, problem.mark.source, problem.code, problem.severity)
        first = listed.setdefault(kind, [])
        if problem not in first:
            insort(first, problem)
        if len(first) > MOST_LISTED:  # what is not listed is not kept: there may be a million
            last = first.pop()
            told = rests.get(kind, last._replace(times=0))
            rests[kind] = min(told, last)._replace(times=told.times + 1)
    rest = [_told(problem) for problem in rests.values()]
    return sorted([*rest, *chain.from_iterable(listed.values())])


def _told(rest: Problem) -> Problem:
    """The problem that stands for the rest, *rest* being the first of them."""
    sentence = f"从这里起还有 {rest.times:,} 处同类的问题没有列出，请先改好前面的，再检查一次。"
    return rest._replace(message=sentence, text="")
