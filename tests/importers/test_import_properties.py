"""Whatever comes in, an import never raises and loses no line; what we build comes back the same."""

from typing import Any

from forms import document_of, lines_of
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from test_properties import FORMS, LEAF_WORDING, SENTENCES, WORDS, noticed

from noticegen import pipeline
from noticegen.compose import compose
from noticegen.form import read
from noticegen.importers import Imported, import_notice
from noticegen.importers.proof import fold
from noticegen.model import all_labels, top_labels

LINES = st.one_of(
    st.text(max_size=60),
    st.text(
        "一二三是、。（）1.2①：“”关于针对问题整改情况措施联系电话附件 {}#-|'\"&:\n", max_size=60
    ),
    st.sampled_from(
        [
            "中共云山县示范局党组关于巡察整改进展情况的通报",
            "根据县委巡察工作统一部署，2023年10月16日至12月15日，县委第三巡察组对我局进行了巡察。",
            "一、整改落实情况",
            "（一）党的建设方面",
            "1.学习不深入",
            "（1）针对学习不深入问题。一是加强学习。二是完善制度。",
            "整改情况：一是加强学习。二是完善制度。",
            "整改情况：加强学习。",
            "联系电话：0000-1234567；电子邮箱：a@example.com。",
            "附件：整改情况一览表",
            "附件",
            "（此件公开发布）",
            "中共云山县示范局党组",
            "2024年6月20日",
            "版权所有 ICP备00000000号",
            "{{ 问题数 }}",
            "{机关}",
            "- 段落: 问题：x # y",
        ]
    ),
)


def texts_of(value: object) -> list[str]:
    """Return every text of a form's plain values."""
    if isinstance(value, dict):
        return [text for below in value.values() for text in texts_of(below)]
    if isinstance(value, list):
        return [text for below in value for text in texts_of(below)]
    return [str(value)]


def kept(imported: Imported) -> str:
    """Return all that an import kept: what its form composes, and what it left out and told."""
    form, _ = read(imported.form_text.encode(), all_labels(), top_labels())
    assert form is not None
    values: dict[str, Any] = dict(form.values)
    values["发文"] = {"机关": "某机关", "成文日期": "2000年1月1日"} | (values.get("发文") or {})
    composed = lines_of(compose(noticed(values)))
    imprint = texts_of(values.get("版记", ""))
    return fold("\n".join([*composed, *texts_of(values["发文"]), *imprint, *imported.left_out]))


def words(line: str) -> str:
    """Return *line* without an ordinal, punctuation and what no form can hold."""
    return "".join(character for character in fold(line) if "一" <= character <= "鿿")


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=14))
def test_an_import_never_raises_and_loses_no_line(lines: list[str]) -> None:
    data = "\n".join(lines).encode("utf-8", "surrogatepass")

    imported = import_notice(data, ".txt")

    if not imported.form_text:
        assert imported.problems[0].code in ("file-empty", "file-unreadable", "file-too-large")
        return
    everything = words(kept(imported))
    for line in imported.lines:
        wanted = words(line).lstrip("一二三四五六七八九十百第是要反馈具体存在问题")
        assert wanted in everything


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".docx", ".doc", ""]))
@example(b"", ".txt")
@example(b"PK\x03\x04", ".docx")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx")
@example(b"<html>" + b"<div>" * 3000, ".html")
def test_bytes_of_any_kind_give_a_form_or_one_sentence(data: bytes, suffix: str) -> None:
    imported = import_notice(data, suffix)

    assert imported.form_text or len(imported.problems) == 1
    assert all(problem.message.endswith("。") for problem in imported.problems)


@settings(max_examples=80, deadline=None)
@given(FORMS)
def test_the_text_of_a_built_notice_comes_back_whole(values: dict[str, Any]) -> None:
    notice = noticed(values)
    assume(notice.public_body)
    wanted = [fold(line) for line in lines_of(compose(notice))]

    imported = import_notice(pipeline.build(notice).data, ".docx")

    assert [fold(line) for line in lines_of(document_of(imported.form_text))] == wanted


SCHEMES = st.sampled_from(
    [
        {},
        {"类别": "1、", "措施": "①"},
        {"方面": "1.", "类别": "（1）", "问题": "①", "任务": "①", "要点": "1.", "单位": "（一）"},
        {"问题": "反馈问题一：", "任务": "反馈问题一："},
        {"要点": "1.", "事项": "1."},
    ]
)


@st.composite
def ordinary(draw: st.DrawFn) -> dict[str, Any]:
    """Return a form as offices fill them: parts with headings, findings, points, matters."""
    scheme = {kind: sample for kind, sample in draw(SCHEMES).items() if kind != "措施"}
    wording: dict[str, Any] = draw(LEAF_WORDING) | {"序号": scheme}
    wording["连续"] = draw(st.sampled_from([["问题", "任务"], ["无"]]))
    if wording.get("措施序号") in (scheme.get("问题", "（1）"), "无", "1.", "①"):
        del wording["措施序号"]
    body: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 4))):
        is_rectified = draw(st.booleans())
        title = "反馈问题整改落实情况" if is_rectified else "整改工作组织情况"
        body.append({"部分": draw(WORDS) + title})
        body += draw(st.sampled_from([[], [{"段落": "局党组认真研究，逐项落实。"}]]))
        body += draw(rectified() if is_rectified else organised())
    return {
        "发文": {"机关": "中共云山县示范局党组", "成文日期": "2024年6月20日"},
        "写法": wording,
        "正文": body,
    }


@st.composite
def rectified(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return findings under 方面 and 类别, any of these levels left out."""
    body: list[dict[str, Any]] = []
    aspects, categories = draw(st.booleans()), draw(st.booleans())
    for _ in range(draw(st.integers(1, 2))):
        body += [{"方面": draw(WORDS)}] * aspects
        for _ in range(draw(st.integers(1, 2))):
            body += [{"类别": draw(WORDS)}] * categories
            body += draw(st.lists(findings(), min_size=1, max_size=3))
    return body


def findings() -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda text, measures: {"问题": text, "措施": [f"{words}。" for words in measures]},
        WORDS,
        st.lists(SENTENCES, min_size=1, max_size=4),
    )


def organised() -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(
        st.builds(
            lambda head, text: {"要点": f"{head}。", "内容": [f"{text}。"]}, WORDS, SENTENCES
        ),
        min_size=1,
        max_size=4,
    )


@settings(max_examples=80, deadline=None)
@given(ordinary())
def test_a_word_file_of_ours_comes_back_as_the_same_document(values: dict[str, Any]) -> None:
    notice = noticed(values)

    imported = import_notice(pipeline.build(notice).data, ".docx")

    assert document_of(imported.form_text) == compose(notice)
