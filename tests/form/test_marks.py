"""Every value is found in the source where the clerk has it, mended or not."""

import re

import pytest
from form.known import form_of, read_text

from noticegen.form import Form, Sources
from noticegen.problem import Mark

FORM = """\
发文:
  机关: 甲单位
  标题:
  附注: "丙
    丁"
正文:
  - 段落: 在会议,现场(一)听取
      汇报:如下，
      完成 整改。
    内容: |

      第一行
        第二行
  -段落：已，改:好
  - 措施:
      - 一
      -
      - 二
联系:
\t电话：0550
　　地址: 3楼
"""


@pytest.mark.parametrize(
    ("path", "label", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("发文",), (1, 1), (2, 3)),
        (("发文", "机关"), (2, 3), (2, 7)),
        (("发文", "标题"), (3, 3), (3, 3)),
        (("发文", "附注"), (4, 3), (4, 7)),
        (("正文", 0), (7, 3), (7, 5)),
        (("正文", 0, "段落"), (7, 5), (7, 9)),
        (("正文", 0, "内容"), (10, 5), (12, 7)),
        (("正文", 1), (14, 3), (14, 4)),
        (("正文", 1, "段落"), (14, 4), (14, 7)),
        (("正文", 2, "措施", 0), (16, 7), (16, 9)),
        (("正文", 2, "措施", 1), (18, 7), (18, 9)),
        (("联系", "电话"), (20, 2), (20, 5)),
        (("联系", "地址"), (21, 3), (21, 7)),
    ],
)
def test_a_path_leads_to_its_label_and_its_value(
    path: tuple[str | int, ...], label: tuple[int, int], value: tuple[int, int]
) -> None:
    form = form_of(FORM)
    assert form.locate_label(path) == Mark(*label)
    assert form.locate(path) == Mark(*value)


@pytest.mark.parametrize(
    ("path", "text", "mark"),
    [
        (("正文", 0, "段落"), "会议，现场（一）", (7, 10)),
        (("正文", 0, "段落"), "（一）听取汇报：如下", (7, 15)),
        (("正文", 0, "段落"), "汇报：", (8, 7)),
        (("正文", 0, "段落"), "完成整改", (9, 7)),
        (("正文", 0, "段落"), "完成　整改", (9, 7)),
        (("正文", 0, "内容"), "第二行", (13, 9)),
        (("正文", 0, "内容"), "段落", (12, 7)),
        (("正文", 0, "段落"), "第一行", (7, 9)),
        (("正文", 1, "段落"), "改：好", (14, 9)),
        (("正文", 1, "段落"), " ", (14, 7)),
        (("发文", "附注"), "丁", (5, 5)),
        (("发文",), "丁", (5, 5)),
        (("正文", 1), "好", (14, 11)),
        (("联系", "电话"), "50", (20, 7)),
    ],
)
def test_a_text_is_found_inside_its_value_whatever_was_done_to_its_punctuation(
    path: tuple[str | int, ...], text: str, mark: tuple[int, int]
) -> None:
    assert form_of(FORM).locate(path, text) == Mark(*mark)


def test_an_unknown_path_is_located_at_its_nearest_known_ancestor() -> None:
    form = form_of(FORM)
    assert form.locate(("发文", "机关", "无", 3)) == form.locate(("发文", "机关"))
    assert form.locate(("联系", "邮编")) == form.locate(("联系",))
    assert form.locate(("无",)) == Mark(1, 1)
    assert form.locate_label(("正文", 9, "段落")) == form.locate_label(("正文",))


def test_a_form_without_places_is_located_at_its_start() -> None:
    form = Form(("标题: 甲",), {"标题": "甲"}, whole=True)
    assert form.locate(("标题",), "甲") == Mark(1, 1)


def test_columns_count_what_the_clerk_sees_not_what_was_dropped() -> None:
    form = form_of("标\u200b题\u200b: \u200b甲\x00乙\n署名：丙 # 丁\n")
    assert form.lines == ("标\u200b题\u200b: \u200b甲\x00乙", "署名：丙 # 丁")
    assert form.locate(("标题",)) == Mark(1, 8)
    assert form.locate(("标题",), "乙") == Mark(1, 10)
    assert form.locate(("署名",)) == Mark(2, 4)


def test_a_form_tells_its_labels_those_left_empty_and_those_mended_too() -> None:
    assert form_of("发文:\n  标题: 甲\n  附注:\n").labels == {"发文", "标题", "附注"}
    assert form_of("发文：\n  标\u200b题： 甲\n  附注：\n").labels == {"发文", "标题", "附注"}


def test_a_problem_carries_the_words_that_stand_at_its_mark() -> None:
    lines = FORM.splitlines()
    _, problems = read_text(FORM)
    assert len(problems) == 6
    for problem in problems:
        line, column, _ = problem.mark
        assert lines[line - 1][column - 1 :].startswith(problem.text)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("比对对，对对比", [8, 12]),  # the value itself, a blank in it
        ("市局比对对，对对比", [8, 12]),  # a name was filled in
        ("市局比对对，对对比对对", [8, 12, 12]),  # of what was filled in the last one tells
    ],
)
def test_words_that_stand_more_than_once_are_found_each_where_it_stands(
    text: str, columns: list[int]
) -> None:
    sources = Sources(form_of("发文:\n  机关: 比对 对,对对比\n"))
    written = sources.written(("发文", "机关"), text)
    starts = [found.start() for found in re.finditer("对对", text)]

    assert [written.locate(start, start + 2).column for start in starts] == columns
    assert written.locate(0, 0) == Mark(2, 7)


def test_a_paragraph_is_found_in_its_own_line_though_one_above_has_its_words() -> None:
    sources = Sources(form_of("正文:\n  - 段落: |\n      甲对对乙\n\n      对对\n      对对\n"))
    lines = [
        sources.written(("正文", 0, "段落", number), text).locate(0, 2).line
        for number, text in enumerate(["甲对对乙", "对对", "对对"])
    ]

    assert lines == [3, 5, 6]


def test_a_paragraph_with_a_name_filled_in_is_looked_for_from_its_own_line_on() -> None:
    lines = "      甲{{ 机关 }}对对\n" * 3
    sources = Sources(form_of(f"正文:\n  - 段落: |\n{lines}"))
    found = [sources.written(("正文", 0, "段落", at), "甲局对对").locate(2, 4) for at in range(3)]

    assert [mark.line for mark in found] == [3, 4, 5]
