"""The examples are two published notices: the forms give every paragraph of the pages back."""

import re
from itertools import zip_longest
from pathlib import Path

import pytest
from forms import document_of, folded, lines_of, notice_of

from noticegen.model import Kind, Notice

TESTS = Path(__file__).parent
EXAMPLES = TESTS.parent / "examples"


def form_of(name: str) -> str:
    """Return the text of the example *name*."""
    return (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")


def page_of(name: str) -> list[str]:
    """Return the paragraphs of the page that the office of *name* published."""
    return (TESTS / "golden" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def differences(composed: list[str], published: list[str]) -> list[tuple[str, str]]:
    """Return the pairs of paragraphs that are not the same but for blanks and widths."""
    pairs = zip_longest(composed, published, fillvalue="")
    return [(ours, theirs) for ours, theirs in pairs if folded(ours) != folded(theirs)]


def findings_of(notice: Notice) -> list[str]:
    """Return the findings of *notice*."""
    return [item.heading for item in notice.body if item.kind is Kind.FINDING]


@pytest.mark.parametrize("name", ["tianchang", "longyan"])
def test_an_example_gives_the_published_page_back(name: str) -> None:
    assert differences(lines_of(document_of(form_of(name))), page_of(name)) == []


def test_the_comparison_sees_one_word_changed_one_paragraph_lost_and_one_added() -> None:
    composed, published = lines_of(document_of(form_of("longyan"))), page_of("longyan")
    changed = [re.sub("市委巡察二组", "市委巡察三组", line) for line in composed]

    assert len(differences(changed, published)) == 2
    assert differences(composed[:-1], published) == [("", "2020年6月22日")]
    assert differences([*composed, "附件"], published) == [("附件", "")]


@pytest.mark.parametrize(
    ("name", "findings", "measures"), [("tianchang", 28, 67), ("longyan", 27, 65)]
)
def test_an_example_holds_each_finding_and_each_measure(
    name: str, findings: int, measures: int
) -> None:
    notice = notice_of(form_of(name))

    assert len(findings_of(notice)) == findings
    assert sum(len(item.measures) for item in notice.body if item.kind is Kind.FINDING) == measures


@pytest.mark.parametrize("name", ["tianchang", "longyan"])
def test_the_published_text_has_every_measure_once(name: str) -> None:
    # 天长's page repeats two measures word for word under two findings each.
    page = folded("".join(page_of(name)))
    measures = [folded(text) for item in notice_of(form_of(name)).body for text in item.measures]

    assert all(page.count(text) >= measures.count(text) for text in measures)


@pytest.mark.parametrize(
    ("name", "old", "new", "was", "becomes"),
    [
        (
            "tianchang",
            "反馈日期: 2023年1月16日",
            "反馈日期: 2023年1月18日",
            "并于2023年1月16日反馈了",
            "并于2023年1月18日反馈了",
        ),
        (
            "longyan",
            "反馈日期: 2019年12月6日",
            "反馈日期: 2019-12-9",
            "并于2019年12月6日反馈了",
            "并于2019年12月9日反馈了",
        ),
        ("tianchang", "部署: 市委", "部署: 省委", "根据市委巡察工作", "根据省委巡察工作"),
        ("longyan", "结束: 2019年7月21日", "结束: 2020年1月3日", "至7月21日", "至2020年1月3日"),
    ],
)
def test_the_facts_of_the_opening_stand_in_their_fields(
    name: str, old: str, new: str, was: str, becomes: str
) -> None:
    text = form_of(name)
    before, after = (
        lines_of(document_of(form))[1] for form in (text, text.replace(f"  {old}\n", f"  {new}\n"))
    )

    assert was in before
    assert after == before.replace(was, becomes)


def test_the_number_of_findings_in_the_text_is_counted_from_the_list() -> None:
    text = form_of("tianchang")
    one_more = text.replace("联系:\n", "  - 问题: 新的问题。\n    措施: 抓好整改。\n联系:\n")

    assert any("28个具体问题" in line for line in lines_of(document_of(text)))
    assert any("29个具体问题" in line for line in lines_of(document_of(one_more)))


def test_the_signature_and_the_title_come_from_one_field() -> None:
    lines = lines_of(document_of(form_of("longyan").replace("龙岩市科学技术协会", "龙川县档案局")))

    assert lines[0] == "中共龙川县档案局党组关于巡察整改进展情况的通报"
    assert lines[-2] == "中共龙川县档案局党组"
