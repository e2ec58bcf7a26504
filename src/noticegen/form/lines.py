"""The lines of a form on their way to YAML.

In: the lines as the clerk wrote them. Out: the text YAML is given instead, with the source
column of every character kept, and the problems met on the way.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from noticegen.problem import Mark, Problem, Severity

MAX_PROBLEMS = 200
BLANKS = " \t\u3000\xa0"
CODE_SPAN = 40

# Plane 16 is private: nothing in it is ever text. An ASCII sign that YAML would take for its
# own goes through as the plane's character of the same number, so that no column moves.
_PLANE = 0x100000
NOTHING = chr(_PLANE + 0xFFFD)
_STAND_IN = re.compile("[\U00100000-\U0010ffff]")
_RESTORE = {_PLANE + code: code for code in range(128)} | {ord(NOTHING): None}


def hide(text: str) -> str:
    """Return *text* with every ASCII character as its stand-in."""
    return "".join(chr(_PLANE + ord(char)) if char.isascii() else char for char in text)


def restore(text: str) -> str:
    """Return *text* with stand-ins turned back into what they stand for."""
    return text.translate(_RESTORE) if _STAND_IN.search(text) else text


def excerpt(text: str, limit: int = CODE_SPAN) -> str:
    """Return *text* short enough to be quoted in a sentence."""
    text = restore(text).strip(BLANKS)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def indentation(text: str) -> int:
    """Return how many blanks *text* begins with."""
    return len(text) - len(text.lstrip(" "))


@dataclass(slots=True)
class Line:
    """One line: *source* as written, *text* as given to YAML.

    *origin* has the source column of each character of *text*; None while they agree.
    """

    source: str
    text: str
    origin: list[int] | None = None

    def splice(self, start: int, end: int, new: str) -> None:
        """Put *new* in the place of text[start:end]."""
        if len(new) != end - start:
            origin = self.origin or list(range(len(self.text) + 1))
            kept = origin[start : min(end, start + len(new))]
            filler = [origin[end]] * (len(new) - len(kept))
            self.origin = origin[:start] + kept + filler + origin[end:]
        self.text = self.text[:start] + new + self.text[end:]

    def cut(self, at: int) -> None:
        """End the line before text[at]."""
        self.text = self.text[:at]
        if self.origin is not None:
            self.origin = self.origin[: at + 1]

    def become(self, text: str) -> None:
        """Put *text*, which has no place in the source, for the whole line."""
        self.text = text
        self.origin = [0] * (len(text) + 1)

    def column(self, at: int) -> int:
        """Return the source column, from 1, of text[at]."""
        if self.origin is not None:
            at = self.origin[at] if at < len(self.origin) else self.origin[-1]
        return min(at, len(self.source)) + 1


@dataclass(slots=True)
class Page:
    """All lines with the problems found in them; *whole* until a line is left out.

    *known* are the labels a form may use.
    """

    lines: list[Line]
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True
    known: frozenset[str] = frozenset()

    def mark(self, index: int, at: int) -> Mark:
        """Return the source place of character *at* of line *index*, both from 0."""
        if index >= len(self.lines):
            index, at = len(self.lines) - 1, 0
        return Mark(index + 1, self.lines[index].column(at))

    def add(self, problem: Problem) -> None:
        """Note *problem*, unless there are more than anyone will read already."""
        if len(self.problems) <= MAX_PROBLEMS:
            self.problems.append(problem)

    def report(self, index: int, at: int, code: str, message: str, text: str = "") -> None:
        """Note an error; the part of *text* that goes into a report is short."""
        shown = restore(text)[:CODE_SPAN].rstrip(BLANKS)
        self.add(Problem(self.mark(index, at), code, message, text=shown))

    def warn(self, index: int, at: int, code: str, message: str) -> None:
        """Note something that does not stop the build."""
        self.add(Problem(self.mark(index, at), code, message, Severity.WARNING))

    def has_error(self, index: int) -> bool:
        """Say whether an error stands in line *index* already."""
        return any(
            problem.mark.line == index + 1 and problem.severity is Severity.ERROR
            for problem in self.problems
        )

    def leave_out(self, index: int) -> None:
        """Read on without line *index*."""
        self.lines[index].become("")
        self.whole = False

    def text(self) -> str:
        """Return what YAML is to read: as many lines as the source has."""
        return "\n".join([line.text for line in self.lines]) + "\n"


def settle(problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* in report order, cut off where nobody would read on."""
    ordered = sorted(problems)
    if len(ordered) <= MAX_PROBLEMS:
        return ordered
    rest = "问题太多，只列出前面的，请先改好这些，再检查一次就能看到其余的。"
    return [*ordered[:MAX_PROBLEMS], Problem(ordered[MAX_PROBLEMS].mark, "form-too-many", rest)]
