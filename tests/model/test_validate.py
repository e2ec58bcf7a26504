"""Model stage: a form becomes a notice, or each slip in it is told with its line and its remedy.

A case is a form and the (line, code) of all that is found in it; where the remedy is what
matters, its sentence is asserted too.
"""

import pytest
from forms import HEAD, body_of, errors_of, form, messages_of, notice_of, problems_of

ISSUERS = "发文:\n  机关: 中共云山县示范局党组\n"


def listed(items: str) -> str:
    """Return a form whose 正文 starts, on line 5, with a heading that is right."""
    return form("- 部分: 整改情况\n" + items)


def finding(more: str) -> str:
    """Return a form with a finding on line 6 and *more* of its labels from line 7 on."""
    return listed(f"- 问题: 学习不够\n  {more}")


def test_a_form_with_nothing_wrong_has_no_problems() -> None:
    assert problems_of(finding("措施:\n    - 抓好学习。\n  状态: 已完成")) == []


# What is missing, unknown or in the wrong place


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("正文:\n  - 段落: 正文。\n", [(1, "model-missing")]),
        (HEAD, [(1, "model-missing")]),
        (form(head=ISSUERS), [(1, "model-missing")]),
        (form(head="发文:\n  成文日期: 2024年6月20日\n"), [(1, "model-missing")]),
        (form(more="附件:\n  - 内容: 文字。\n"), [(5, "model-missing")]),
        (form(more="巡察:\n  反馈日: 2024年1月12日\n"), [(5, "model-unknown-label")]),
        (form(more="巡察:\n  甲乙丙: 县委\n"), [(5, "model-unknown-label")]),
        (form(more="巡察:\n  电话: 0000-1234567\n"), [(5, "model-unknown-label")]),
        (form(more="说明书: 文字\n"), [(4, "model-unknown-label")]),
        (finding("整改措施:\n    - 抓好。"), [(7, "model-unknown-label")]),
        (finding("抄送: 县委办公室"), [(7, "model-unknown-label")]),
        (
            listed("- 部分: 另一部分\n  写法:\n    连续: 无"),
            [(8, "model-unknown-label")],
        ),
    ],
)
def test_a_label_missing_or_unknown_is_told_where_it_belongs(
    text: str, problems: list[tuple[int, str]]
) -> None:
    assert problems_of(text) == problems


def test_a_missing_label_comes_with_an_example_of_its_line() -> None:
    assert messages_of(form(head=ISSUERS)) == [
        "「发文」下还没有填「成文日期」，请补上，例如：`成文日期: 2023年9月26日`。"
    ]


def test_a_mistyped_label_is_told_what_was_probably_meant() -> None:
    text = form(head=HEAD.replace("成文日期", "成文日其"))

    assert "不认识的标签「成文日其」，是不是「成文日期」？" in messages_of(text)
    assert (3, "model-unknown-label") in problems_of(text)


def test_a_mistyped_label_is_one_problem_not_two() -> None:
    text = form(head=HEAD.replace("成文日期", "成文日其"))

    assert problems_of(text) == [(3, "model-unknown-label")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            form(more="巡察:\n  电话: 0000-1234567\n"),
            "「电话」不写在这里，请移到「联系」下面。",
        ),
        (
            form(more="巡察:\n  甲乙丙: 县委\n"),
            "不认识的标签「甲乙丙」，这里可以写类型、部署、轮次、巡察组、对象、开始、结束、历时、反馈日期、反馈对象等。",
        ),
        (
            finding("整改措施:\n    - 抓好。"),
            "不认识的标签「整改措施」，是不是「措施」？",
        ),
    ],
)
def test_an_unknown_label_is_told_its_place_or_its_neighbours(text: str, sentence: str) -> None:
    assert messages_of(text) == [sentence]


@pytest.mark.parametrize(
    "label",
    [pytest.param(label) for label in ("责任部门", "责任科室", "责任处室")],
)
def test_what_other_offices_call_the_responsible_department_is_understood(label: str) -> None:
    assert f"不认识的标签「{label}」，是不是「责任单位」？" in messages_of(
        finding(f"{label}: 办公室")
    )


