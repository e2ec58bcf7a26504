"""Every check finds its fault, and nothing else, in a correct file with one thing made wrong."""

from collections.abc import Callable
from copy import deepcopy

import handmade
import pytest
from lxml import etree
from mutants import (
    Draft,
    close_up,
    correct,
    element,
    empty_row,
    face,
    ink,
    mutated,
    put,
    retype,
    size,
)

from noticegen import inspect
from noticegen.inspect.checks import CHECKS
from noticegen.writers.wordml import PPR, P, R, T, w

Change = Callable[[Draft], object]


def on(start: str, change: Callable[..., object], *args: object, **attributes: object) -> Change:
    """Return a change of the first paragraph that begins with *start*."""
    return lambda draft: change(draft.one(start), *args, **attributes)


def on_all(start: str, change: Callable[..., object], *args: object, **more: object) -> Change:
    return lambda draft: [change(one, *args, **more) for one in draft.all(start)]


def typed(start: str, text: str) -> Change:
    return on(start, retype, text)


def page(name: str, **attributes: object) -> Change:
    def change(draft: Draft) -> None:
        for key, value in attributes.items():
            draft.section(name).set(w(key), str(value))

    return change


def style(identifier: str, part: str, name: str, **attributes: object) -> Change:
    """Return a change of a property that the style *identifier* sets itself."""

    def change(draft: Draft) -> None:
        found = draft.styles.find(f"{w('style')}[@{w('styleId')}='{identifier}']/{w(part)}")
        assert found is not None
        for old in found.findall(w(name)):
            found.remove(old)
        found.append(element(name, **attributes))

    return change


def several(*changes: Change) -> Change:
    return lambda draft: [change(draft) for change in changes]


def in_section(change: Callable[[etree._Element], object]) -> Change:
    return lambda draft: [change(one) for one in draft.body.iter(w("sectPr"))]


def foot(number: int, name: str, **attributes: object) -> Change:
    return lambda draft: put(draft.foot(number).find(P), name, **attributes)


def foot_ink(number: int, name: str, **attributes: object) -> Change:
    return lambda draft: ink(draft.foot(number).find(P), name, **attributes)


def foot_text(before: str, after: str) -> Change:
    def change(draft: Draft) -> None:
        for number in (1, 2):
            texts = list(draft.foot(number).iter(T))
            texts[0].text, texts[-1].text = before, after

    return change


def remove_numbers(draft: Draft) -> None:
    for number in (1, 2):
        for run in list(draft.foot(number).iter(R)):
            run.getparent().remove(run)


def one_foot_for_all(draft: Draft) -> None:
    draft.settings.remove(draft.settings.find(w("evenAndOddHeaders")))


def rename_date_to_end(draft: Draft) -> None:
    """Set the date flush left, as if its place were nothing."""
    put(draft.one("2023年9月26日"), "jc", val="left")
    put(draft.one("2023年9月26日"), "ind", left=0, firstLine=0, right=0)


def centre_signature(draft: Draft) -> None:
    for start in ("中共天长市科学技术局党组", "2023年9月26日"):
        paragraph = draft.all(start)[-1]
        put(paragraph, "jc", val="center")
        put(paragraph, "ind", left=0, right=0, rightChars=0)


def sealed_too_far_right(draft: Draft) -> None:
    """Set date and organ for a seal, two characters from the edge instead of four."""
    organ, date = draft.all("中共天长市科学技术局党组")[-1], draft.one("2023年9月26日")
    put(date, "jc", val="right")
    put(date, "ind", left=0, rightChars=0, right=632)
    put(organ, "jc", val="right")
    put(organ, "ind", left=0, rightChars=0, right=0)


def swap(above: str, below: str) -> Change:
    return lambda draft: draft.one(above).addprevious(draft.one(below))


def title_lines(*lines: str) -> Change:
    """Return a change of the title to *lines*, broken where they end."""

    def change(draft: Draft) -> None:
        title = draft.body.find(P)
        first = title.find(R)
        for run in list(title.findall(R))[1:]:
            title.remove(run)
        first.find(T).text = lines[0]
        for line in lines[1:]:
            run = deepcopy(first)
            run.find(T).text = line
            run.insert(1, element("br"))
            title.append(run)

    return change


