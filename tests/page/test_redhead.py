"""The red head (7.2) and 版记 (7.4) as they are drawn; places are mm, as in test_plain."""

import pytest
from drawn import ORGAN, SENTENCE, Page, body, chinese, draw_all, draw_red, red, red_look

from noticegen.document import Document, Signature, Title
from noticegen.grid import Pages
from noticegen.writers.docx import estimate_pages, write
from noticegen.writers.imprint import without_imprint

LONG = "中共新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县农业农村局党组"
NUMBER = "天科党组〔2023〕12号"
TITLE = Title(f"{ORGAN}关于巡察整改进展情况的通报")
SIGNATURE = Signature((ORGAN,), "2023年9月26日")
MARKS = {"份号": "000001", "密级": "秘密★1年", "紧急程度": "特急"}
IMPRINT = {
    "抄送": "市委巡察工作领导小组办公室，市纪委监委，市委组织部",
    "印发机关": f"{ORGAN}办公室",
    "印发日期": "2023年9月26日",
}


ISSUERS = (LONG[:8], LONG[:12], LONG[:18], LONG[:26], LONG)
LINES = ("整改进展情况的通报", "整改进展情况的通报通报", "整" * 20, "情况的通报")
TITLES = [Title("".join(LINES[at:]), LINES[at:]) for at in range(4)]
JOINT = (ORGAN, "中共天长市审计局党组", "天长市财政局", LONG[:9])
LENGTHS = (25, 26, 27, 52, 53, 120)


def opening(*, issuers: tuple[str, ...] = (ORGAN,), title: Title = TITLE, **words: str) -> Document:
    return red(title, chinese(3), issuers=issuers, **words)


def first(*, issuers: tuple[str, ...] = (ORGAN,), title: Title = TITLE, **words: str) -> Page:
    return draw_red(opening(issuers=issuers, title=title, **words))[0]


def copied(length: int) -> Document:
    return red(TITLE, chinese(3), SIGNATURE, **{**IMPRINT, "抄送": "委" * length})


@pytest.fixture(scope="module", autouse=True)
def _drawn_at_once() -> None:
    """Draw what many tests ask for in one start of LibreOffice."""
    documents = [opening(issuers=(it,), **more) for it in ISSUERS for more in ({}, MARKS)]
    documents += [opening(issuers=JOINT[:3], title=title) for title in TITLES]
    documents += [opening(issuers=JOINT[:count]) for count in (2, 3, 4)]
    documents += [copied(length) for length in LENGTHS]
    documents += [ending(rows) for rows in (5, 19, 20, 21, 22, 25, 43)]
    documents += [without_imprint(it) for it in documents[-7:]]
    documents += [opening(), opening(文号=""), opening(**MARKS), opening(密级="机密★1年")]
    draw_all(write(it, red_look()) for it in documents)


# --- 版头 -----------------------------------------------------------------------------


@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize("words", [{}, MARKS], ids=["bare", "marked"])
def test_the_mark_is_35_mm_below_the_edge_in_one_line(issuer: str, words: dict[str, str]) -> None:
    page = first(issuers=(issuer,), **words)
    ink = page.ink(20, 60, 200, 95, red=True)
    assert page.row(issuer).text == f"{issuer}文件"
    assert ink.top == pytest.approx(72, abs=1)
    assert ink.centre[0] == pytest.approx(106, abs=1)
    assert ink.left >= 28
    assert ink.right <= 184.2


def test_the_mark_is_as_large_as_fits_and_36_pt_at_most() -> None:
    assert first(issuers=(LONG[:8],)).row(LONG[:8]).sizes == {36}
    assert first(issuers=(LONG[:13],)).row(LONG[:13]).sizes == {29}


def test_copy_number_classification_and_urgency_stand_flush_left_in_rows() -> None:
    rows = first(**MARKS).rows[:3]
    assert [row.text for row in rows] == list(MARKS.values())
    assert {round(row.x0) for row in rows} == {28}
    assert rows[0].baseline == pytest.approx(45.5, abs=0.6)
    assert rows[2].baseline - rows[0].baseline == pytest.approx(20.4, abs=0.3)


def test_a_classification_without_a_copy_number_is_on_the_second_row() -> None:
    row = first(密级="机密★1年").rows[0]
    assert row.text == "机密★1年"
    assert row.baseline == pytest.approx(55.7, abs=0.6)