@pytest.mark.parametrize("label", ["传真", "联系人", "微信公众号", "监督信箱", "网址", "监督电话"])
def test_an_office_may_add_ways_to_reach_it(label: str) -> None:
    text = form(more=f"联系:\n  电话: 0000-1234567\n  {label}: 云山\n")

    assert problems_of(text) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(ours, theirs)
        for ours, theirs in (("电话", "办公电话"), ("地址", "来访地址"), ("邮箱", "监督邮箱"))
    ],
)
def test_an_office_may_have_a_second_of_ours_under_a_name_of_its_own(
    ours: str, theirs: str
) -> None:
    assert problems_of(form(more=f"联系:\n  {ours}: 云山\n  {theirs}: 云山\n")) == []


def test_a_mistyped_way_to_reach_the_office_is_a_slip() -> None:
    text = form(more="联系:\n  电化: 0000-1234567\n")

    assert problems_of(text) == [(5, "model-unknown-label")]
    assert messages_of(text) == ["不认识的标签「电化」，是不是「电话」？"]


# What an item is


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (listed("- 措施:\n    - 抓好。"), [(6, "model-kind")]),
        (listed("- 状态: 已完成"), [(6, "model-kind")]),
        (finding("任务: 抓好学习"), [(6, "model-kind")]),
        (listed("- 段落: 文字。\n  措施:\n    - 抓好。"), [(6, "model-misplaced")]),
        (listed("- 要点: 提高站位。\n  状态: 已完成"), [(6, "model-misplaced")]),
        (listed("- 方面: 学习方面\n  写法:\n    措施: 同段"), [(6, "model-misplaced")]),
        (listed("- 事项: 清理\n  不公开: 涉密"), [(6, "model-misplaced")]),
        (finding("存在问题: 还有3笔。"), [(6, "model-misplaced")]),
        (listed("- 一段文字"), [(6, "model-not-labels")]),
    ],
)
def test_an_item_is_exactly_one_thing_with_what_belongs_to_it(
    text: str, problems: list[tuple[int, str]]
) -> None:
    assert problems_of(text) == problems


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            listed("- 段落: 文字。\n  措施:\n    - 抓好。"),
            "「措施」不能写在「段落」里，它只用在「问题」、「任务」、「事项」里。",
        ),
        (
            finding("任务: 抓好学习"),
            "「问题」和「任务」不能写在同一项里，请另起一行写“- 任务: ”。",
        ),
        (
            listed("- 状态: 已完成"),
            "看不出这一项是什么，请先写部分、单位、方面、类别、要点、段落、问题、任务、事项中的一个。",
        ),
    ],
)
def test_an_item_that_is_none_or_two_is_told_how_to_be_one(text: str, sentence: str) -> None:
    assert messages_of(text) == [sentence]


def test_one_wrong_item_alone_does_not_make_the_body_wrong() -> None:
    assert problems_of(form("- 段落: 文字。\n  状态: 已完成")) == [(5, "model-misplaced")]


@pytest.mark.parametrize("typed", ["''", "'  '"])
@pytest.mark.parametrize("label", ["部分", "问题"])
def test_an_item_without_words_is_no_item(label: str, typed: str) -> None:
    assert errors_of(listed(f"- {label}: {typed}")) != []


def test_withholding_a_finding_takes_a_reason() -> None:
    assert problems_of(finding("不公开:")) == [(7, "model-withheld-reason")]
    assert messages_of(finding("不公开:")) == [
        "「不公开」后面要写理由才算数，请补上理由；要公开就删去这一行。"
    ]


@pytest.mark.parametrize("label", ["不\u200b公开", "不公\x07开", "'不公开'", '"不公\\u5f00"'])
def test_withholding_takes_a_reason_however_the_label_is_typed(label: str) -> None:
    assert (7, "model-withheld-reason") in problems_of(finding(f"{label}:"))


