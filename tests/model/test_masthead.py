"""Marks of the red head: what 7.2 does not allow is told at its line, with the line to write."""

import pytest
from forms import HEAD, document_of, form, messages_of, notice_of, problems_of


def marked(line: str, more: str = "") -> str:
    """Return a form, for inside the Party, with *line* as line 4 and a 文号 below it."""
    number = "" if line.startswith("文号") else "  文号: 云示组〔2024〕12号\n"
    return form(head=f"{HEAD}  {line}\n{number}  范围: 党内\n", more=more)


@pytest.mark.parametrize(
    "line",
    [
        *("文号: 云示组〔2024〕12号", "文号: 国办发〔1999〕1号", "文号: 粤审（01）〔2021〕305号"),
        *("份号: 000001", "份号: 123456"),
        *("密级: 绝密", "密级: 机密★10年", "密级: 秘密★6个月", "密级: 机密★长期"),
        *("紧急程度: 特急", "紧急程度: 加急", "密级: 秘密★2027年6月1日"),
    ],
)
def test_what_the_standard_allows_is_no_problem(line: str) -> None:
    assert problems_of(marked(line)) == []


@pytest.mark.parametrize(
    "typed",
    [
        *("云示组[2024]12号", "云示组(2024)12号", "云示组（2024）12号", "云示组【2024】12号"),
        *("云示组［2024］12号", "云示组〔2024〕第12号", "云示组〔2024〕012号", "云示组〔2024〕12"),
        *(
            "云示组〔2024〕１２号",
            "云示组 〔2024〕 12 号",
            "云示组2024年12号",
            "云示组〔2024年〕12号",
        ),
    ],
)
def test_a_number_typed_otherwise_is_told_the_line_to_write(typed: str) -> None:
    text = marked(f"文号: {typed}")

    assert problems_of(text) == [(4, "model-document-number")]
    assert messages_of(text)[0].endswith("请写成：`文号: 云示组〔2024〕12号`。")


@pytest.mark.parametrize("typed", ["云示组〔24〕12号", "云示组第12号", "无", "云示组〔2024〕0号"])
def test_what_cannot_be_read_as_a_number_is_shown_one(typed: str) -> None:
    text = marked(f"文号: {typed}")

    assert problems_of(text)[0] == (4, "model-document-number")
    assert "请写成 天科党组〔2023〕12号 这样。" in messages_of(text)[0]


def test_a_number_without_the_organ_s_code_is_told_so() -> None:
    assert "缺机关代字" in messages_of(marked("文号: 〔2024〕12号"))[0]


@pytest.mark.parametrize(
    ("typed", "right"),
    [("1", "000001"), ("00012", "000012"), ("第1份", "000001"), ("1234567", "000001")],
)
def test_a_copy_number_has_six_digits(typed: str, right: str) -> None:
    text = marked(f"份号: {typed}")

    assert problems_of(text) == [(4, "model-copy-number")]
    assert f"请写成 `份号: {right}` 这样。" in messages_of(text)[0]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        *(("秘密★一年", "秘密★1年"), ("机密★十五年", "机密★15年"), ("秘密★六个月", "秘密★6个月")),
        *(("绝密★三十年", "绝密★30年"), ("秘密1年", "秘密★1年"), ("秘密☆1年", "秘密★1年")),
        *(("秘密 ★ 1年", "秘密★1年"), ("机密级", "机密"), ("秘密（5年）", "秘密★5年")),
    ],
)
def test_a_classification_typed_otherwise_is_told_the_line_to_write(typed: str, right: str) -> None:
    text = marked(f"密级: {typed}")

    assert problems_of(text) == [(4, "model-classification")]
    assert messages_of(text)[0].endswith(f"请写成：`密级: {right}`。")


@pytest.mark.parametrize("typed", ["公开", "内部", "无", "一般"])
def test_what_is_no_classification_may_be_left_out(typed: str) -> None:
    text = marked(f"密级: {typed}")

    assert problems_of(text) == [(4, "model-classification")]
    assert "不涉密就删去「密级」这一行" in messages_of(text)[0]


def test_urgency_is_one_of_two() -> None:
    assert problems_of(marked("紧急程度: 急件")) == [(4, "model-choice")]


def test_a_mark_is_never_set_full_width() -> None:
    assert "punctuation-half-width" not in [
        code for _, code in problems_of(marked("文号: 云示组(2024)12号"))
    ]


# What no look has a place for


def test_what_only_the_red_head_prints_is_told_where_there_is_no_number() -> None:
    text = form(
        head=f"{HEAD}  份号: 000001\n  紧急程度: 加急\n  范围: 党内\n",
        more="版记:\n  印发机关: 办公室\n  抄送: 县纪委\n",
    )

    assert problems_of(text) == [(4, "template-no-slot"), (9, "template-no-slot")]
    assert "「份号」「紧急程度」不会印出来，请填上「文号」用红头版式" in messages_of(text)[0]
    assert "「抄送」「印发机关」不会印出来" in messages_of(text)[1]
    assert notice_of(text)


def test_a_secret_notice_never_builds_without_its_mark() -> None:
    from forms import errors_of

    assert errors_of(form(head=f"{HEAD}  紧急程度: 加急\n  密级: 秘密\n")) == [
        (5, "template-no-slot")
    ]


def test_with_a_number_all_of_it_has_its_place() -> None:
    text = marked("密级: 秘密★1年", more="版记:\n  抄送: 县纪委\n  印发日期: 2024年6月21日\n")

    assert problems_of(text) == []


# The words of 版头 and 版记


def test_the_words_of_the_red_head_are_composed_as_they_are_printed() -> None:
    imprint = "版记:\n  抄送: 县纪委，县委组织部。\n  印发机关: '{{ 机关 }}办公室'\n  印发日期: 2024-6-21\n"
    document = document_of(marked("紧急程度: 特急", more=imprint))

    assert document.words == {
        "紧急程度": "特急",
        "文号": "云示组〔2024〕12号",
        "抄送": "县纪委，县委组织部",
        "印发机关": "中共云山县示范局党组办公室",
        "印发日期": "2024年6月21日",
    }
    assert document.issuers == ("中共云山县示范局党组",)
