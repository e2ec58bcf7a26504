"""Compose stage: what is numbered, joined and left out."""

import pytest
from forms import HEAD, body_of, document_of, form, lines_of, problems_of

from noticegen import document as doc

LADDER = """
- 部分: 整改情况
- 方面: 学习方面
- 类别: 学习不够
- 问题: 计划不全
- 问题: 记录不全
- 类别: 落实不够
- 问题: 督促不够
- 方面: 作风方面
- 类别: 服务不够
- 问题: 走访不够
- 部分: 其他情况
- 方面: 其他方面
- 问题: 总结不够
"""


def wording(*lines: str) -> str:
    """Return 写法 of *lines*."""
    return "写法:\n" + "".join(f"  {line}\n" for line in lines)


def blocks_of(items: str, more: str = "") -> list[doc.Block]:
    """Return the blocks between title and signature."""
    return list(document_of(form(items, more)).blocks[1:-1])


def runs_of(items: str, more: str = "") -> list[list[tuple[str, int]]]:
    """Return text and level of the runs of each paragraph; a heading is one run."""
    return [
        [(block.text, block.level)]
        if isinstance(block, doc.Heading)
        else [(run.text, run.level) for run in block.runs]
        for block in blocks_of(items, more)
        if isinstance(block, doc.Heading | doc.Paragraph)
    ]


# Numbering


def test_findings_count_through_the_document_and_categories_anew_under_each_aspect() -> None:
    assert body_of(form(LADDER)) == [
        "一、整改情况",
        "（一）学习方面",
        "1.学习不够",
        "（1）计划不全",
        "（2）记录不全",
        "2.落实不够",
        "（3）督促不够",
        "（二）作风方面",
        "1.服务不够",
        "（4）走访不够",
        "二、其他情况",
        "（一）其他方面",
        "（5）总结不够",
    ]


def test_nothing_counts_through_where_the_form_says_so() -> None:
    numbered = body_of(form(LADDER, more=wording("连续: 无")))

    assert [line[:3] for line in numbered if "（1）" in line or "（2）" in line] == [
        *("（1）", "（2）", "（1）", "（1）", "（1）")
    ]


def test_any_kind_may_count_through() -> None:
    numbered = body_of(form(LADDER, more=wording("连续:", "  - 方面", "  - 类别")))

    assert [line for line in numbered if line.startswith(("（三）", "3."))] == [
        "3.服务不够",
        "（三）其他方面",
    ]


def test_a_kind_may_go_without_numbers() -> None:
    numbered = body_of(form(LADDER, more=wording("序号:", "  部分: 无", "  类别: 无")))

    assert numbered[:4] == ["整改情况", "（一）学习方面", "学习不够", "（1）计划不全"]


@pytest.mark.parametrize(
    ("sample", "numbered"),
    [
        ("（1）", ["（1）计划不全", "（2）记录不全"]),
        ("1.", ["1.计划不全", "2.记录不全"]),
        ("①", ["①计划不全", "②记录不全"]),
        ("反馈问题一：", ["反馈问题一：计划不全", "反馈问题二：记录不全"]),
        ("第一个问题：", ["第一个问题：计划不全", "第二个问题：记录不全"]),
        ("无", ["计划不全", "记录不全"]),
    ],
)
def test_a_sample_of_the_first_ordinal_makes_the_rest(sample: str, numbered: list[str]) -> None:
    more = wording("序号:", f"  问题: {sample}")

    assert body_of(form("- 问题: 计划不全\n- 问题: 记录不全", more)) == numbered


def test_findings_and_tasks_of_one_form_share_their_count() -> None:
    assert body_of(form("- 问题: 计划不全\n- 任务: 抓好学习\n- 问题: 记录不全")) == [
        "（1）计划不全",
        "（2）抓好学习",
        "（3）记录不全",
    ]


def test_units_and_points_are_numbered_apart_from_what_stands_above() -> None:
    items = """
    - 部分: 组织情况
    - 要点: 加强领导。
      内容: 成立领导小组。
    - 要点: 加强督查。
      内容: 每周督查。
    - 部分: 整改情况
    - 单位: 县示范局
    - 方面: 学习方面
    - 单位: 县示范中心
    """

    assert body_of(form(items))[1:3] == [
        "（一）加强领导。成立领导小组。",
        "（二）加强督查。每周督查。",
    ]
    assert body_of(form(items))[4:] == ["（一）县示范局", "（一）学习方面", "（二）县示范中心"]


# Headings and run-in headings


