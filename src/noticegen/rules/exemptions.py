"""豁免: a comment in the form that silences one rule in one line, with its reason."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from noticegen.problem import Mark, Problem, Severity

_EXEMPTION = re.compile(
    r"(?:^|\s)#\s*豁免\s*[:：]\s*(?P<code>[a-z][a-z-]*)?[\s，,]*(?P<reason>.*)$"
)


class _Exemption(NamedTuple):
    mark: Mark
    code: str
    reason: str
    line: int  # the line it speaks of


def applied(problems: Sequence[Problem], lines: Sequence[str]) -> list[Problem]:
    """Return *problems* without those that an exemption in *lines* silences.

    An exemption that names no code, gives no reason or silences nothing is a problem
    itself: what was once true of a line may not stay unsaid for ever.
    """
    exemptions = list(_exemptions(lines))
    silenced = {(problem.mark.line, problem.code) for problem in problems}
    granted = {(exemption.line, exemption.code) for exemption in exemptions if exemption.reason}
    kept = [problem for problem in problems if (problem.mark.line, problem.code) not in granted]
    faults = (_fault(exemption, silenced) for exemption in exemptions)
    return sorted([*kept, *(fault for fault in faults if fault)])


def _exemptions(lines: Sequence[str]) -> Iterator[_Exemption]:
    for number, line in enumerate(lines, 1):
        if found := _EXEMPTION.search(line):
            mark = Mark(number, line.index("#", found.start()) + 1)
            alone = not line[: mark.column - 1].strip()
            spoken_of = _next_line(lines, number) if alone else number
            yield _Exemption(mark, found["code"] or "", found["reason"].strip(), spoken_of)


def _next_line(lines: Sequence[str], number: int) -> int:
    """The first line after line *number* that is neither blank nor a comment."""
    for later, line in enumerate(lines[number:], number + 1):
        if line.strip() and not line.lstrip().startswith("#"):
            return later
    return number


def _fault(exemption: _Exemption, silenced: set[tuple[int, str]]) -> Problem | None:
    if not exemption.code:
        sentence = "「豁免」后面要写规则的代号和理由，例如：`# 豁免: date-late 原文如此`。"
    elif not exemption.reason:
        sentence = f"「豁免」要写明理由，例如：`# 豁免: {exemption.code} 原文如此`。"
    elif (exemption.line, exemption.code) not in silenced:
        sentence = f"这一行没有 {exemption.code} 的问题，豁免用不上了，请删去它。"
    else:
        return None
    return Problem(exemption.mark, "form-exemption", sentence, Severity.WARNING, exemption.code)