@pytest.mark.parametrize("typed", ["否", "无", "公开", "是"])
def test_yes_and_no_are_no_reason_to_withhold_a_finding(typed: str) -> None:
    assert problems_of(finding(f"不公开: {typed}")) == [(7, "model-withheld-reason")]


# What a value may look like


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (form(head=HEAD + "  文号:\n    年份: 2024\n"), [(5, "model-not-text")]),
        (listed("- 问题:\n    - 学习不够\n    - 落实不够"), [(7, "model-not-text")]),
        (form(head="发文: 中共云山县示范局党组\n"), [(1, "model-not-labels")]),
        (form(more="巡察: 县委\n"), [(4, "model-not-labels")]),
        (HEAD + "正文: 一段文字。\n", [(4, "model-not-list")]),
        (HEAD + "正文:\n  部分: 整改情况\n", [(5, "model-not-list")]),
        (form(more="附件: 一览表\n"), [(4, "model-not-list")]),
        (finding("措施:\n    导语: 抓好。"), [(8, "model-not-list")]),
    ],
)
def test_a_text_a_group_and_a_list_are_not_mixed_up(
    text: str, problems: list[tuple[int, str]]
) -> None:
    assert problems_of(text) == problems


def test_a_group_written_on_one_line_is_told_how_it_is_written() -> None:
    assert messages_of(form(head="发文: 中共云山县示范局党组\n")) == [
        "「发文」下面要另起一行，缩进两格，写成“机关: 内容”这样的一行一项。"
    ]


@pytest.mark.parametrize(
    ("text", "line", "meant"),
    [
        (form(more="写法:\n  措施: 同一段\n"), 5, "是不是“同段”？"),
        (form(more="巡察:\n  类型: 巡查\n"), 5, "是不是“巡察”？"),
        (form(head=HEAD + "  范围: 对外公开\n"), 4, "是不是“公开”？"),
        (form(more="格式: 2\n"), 4, "请写成 `格式: 1`。"),
        (
            form(more="写法:\n  连续: 措施\n"),
            5,
            "可以写部分、单位、方面、类别、要点、问题、任务、事项或者无。",
        ),
    ],
)
def test_a_choice_that_is_not_offered_is_told_the_nearest(text: str, line: int, meant: str) -> None:
    assert problems_of(text) == [(line, "model-choice")]
    assert messages_of(text)[0].endswith(meant)


def test_paragraphs_cannot_be_numbered_through() -> None:
    assert problems_of(form(more="写法:\n  连续: 段落\n")) == [(5, "model-choice")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("完成", "已完成"),
        ("已整改", "已完成"),
        ("已办结", "已完成"),
        ("已销号", "已完成"),
        ("整改完成", "已完成"),
        ("己完成", "已完成"),
        ("基本整改", "基本完成"),
        ("整改中", "持续推进"),
        ("正在整改", "持续推进"),
        ("推进中", "持续推进"),
        ("长期坚持", "持续推进"),
        ("未整改", "未完成"),
        ("尚未完成", "未完成"),
        ("否", "未完成"),
    ],
)
def test_another_word_for_a_status_is_told_ours(typed: str, meant: str) -> None:
    text = finding(f"状态: {typed}")

    assert problems_of(text) == [(7, "model-choice")]
    assert messages_of(text) == [
        f"「状态」只能填已完成、基本完成、持续推进、未完成，不能填“{typed}”，是不是“{meant}”？"
    ]


@pytest.mark.parametrize(
    "typed",
    [pytest.param(typed) for typed in ("部分完成", "没有完成", "即将完成", "无法完成")],
)
def test_what_is_not_done_is_never_proposed_to_be_called_done(typed: str) -> None:
    assert "是不是“已完成”" not in messages_of(finding(f"状态: {typed}"))[0]


