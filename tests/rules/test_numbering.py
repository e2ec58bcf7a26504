"""The rules on ordinals: runs in running text and headings go on without gap or repeat."""

import pytest
from forms import form
from rules_on import faults_in, faults_in_form

Text = str | list[str]

WRONG: list[tuple[Text, str, str]] = [
    ("一是加强学习。二是完善制度。四是强化督查。", "numbering-run", "四是"),
    ("一是加强学习；三是强化督查。", "numbering-run", "三是"),
    (
        ["整改情况：一是学习。二是立制。三是督查。", "整改情况：一是清退。二是追责。四是公示。"],
        "numbering-run",
        "四是",
    ),
    ("一是加强学习。二是完善制度。二是强化督查。三是抓好落实。", "numbering-run", "二是"),
    ("一是加强学习。三是完善制度。二是强化督查。四是抓好落实。", "numbering-run", "三是"),
    ("加强学习，提高认识。二是完善制度。三是强化督查。", "numbering-run", "二是"),
    ("下一步，一要提高站位。三要抓好落实。", "numbering-run", "三要"),
    ("第一，加强学习。第三，强化督查。", "numbering-run", "第三，"),
    ("整改措施：（1）加强学习。（2）完善制度。（4）强化督查。", "numbering-run", "（4）"),
    ("整改措施：①加强学习；②完善制度；④强化督查。", "numbering-run", "④"),
    (["一是加强学习。", "二是完善制度。", "四是强化督查。"], "numbering-run", "四是"),
    ("整改完成情况：一是加强学习，提高认识。", "numbering-lone", "一是"),
    (["一是加强学习。", "认真完善制度。"], "numbering-lone", "一是"),
    (["一、组织领导", "二、整改进展", "四、巩固成效"], "numbering-heading", "四、"),
    (["一、组织领导", "（一）提高站位", "（一）压实责任"], "numbering-heading", "（一）"),
    (
        [
            "一、甲部分",
            "（一）提高站位",
            "（二）压实责任",
            "二、乙部分",
            "（一）学习",
            "（三）督查",
        ],
        "numbering-heading",
        "（三）",
    ),
    (["1.学习不深入", "2.制度不健全", "4.督查不到位"], "numbering-heading", "4."),
    (["（1）学习不深入。", "（2）制度不健全。", "（2）督查不到位。"], "numbering-heading", "（2）"),
]
RIGHT: list[Text] = [
    "一是加强学习。二是完善制度。三是强化督查。",
    "一要提高站位。二要抓好落实。",
    "坚持一是一、二是二，不回避矛盾。",
    "党组书记履行第一责任人职责，第一书记、第二党支部协同推进。",
    "会议要求“一是加强学习，三是强化督查”的内容要重新梳理。",
    "学习《关于一是二是写法的说明》。",
    "十一是国庆节，办公室安排专人值班。",
    "主要抓好三件事：首先，加强学习；其次，完善制度；最后，强化督查。",
    "首先加强学习，二是完善制度，三是强化督查。",
    "一是加强学习，其次完善制度。",
    "一方面加强学习，另一方面强化督查。",
    "一是加强学习：一是集中学；二是自学。二是完善制度：一是立；二是改。三是强化督查。",
    "一是加强学习。二是完善制度。同时，抓好配套：一是公示。二是归档。",
    "主要抓好一是加强学习；二是完善制度；三是强化督查。",
    ["一是加强学习。", "按月安排专题。", "二是完善制度。", "三是强化督查。"],
    ["党组抓总：一是研究方案。二是部署任务。", "书记带头：一是带头学习。二是带头整改。"],
    ["一、甲部分", "（一）学习", "（二）督查", "二、乙部分", "（一）整改", "（二）巩固"],
    ["（一）甲方面", "1.学习", "2.督查", "（二）乙方面", "1.整改", "2.巩固"],
    ["（一）甲方面", "1.学习", "2.督查", "（二）乙方面", "3.整改", "4.巩固"],
    ["1.学习", "1.督查", "1.整改"],
    ["（一）学习", "（二）督查", "书记履责情况", "（一）带头", "（二）督促"],
    "2.5万元已上缴财政。",
    "（1）加强学习；（2）完善制度；（3）强化督查。",
    "研究部署整改工作。（3）针对记录不规范问题，指定专人负责。（4）针对台账不健全问题，逐月核对。",
    "二是加强学习，提高认识。三是完善制度。",
    "一是加强学习，提高认识。",
]


@pytest.mark.parametrize(("text", "code", "words"), WRONG)
def test_a_wrong_ordinal_is_found_by_its_own_rule_only(text: Text, code: str, words: str) -> None:
    assert faults_in(text) == [(code, words)]


@pytest.mark.parametrize("text", RIGHT)
def test_right_ordinals_stay_silent(text: Text) -> None:
    assert faults_in(text) == []


def test_paragraphs_of_a_form_are_one_run() -> None:
    body = "- 段落: 一是迅速行动，成立专班。\n- 段落: 二是严明责任，分工到人。\n- 段落: {}查摆落实，明确方向。"
    assert faults_in_form(form(body.format("三是"))) == []
    assert faults_in_form(form(body.format("四是"))) == [("numbering-run", "四是")]


def test_a_heading_between_two_ordinals_does_not_break_their_run() -> None:
    text = ["一是抓学习。", "（一）集中学习", "每月一次。", "二是抓督查。"]
    assert faults_in(text) == []
