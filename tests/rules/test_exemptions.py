"""An exemption silences one rule in one line, with a reason, and must not outlive its use."""

import pytest

from noticegen.problem import Mark, Problem, Severity
from noticegen.rules import exemptions


def _problem(line: int, code: str = "date-late") -> Problem:
    return Problem(Mark(line, 5), code, "日期晚于成文日期。")


def _left(lines: list[str], *problems: Problem) -> list[tuple[int, str]]:
    return [(found.mark.line, found.code) for found in exemptions.applied(problems, lines)]


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["- 段落: 文字  # 豁免: date-late 原文如此"], 1),
        (["- 段落: 文字  # 豁免：date-late 原文如此"], 1),
        (["# 豁免: date-late 原文如此", "- 段落: 文字"], 2),
        (["# 豁免: date-late 原文如此", "# 说明", "", "- 段落: 文字"], 4),
    ],
)
def test_an_exemption_speaks_of_its_line_or_of_the_next(lines: list[str], line: int) -> None:
    assert _left(lines, _problem(line)) == []


def test_it_silences_its_own_rule_only() -> None:
    lines = ["- 段落: 文字  # 豁免: date-late 原文如此", "- 段落: 文字"]

    assert _left(lines, _problem(1), _problem(1, "term-mixed"), _problem(2)) == [
        (1, "term-mixed"),
        (2, "date-late"),
    ]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# 豁免: date-late", "要写明理由"),
        ("# 豁免: 原文如此", "要写规则的代号"),
        ("# 豁免: date-order 原文如此", "用不上了"),
    ],
)
def test_one_that_does_nothing_right_is_told(comment: str, said: str) -> None:
    found = exemptions.applied([_problem(1)], [f"- 段落: 文字  {comment}"])

    assert [problem.code for problem in found] == ["date-late", "form-exemption"]
    assert found[1].severity is Severity.WARNING
    assert said in found[1].message


def test_the_word_in_a_text_is_no_exemption() -> None:
    assert _left(["- 段落: 有关豁免: 事项按规定办理"], _problem(1)) == [(1, "date-late")]