def imprint(change: Callable[[etree._Element], object]) -> Change:
    """Return a change of both copies of 版记, the box's and its fallback's."""
    return lambda draft: [change(one) for one in draft.body.iter(w("tbl"))]


def imprint_text(old: str, new: str) -> Change:
    def change(table: etree._Element) -> None:
        for text in table.iter(T):
            text.text = (text.text or "").replace(old, new)

    return imprint(change)


def imprint_size(table: etree._Element) -> None:
    for size_ in table.iter(w("sz")):
        size_.set(w("val"), "32")


def imprint_width(table: etree._Element) -> None:
    table.find(f"{w('tblPr')}/{w('tblW')}").set(w("w"), "8000")
    table.find(f"{w('tblGrid')}/{w('gridCol')}").set(w("w"), "8000")


def imprint_weight(table: etree._Element) -> None:
    for top in table.iter(w("top")):
        top.set(w("sz"), "4")


def imprint_open(table: etree._Element) -> None:
    bottom = next(table.iter(w("bottom")))
    bottom.getparent().remove(bottom)


def imprint_recipients(table: etree._Element) -> None:
    row = deepcopy(table.find(w("tr")))
    next(row.iter(T)).text = "主送：各科室。"
    table.find(w("tr")).addprevious(row)
    # The line between the two, as thin as that above 印发.
    next(table.findall(w("tr"))[1].iter(w("top"))).set(w("sz"), "6")


def attachments_last(draft: Draft) -> None:
    """Put 附件 on a page of its own behind 版记."""
    label = element("p")
    label.append(deepcopy(draft.one("特急").find(PPR)))
    label.append(deepcopy(draft.one("特急").find(R)))
    next(label.iter(T)).text = "附件"
    put(label, "pageBreakBefore")
    draft.body[-1].addprevious(label)


def new_section(draft: Draft) -> None:
    """Begin a section, with numbers of its own, with the first attachment."""
    properties = deepcopy(list(draft.body.iter(w("sectPr")))[-1])
    draft.one("（此件公开发布）").find(PPR).append(properties)
    draft.section("pgSz").getparent().append(element("pgNumType", start=1))


def lying_section(draft: Draft) -> None:
    """Turn the pages of the attachments, which hold no table."""
    properties = deepcopy(list(draft.body.iter(w("sectPr")))[-1])
    draft.one("（此件公开发布）").find(PPR).append(properties)
    for key, value in {"w": 16838, "h": 11906, "orient": "landscape"}.items():
        draft.section("pgSz").set(w(key), str(value))


def inserted(start: str) -> Change:
    """Return a change that marks the first run as inserted by somebody."""

    def change(draft: Draft) -> None:
        run = draft.one(start).find(R)
        mark = element("ins", id=1, author="某人")
        run.addprevious(mark)
        mark.append(run)

    return change


def tabbed(draft: Draft) -> None:
    draft.one("坚持").find(R).insert(1, element("tab"))


def with_title_page(section: etree._Element) -> None:
    section.append(element("titlePg"))


