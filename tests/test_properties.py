"""Whatever a valid form holds, it composes: nothing lost, nothing twice, no number skipped."""

import re
from typing import Any

import pytest
from forms import lines_of
from hypothesis import given
from hypothesis import strategies as st

from noticegen import document as doc
from noticegen import numerals
from noticegen.compose import compose
from noticegen.form import Form
from noticegen.model import Notice, validate

WORDS = st.text(
    "学习贯彻落实整改工作制度责任监督检查问题管理规范干部群众服务", min_size=2, max_size=8
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=3).map("，".join)
LEAF_WORDING = st.fixed_dictionaries(
    {},
    optional={
        "问题": st.sampled_from(["{{ 问题 }}", "针对{{ 问题 }}问题。", "关于“{{ 问题 }}”的问题"]),
        "措施": st.sampled_from(["同段", "另段", "逐条"]),
        "措施引语": st.sampled_from(["", "整改情况："]),
        "措施序号": st.sampled_from(["一是", "1.", "（1）", "①", "无"]),
    },
)
SAMPLES = st.sampled_from(["一、", "（一）", "1.", "（1）", "①", "反馈问题一：", "无"])
WORDING = st.builds(
    lambda leaf, ordinals, continuous: {**leaf, "序号": ordinals, "连续": continuous},
    LEAF_WORDING,
    st.dictionaries(st.sampled_from(["部分", "方面", "类别", "问题", "任务", "要点"]), SAMPLES),
    st.sampled_from([["无"], ["问题"], ["问题", "任务"], ["方面", "类别", "问题"]]),
)
STATUS = st.sampled_from(["已完成", "基本完成", "持续推进", "未完成"])


def unless_empty(item: dict[str, Any]) -> dict[str, Any]:
    """Leave out the labels that have nothing: the form stage hands none on."""
    return {label: value for label, value in item.items() if value}


def leaves(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return findings or tasks, some of them withheld."""
    return st.builds(
        lambda text, measures, content, status, withheld: unless_empty(
            {kind: text, "措施": measures, "内容": content, "状态": status, "不公开": withheld}
        ),
        WORDS,
        st.lists(SENTENCES, max_size=5),
        st.lists(SENTENCES, max_size=2),
        st.none() | STATUS,
        st.sampled_from(["", "", "", "涉及秘密"]),
    )


def headings(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return headings, some with a stop, content, or a status handed down."""
    return st.builds(
        lambda text, stop, content: unless_empty({kind: text + stop, "内容": content}),
        WORDS,
        st.sampled_from(["", "。"]),
        st.lists(SENTENCES, max_size=2),
    )


ITEMS = st.one_of(
    *(headings(kind) for kind in ("部分", "单位", "方面", "类别", "要点")),
    leaves("问题"),
    leaves("问题"),
    leaves("任务"),
    st.builds(lambda text: {"段落": text}, SENTENCES),
    st.builds(
        lambda text, measures: unless_empty({"事项": text, "措施": measures}),
        WORDS,
        st.lists(SENTENCES),
    ),
)
FORMS = st.builds(
    lambda body, wording, facts: {
        "发文": {"机关": "中共云山县示范局党组", "成文日期": "2024年6月20日"},
        **facts,
        "写法": wording,
        "正文": body,
    },
    st.lists(ITEMS, min_size=1, max_size=25),
    WORDING,
    st.sampled_from(
        [
            {},
            {"巡察": {"巡察组": "县委第三巡察组"}},
            {"联系": {"电话": "0000-1234567", "邮编": "000000"}},
        ]
    ),
)


def noticed(values: dict[str, Any]) -> Notice:
    """Return the notice of a form's plain *values*, which have no errors."""
    notice, problems = validate(Form((), values, whole=True))
    assert notice is not None, problems
    return notice


def marked(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, bool]]:
    """Return *values* with a mark of its own before each measure, and which are printed."""
    printed = {}
    body = []
    for item in values["正文"]:
        measures = []
        for measure in item.get("措施", ()):
            mark = f"〔{len(printed)}〕"
            printed[mark] = "不公开" not in item
            measures.append(mark + measure)
        body.append(unless_empty({**item, "措施": measures}))
    return {**values, "正文": body}, printed


