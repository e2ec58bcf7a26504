"""Correct files are left alone, whoever made them: a false alarm is worse than a miss."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import handmade
import pytest
import red_heads
from lxml import etree
from mutants import Draft, correct, element, face, ink, mutated, put, retype, text_of

from noticegen import inspect, pipeline
from noticegen.writers.wordml import PPR, P, R, w

ROOT = Path(__file__).parents[2]
FORMS = sorted([*(ROOT / "examples").glob("*.yaml"), *(ROOT / "tests" / "variants").glob("*.yaml")])
LOOKS = sorted((ROOT / "templates").rglob("*.docx"))


def codes(data: bytes) -> list[str]:
    return [problem.message for problem in inspect.judge(data)]


def every_paragraph(draft: Draft) -> list[etree._Element]:
    return list(draft.body.iter(P))


def glyph_to_glyph(draft: Draft) -> None:
    """The other lawful reading of 版心: margins of 34.58 and 32.58 mm, rows of 29.6 pt."""
    draft.section("pgMar").set(w("top"), "1960")
    draft.section("pgMar").set(w("bottom"), "1847")
    for paragraph in every_paragraph(draft):
        put(paragraph, "spacing", before=0, after=0, line=592, lineRule="exact")


def words_own_grid(draft: Draft) -> None:
    """Word's own way: a grid of 22 rows of 28, single spacing, no condensed characters."""
    for grid in draft.body.iter(w("docGrid")):
        grid.attrib.clear()
        for key, value in {"type": "linesAndChars", "linePitch": 579, "charSpace": -849}.items():
            grid.set(w(key), str(value))
    for paragraph in every_paragraph(draft):
        put(paragraph, "snapToGrid", val=1)
        put(paragraph, "spacing", before=0, after=0, line=240, lineRule="auto")
        ink(paragraph, "spacing", val=0)


def rows_of_28_pt(draft: Draft) -> None:
    for paragraph in every_paragraph(draft):
        put(paragraph, "spacing", before=0, after=0, line=560, lineRule="exact")


def indents_in_characters_only(draft: Draft) -> None:
    for paragraph in draft.all("坚持"):
        put(paragraph, "ind", firstLineChars=200)


def latin_digits(draft: Draft) -> None:
    paragraph = draft.one("坚持")
    run = deepcopy(paragraph.find(R))
    paragraph.append(run)
    retype(paragraph, "全年开展检查12次，")
    ink(paragraph, "rFonts", ascii="Times New Roman", eastAsia="仿宋")
    put(paragraph, "ind", firstLine=640, firstLineChars=200)


def numbers_by_the_program(draft: Draft) -> None:
    """A heading whose ordinal Word counts: its words and place are its numbering's."""
    heading = draft.one("一、")
    retype(heading, "整改落实情况")
    number = element("numPr")
    number.append(element("ilvl", val=0))
    number.append(element("numId", val=1))
    put(heading, "ind", left=0, firstLine=0)
    heading.find(PPR).append(number)


def controls(draft: Draft) -> None:
    """Paragraphs inside a content control."""
    for paragraph in draft.all("坚持")[:2]:
        control, content = element("sdt"), element("sdtContent")
        paragraph.addprevious(control)
        control.append(content)
        content.append(paragraph)


def outside_frame(draft: Draft) -> None:
    """Word's page number "outside": one frame for odd and even pages."""
    draft.settings.remove(draft.settings.find(w("evenAndOddHeaders")))
    put(draft.foot(1).find(P), "framePr", hAnchor="margin", xAlign="outside", y=1)


def other_dashes(draft: Draft) -> None:
    for number in (1, 2):
        texts = list(draft.foot(number).iter(w("t")))
        texts[0].text, texts[-1].text = "－", "－"