def test_a_status_nobody_can_guess_gets_the_choices_alone() -> None:
    assert messages_of(finding("状态: 搁置")) == [
        "「状态」只能填已完成、基本完成、持续推进、未完成，不能填“搁置”。"
    ]


# Ordinals


@pytest.mark.parametrize(
    ("typed", "ordinal"),
    [
        ("一是抓好学习。", "一是"),
        ("二是抓好学习。", "二是"),
        ("十一是抓好学习。", "十一是"),
        ("第一，抓好学习。", "第一，"),
        ("第一是抓好学习。", "第一是"),
        ("1.抓好学习。", "1."),
        ("1. 抓好学习。", "1."),
        ("１．抓好学习。", "1．"),
        ("12.抓好学习。", "12."),
        ("1、抓好学习。", "1、"),
        ("（1）抓好学习。", "（1）"),
        ("（一）抓好学习。", "（一）"),
        ("一、抓好学习。", "一、"),
        ("①抓好学习。", "①"),
        *(pytest.param(f"{ordinal}抓好学习。", ordinal) for ordinal in ("1）", "⑴", "⒈")),
    ],
)
def test_an_ordinal_typed_before_a_measure_is_to_be_deleted(typed: str, ordinal: str) -> None:
    text = finding(f"措施:\n    - 抓好工作。\n    - {typed}")

    assert problems_of(text) == [(9, "model-typed-ordinal")]
    assert messages_of(text) == [f"措施前的序号由程序编排，请删去“{ordinal}”，只写措施本身。"]


@pytest.mark.parametrize(
    "item",
    [
        "部分: 一、整改落实情况",
        "方面: （一）学习方面",
        "类别: 1.学习不够",
        "类别: 1. 学习不够",
        "问题: （1）计划不全",
        "要点: （一）提高站位。",
    ],
)
def test_an_ordinal_typed_before_a_heading_or_a_finding_is_to_be_deleted(item: str) -> None:
    assert problems_of(listed(f"- {item}")) == [(6, "model-typed-ordinal")]


@pytest.mark.parametrize(
    "item",
    [
        "部分: 一体推进整改落实",
        "类别: 1家企业发生事故",
        "类别: “一岗双责”落实不到位",
        "问题: 2018年1月，1家企业发生事故",
        "问题: 三级网格不健全",
        "要点: 一以贯之。",
    ],
)
def test_a_heading_that_starts_with_a_number_of_its_own_is_left_alone(item: str) -> None:
    assert problems_of(listed(f"- {item}")) == []


def test_an_ordinal_typed_half_width_is_found_too() -> None:
    assert (8, "model-typed-ordinal") in problems_of(finding("措施:\n    - (1)抓好学习。"))


@pytest.mark.parametrize(
    "measure",
    [
        "一要抓好学习，二要抓好落实。",
        "一方面抓好学习，另一方面抓好落实。",
        "2.5亿元专项资金已全部拨付到位。",
        "1.2万名群众受益。",
        "2023年召开党组会议12次。",
        "12月11日召开专题会议。",
        "3次约谈项目负责人。",
        "第一时间召开专题会议。",
        "第一书记驻村开展工作。",
        "三级网格全部建立。",
        "（2023年）全面完成整改。",
        "“一是一、二是二”的作风不断养成。",
        *(
            pytest.param(measure)
            for measure in (
                "一、二号楼加装电梯已完成。",
                "二、三级网格员全部配齐。",
                "1、2号泵站更新改造已完成。",
            )
        ),
    ],
)
def test_a_measure_that_starts_with_a_number_of_its_own_is_left_alone(measure: str) -> None:
    assert errors_of(finding(f"措施:\n    - {measure}")) == []


@pytest.mark.parametrize("sample", ["甲、", "第", "二是", "（二）", "2."])
def test_a_sample_must_show_a_first_ordinal(sample: str) -> None:
    text = form(more=f"写法:\n  序号:\n    方面: {sample}\n")

    assert problems_of(text) == [(6, "model-ordinal")]
    assert messages_of(text) == [
        f"「{sample}」看不出是哪种序号，请写第一个序号的样子：一、 （一） 1. （1） ① 一是 无。"
    ]