OWN: list[tuple[str, Change, set[str]]] = [
    ("Letter paper", page("pgSz", w=12240, h=15840), {"page-size"}),
    ("pages that lie without a table", lying_section, {"page-landscape"}),
    ("a top margin of 25.4 mm", page("pgMar", top=1440), {"page-margin-top"}),
    ("a left margin of 31.8 mm", page("pgMar", left=1803), {"page-margin-left"}),
    ("a gutter", page("pgMar", gutter=284), {"page-margin-left"}),
    ("a bottom margin of 25.4 mm", page("pgMar", bottom=1440), {"page-text-area"}),
    ("a right margin of 28 mm", page("pgMar", right=1588), {"page-text-area"}),
    (
        "rows of 29 pt",
        style("Normal", "pPr", "spacing", before=0, after=0, line=580, lineRule="exact"),
        {"page-rows"},
    ),
    (
        "rows of 1.5 lines",
        style("Normal", "pPr", "spacing", before=0, after=0, line=360, lineRule="auto"),
        {"page-rows"},
    ),
    ("no condensed characters", style("Normal", "rPr", "spacing", val=0), {"page-characters"}),
    (
        "space after paragraphs",
        style("NoticeBody", "pPr", "spacing", after=120),
        {"page-paragraph-spacing"},
    ),
    ("a title in 宋体", on("中共", face, "宋体"), {"page-title-face"}),
    ("a title in 18 pt", on("中共", size, 36), {"page-title-size"}),
    ("a title at the left", on("中共", put, "jc", val="left"), {"page-title-not-centred"}),
    (
        "an indented title",
        on("中共", put, "ind", firstLine=640, firstLineChars=200),
        {"page-title-not-centred"},
    ),
    ("a bold title", on("中共", ink, "b"), {"page-bold"}),
    (
        "a title broken after 关于",
        title_lines("中共天长市科学技术局党组关于", "巡察整改进展情况的通报"),
        {"page-title-break"},
    ),
    (
        "a title broken within a word",
        title_lines("中共天长市科学技术局党组关于巡", "察整改进展情况的通报"),
        {"page-title-break"},
    ),
    (
        "a title left to wrap by itself",
        title_lines("中共天长市科学技术局党组关于对市委巡察反馈意见整改情况的通报"),
        {"page-title-break"},
    ),
    (
        "a title with a waist",
        title_lines("中共天长市科学技术局党组", "关于巡察", "整改进展情况的通报"),
        {"page-title-shape"},
    ),
    (
        "a title that is a rectangle",
        title_lines("中共天长市水利局党组关于市委", "巡察组反馈意见整改情况的通报"),
        {"page-title-shape"},
    ),
    ("recipients indented", on("市直", put, "ind", firstLine=632), {"page-recipients"}),
    ("recipients without a colon", typed("市直", "市直各单位党组"), {"page-recipients"}),
    ("recipients with a half-width colon", typed("市直", "市直各单位党组:"), {"page-recipients"}),
    ("no row above the recipients", on("市直", close_up), {"page-recipients"}),
    ("a row below the recipients", on("根据", empty_row), {"page-body-gap"}),
    ("body in 宋体", on_all("坚持", face, "宋体"), {"page-body-face"}),
    ("one paragraph in 14 pt", on("坚持", size, 28), {"page-body-size"}),
    ("a bold first sentence", on("坚持", ink, "b"), {"page-bold"}),
    ("a heading of level 1 in 楷体", on("一、", face, "楷体_GB2312"), {"page-heading-face"}),
    ("a heading of level 2 in 仿宋", on("（一）", face, "仿宋_GB2312"), {"page-heading-face"}),
    ("a heading of level 3 in 黑体", on("1.", face, "黑体"), {"page-heading-face"}),
    ("a bold heading", on("1.", ink, "b"), {"page-bold"}),
    ("a heading in 18 pt", on("一、", size, 36), {"page-heading-size"}),
    ("a centred heading", on("一、", put, "jc", val="center"), {"page-heading-not-left"}),
    ("an ordinal （一）、", typed("（一）", "（一）、贯彻落实情况"), {"page-ordinal"}),
    ("an ordinal 1、", typed("1.", "1、贯彻上级指示不到位"), {"page-ordinal"}),
    ("an ordinal ㈠", typed("（一）", "㈠贯彻落实情况"), {"page-ordinal"}),
    ("an ordinal (1)", typed("（1）", "(1)重要论述学习不到位。"), {"page-ordinal"}),
    (
        "blanks for an indent",
        several(on("坚持", put, "ind", firstLine=0, firstLineChars=0), typed("坚持", "　　坚持不懈。")),
        {"page-typed-indent"},
    ),
    (
        "a tab for an indent",
        several(on("坚持", put, "ind", firstLine=0, firstLineChars=0), tabbed),
        {"page-typed-indent"},
    ),
    (
        "half-width blanks for an indent",
        several(on("坚持", put, "ind", firstLine=0, firstLineChars=0), typed("坚持", "  坚持不懈。")),
        {"page-typed-indent"},
    ),
    (
        "no indent",
        style("NoticeBody", "pPr", "ind", firstLine=0, firstLineChars=0),
        {"page-indent"},
    ),
    ("a whole paragraph moved in", on("坚持", put, "ind", left=420), {"page-indent"}),
    ("blue text", on("坚持", ink, "color", val="0563C1"), {"page-colour"}),
    ("a red title", on("中共", ink, "color", val="FF0000"), {"page-colour"}),
    ("red text in the body", on("坚持", ink, "color", val="FF0000"), {"page-colour"}),
    ("a half-width comma", typed("坚持", "坚持,不懈。"), {"page-punctuation"}),
    ("full-width digits", typed("坚持", "坚持２３次不懈。"), {"page-digits"}),
    ("a year of two digits", typed("坚持", "从23年9月6日起坚持不懈。"), {"page-digits"}),
    ("no row above 附件说明", on("附件：", close_up), {"page-attachment-note"}),
    ("附件 with a half-width colon", typed("附件：", "附件:1.巡察整改任务清单"), {"page-attachment-note"}),
    ("附件说明 flush left", on("附件：", put, "ind", left=0, hanging=0), {"page-attachment-note"}),
    ("附件说明 numbered 2、", typed("2.", "2、巡察整改制度清单"), {"page-attachment-note"}),
    ("a 附件 name with a stop", typed("2.", "2.巡察整改制度清单。"), {"page-attachment-name"}),
    ("a date with leading zeros", typed("2023年9月26日", "2023年09月06日"), {"page-date-form"}),
    ("a date in Chinese numerals", typed("2023年9月26日", "二〇二三年九月二十六日"), {"page-date-form"}),
    ("a centred signature", centre_signature, {"page-signature"}),
    ("a date flush left", rename_date_to_end, {"page-signature"}),
    ("a row between organ and date", on("2023年9月26日", empty_row), {"page-signature"}),
    ("a date for a seal too far right", sealed_too_far_right, {"page-sealed-date"}),
    (
        "three rows above a signature without seal",
        lambda draft: [empty_row(draft.all("中共天长市科学技术局党组")[-1]) for _ in range(2)],
        {"page-signature-gap"},
    ),
    ("附注 without brackets", typed("（此件", "此件公开发布"), {"page-annotation"}),
    ("附注 flush left", on("（此件", put, "ind", firstLine=0, firstLineChars=0), {"page-annotation"}),
    ("附件 on the same page", on("附件1", put, "pageBreakBefore", val=0), {"page-attachment-page"}),
    ("附件 in 仿宋", on("附件1", face, "仿宋_GB2312"), {"page-attachment-label"}),
    ("附件 with a colon", typed("附件2", "附件2："), {"page-attachment-label"}),
    ("附件 indented", on("附件1", put, "ind", firstLine=632), {"page-attachment-label"}),
    ("a 附件 title on row two", on("巡察整改任务", close_up), {"page-attachment-title"}),
    ("a 附件 title that differs", typed("巡察整改任务", "巡察整改清单"), {"page-attachment-match"}),
    ("no page numbers", remove_numbers, {"page-number-missing"}),
    ("hyphens about the number", foot_text("- ", " -"), {"page-number-dash"}),
    ("第1页", foot_text("第", "页"), {"page-number-dash"}),
    ("numberInDash", in_section(lambda one: one.append(element("pgNumType", fmt="numberInDash"))), {"page-number-dash"}),
    ("Chinese numbers", in_section(lambda one: one.append(element("pgNumType", fmt="chineseCounting"))), {"page-number-digits"}),
    ("a number of 10.5 pt", foot_ink(1, "sz", val=21), {"page-number-face"}),
    (
        "a number in Calibri",
        foot_ink(1, "rFonts", ascii="Calibri", hAnsi="Calibri"),
        {"page-number-face"},
    ),
    ("a centred number", foot(1, "jc", val="center"), {"page-number-side"}),
    ("one foot for odd and even pages", one_foot_for_all, {"page-number-side"}),
    ("an even number at the right", foot(2, "jc", val="right"), {"page-number-side"}),
    ("a number at the very edge", foot(1, "ind", right=0, rightChars=0), {"page-number-indent"}),
    ("numbers that start anew", new_section, {"page-number-restart"}),
    ("no number on the first page", in_section(with_title_page), {"page-number-first"}),
    ("a change that is tracked", inserted("坚持"), {"page-leftover"}),
    ("hidden text", on("根据", ink, "vanish"), {"page-leftover"}),
]  # fmt: skip