def signed_for_a_seal(draft: Draft) -> None:
    """A signature set for a seal that is put on the printed paper."""
    organ, date = draft.all(handmade.ORGAN)[-1], draft.one(handmade.DATE)
    for _ in range(2):
        organ.addprevious(deepcopy(organ.getprevious()))
    put(date, "jc", val="right")
    put(date, "ind", right=1264)
    put(organ, "jc", val="right")
    put(organ, "ind", right=round(1264 + (7.625 - 12) / 2 * 315))


def joint_issue(draft: Draft) -> None:
    organ = draft.all(handmade.ORGAN)[-1]
    other = deepcopy(organ)
    retype(other, "天长市财政局")
    organ.addnext(other)


def a_wide_table(draft: Draft) -> None:
    """A page turned for a table."""
    properties = deepcopy(list(draft.body.iter(w("sectPr")))[-1])
    draft.one("（此件").find(PPR).append(properties)
    for key, value in {"w": 16838, "h": 11906, "orient": "landscape"}.items():
        draft.section("pgSz").set(w(key), str(value))
    table, row, cell, paragraph = (element(name) for name in ("tbl", "tr", "tc", "p"))
    cell.append(paragraph)
    row.append(cell)
    table.append(row)
    draft.body[-1].addprevious(table)


def a_short_contact(draft: Draft) -> None:
    """Lines that are neither body nor heading may stand as they like."""
    for text in ("联系电话：0550-7770320", "邮政编码：239300"):
        line = deepcopy(draft.one("坚持"))
        retype(line, text)
        put(line, "ind", firstLine=0, firstLineChars=0)
        draft.one("（一）").addprevious(line)


def a_byline_below_the_title(draft: Draft) -> None:
    """An organ and a date in the middle below the title are no signature."""
    for text in ("天长市科学技术局", "2023年9月26日"):
        line = deepcopy(draft.one(handmade.ORGAN))
        retype(line, text)
        ink(line, "sz", val=32)
        draft.one("各科室").getprevious().addprevious(line)
    for paragraph in [draft.one("各科室"), *draft.all(handmade.ORGAN)[-1:], draft.all("2023")[-1]]:
        paragraph.getparent().remove(paragraph)


def a_note_without_a_date(draft: Draft) -> None:
    """附件： above its list, in a copy that nobody signed."""
    for paragraph in (draft.all(handmade.ORGAN)[-1], draft.one(handmade.DATE), draft.one("（此件")):
        retype(paragraph, "附件：" if text_of(paragraph) == handmade.ORGAN else "1.任务清单")
        put(paragraph, "jc", val="left")
        put(paragraph, "ind", firstLine=640)


def body_in_another_make(draft: Draft) -> None:
    for paragraph in draft.all("坚持"):
        face(paragraph, "方正仿宋_GBK")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_our_own_notices_are_left_alone(form: Path) -> None:
    notice = pipeline.check(form.read_bytes()).notice
    assert notice is not None
    assert codes(pipeline.build(notice).data) == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.stem)
def test_our_looks_are_left_alone(look: Path) -> None:
    assert codes(look.read_bytes()) == []


@pytest.mark.parametrize("make", [correct, handmade.plain, handmade.redhead, handmade.sealed])
def test_correct_files_are_left_alone_whoever_made_them(make: Callable[[], bytes]) -> None:
    assert codes(make()) == []


@pytest.mark.parametrize("kind", red_heads.KINDS)
def test_our_own_red_heads_are_left_alone(kind: str) -> None:
    assert codes(red_heads.of(kind)) == []


@pytest.mark.parametrize(
    "change",
    [
        glyph_to_glyph,
        words_own_grid,
        rows_of_28_pt,
        indents_in_characters_only,
        latin_digits,
        numbers_by_the_program,
        controls,
        outside_frame,
        other_dashes,
        signed_for_a_seal,
        joint_issue,
        a_wide_table,
        a_short_contact,
        a_byline_below_the_title,
        a_note_without_a_date,
        body_in_another_make,
    ],
)
def test_other_lawful_ways_are_left_alone(change: Callable[[Draft], object]) -> None:
    assert codes(mutated(handmade.plain(), change)) == []