# Numbers, tables, dates


@pytest.mark.parametrize("typed", ["6项", "约6", "六", "36.28万元", "7.132.1"])
def test_a_figure_is_a_number_without_its_unit(typed: str) -> None:
    text = form(more=f"数据:\n  制度数: {typed}\n")

    assert problems_of(text) == [(5, "model-number")]
    assert messages_of(text) == [f"「数据」里只写数字，“{typed}”里的单位和文字请写到正文里。"]


@pytest.mark.parametrize("typed", ["0", "6", "7.132", "5.0227", "1,200", "96.4%", "１２"])
def test_a_figure_is_taken_as_it_is_typed(typed: str) -> None:
    assert problems_of(form(more=f"数据:\n  清退金额: {typed}\n")) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1 | 学习 | 好", "「表」的这一行有3格，表头有2格，请补齐或去掉多余的“|”。"),
        ("1", "「表」的这一行有1格，表头有2格，请补齐或去掉多余的“|”。"),
    ],
)
def test_the_rows_of_a_table_have_as_many_cells_as_its_header(row: str, message: str) -> None:
    text = form(more=f"附件:\n  - 名称: 一览表\n    表: |\n      序号 | 问题\n      {row}\n")

    assert [code for _, code in problems_of(text)] == ["model-table"]
    assert messages_of(text) == [message]


def test_a_ragged_row_is_named_by_its_own_line() -> None:
    text = form(more="附件:\n  - 名称: 一览表\n    表: |\n      序号 | 问题\n      1\n")

    assert problems_of(text) == [(8, "model-table")]


def test_a_table_left_empty_is_told_how_to_fill_it() -> None:
    text = form(more="附件:\n  - 名称: 一览表\n    表: ''\n")

    assert problems_of(text) == [(6, "model-table")]
    assert messages_of(text) == [
        "「表」里还没有内容，第一行写表头，以下每行一条，单元格之间用“|”隔开。"
    ]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2023年2月30日", "没有这一天"),
        ("2023年13月1日", "没有这个月份"),
        ("9月26日", "没有写年份"),
        ("23年9月26日", "年份要写四位"),
        ("明年九月", "看不出是哪一天"),
        ("2023年9月26", "看不出是哪一天"),
    ],
)
def test_a_date_that_is_none_is_told_why(typed: str, why: str) -> None:
    text = form(head=f"{ISSUERS}  成文日期: {typed}\n")

    assert problems_of(text) == [(3, "model-date")]
    assert messages_of(text) == [f"「{typed}」{why}，请写成 2023年9月26日 这样。"]


@pytest.mark.parametrize("typed", ["2023年9月", "2023年", "2023年9月上旬"])
def test_the_date_of_issue_goes_down_to_the_day(typed: str) -> None:
    text = form(head=f"{ISSUERS}  成文日期: {typed}\n")

    assert problems_of(text) == [(3, "model-date")]
    assert f"「{typed}」不完整" in messages_of(text)[0]


def test_an_inspection_may_be_dated_by_the_month_but_not_without_a_year() -> None:
    text = form(more="巡察:\n  开始: 2023年5月\n  结束: 2023年7月上旬\n  反馈日期: 1月16日\n")

    assert problems_of(text) == [(7, "model-date")]


# Names


