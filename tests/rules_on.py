"""What tests of rules need: every rule of the package on a text or on a form."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache
from types import ModuleType

import pytest
from forms import notice_of

from noticegen import rules
from noticegen.rules.from_notice import subject_of
from noticegen.rules.from_text import subject_from
from noticegen.rules.registry import RULES
from noticegen.rules.subject import Fault, Subject

Text = str | Sequence[str]
"""One paragraph, or several."""


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every rule module of the package, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(rules.__path__))
    found = [importlib.import_module(f"noticegen.rules.{name}") for name in names]
    return tuple(module for module in found if hasattr(module, "CODE"))


def text_subject(text: Text) -> Subject:
    """Return the subject of a finished text: one paragraph, or several."""
    paragraphs = [text] if isinstance(text, str) else text
    return subject_from(list(enumerate(paragraphs, 1)))


def faults_of(subject: Subject) -> list[tuple[str, Fault]]:
    """Return code and fault of all that any rule finds."""
    return [(rule.CODE, fault) for rule in RULES for fault in rule.check(subject)]


def faults_in(text: Text) -> list[tuple[str, str]]:
    """Return code and words of all that any rule finds in a finished text."""
    return [(code, fault.words) for code, fault in faults_of(text_subject(text))]


def faults_in_form(form_text: str) -> list[tuple[str, str]]:
    """Return code and words of all that any rule finds in a form."""
    subject = subject_of(notice_of(form_text))
    return [(code, fault.words) for code, fault in faults_of(subject)]


def speaking_alone(
    samples: Sequence[tuple[Text, str, str]],
) -> Callable[[Text, str, str], None]:
    """Return a test of *samples*: on each text only the rule of that code speaks, on those words."""

    @pytest.mark.parametrize(("text", "code", "words"), samples)
    def test(text: Text, code: str, words: str) -> None:
        assert faults_in(text) == [(code, words)]

    return test


def silent_on(samples: Sequence[Text]) -> Callable[[Text], None]:
    """Return a test of *samples*: no rule speaks on any of them."""

    @pytest.mark.parametrize("text", samples)
    def test(text: Text) -> None:
        assert faults_in(text) == []

    return test