def test_a_heading_has_the_level_of_its_ordinal() -> None:
    assert runs_of("- 部分: 甲\n- 方面: 乙\n- 类别: 丙\n- 问题: 丁") == [
        [("一、甲", 1)],
        [("（一）乙", 2)],
        [("1.丙", 3)],
        [("（1）丁", 4)],
    ]
    more = wording("序号:", "  部分: （一）", "  方面: 1.", "  问题: 一、")
    assert runs_of("- 部分: 甲\n- 方面: 乙\n- 问题: 丁", more) == [
        [("（一）甲", 2)],
        [("1.乙", 3)],
        [("一、丁", 1)],
    ]


def test_a_heading_without_a_number_keeps_the_level_of_its_kind() -> None:
    more = wording("序号:", "  部分: 无", "  问题: 反馈问题一：")

    assert runs_of("- 部分: 甲\n- 问题: 丁", more) == [[("甲", 1)], [("反馈问题一：丁", 4)]]


def test_a_heading_that_ends_in_a_stop_runs_into_its_content_in_a_face_of_its_own() -> None:
    items = """
    - 要点: 提高站位。
      内容:
        - 召开会议。统一思想。
        - 另起一段。
    """

    assert runs_of(items) == [
        [("（一）提高站位。", 2), ("召开会议。统一思想。", 0)],
        [("另起一段。", 0)],
    ]


def test_a_heading_without_a_stop_stands_on_a_line_of_its_own() -> None:
    items = "- 要点: 提高站位\n  内容: 召开会议。"

    assert runs_of(items) == [[("（一）提高站位", 2)], [("召开会议。", 0)]]


def test_a_heading_of_running_text_is_in_the_face_of_the_body() -> None:
    items = "- 要点: 提高站位。\n  内容: 召开会议。"

    assert runs_of(items, wording("序号:", "  要点: 一是")) == [
        [("一是提高站位。", 0), ("召开会议。", 0)]
    ]


def test_a_finding_runs_into_its_measures_up_to_its_first_stop() -> None:
    items = "- 问题: 学习不够\n  措施: 抓好学习。"
    more = wording("问题: 针对{{ 问题 }}问题。", "措施: 同段")

    assert runs_of(items, more) == [[("（1）针对学习不够问题。", 4), ("抓好学习。", 0)]]


# Measures

TWO = "- 问题: 学习不够\n  措施:\n    - 补全计划\n    - 抓好落实。"


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (
            ["措施: 同段"],
            ["（1）学习不够。一是补全计划。二是抓好落实。"],
        ),
        (
            ["措施: 同段", "措施引语: 整改情况："],
            ["（1）学习不够。整改情况：一是补全计划。二是抓好落实。"],
        ),
        (
            ["措施: 另段", "措施引语: 整改情况："],
            ["（1）学习不够", "整改情况：一是补全计划。二是抓好落实。"],
        ),
        (
            ["措施: 逐条"],
            ["（1）学习不够", "一是补全计划。", "二是抓好落实。"],
        ),
        (
            ["措施: 逐条", "措施引语: 整改情况：", "措施序号: ①"],
            ["（1）学习不够", "整改情况：", "①补全计划。", "②抓好落实。"],
        ),
        (
            ["措施序号: 无"],
            ["（1）学习不够", "补全计划。抓好落实。"],
        ),
    ],
)
def test_measures_join_the_finding_follow_it_or_stand_alone(
    lines: list[str], printed: list[str]
) -> None:
    assert body_of(form(TWO, wording(*lines))) == printed


@pytest.mark.parametrize("way", ["同段", "另段", "逐条"])
def test_a_single_measure_has_no_ordinal(way: str) -> None:
    printed = "".join(
        body_of(form("- 问题: 学习不够\n  措施: 抓好学习。", wording(f"措施: {way}")))
    )

    assert printed.endswith("抓好学习。")
    assert "一是" not in printed


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["措施: 另段"], ["（1）学习不够", "经过整改，一是补全计划。二是抓好落实。"]),
        (
            ["措施: 另段", "措施引语: 整改情况："],
            ["（1）学习不够", "整改情况：经过整改，一是补全计划。二是抓好落实。"],
        ),
        (["措施: 同段"], ["（1）学习不够。经过整改，一是补全计划。二是抓好落实。"]),
    ],
)
def test_a_lead_stands_before_the_first_measure(lines: list[str], printed: list[str]) -> None:
    items = TWO.replace("  措施:", "  导语: 经过整改，\n  措施:")

    assert body_of(form(items, wording(*lines))) == printed