RED: list[tuple[str, Change, set[str]]] = [
    ("份号 of seven digits", typed("000001", "0000001"), {"page-copy-number"}),
    ("份号 centred", on("000001", put, "jc", val="center"), {"page-copy-number"}),
    ("密级 in 仿宋", on("秘密", face, "仿宋_GB2312"), {"page-classification"}),
    ("紧急程度 in 14 pt", on("特急", size, 28), {"page-classification"}),
    ("紧急程度 above 密级", swap("秘密", "特急"), {"page-masthead-order"}),
    ("the mark at the left", on("中共", put, "jc", val="left"), {"page-mark-not-centred"}),
    ("the mark in 黑体", on("中共", face, "黑体"), {"page-mark-face"}),
    ("a black mark", on("中共", ink, "color", val="000000"), {"page-mark-colour"}),
    ("square brackets", typed("天科", "天科党组[2023]12号"), {"page-document-number-form"}),
    ("第012号", typed("天科", "天科党组〔2023〕第012号"), {"page-document-number-form"}),
    ("发文字号 at the right", on("天科", put, "jc", val="right"), {"page-document-number-place"}),
    ("no rows above 发文字号", on("天科", close_up), {"page-document-number-place"}),
    ("no red line", on("天科", put, "pBdr"), {"page-red-line"}),
    ("one row below the red line", lambda draft: draft.body.remove(draft.all("中共")[1].getprevious()), {"page-title-gap"}),
    ("版记 in 16 pt", imprint(imprint_size), {"page-imprint-face"}),
    ("抄送 without a stop", imprint_text("办公室。", "办公室"), {"page-imprint-copy"}),
    ("抄送 with a half-width colon", imprint_text("抄送：", "抄送:"), {"page-imprint-copy", "page-punctuation"}),
    ("印发日期 with a zero", imprint_text("9月", "09月"), {"page-imprint-date"}),
    ("印发日期 without 印发", imprint_text("印发", "印"), {"page-imprint-date"}),
    ("版记 narrower than 版心", imprint(imprint_width), {"page-imprint-width"}),
    ("lines too thin", imprint(imprint_weight), {"page-imprint-lines"}),
    ("no line below", imprint(imprint_open), {"page-imprint-no-line"}),
    ("a line between 主送 and 抄送", imprint(imprint_recipients), {"page-imprint-recipients"}),
    ("附件 behind 版记", attachments_last, {"page-attachment-order"}),
]  # fmt: skip