@given(FORMS)
def test_a_valid_form_always_composes(values: dict[str, Any]) -> None:
    document = compose(noticed(values))

    assert isinstance(document.blocks[0], doc.Title)
    assert isinstance(document.blocks[-1], doc.Signature)
    assert all(line.strip() and "{{" not in line for line in lines_of(document))


@given(FORMS)
def test_composing_twice_gives_the_same(values: dict[str, Any]) -> None:
    assert compose(noticed(values)) == compose(noticed(values))


@given(FORMS)
def test_each_public_measure_is_printed_once_and_in_order_and_no_withheld_one(
    values: dict[str, Any],
) -> None:
    values, printed = marked(values)

    text = "".join(lines_of(compose(noticed(values))))

    assert re.findall("〔[0-9]+〕", text) == [mark for mark in printed if printed[mark]]


@given(FORMS)
def test_each_measure_is_printed_word_for_word_and_closed(values: dict[str, Any]) -> None:
    text = "".join(lines_of(compose(noticed(values))))

    for item in values["正文"]:
        for measure in () if "不公开" in item else item.get("措施", ()):
            assert f"{measure}。" in text


@given(FORMS, st.sampled_from(["一、", "（1）", "反馈问题一："]))
def test_findings_that_count_through_have_every_number_once(
    values: dict[str, Any], sample: str
) -> None:
    wording = {"连续": ["问题"], "问题": "〖{{ 问题 }}〗", "序号": {"问题": sample, "任务": "无"}}
    notice = noticed({**values, "写法": wording})
    public = [item.heading for item in notice.public_body if item.kind == "问题"]

    text = "".join(lines_of(compose(notice)))

    wanted = [f"{numerals.ordinal(sample, at)}〖{words}〗" for at, words in enumerate(public, 1)]
    ordinal = re.escape(sample).replace("一", "[一二三四五六七八九十]+").replace("1", "[0-9]+")
    assert re.findall(f"{ordinal}〖[^〗]*〗", text) == wanted


@given(FORMS, st.sampled_from(["同段", "另段", "逐条"]))
def test_ordinals_within_a_run_of_measures_have_no_gaps(values: dict[str, Any], way: str) -> None:
    values, _ = marked({**values, "写法": {"措施": way, "措施序号": "1."}})
    notice = noticed(values)

    text = "".join(lines_of(compose(notice)))

    found = re.findall(r"(\d+\.)?(?=〔\d+〕)", text)
    runs = [len(item.measures) for item in notice.public_body if item.measures]
    assert [number for number in found if number] == [
        f"{number}." for length in runs if length > 1 for number in range(1, length + 1)
    ]


@given(FORMS)
def test_ordinals_of_headings_have_no_gaps(values: dict[str, Any]) -> None:
    samples = {
        "部分": "部一〗",
        "单位": "单一〗",
        "方面": "方一〗",
        "类别": "类一〗",
        "要点": "要一〗",
    }
    notice = noticed({**values, "写法": {"序号": samples, "连续": "无"}})

    seen: dict[str, int] = {}
    for kind, written in re.findall(
        "([部单方类要])([一二三四五六七八九十]+)〗", "".join(lines_of(compose(notice)))
    ):
        number = next(at for at in range(1, 99) if numerals.chinese(at) == written)
        assert number in (1, seen.get(kind, 0) + 1)
        seen[kind] = number


@pytest.mark.parametrize("count", [1, 30, 300])
def test_long_lists_number_to_their_end(count: int) -> None:
    body = [{"问题": f"问题{at}", "措施": [f"措施{at}"]} for at in range(count)]
    values = {
        "发文": {"机关": "中共云山县示范局党组", "成文日期": "2024年6月20日"},
        "写法": {"序号": {"问题": "①"}},
        "正文": body,
    }

    lines = lines_of(compose(noticed(values)))

    assert lines[-4].startswith("①" if count == 1 else f"（{count}）")