def test_content_follows_the_measures_in_paragraphs_of_its_own() -> None:
    items = TWO + "\n  内容:\n    - 成效明显。\n    - 下一步继续抓好。"

    assert body_of(form(items))[2:] == ["成效明显。", "下一步继续抓好。"]


def test_a_finding_without_measures_prints_no_label() -> None:
    items = "- 问题: 学习不够\n  内容: 正在研究。"

    assert body_of(form(items, wording("措施引语: 整改情况："))) == ["（1）学习不够", "正在研究。"]


def test_a_lead_without_measures_is_not_lost() -> None:
    text = form("- 问题: 学习不够\n  导语: 经研究，正在抓紧整改。")

    assert problems_of(text) != [] or "经研究，正在抓紧整改。" in body_of(text)


def test_a_measure_keeps_the_mark_it_ends_in() -> None:
    items = "- 问题: 学习不够\n  措施:\n    - 补全计划；\n    - 做到“两个维护”\n    - 抓好落实！"

    assert body_of(form(items))[1] == "一是补全计划；二是做到“两个维护”。三是抓好落实！"


def test_a_full_stop_typed_half_width_after_chinese_is_no_second_stop() -> None:
    items = "- 问题: 学习不够\n  措施:\n    - 补全计划.\n    - 抓好落实."

    assert body_of(form(items))[1] == "一是补全计划。二是抓好落实。"


# Words of the form's own


def test_the_verbatim_line_takes_the_place_of_the_pattern_but_keeps_its_number() -> None:
    items = "- 问题: 学习不够\n  原文: 中心组学习不够深入。\n- 问题: 落实不够"

    assert body_of(form(items, wording("问题: 关于{{ 问题 }}问题"))) == [
        "（1）中心组学习不够深入。",
        "（2）关于落实不够问题",
    ]


def test_a_pattern_may_call_on_the_ledger_and_drops_a_stop_it_runs_over() -> None:
    items = "- 问题: 学习不够。\n  责任单位: 办公室"
    more = wording("问题: 关于{{ 问题 }}的问题（{{ 责任单位 }}、{{ 机关 }}）")

    assert body_of(form(items, more)) == ["（1）关于学习不够的问题（办公室、中共云山县示范局党组）"]


def test_the_ledger_is_not_printed() -> None:
    items = """
    - 问题: 学习不够
      措施: 抓好学习。
      状态: 已完成
      责任领导: 张明
      责任单位: 办公室
      责任人: 李华
      完成时限: 2024年3月
      进展: 顺利
      备注: 内部掌握
    """

    assert body_of(form(items)) == ["（1）学习不够", "抓好学习。"]


def test_a_part_may_word_its_items_its_own_way_in_what_it_names_and_nothing_else() -> None:
    items = """
    - 部分: 甲
      写法:
        措施: 同段
        序号:
          问题: 1.
    - 问题: 学习不够
      措施: [补全计划。, 抓好落实。]
    - 部分: 乙
    - 问题: 落实不够
      措施: [加强督促。, 加强检查。]
    """
    more = wording("措施引语: 整改情况：", "措施序号: （1）", "序号:", "  部分: （一）")

    assert body_of(form(items, more)) == [
        "（一）甲",
        "1.学习不够。整改情况：（1）补全计划。（2）抓好落实。",
        "（二）乙",
        "（1）落实不够",
        "整改情况：（1）加强督促。（2）加强检查。",
    ]


MATTER = """
- 事项: 清理工作
  存在问题: 还有3笔未清理
  措施:
    - 加强沟通。
    - 限期清理。
- 事项: 督查工作。
  措施: 加强督查。
"""


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (
            ["措施: 同段", "措施引语: 整改措施：", "措施序号: （1）"],
            [
                "（一）清理工作需进一步整改。还存在的问题：还有3笔未清理。整改措施：（1）加强沟通。（2）限期清理。",
                "（二）督查工作需进一步整改。整改措施：加强督查。",
            ],
        ),
        (
            ["事项: '{{ 事项 }}：{{ 存在问题 }}'", "措施: 同段"],
            [
                "（一）清理工作：还有3笔未清理。一是加强沟通。二是限期清理。",
            ],
        ),
        pytest.param(
            [],
            [
                "（一）清理工作需进一步整改。还存在的问题：还有3笔未清理。",
                "一是加强沟通。二是限期清理。",
                "（二）督查工作需进一步整改。",
                "加强督查。",
            ],
        ),
    ],
)
def test_a_matter_says_what_remains_and_what_will_be_done(
    lines: list[str], printed: list[str]
) -> None:
    items = MATTER if len(printed) > 1 else MATTER.partition("- 事项: 督查")[0]

    assert body_of(form(items, wording(*lines) if lines else "")) == printed


