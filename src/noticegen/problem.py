"""The one currency of the checking stages: what is wrong, where, and what to write."""

from collections.abc import Iterable
from enum import StrEnum
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
    kinds: dict[tuple[int, str, str, Severity], list[Problem]] = {}
    for problem in sorted(set(problems)):
        kind = (problem.mark.line, problem.mark.source, problem.code, problem.severity)
        kinds.setdefault(kind, []).append(problem)
    return sorted([problem for kind in kinds.values() for problem in _listed(kind)])


def _listed(kind: list[Problem]) -> list[Problem]:
    listed, rest = kind[:MOST_LISTED], kind[MOST_LISTED:]
    if not rest:
        return listed
    more = len(rest)
    sentence = f"从这里起还有 {more:,} 处同类的问题没有列出，请先改好前面的，再检查一次。"
    return [*listed, rest[0]._replace(message=sentence, text="", times=more)]
