"""The one currency of the checking stages: what is wrong, where, and what to write."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


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
    """

    mark: Mark
    code: str
    message: str
    severity: Severity = Severity.ERROR
    text: str = ""


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Return those of *problems* that are errors, in their order."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]
