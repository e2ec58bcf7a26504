"""Whatever the bytes, reading ends, raises nothing, and points into the file."""

import re

import pytest
from form.known import LABELS, TOP, read_text
from hypothesis import given, settings
from hypothesis import strategies as st

from noticegen.form import Form, read
from noticegen.problem import Mark, Problem

INDICATORS = [*":-#'\"[]{},&*!|>%@`?=\\~", ": ", "- ", " #", "# ", "{{ 名 }}", "---", "...", "|-"]
BREAKS = ["\n", "\n  ", "\n    ", "\n      ", "\n- ", "\n  - ", "\n\t", "\n　", "\r\n", "\r"]
ODD = [
    " ",
    "  ",
    "\t",
    "　",
    "\xa0",
    "：",
    "；",
    "－",
    "—",
    "·",
    "\u200b",
    "\u202e",
    "\x00",
    "\x85",
]
ODD += ["\u2028", "\ufeff", "\ufffd", "\ud800", "\U00100022", "\U0010fffd", "。", "甲" * 30]
WORDS = ["一是迅速行动", "比例为3:2", "http://a.b/c", "2023-6-30", "电括", "参会人数", "1"]
woven = st.lists(
    st.sampled_from(INDICATORS + BREAKS + ODD + WORDS + sorted(LABELS)), max_size=40
).map("".join)


def check_the_reading(lines: list[str], form: Form | None, problems: list[Problem]) -> None:
    def inside(mark: Mark) -> bool:
        line, column, _ = mark
        return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1

    assert all(inside(problem.mark) for problem in problems)
    assert all(problem.message.endswith("。") for problem in problems)
    assert form is not None or problems
    if form is None:
        return
    assert not re.search("[\U00100000-\U0010ffff]", repr(form.values))
    assert form.whole or problems
    for path in form.spans:
        marks = [form.locate(path), form.locate(path, "甲"), form.locate_label(path)]
        assert all(map(inside, marks))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    form, problems = read(data, LABELS, TOP)
    lines = list(form.lines) if form else ["", *[""] * len(data)]
    if form is None:
        assert problems
        return
    check_the_reading(lines, form, problems)


@settings(deadline=None)
@given(st.one_of(woven, woven.map("发文:\n  机关: 甲\n正文:\n  - 段落: ".__add__)))
def test_any_text_is_read_with_every_mark_inside_it(text: str) -> None:
    form, problems = read_text(text)
    check_the_reading(re.split(r"\r\n?|\n", text), form, problems)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[" * 60_000, {"form-stray"}),
        ("标题: " + "[" * 30_000 + "]" * 30_000, {"form-special-start"}),
        ("标题: " + "甲" * 200_001, {"form-too-long"}),
        ("标题: |\n" + "  甲\n" * 100_001, {"form-too-long"}),
        ("正文:\n" + "  - - - - -" * 20_000, {"form-stray"}),
        ("".join("  " * depth + "甲乙:\n" for depth in range(100)), {"form-too-deep"}),
        ("电话：1\n" * 3_000, {"form-fullwidth-colon", "form-too-many", "form-duplicate"}),
        ("标题: " + "甲 #" * 100_000, {"form-too-long", "form-hash"}),
        ('标题: "' + "\\目" * 100_000 + '"', {"form-quote", "form-too-long"}),
        (
            "".join(f"甲{number}: [乙 #1\n" for number in range(300)),
            {"form-special-start", "form-hash"},
        ),
        ("".join(f"甲{number}: [乙 #1, 丙]\n" for number in range(60)), {"form-unreadable"}),
        ("#" * 1000 + "\n标题: [" + '"\\' * 100_000, {"form-special-start", "form-too-long"}),
        (
            "".join("  " * depth + "甲乙:\n" for depth in range(30)) + " " * 60 + "[" * 9 + "]" * 9,
            {"form-too-deep"},
        ),
        ("标题: [" + "甲, " * 200_001 + "]", {"form-too-large"}),
    ],
    ids=range(14),
)
def test_what_would_grow_without_end_is_cut_off(text: str, codes: set[str]) -> None:
    _, problems = read_text(text)
    assert {problem.code for problem in problems} - {"form-too-many"} <= codes
    assert problems
    assert len(problems) <= 201


def test_the_report_says_when_there_is_more() -> None:
    _, problems = read_text("".join(f"联系{number}: 甲: 乙\n" for number in range(500)))
    assert len(problems) == 201
    assert problems[-1].code == "form-too-many"
    assert problems[-1].mark.line == 201