@pytest.mark.parametrize(
    ("text", "problem", "sentence"),
    [
        (
            "共{{ 问题书 }}个",
            "model-unknown-name",
            "没有叫「问题书」的名称，是不是 {{ 问题数 }}？",
        ),
        (
            "共{{ 制度件数 }}项",
            "model-unknown-name",
            "没有叫「制度件数」的名称，请在「数据」里加上这一项，或者直接写出内容。",
        ),
        (
            "按照{{ notice.issuance }}",
            "model-unknown-name",
            "没有叫「notice.issuance」的名称，请在「数据」里加上这一项，或者直接写出内容。",
        ),
        (
            "根据{{ 部署 }}部署",
            "model-unfilled-name",
            "这里引用了 {{ 部署 }}，但「部署」还没有填，请先填上。",
        ),
        (
            "截至{{ 截至 }}",
            "model-unfilled-name",
            "这里引用了 {{ 截至 }}，但「截至」还没有填，请先填上。",
        ),
    ],
)
def test_a_name_must_be_known_and_filled(text: str, problem: str, sentence: str) -> None:
    assert problems_of(form(f"- 段落: {text}")) == [(5, problem)]
    assert messages_of(form(f"- 段落: {text}")) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "共｛｛ 问题数 ｝｝个",
        "共{{ 问题数 个",
        "共问题数 }}个",
        "共{{ 问题 数 }}个",
        "共{{}}个",
        "共｛{ 问题数 }}个",
        pytest.param("共{{{ 问题数 }}}个"),
        pytest.param("共{ 问题数 }个"),
        pytest.param("共｛问题数｝个"),
    ],
)
def test_a_name_stands_in_two_pairs_of_half_width_braces(text: str) -> None:
    assert problems_of(form(f"- 段落: {text}")) == [(5, "model-braces")]


def test_a_name_in_wrong_braces_is_told_how_it_is_written() -> None:
    assert messages_of(form("- 段落: 共｛｛ 问题数 ｝｝个")) == [
        "引用要写成 {{ 名称 }}，用英文半角的两对花括号，中间只写一个名称。"
    ]


@pytest.mark.parametrize("text", ["文中的{% if %}照印。", "集合{甲、乙}照印。"])
def test_other_braces_are_text(text: str) -> None:
    assert body_of(form(f"- 段落: {text}")) == [text]


def test_each_unknown_name_is_told_by_itself() -> None:
    assert problems_of(form("- 段落: 共{{ 甲 }}、{{ 乙 }}\n- 段落: 共{{ 丙 }}")) == [
        (5, "model-unknown-name"),
        (5, "model-unknown-name"),
        (6, "model-unknown-name"),
    ]


def test_of_a_heap_of_unknown_names_each_is_told() -> None:
    names = [f"{{{{ 问题书{number} }}}}" for number in range(100)]
    text = form("\n".join(f"- 段落: 共{name}{name}个。" for name in names))

    assert [line for line, _ in problems_of(text)] == list(range(5, 105))


def test_names_that_would_make_a_book_of_a_form_are_refused_where_it_grows_too_long() -> None:
    more = f"巡察:\n  巡察组: 县委第一巡察组\n  依据: {'规定' * 50_000}\n"
    text = form("\n".join(["- 段落: 按照{{ 依据 }}整改。"] * 12), more)

    assert problems_of(text) == [(18, "model-too-long")]


@pytest.mark.parametrize(
    "wording",
    [
        "问题: " + "{{ 问题 }}" * 10_001,
        "问题: 按照" + "{{ 依据 }}" * 100 + "整改{{ 问题 }}",
        "问题: " + "关于" * 50_000 + "{{ 问题 }}",
        "问题: " + "{{ 责任单位 }}" * 10_000 + "{{ 问题 }}",
        "措施引语: " + "整改" * 50_000,
    ],
)
def test_a_wording_that_would_make_a_book_of_the_findings_is_refused_where_it_grows_too_long(
    wording: str,
) -> None:
    more = f"巡察:\n  巡察组: 县委第一巡察组\n  依据: {'规定' * 500}\n写法:\n  {wording}\n"
    finding = "- 问题: 学习教育抓得还不够紧\n  措施: 已整改\n  责任单位: 机关党委的综合办公室\n"

    assert errors_of(form(finding * 9, more)) == []
    [(line, code)] = errors_of(form(finding * 12, more))
    assert code == "model-too-long"
    assert line in (37, 40)


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ("巡察:\n  巡察组: '{{ 机关 }}'\n", [(5, "model-braces")]),
        ("联系:\n  电话: '{{ 机关 }}'\n", [(5, "model-braces")]),
        ("数据:\n  问题数: 3\n", [(5, "model-name-taken")]),
        ("数据:\n  机关: 3\n", [(5, "model-name-taken")]),
        ("联系:\n  机关: 县示范局\n", [(5, "model-name-taken")]),
        ("写法:\n  问题: 关于{{ 任务 }}的问题\n", [(5, "model-unknown-name")]),
    ],
)
def test_facts_call_on_no_facts_and_keep_their_own_names(
    more: str, problems: list[tuple[int, str]]
) -> None:
    assert problems_of(form(more=more)) == problems


