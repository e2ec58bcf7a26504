"""The straight line, as two functions: what is wrong with a form, and the notice it makes."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from noticegen import template
from noticegen.model import Kind, Notice, all_labels, top_labels, validate
from noticegen.problem import Problem, Severity

if TYPE_CHECKING:
    from noticegen.writers.look import Look


class Checked(NamedTuple):
    """A form read and judged; *notice* is None where an error stands in its way."""

    notice: Notice | None
    problems: list[Problem]
    lines: tuple[str, ...]


def check(data: bytes) -> Checked:
    """Read and judge a form, *data* being its file's bytes. Never raises for what is in it."""
    from noticegen import form

    read, problems = form.read(data, all_labels(), top_labels())
    if read is None:
        return Checked(None, problems, ())
    notice, more = validate(read)
    problems = sorted({*problems, *more})
    if any(problem.severity is Severity.ERROR for problem in problems):
        notice = None
    return Checked(notice, problems, read.lines)


def build(notice: Notice) -> bytes:
    """Return the notice as a Word file. Raises TemplateError where outline or look is at fault."""
    from noticegen.compose import compose
    from noticegen.writers import docx

    outline = template.resource("rectification/outline.j2").decode()
    return docx.write(compose(notice, outline), _look("plain"))


def summary(notice: Notice) -> str:
    """Return 28个问题、67条措施: what the form holds, withheld items too."""
    findings = [item for item in notice.body if item.kind in (Kind.FINDING, Kind.TASK)]
    measures = sum(len(item.measures) for item in findings)
    return f"{len(findings)}个问题、{measures}条措施"


@lru_cache
def _look(name: str) -> "Look":
    from noticegen.writers import docx

    return docx.compile_look(template.resource(f"rectification/{name}.docx"))
