"""Every structure that published notices show can be written as a form, and comes out word for word.

A variant is a pair in tests/variants: NAME.yaml is the form a clerk would fill, NAME.txt the
notice wanted from it, paragraph by paragraph, written by hand.
"""

from pathlib import Path

import pytest
from forms import document_of, lines_of

from noticegen import pipeline
from noticegen.problem import Severity

VARIANTS = sorted((Path(__file__).parent / "variants").glob("*.yaml"))


@pytest.mark.parametrize("form", VARIANTS, ids=lambda form: form.stem)
def test_a_variant_of_the_notice_comes_out_word_for_word(form: Path) -> None:
    wanted = form.with_suffix(".txt").read_text(encoding="utf-8").splitlines()

    assert lines_of(document_of(form.read_text(encoding="utf-8"))) == wanted


@pytest.mark.parametrize("form", VARIANTS, ids=lambda form: form.stem)
def test_a_variant_has_nothing_to_mend(form: Path) -> None:
    problems = pipeline.check(form.read_bytes()).problems

    assert [problem for problem in problems if problem.severity is not Severity.HINT] == []


def test_each_form_has_its_notice_and_says_what_it_shows() -> None:
    notices = {notice.stem for notice in VARIANTS[0].parent.glob("*.txt")}

    assert {form.stem for form in VARIANTS} == notices
    assert all(form.read_text(encoding="utf-8").startswith("# 变体：") for form in VARIANTS)