@pytest.mark.parametrize(
    ("pattern", "items", "problems"),
    [
        (
            "问题: 关于{{ 问题 }}（{{ 责任单位 }}）",
            "- 问题: 学习\n- 问题: 落实\n  责任单位: 办公室",
            [(7, "model-unfilled-name")],
        ),
        (
            "事项: '{{ 事项 }}：{{ 存在问题 }}'",
            "- 事项: 清理",
            [(7, "model-unfilled-name")],
        ),
        ("问题: 关于{{ 责任单位 }}", "- 问题: 学习\n  原文: 关于学习的问题", []),
    ],
)
def test_an_item_has_what_its_pattern_calls_on(
    pattern: str, items: str, problems: list[tuple[int, str]]
) -> None:
    assert problems_of(form(items, more=f"写法:\n  {pattern}\n")) == problems


def test_of_two_names_as_near_the_one_that_the_program_lists_first_is_meant() -> None:
    assert messages_of(form("- 段落: 共{{ 完 }}个。")) == [
        "没有叫「完」的名称，是不是 {{ 完成数 }}？"
    ]


def test_a_slip_that_stands_twice_in_the_same_words_is_told_twice() -> None:
    assert problems_of(form("- 段落: 共{{ 甲 }}\n- 段落: 又\n- 段落: 共{{ 甲 }}")) == [
        (5, "model-unknown-name"),
        (7, "model-unknown-name"),
    ]


# Half-width punctuation


def test_half_width_punctuation_is_a_hint_once_a_form() -> None:
    text = form("- 段落: 抓好学习,抓好落实\n- 段落: 又一处(再一处)")

    assert problems_of(text) == [(5, "punctuation-half-width")]
    assert errors_of(text) == []
    assert body_of(text) == ["抓好学习，抓好落实", "又一处（再一处）"]


def test_what_a_number_keeps_half_width_does_not_hide_what_becomes_full_width() -> None:
    text = form("- 段落: 共1,200.5元\n- 段落: 会议于14:30召开\n- 段落: 一,二\n- 段落: 三(四)")

    assert problems_of(text) == [(7, "punctuation-half-width")]


@pytest.mark.parametrize(
    "text", ["会议于14:30召开", "资金1,200万元", "网址http://www.example.com", "抓好学习，落实。"]
)
def test_what_stays_half_width_is_no_hint(text: str) -> None:
    assert problems_of(form(f"- 段落: {text}")) == []


# All at once, and what is right


def test_all_problems_come_in_one_run_in_the_order_of_the_lines() -> None:
    text = (
        f"{ISSUERS}  成文日期: 9月26日\n"
        "巡察:\n  类型: 巡查\n"
        "正文:\n  - 部分: 整改情况\n"
        "  - 问题: 学习{{ 甲 }}\n    措施:\n      - 一是抓好。\n    状态: 完成\n"
    )

    assert problems_of(text) == [
        (3, "model-date"),
        (5, "model-choice"),
        (8, "model-unknown-name"),
        (10, "model-typed-ordinal"),
        (11, "model-choice"),
    ]


