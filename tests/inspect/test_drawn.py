"""The drawn page is judged: what only it shows is found, and correct pages are left alone.

A rendering costs seconds, so that faults which do not touch each other share one.
"""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import handmade
import pytest
import red_heads
from lxml import etree
from mutants import Draft, correct, empty_row, mutated, put, retype

from noticegen import inspect, office, pdf, pipeline
from noticegen.inspect.checks import drawn_page, drawn_place
from noticegen.inspect.drawn import judge_drawn, missing_faces
from noticegen.writers.wordml import PPR, P, w

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LONG = "各县（市、区）党委，市委各部委，市直各单位党组" + "，市属各企业党委" * 70 + "："


@cache
def pdf_of(data: bytes) -> bytes:
    if office.find() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return office.to_pdf(data, timeout=180)


def found_on(data: bytes, change: Callable[[Draft], object] = lambda _: None) -> set[str]:
    """Return the codes of what only the drawn page shows."""
    wrong = mutated(data, change)
    return {
        one.code for one in judge_drawn(pdf_of(wrong), inspect.read(wrong), inspect.judge(wrong))
    }


def example(form: Path) -> bytes:
    notice = pipeline.check(form.read_bytes()).notice
    assert notice is not None
    return pipeline.build(
        notice, count_pages=lambda all_: [pdf.count(pdf_of(it)) for it in all_]
    ).data


def move_masthead(draft: Draft) -> None:
    """Put the mark 10 mm lower, its line 3 mm lower and short of 版心, and 版记 too high."""
    spacer = draft.one("特急").getnext()
    put(spacer, "spacing", line=247 + 567, lineRule="exact", before=0, after=0)
    border = draft.one("天科").find(f"{PPR}/{w('pBdr')}/{w('bottom')}")
    border.set(w("space"), "18")
    for align in draft.body.iter():
        if etree.QName(align).localname == "align" and align.text == "bottom":
            align.text = "center"


def lower_numbers(draft: Draft) -> None:
    draft.section("pgMar").set(w("footer"), "1000")


def frame_numbers(draft: Draft) -> None:
    """Set every number in a frame at the right, on even pages too."""
    draft.settings.remove(draft.settings.find(w("evenAndOddHeaders")))
    number = draft.foot(1).find(P)
    put(number, "framePr", wrap="around", vAnchor="text", hAnchor="margin", xAlign="right", y=1)


def long_recipients(draft: Draft) -> None:
    retype(draft.one("市直"), LONG)


def control_widows(draft: Draft) -> None:
    """Keep two rows of every paragraph together, in a text of more pages."""
    first = draft.all("坚持")[1]
    for _ in range(12):
        first.addprevious(deepcopy(first))
    for paragraph in draft.all("坚持"):
        put(paragraph, "widowControl", val=1)


def blank_page_with_number(draft: Draft) -> None:
    """Leave a blank page before the page of 版记; both are numbered."""
    holder = draft.body.findall(P)[-1]
    empty_row(holder)
    for paragraph in (holder.getprevious(), holder):
        put(paragraph, "pageBreakBefore")


def raise_seal(draft: Draft) -> None:
    for offset in draft.body.iter():
        if etree.QName(offset).localname == "posOffset" and offset.text == "-936000":
            offset.text = "-100000"


@pytest.mark.parametrize("form", EXAMPLES, ids=lambda form: form.stem)
def test_pages_of_our_own_examples_are_left_alone(form: Path) -> None:
    assert found_on(example(form)) == set()


@pytest.mark.parametrize("kind", ["secret", "sealed", "joint and sealed"])
def test_pages_of_our_own_red_heads_are_left_alone(kind: str) -> None:
    assert found_on(red_heads.of(kind)) == set()


@pytest.mark.parametrize("make", [correct, handmade.plain, handmade.redhead, handmade.sealed])
def test_correct_pages_are_left_alone(make: Callable[[], bytes]) -> None:
    assert found_on(make()) == set()


@pytest.mark.parametrize(
    ("make", "change", "codes"),
    [
        pytest.param(
            handmade.redhead,
            move_masthead,
            {"page-mark-place", "page-red-line-place", "page-imprint-place"},
            id="mark, line and imprint out of place",
        ),
        pytest.param(correct, lower_numbers, {"page-number-height"}, id="numbers too low"),
        pytest.param(correct, frame_numbers, {"page-number-place"}, id="even numbers at the right"),
        pytest.param(correct, long_recipients, {"page-no-body-first"}, id="recipients of a page"),
        pytest.param(correct, control_widows, {"page-short-page"}, id="widow control"),
        pytest.param(
            handmade.redhead, blank_page_with_number, {"page-number-blank-page"}, id="blank page"
        ),
        pytest.param(handmade.sealed, raise_seal, {"page-seal-place"}, id="seal too low"),
    ],
)
def test_a_fault_of_the_page_is_found_and_no_other(
    make: Callable[[], bytes], change: Callable[[Draft], object], codes: set[str]
) -> None:
    assert found_on(make(), change) == codes


def test_every_check_of_the_page_is_shown_able_to_fail() -> None:
    [mark] = [
        one
        for one in test_a_fault_of_the_page_is_found_and_no_other.pytestmark
        if one.name == "parametrize"
    ]
    shown = set().union(*(parameter.values[2] for parameter in mark.args[1]))
    checks = (*drawn_page.CHECKS, *drawn_place.CHECKS)
    assert sorted(check.code for check in checks if check.code not in shown) == []


def test_what_the_file_already_tells_is_not_told_again() -> None:
    wrong = mutated(correct(), lambda draft: put(draft.foot(2).find(P), "jc", val="right"))
    known = inspect.judge(wrong)
    assert [one.code for one in known] == ["page-number-side"]
    assert judge_drawn(pdf_of(wrong), inspect.read(wrong), known) == []


def test_pages_without_any_chinese_font_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    data = handmade.redhead()
    pdf_of(data)  # or skip where there is no LibreOffice
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    assert judge_drawn(office.to_pdf(data, timeout=180), inspect.read(data)) == []


def test_faces_that_were_drawn_with_others_are_named_once() -> None:
    case = inspect.read(correct())
    missing = missing_faces(pdf_of(correct()), case)
    assert set(missing) <= {"小标宋", "仿宋", "楷体", "黑体", "宋体"}
    assert len(missing) == len(set(missing))
