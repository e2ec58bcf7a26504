"""A form with everything wrong: all of it is found in one run, each at its place."""

import os
from pathlib import Path

from noticegen import pipeline, report

GOLDEN = Path(__file__).parent / "golden"
FORM = GOLDEN / "wrong.yaml"
REPORT = GOLDEN / "wrong.txt"


def _report(data: bytes) -> str:
    checked = pipeline.check(data)
    text = report.as_text("wrong.yaml", checked.problems, checked.lines)
    return f"{text}\nwrong.yaml: {report.tally(checked.problems)}。\n"


def test_the_form_with_everything_wrong_gets_its_whole_report() -> None:
    found = _report(FORM.read_bytes())
    if os.environ.get("NOTICEGEN_UPDATE"):
        REPORT.write_text(found, encoding="utf-8")

    assert found == REPORT.read_text(encoding="utf-8")


def test_at_least_forty_different_lines_are_wrong_in_it() -> None:
    problems = pipeline.check(FORM.read_bytes()).problems

    assert len({problem.mark.line for problem in problems}) >= 40
    assert len({problem.code for problem in problems}) >= 30


def test_no_sentence_speaks_the_language_of_programs() -> None:
    for problem in pipeline.check(FORM.read_bytes()).problems:
        assert problem.message.endswith(("。", "？"))
        for jargon in ("scalar", "mapping", "None", "str", "YAML", "pydantic", "映射"):
            assert jargon not in problem.message