@pytest.mark.parametrize(
    ("done", "of", "rate"),
    [
        (12, 29, "41.4%"),
        (23, 29, "79.3%"),
        (28, 28, "100%"),
        (0, 3, "0%"),
        (1, 8, "12.5%"),
        (1, 16, "6.3%"),
        (2, 3, "66.7%"),
    ],
)
def test_the_rate_is_rounded_as_an_office_rounds_it(done: int, of: int, rate: str) -> None:
    items = [
        f"- 问题: 第{number}个问题\n  状态: {'已完成' if number <= done else '持续推进'}"
        for number in range(1, of + 1)
    ]
    text = form("\n".join([*items, "- 段落: '{{ 完成数 }}/{{ 问题数 }}={{ 完成率 }}'"]))

    assert body_of(text)[-1] == f"{done}/{of}={rate}"


COUNTED = """
- 段落: 问题{{ 问题数 }}、措施{{ 措施数 }}、方面{{ 方面数 }}、类别{{ 类别数 }}、完成{{ 完成数 }}
- 方面: 学习方面
- 类别: 学习不够
- 问题: 学习计划不全
  措施:
    - 补全计划。
    - 抓好落实。
  状态: 已完成
- 方面: 涉密方面
- 问题: 涉密问题
  不公开: 涉及国家秘密
  措施:
    - 抓好整改。
  状态: 已完成
"""


@pytest.mark.parametrize(
    ("wording", "printed"),
    [
        ("", "问题1、措施2、方面1、类别1、完成1"),
        ("写法:\n  不公开计数: 不计入\n", "问题1、措施2、方面1、类别1、完成1"),
        ("写法:\n  不公开计数: 计入\n", "问题2、措施3、方面2、类别1、完成2"),
    ],
)
def test_withheld_findings_are_counted_only_where_the_form_says_so(
    wording: str, printed: str
) -> None:
    assert body_of(form(COUNTED, more=wording))[0] == printed


def test_a_finding_takes_its_status_from_the_nearest_heading_that_has_one() -> None:
    items = """
    - 部分: 整改情况
      状态: 未完成
    - 方面: 已完成的
      状态: 已完成
    - 类别: 学习不够
    - 问题: 计划不全
    - 类别: 落实不够
      状态: 基本完成
    - 问题: 督促不够
    - 问题: 检查不够
      状态: 持续推进
    - 方面: 其他
    - 问题: 总结不够
    - 段落: 完成{{ 完成数 }}、基本完成{{ 基本完成数 }}、推进{{ 推进数 }}、未完成{{ 未完成数 }}
    """

    assert body_of(form(items))[-1] == "完成1、基本完成1、推进1、未完成1"


def test_tasks_are_counted_by_themselves_and_matters_not_at_all() -> None:
    items = """
    - 任务: 扩大覆盖面
      措施:
        - 新建分馆。
    - 问题: 学习不够
      措施:
        - 抓好学习。
    - 事项: 清理
      措施:
        - 抓好清理。
    - 段落: 任务{{ 任务数 }}、问题{{ 问题数 }}、措施{{ 措施数 }}
    """

    assert body_of(form(items))[-1] == "任务1、问题1、措施2"


def test_a_name_prints_what_its_field_says_in_the_form_of_the_standard() -> None:
    more = """\
    巡察:
      对象:
        - 县示范局党组
        - 县示范中心党支部
      开始: 2023-12-18
      结束: 2024.1.26
      反馈日期: 2024/3/1
    数据:
      截至: 二〇二四年六月十日
      清退金额: 7.132
    """
    text = form(
        "- 段落: '{{ 对象 }}，{{ 巡察时间 }}，{{ 反馈日期 }}，{{ 截至 }}，{{ 清退金额 }}，{{ 署名 }}'",
        more,
    )

    assert body_of(text)[-1] == (
        "县示范局党组、县示范中心党支部，2023年12月18日至2024年1月26日，"
        "2024年3月1日，2024年6月10日，7.132，中共云山县示范局党组"
    )


def test_a_single_measure_need_not_be_a_list() -> None:
    assert len(notice_of(finding("措施: 抓好学习。")).body[1].measures) == 1
