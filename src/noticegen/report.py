"""Problems to a report: lines for people, JSON for programs. Pure."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from noticegen.problem import Problem, Severity
from noticegen.terminal import cut, printable, width

NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
_WIDEST = 76


def as_text(
    file: str,
    problems: Sequence[Problem],
    lines: Sequence[str],
    others: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """Return the report on *file*, whose source is *lines*: a sentence, the line, a caret each.

    *others* are the lines of the files that marks name as their source.
    """
    return "\n".join(
        part
        for problem in problems
        for part in _entry(
            problem.mark.source or file, problem, others.get(problem.mark.source, lines)
        )
    )


def as_json(reports: Sequence[tuple[str, Sequence[Problem]]]) -> str:
    """Return one array over all files: file, line, column, code, severity, message, text."""
    import json

    entries = [
        {
            "file": problem.mark.source or file,
            "line": problem.mark.line,
            "column": problem.mark.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "text": problem.text,
        }
        for file, problems in reports
        for problem in problems
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def tally(problems: Sequence[Problem]) -> str:
    """Return 3 个错误、1 个警告: how many of each severity; "" for none."""
    counts = {
        name: sum(problem.times for problem in problems if problem.severity is severity)
        for severity, name in NAMES.items()
    }
    return "、".join(f"{count} 个{name}" for name, count in counts.items() if count)


def _entry(file: str, problem: Problem, lines: Sequence[str]) -> list[str]:
    line, column, _ = problem.mark
    name = NAMES[problem.severity]
    said = printable(problem.message)
    entry = [f"{file}:{line}:{column}: {name}: {said} [{problem.code}]"]
    if line <= len(lines) and lines[line - 1].strip():
        entry += _excerpt(problem, lines[line - 1])
    return entry


def _excerpt(problem: Problem, source: str) -> list[str]:
    """The line in question, cut to what a console shows, and carets below the words."""
    number = f"{problem.mark.line:>5}"
    start = problem.mark.column - 1
    words = source[start : start + max(1, min(len(problem.text), _WIDEST))]
    # A line may be as long as a book, with a problem in each word: no more of it is looked at.
    is_wide = start > _WIDEST or width(source[:start] + words) > _WIDEST
    shift = max(0, start - _WIDEST // 4) if is_wide else 0
    shown = ("…" if shift else "") + cut(printable(source[shift : shift + 2 * _WIDEST]), _WIDEST)
    before = ("…" if shift else "") + printable(source[shift:start])
    carets = "^" * max(1, min(width(words), width(shown) - width(before)))
    return [f"{number} | {shown}", f"      | {' ' * width(before)}{carets}"]
