"""A report says where, what and what to write, and its carets stand under the words."""

import json

from noticegen import report
from noticegen.problem import Mark, Problem, Severity


def _problem(line: int, column: int, text: str = "") -> Problem:
    return Problem(
        Mark(line, column), "date-order", "「反馈日期」早于巡察结束日期。", Severity.ERROR, text
    )


def test_a_problem_shows_its_place_its_sentence_its_code_and_its_line() -> None:
    lines = ["巡察:", "  反馈日期: 2022年1月16日"]

    assert report.as_text("表.yaml", [_problem(2, 9, "2022年1月16日")], lines) == (
        "表.yaml:2:9: 错误: 「反馈日期」早于巡察结束日期。 [date-order]\n"
        "    2 |   反馈日期: 2022年1月16日\n"
        "      |             ^^^^^^^^^^^^^"
    )


def test_carets_span_two_columns_for_each_chinese_character() -> None:
    text = report.as_text("表.yaml", [_problem(1, 3, "对对")], ["进行对对市"])

    assert text.splitlines()[1:] == ["    1 | 进行对对市", "      |     ^^^^"]


def test_a_long_line_is_cut_around_the_words_in_question() -> None:
    line = "前" * 200 + "错词" + "后" * 200
    shown, carets = report.as_text("表.yaml", [_problem(1, 201, "错词")], [line]).splitlines()[1:]

    assert "错词" in shown
    assert shown.startswith("    1 | …前")
    assert shown.endswith("后…")
    before = shown[8 : shown.index("错词")]
    assert carets.index("^") - 8 == 2 * len(before)
    assert carets.count("^") == 4


def test_a_place_past_the_file_shows_no_line() -> None:
    assert len(report.as_text("表.yaml", [_problem(1, 1)], []).splitlines()) == 1


def test_json_is_one_array_with_every_field() -> None:
    entries = json.loads(report.as_json([("甲.yaml", [_problem(2, 9, "2022")]), ("乙.yaml", [])]))

    assert entries == [
        {
            "file": "甲.yaml",
            "line": 2,
            "column": 9,
            "code": "date-order",
            "severity": "error",
            "message": "「反馈日期」早于巡察结束日期。",
            "text": "2022",
        }
    ]


def test_the_tally_counts_each_severity_that_occurs() -> None:
    warning = _problem(1, 1)._replace(severity=Severity.WARNING)

    assert report.tally([_problem(1, 1), warning, warning]) == "1 个错误、2 个警告"
    assert report.tally([]) == ""


def test_what_would_steer_the_console_is_shown_as_blanks() -> None:
    problem = _problem(1, 3)._replace(message="这里有\x1b[31m。")
    text = report.as_text("表.yaml", [problem], ["甲乙\u202e丙\x07"])

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\x07" not in text
