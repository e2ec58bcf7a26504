"""Rules stage: a subject to the problems found in it.

A rule is a module of this package: its docstring is its manual page, CODE and SEVERITY
say what it reports, check() yields the faults it finds.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from noticegen.form import Form, Span
from noticegen.problem import Mark, Problem, Severity
from noticegen.rules.subject import Fault, Subject


class Rule(Protocol):
    """What every rule module provides."""

    @property
    def CODE(self) -> str:  # noqa: N802  # a module's constant
        """Family and fault: date-order."""

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802  # the same
        """How much what it finds weighs."""

    def check(self, subject: Subject) -> Iterable[Fault]:
        """Yield what is wrong with *subject*."""


Locate = Callable[[Fault], Mark]
"""Where in the file that was given a fault lies."""


def judge(subject: Subject, rules: Iterable[Rule], locate: Locate) -> Iterator[Problem]:
    """Yield the problems that *rules* find in *subject*, each placed by *locate*."""
    for rule in rules:
        for fault in rule.check(subject):
            yield Problem(locate(fault), rule.CODE, fault.message, rule.SEVERITY, fault.words)


def place_in_form(form: Form) -> Locate:
    """Return what finds a fault's words in *form*."""

    def locate(fault: Fault) -> Mark:
        before = fault.passage.text[: fault.start]
        return form.locate(fault.passage.place, fault.words, before.count(fault.words))

    return locate


def place_in_text(fault: Fault) -> Mark:
    """Find a fault's words in the paragraph of a finished text."""
    raw, start = fault.passage.raw, Mark(1, 1)
    paragraph = Form((raw,), {}, True, {(): Span(start, start, Mark(1, len(raw) + 1))})  # noqa: FBT003  # read whole
    before = fault.passage.text[: fault.start]
    found = paragraph.locate((), fault.words, before.count(fault.words))
    return Mark(int(fault.passage.place[0]), found.column)