def _named(mutants: list[tuple[str, Change, set[str]]]) -> list[object]:
    return [pytest.param(change, codes, id=name) for name, change, codes in mutants]


@pytest.mark.parametrize(("change", "codes"), _named(OWN))
def test_a_fault_in_a_notice_of_ours_is_found_and_no_other(change: Change, codes: set[str]) -> None:
    assert {one.code for one in inspect.judge(mutated(correct(), change))} == codes


@pytest.mark.parametrize(("change", "codes"), _named(RED))
def test_a_fault_in_a_red_head_is_found_and_no_other(change: Change, codes: set[str]) -> None:
    found = inspect.judge(mutated(handmade.redhead(), change))
    assert {one.code for one in found} == codes


def test_every_check_of_the_file_is_shown_able_to_fail() -> None:
    shown = set().union(*(codes for _, _, codes in OWN + RED))
    assert sorted(check.code for check in CHECKS if check.code not in shown) == []


def test_every_check_names_its_clause_in_its_docstring_and_its_message() -> None:
    for check in CHECKS:
        note = check.find.__doc__ or ""
        assert check.clause.split(".")[0] in note, check.code
        assert any(f"({grade}" in note for grade in "规般荐推可") or not check.clause


def test_a_fault_in_many_paragraphs_is_one_problem_that_names_the_first_and_the_count() -> None:
    wrong = mutated(correct(), on_all("坚持", face, "宋体"))
    [problem] = inspect.judge(wrong)
    assert problem.message == (
        "7.3.3 正文一般用3号仿宋体，第5段“坚持把巡察整改作为一项严…”用的是宋体（共12处），"
        "请改用仿宋_GB2312。"
    )
    assert (problem.mark.line, problem.mark.column) == (5, 1)
    assert problem.text == "坚持把巡察整改作为一项严"