def test_a_matter_is_a_run_in_heading_up_to_its_first_stop() -> None:
    assert runs_of(MATTER, wording("措施: 同段"))[0] == [
        ("（一）清理工作需进一步整改。", 2),
        ("还存在的问题：还有3笔未清理。一是加强沟通。二是限期清理。", 0),
    ]


# What is withheld


def test_what_is_withheld_is_neither_printed_nor_numbered_and_leaves_no_bare_heading() -> None:
    items = """
    - 部分: 甲
    - 方面: 涉密方面
    - 类别: 涉密类别
    - 问题: 涉密
      不公开: 涉及国家秘密
      措施: 保密。
    - 方面: 学习方面
    - 问题: 也涉密
      不公开: 涉及国家秘密
    - 问题: 学习不够
    - 部分: 乙
      内容: 本部分另行反馈。
    - 任务: 涉密任务
      不公开: 涉及国家秘密
    """

    assert body_of(form(items)) == [
        "一、甲",
        "（一）学习方面",
        "（1）学习不够",
        "二、乙",
        "本部分另行反馈。",
    ]


def test_a_heading_that_never_had_anything_below_it_stays() -> None:
    assert body_of(form("- 部分: 甲\n- 部分: 乙")) == ["一、甲", "二、乙"]


# The preamble


def inspection(**facts: str) -> str:
    """Return 巡察 with a team and *facts*."""
    lines = {"巡察组": "县委第三巡察组"} | facts
    return "巡察:\n" + "".join(f"  {label}: {value}\n" for label, value in lines.items())


@pytest.mark.parametrize(
    ("facts", "opening"),
    [
        ({}, "县委第三巡察组对中共云山县示范局党组进行了巡察。"),
        ({"部署": "县委"}, "根据县委巡察工作统一部署，县委第三巡察组对"),
        ({"开始": "2024-1-2"}, "2024年1月2日起，县委第三巡察组对"),
        (
            {"开始": "2023-12-4", "结束": "2024-1-26"},
            "2023年12月4日至2024年1月26日，县委第三巡察组对",
        ),
        (
            {"对象": "局党组", "反馈日期": "2024-3-1"},
            "县委第三巡察组对局党组进行了巡察，并于2024年3月1日反馈了巡察意见。",
        ),
        (
            {"类型": "巡视", "部署": "省委"},
            "根据省委巡视工作统一部署，县委第三巡察组对中共云山县示范局党组进行了巡视。",
        ),
    ],
)
def test_the_preamble_says_the_facts_that_are_filled(facts: dict[str, str], opening: str) -> None:
    assert body_of(form(more=inspection(**facts)))[0].startswith(opening)


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        pytest.param(fact, value, words)
        for fact, value, words in (
            ("历时", "45天", "为期45天的巡察"),
            ("反馈对象", "我局", "向我局反馈了巡察意见"),
            ("轮次", "十四届县委第三轮", "十四届县委第三轮"),
        )
    ],
)
def test_no_fact_that_is_filled_drops_out_of_the_preamble(
    fact: str, value: str, words: str
) -> None:
    facts = {"部署": "县委", "反馈日期": "2024-3-1", fact: value}

    assert words in body_of(form(more=inspection(**facts)))[0]


def test_without_any_fact_or_wording_there_is_no_preamble() -> None:
    assert body_of(form()) == ["正文。"]


def test_facts_that_make_no_preamble_are_a_problem() -> None:
    assert problems_of(form(more="巡察:\n  部署: 县委\n  反馈日期: 2024年3月1日\n")) != []


def test_a_preamble_may_be_given_word_for_word_in_several_paragraphs() -> None:
    more = wording("引言: |", "  根据{{ 机关 }}部署。", "  现予公布。")

    assert body_of(form(more=more))[:2] == ["根据中共云山县示范局党组部署。", "现予公布。"]


# The contact paragraph


