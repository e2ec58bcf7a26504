"""What is imported builds back to the same text: the two seeds as saved, every variant in every dress."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from forms import document_of, lines_of, notice_of, problems_of
from importers.sources import (
    EXAMPLES,
    GOLDEN,
    VARIANTS,
    as_page,
    by_hand,
    typed,
    wanted,
    with_headings,
    with_lists,
)

from noticegen import pipeline
from noticegen.importers import import_notice
from noticegen.importers.proof import fold
from noticegen.model import Kind
from noticegen.writers import html, text

LEAVES = (Kind.FINDING, Kind.TASK, Kind.MATTER)
# Nothing in a text tells its measures apart where they have no ordinals.
UNDIVIDED = "measures-without-any-ordinals"
DRESSES: dict[str, tuple[Callable[[list[str]], bytes], str]] = {
    "utf-8 text": (lambda lines: "\n".join(lines).encode(), ".txt"),
    "gb18030 text": (lambda lines: "\r\n\r\n".join(lines).encode("gb18030"), ".txt"),
    "utf-16 text": (lambda lines: "\n".join(lines).encode("utf-16"), ".txt"),
    "half-width text": (lambda lines: "\n".join(map(half_width, lines)).encode(), ".txt"),
    "typed in word": (by_hand, ".docx"),
    "heading styles": (with_headings, ".docx"),
    "automatic numbers": (with_lists, ".docx"),
    "page": (as_page, ".html"),
    "gb2312 page": (lambda lines: as_page(lines, "gb18030"), ".htm"),
}


def half_width(line: str) -> str:
    """Return *line* as both seeds are typed: , : ; ( ) half-width, indented."""
    if "http" in line or "@" in line:
        return line
    return "\u00a0\u3000" + line.translate(str.maketrans("，：；（）", ",:;()"))


def folded(lines: list[str]) -> list[str]:
    return [fold(line) for line in lines]


def counts(text: str) -> tuple[int, int]:
    """Return how many findings, tasks and matters a form prints, and how many measures."""
    items = [item for item in notice_of(text).public_body if item.kind in LEAVES]
    return len(items), sum(len(item.measures) for item in items)


@pytest.mark.parametrize(
    ("seed", "findings", "measures"), [("tianchang", 28, 67), ("longyan", 27, 65)]
)
def test_a_seed_as_it_was_saved_builds_back(seed: str, findings: int, measures: int) -> None:
    golden = (GOLDEN / f"{seed}.txt").read_text(encoding="utf-8").splitlines()

    imported = import_notice((GOLDEN / f"raw-{seed}.txt").read_bytes(), ".txt")

    assert folded(lines_of(document_of(imported.form_text))) == folded(golden)
    items = [i for i in notice_of(imported.form_text).body if i.kind is Kind.FINDING]
    assert len(items) == findings
    assert sum(len(item.measures) for item in items) == measures
    assert all(item.verbatim is None for item in items)
    assert not re.search("^[^#]*'", imported.form_text, re.MULTILINE)  # nothing is in quotes


@pytest.mark.parametrize("seed", ["tianchang", "longyan"])
def test_a_seed_has_its_facts_in_their_fields_as_the_example_has(seed: str) -> None:
    example = notice_of((EXAMPLES[0].parent / f"{seed}.yaml").read_text(encoding="utf-8"))

    made = notice_of(import_notice((GOLDEN / f"raw-{seed}.txt").read_bytes(), ".txt").form_text)

    for part in ("inspection", "issuance", "contact"):
        assert getattr(made, part) == getattr(example, part)
    assert made.wording.preamble == example.wording.preamble
    for name in ("measures", "measures_label", "finding", "measure_ordinal", "ordinals"):
        assert getattr(made.wording, name) == getattr(example.wording, name), name


def test_lost_list_numbers_are_numbered_anew_and_told() -> None:
    imported = import_notice((GOLDEN / "raw-tianchang.txt").read_bytes(), ".txt")

    told = [problem for problem in imported.problems if problem.code == "file-renumbered"]
    assert [problem.text for problem in told] == ["1."]
    assert imported.lines[told[0].mark.line - 1].strip() == "1. 党组领导核心作用发挥不够。"
    assert "共12处" in told[0].message


def test_what_stands_around_a_seed_is_left_out_and_told() -> None:
    imported = import_notice((GOLDEN / "raw-longyan.txt").read_bytes(), ".txt")

    assert len(imported.left_out) == 7
    assert any("版权所有" in line for line in imported.left_out)
    [told] = [problem for problem in imported.problems if problem.code == "file-chrome"]
    assert "7行" in told.message
    assert "版权所有" not in imported.form_text
    assert "浏览次数" not in imported.form_text


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("form", VARIANTS + EXAMPLES, ids=lambda form: form.stem)
def test_a_notice_in_any_dress_builds_back(form: Path, dress: str) -> None:
    dressed, suffix = DRESSES[dress]

    imported = import_notice(dressed(typed(form)), suffix)

    assert folded(lines_of(document_of(imported.form_text))) == folded(wanted(form))
    findings, measures = counts(form.read_text(encoding="utf-8"))
    found = counts(imported.form_text)
    assert found == (findings, measures if form.stem != UNDIVIDED else findings)


@pytest.mark.parametrize("form", VARIANTS, ids=lambda form: form.stem)
def test_the_text_of_a_variant_as_it_stands_builds_back(form: Path) -> None:
    text = form.with_suffix(".txt").read_text(encoding="utf-8")

    imported = import_notice(text.encode(), ".txt")

    assert folded(lines_of(document_of(imported.form_text))) == folded(text.splitlines())


@pytest.mark.parametrize("form", VARIANTS + EXAMPLES, ids=lambda form: form.stem)
def test_a_word_file_of_ours_gives_the_same_document(form: Path) -> None:
    text = form.read_text(encoding="utf-8")
    data = pipeline.build(notice_of(text)).data

    imported = import_notice(data, ".docx")

    assert document_of(imported.form_text) == document_of(text)
    codes = {code.partition("-")[0] for _, code in problems_of(imported.form_text)}
    assert not codes & {"form", "model"}


def test_the_red_head_and_the_imprint_come_back() -> None:
    red = next(form for form in EXAMPLES if form.stem == "redhead").read_text(encoding="utf-8")

    document = document_of(import_notice(pipeline.build(notice_of(red)).data, ".docx").form_text)

    assert document.words == document_of(red).words
    assert {"文号", "印发机关", "印发日期"} <= set(document.words)


@pytest.mark.parametrize("form", EXAMPLES, ids=lambda form: form.stem)
def test_a_page_and_a_text_of_ours_give_the_same_document_but_for_what_stays_on_paper(
    form: Path,
) -> None:
    document = document_of(form.read_text(encoding="utf-8"))
    page = document_of(import_notice(html.write(document), ".html").form_text)
    plain = document_of(import_notice(text.write(document).encode(), ".txt").form_text)

    assert page.blocks == plain.blocks == document.blocks
    assert page.words.get("文号") == document.words.get("文号")


def test_a_document_number_below_the_title_is_no_text_of_the_notice() -> None:
    lines = typed(next(form for form in EXAMPLES if form.stem == "minimal"))
    number = "云示党组〔2024〕5号"

    for dress, suffix in DRESSES.values():
        imported = import_notice(dress([lines[0], number, *lines[1:]]), suffix)
        assert f"  文号: {number}" in imported.form_text
        assert folded(lines_of(document_of(imported.form_text))) == folded(lines)


def test_a_text_whose_ordinals_word_has_parted_by_tabs_has_no_table() -> None:
    form = next(form for form in EXAMPLES if form.stem == "minimal")
    attached = ["附件", "有关情况", "1.\t一项", "2.\t两项"]
    lines = [*typed(form)[:-2], "附件：有关情况", *typed(form)[-2:], *attached]

    imported = import_notice("\n".join(lines).encode(), ".txt")

    assert "表:" not in imported.form_text
    assert "1.一项" in imported.form_text
