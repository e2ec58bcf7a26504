"""Rules stage: a subject to the problems found in it.

A rule is a module of this package: its docstring is its manual page, CODE and SEVERITY
say what it reports, check() yields the faults it finds.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from noticegen.form import Folded, Form, Sources, Written
from noticegen.problem import Mark, Problem, Severity
from noticegen.rules.subject import Fault, Passage, Subject


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
    sources = Sources(form)
    return _placing(lambda passage: sources.written(passage.place, passage.text))


def place_in_text() -> Locate:
    """Return what finds a fault's words in the paragraphs of a finished text."""
    return _placing(_paragraph)


def _paragraph(passage: Passage) -> Written:
    return Written(passage.text, Folded([(Mark(int(passage.place[0]), 1), passage.raw)]))


def _placing(written: Callable[[Passage], Written]) -> Locate:
    """Return what finds a fault's words in its passage as *written* gives it, once each."""
    known: dict[Passage, Written] = {}

    def locate(fault: Fault) -> Mark:
        passage = fault.passage
        if passage not in known:
            known[passage] = written(passage)
        return known[passage].locate(fault.start, fault.end)

    return locate
