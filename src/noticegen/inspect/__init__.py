"""Inspection: any Word file in, what in it does not meet GB/T 9704-2012 out.

``judge`` reads the file itself, ``drawn.judge_drawn`` the page LibreOffice draws of it.
"""

from noticegen.inspect import package, reading
from noticegen.inspect.checks import CHECKS
from noticegen.inspect.found import Case
from noticegen.inspect.package import RefusedError
from noticegen.inspect.roles import roles
from noticegen.problem import Mark, Problem

__all__ = ["Case", "RefusedError", "judge", "lines", "read"]


def read(data: bytes) -> Case:
    """Return what the .docx *data* holds.

    Raises:
        RefusedError: The file cannot be judged.
    """
    sheet = reading.read(package.opened(data))
    return Case(sheet, roles(sheet))


def judge(data: bytes) -> list[Problem]:
    """Return what is wrong with the .docx *data*, each fault once; one refused is one problem.

    A line is the n-th paragraph that is not blank, from 1.
    """
    try:
        case = read(data)
    except RefusedError as refusal:
        return [Problem(Mark(1, 1), refusal.code, str(refusal))]
    return sorted(problem for check in CHECKS for problem in check.problems(case))


def lines(data: bytes) -> list[str]:
    """Return the paragraphs that problems count, as the report shows them; none of one refused."""
    try:
        return read(data).paper.lines
    except RefusedError:
        return []