def test_the_number_is_two_rows_below_the_mark_and_the_red_line_4_mm_below_it() -> None:
    page = first()
    mark, number = page.ink(20, 60, 200, 95, red=True), page.row(NUMBER)
    ink = page.ink(number.x0, number.baseline - 6, number.x1, number.baseline + 2)
    line = page.ink(20, number.baseline + 1, 200, number.baseline + 12, red=True)
    assert number.centre == pytest.approx(106, abs=1)
    assert number.sizes == {16}
    assert ink.top - mark.bottom == pytest.approx(25, abs=1.5)
    assert line.top - ink.bottom == pytest.approx(4, abs=0.8)
    assert (line.left, line.right) == (pytest.approx(28, abs=0.6), pytest.approx(184, abs=0.6))
    assert 0.3 <= line.bottom - line.top <= 0.8
    title = page.ink(30, line.bottom + 1, 182, line.bottom + 32)
    assert title.top - line.bottom == pytest.approx(22.2, abs=1)


def test_without_a_number_its_row_and_the_red_line_stay() -> None:
    with_number, without = first(), first(文号="")
    assert without.lines[0] == with_number.lines[0]
    assert NUMBER not in [row.text for row in without.rows]


@pytest.mark.parametrize("title", TITLES, ids=lambda title: str(len(title.lines)))
def test_a_title_of_any_lines_leaves_room_for_the_body_on_the_first_page(title: Title) -> None:
    page = first(issuers=JOINT[:3], title=title)
    assert any(row.text == SENTENCE for row in page.rows)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_organs_issuing_jointly_are_as_wide_as_the_longest_with_the_word_at_their_right(
    count: int,
) -> None:
    organs = JOINT[:count]
    page = first(issuers=organs)
    red_glyphs = [it for it in page.pdf.chars if it["size"] > 22.5]
    names = [it for it in red_glyphs if it["text"] not in "文件"]
    edge = max(it["x1"] for it in names) * 25.4 / 72 + 1
    below = page.row(NUMBER).baseline - 8
    left, right = page.ink(20, 60, edge, below, red=True), page.ink(edge, 60, 200, below, red=True)
    assert "".join(it["text"] for it in red_glyphs if it["text"] not in "文件") == "".join(organs)
    for organ in organs:
        row = next(row for row in page.rows if row.text.startswith(organ))
        assert row.x0 == pytest.approx(left.left, abs=1.6)
    assert left.top == pytest.approx(72, abs=1)
    assert right.centre[1] == pytest.approx(left.centre[1], abs=1)
    assert left.left >= 28
    assert right.right <= 184
    assert (left.left + right.right) / 2 == pytest.approx(106, abs=1)


# --- 版记 -----------------------------------------------------------------------------


def foot(pages: list[Page]) -> Page:
    """Return the page with 版记: the last, and every other has only its red line."""
    assert not any(line.top > 130 for page in pages[:-1] for line in page.lines)
    return pages[-1]


def test_the_last_line_is_on_the_lower_edge_and_lines_are_35_25_35() -> None:
    lines = foot(draw_red(red(TITLE, chinese(3), SIGNATURE, **IMPRINT))).lines[-3:]
    assert lines[-1].top == pytest.approx(262, abs=0.5)
    assert [line.weight for line in lines] == [
        pytest.approx(weight, abs=0.03) for weight in (0.35, 0.25, 0.35)
    ]
    for line in lines:
        assert (line.x0, line.x1) == (pytest.approx(28, abs=0.3), pytest.approx(184, abs=0.3))


def test_its_words_are_one_character_from_either_edge() -> None:
    copies, printed = draw_red(red(TITLE, chinese(3), SIGNATURE, **IMPRINT))[0].rows[-2:]
    assert copies.text == f"抄送：{IMPRINT['抄送']}。"
    assert copies.sizes == printed.sizes == {14}
    assert copies.x0 == pytest.approx(32.94, abs=0.6)
    assert printed.x0 == pytest.approx(32.94, abs=0.6)
    assert printed.x1 == pytest.approx(179.06, abs=0.6)
    assert printed.text.endswith("2023年9月26日印发")


