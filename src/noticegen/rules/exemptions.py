"""豁免: a comment in the form that silences one rule in one line, with its reason."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from noticegen.patterns import pattern
from noticegen.problem import Mark, Problem, Severity

_EXEMPTION = pattern(r"(?:^|\s)#\s*豁免\s*[:：]\s*(?P<code>[a-z][a-z-]*)?[\s，,]*(?P<reason>.*)$")


class _Exemption(NamedTuple):
    mark: Mark
    code: str
    reason: str
    line: int  # the line it speaks of


def applied(
    problems: Sequence[Problem],
    lines: Sequence[str],
    others: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> list[Problem]:
    """Return *problems* without those that an exemption in *lines*, or in *others*, silences.

    An exemption of the form's that names no code, gives no reason or silences nothing is a
    problem itself: what was once true of a line may not stay unsaid for ever. *others* are
    the lines of what serves many forms, by its name; there one may be of use to another form.
    """
    exemptions = list(_exemptions(lines))
    granted = {("", *_silenced(exemption)) for exemption in exemptions if exemption.reason}
    for source, theirs in others.items():
        granted |= {(source, *_silenced(it)) for it in _exemptions(theirs) if it.reason}
    kept = [problem for problem in problems if _place(problem) not in granted]
    places = {_place(problem) for problem in problems}
    faults = (_fault(it, is_used=("", *_silenced(it)) in places) for it in exemptions)
    return sorted([*kept, *(fault for fault in faults if fault)])


def _silenced(exemption: _Exemption) -> tuple[int, str]:
    return exemption.line, exemption.code


def _place(problem: Problem) -> tuple[str, int, str]:
    return problem.mark.source, problem.mark.line, problem.code


def _exemptions(lines: Sequence[str]) -> Iterator[_Exemption]:
    following = 0
    for number, line in enumerate(lines, 1):
        if "豁免" in line and (found := _EXEMPTION.search(line)):
            mark = Mark(number, line.index("#", found.start()) + 1)
            alone = not line[: mark.column - 1].strip()
            if alone and following <= number:
                following = _next_line(lines, number)
            spoken_of = following if alone else number
            yield _Exemption(mark, found["code"] or "", found["reason"].strip(), spoken_of)


def _next_line(lines: Sequence[str], number: int) -> int:
    """The first line after line *number* that is neither blank nor a comment, or none's."""
    for later in range(number, len(lines)):
        line = lines[later].lstrip()
        if line and not line.startswith("#"):
            return later + 1
    return len(lines) + 1


def _fault(exemption: _Exemption, *, is_used: bool) -> Problem | None:
    if not exemption.code:
        sentence = "「豁免」后面要写规则的代号和理由，例如：`# 豁免: date-late 原文如此`。"
    elif not exemption.reason:
        sentence = f"「豁免」要写明理由，例如：`# 豁免: {exemption.code} 原文如此`。"
    elif not is_used:
        sentence = f"这一行没有 {exemption.code} 的问题，豁免用不上了，请删去它。"
    else:
        return None
    return Problem(exemption.mark, "form-exemption", sentence, Severity.WARNING, exemption.code)