@pytest.mark.parametrize(
    ("contact", "printed"),
    [
        ({"引语": "欢迎监督。", "电话": "0000-1234567"}, "欢迎监督。联系电话：0000-1234567。"),
        ({"引语": "欢迎监督。"}, "欢迎监督。"),
        (
            {"引语": "欢迎监督。", "地址": "云山县1号", "邮编": "000000", "网址": "a.example.com"},
            "欢迎监督。通信地址：云山县1号（邮编：000000）；网址：a.example.com。",
        ),
        (
            {"引语": "欢迎监督。", "邮编": "000000", "邮箱": "a@example.com"},
            "欢迎监督。邮政编码：000000；电子邮箱：a@example.com。",
        ),
        pytest.param(
            {"引语": "欢迎监督", "电话": "0000-1234567"}, "欢迎监督。联系电话：0000-1234567。"
        ),
    ],
)
def test_the_contact_paragraph_says_the_ways_that_are_filled(
    contact: dict[str, str], printed: str
) -> None:
    more = "联系:\n" + "".join(f"  {label}: {value}\n" for label, value in contact.items())

    assert body_of(form(more=more))[-1] == printed


# Title, signature, attachments


def test_issuers_of_a_joint_notice_stand_apart_in_the_title_and_below_each_other() -> None:
    head = (
        "发文:\n  机关:\n    - 中共云山县示范局党组\n    - 中共云山县模范局党组\n"
        "  成文日期: 2024年6月20日\n"
    )
    document = document_of(form(head=head))

    assert document.title == ("中共云山县示范局党组 中共云山县模范局党组关于巡察整改进展情况的通报")
    assert document.issuer == "中共云山县示范局党组、中共云山县模范局党组"
    assert document.blocks[-1] == doc.Signature(
        ("中共云山县示范局党组", "中共云山县模范局党组"), "2024年6月20日"
    )


def test_the_signature_may_differ_from_the_issuer() -> None:
    document = document_of(form(head=HEAD + "  署名: 云山县示范局党组\n"))

    assert lines_of(document)[-2:] == ["云山县示范局党组", "2024年6月20日"]
    assert (document.issuer, document.date) == ("云山县示范局党组", "2024-06-20")


def test_the_title_calls_on_facts_and_keeps_the_breaks_it_is_given() -> None:
    head = (
        HEAD
        + "  标题: '{{ 机关 }}关于整改情况的通报'\n  标题分行: ['{{ 机关 }}', 关于整改情况的通报]\n"
    )

    assert document_of(form(head=head)).blocks[0] == doc.Title(
        "中共云山县示范局党组关于整改情况的通报",
        ("中共云山县示范局党组", "关于整改情况的通报"),
    )


def test_a_title_given_only_by_its_lines_is_those_lines() -> None:
    head = HEAD + "  标题分行:\n    - 中共云山县示范局党组\n    - 关于集中整改情况的通报\n"

    assert document_of(form(head=head)).title == "中共云山县示范局党组关于集中整改情况的通报"


def test_recipients_end_in_a_colon_and_an_annotation_stands_in_brackets() -> None:
    head = HEAD + "  主送: 局属各单位\n  附注: （此件公开发布）\n"
    blocks = document_of(form(head=head)).blocks

    assert blocks[1] == doc.Recipients("局属各单位：")
    assert blocks[-1] == doc.Annotation("（此件公开发布）")


def test_one_attachment_has_no_number_several_have() -> None:
    one = "附件:\n  - 名称: 一览表。\n    表: |\n      序号 | 问题\n      1 | 学习不够\n"
    two = one + "  - 名称: 说明\n    内容: 共{{ 问题数 }}个问题。\n"

    assert document_of(form(more=one)).blocks[-3:] == (
        doc.AttachmentNote(("一览表",)),
        doc.Signature(("中共云山县示范局党组",), "2024年6月20日"),
        doc.Attachment("附件", "一览表", (doc.Table(("序号", "问题"), (("1", "学习不够"),)),)),
    )
    assert [
        (block.label, block.title)
        for block in document_of(form(more=two)).blocks
        if isinstance(block, doc.Attachment)
    ] == [("附件1", "一览表"), ("附件2", "说明")]
    assert lines_of(document_of(form(more=two)))[-1] == "共0个问题。"


def test_the_words_of_masthead_and_imprint_go_with_the_document() -> None:
    head = HEAD + "  文号: 云示党组〔2024〕3号\n  紧急程度: 加急\n"
    more = "版记:\n  抄送: 县委巡察办\n  印发机关: 县示范局办公室\n  印发日期: 2024-6-21\n"

    assert document_of(form(head=head, more=more)).words == {
        "文号": "云示党组〔2024〕3号",
        "紧急程度": "加急",
        "抄送": "县委巡察办",
        "印发机关": "县示范局办公室",
        "印发日期": "2024年6月21日",
    }


def test_composing_a_notice_leaves_nothing_behind_for_the_next() -> None:
    assert document_of(form(LADDER)) == document_of(form(LADDER))