@pytest.mark.parametrize("length", LENGTHS)
def test_copies_that_wrap_make_it_higher_and_begin_after_the_colon(length: int) -> None:
    page = foot(draw_red(copied(length)))
    top, middle, bottom = (line.top for line in page.lines[-3:])
    rows = [row for row in page.rows if top < row.baseline < middle]
    assert bottom == pytest.approx(262, abs=0.5)
    assert middle - top == pytest.approx(len(rows) * 9.9, abs=0.6)
    for row in rows[1:]:
        assert row.x0 == pytest.approx(47.8, abs=0.6)
        assert row.x1 <= 179.7


@pytest.mark.parametrize(
    "words", [{"抄送": "市委巡察办"}, {"印发机关": ORGAN, "印发日期": "2023年9月26日"}]
)
def test_one_row_has_two_lines_of_35_and_the_last_on_the_edge(words: dict[str, str]) -> None:
    above, below = draw_red(red(TITLE, chinese(3), SIGNATURE, **words))[0].lines[-2:]
    assert above.weight == below.weight == 0.35
    assert below.top == pytest.approx(262, abs=0.5)
    assert below.top - above.top == pytest.approx(10, abs=0.5)


def test_without_its_words_there_is_no_line() -> None:
    assert len(draw_red(red(TITLE, chinese(3), SIGNATURE))[0].lines) == 1


def ending(rows: int) -> Document:
    """Return a notice whose text takes *rows* rows of the second page, signature included."""
    paragraphs = (chinese(2),) * 4 + (chinese(1), chinese(rows - 4), chinese(1))
    return red(TITLE, *paragraphs, SIGNATURE, **IMPRINT)


def in_two_passes(document: Document) -> tuple[Pages, list[Page]]:
    """Draw *document* as a command does: count the pages, then put 版记 where it belongs."""
    look = red_look()
    text, whole = draw_all([write(without_imprint(document), look), write(document, look)])
    pages = Pages(len(text), room=len(text) == len(whole))
    return pages, draw_red(document, pages)


def numbers(pages: list[Page]) -> list[str]:
    return [page.number.text if page.number else "" for page in pages]


@pytest.mark.parametrize("rows", [5, 19])
def test_on_an_even_page_with_room_it_is_below_the_text(rows: int) -> None:
    found, pages = in_two_passes(ending(rows))
    assert found == Pages(2, room=True) == estimate_pages(ending(rows), red_look())
    assert numbers(pages) == ["— 1 —", "— 2 —"]
    assert foot(pages).lines[-1].top == pytest.approx(262, abs=0.5)


@pytest.mark.parametrize("rows", [20, 21, 22])
def test_on_an_even_page_without_room_a_blank_page_precedes_it_and_neither_has_a_number(
    rows: int,
) -> None:
    found, pages = in_two_passes(ending(rows))
    assert found == Pages(2, room=False) == estimate_pages(ending(rows), red_look())
    assert numbers(pages) == ["— 1 —", "— 2 —", "", ""]
    assert pages[2].rows == []
    assert len(pages[3].rows) == 2
    assert foot(pages).lines[-1].top == pytest.approx(262, abs=0.5)


@pytest.mark.parametrize("rows", [3, 21])
def test_after_an_odd_page_it_is_alone_on_the_next_with_a_number(rows: int) -> None:
    document = ending(rows + 22)
    found, pages = in_two_passes(document)
    assert found.text == 3
    assert found == estimate_pages(document, red_look())
    assert numbers(pages) == ["— 1 —", "— 2 —", "— 3 —", "— 4 —"]
    assert len(pages[3].rows) == 2
    assert foot(pages).lines[-1].top == pytest.approx(262, abs=0.5)


def test_a_notice_of_one_page_has_it_on_the_second() -> None:
    found, pages = in_two_passes(red(TITLE, chinese(3), SIGNATURE, **IMPRINT))
    assert found == Pages(1, room=True)
    assert numbers(pages) == ["— 1 —", "— 2 —"]


def test_twenty_pages_are_full_and_end_on_an_even_one() -> None:
    document = red(TITLE, chinese(2), *[chinese(6)] * 69, body(SENTENCE), SIGNATURE, **IMPRINT)
    found, pages = in_two_passes(document)
    assert found == estimate_pages(document, red_look())
    assert found == (20, True)
    assert {len(page.rows) for page in pages[1:19]} == {22}
    assert numbers(pages) == [f"— {number} —" for number in range(1, len(pages) + 1)]
    assert len(pages) % 2 == 0
