"""Sealed signatures (7.3.5.1) as they are drawn; places are mm, as in test_plain."""

from itertools import combinations

import pytest
from drawn import (
    MM,
    ORGAN,
    SENTENCE,
    Page,
    Row,
    body,
    chinese,
    draw_all,
    draw_red,
    red,
    red_look,
    seal,
)

from noticegen.document import Annotation, Document, Signature
from noticegen.writers.docx import write

DATE = "2023年9月26日"
LONG = "中共新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县农业农村局党组"
SINGLE = (ORGAN, "中共天长市委", LONG[:15], LONG[:22])
JOINT = (
    ("天长市科技局", "天长市审计局", "天长市财政局"),
    (ORGAN, "中共天长市审计局党组", "天长市财政局"),
    (ORGAN, "中共天长市审计局党组", "天长市财政局", "天长市科技局"),
    (LONG[:15], LONG[:15]),
)


def sealed(*organs: str, rows: int = 3, date: str = DATE) -> Document:
    signature = Signature(organs, date, (seal(),) * len(organs))
    return red(body(SENTENCE), chinese(rows), signature, Annotation("（此件公开发布）"))


def signed(page: Page, start: str) -> Row:
    """Return the last row that begins so: the mark at the head begins like the signature."""
    return [row for row in page.rows if row.text.startswith(start)][-1]


def places(page: Page) -> list[tuple[float, float, float, float]]:
    """Return the left, top, right and bottom of the seals on *page*."""
    return [
        tuple(it[edge] * MM for edge in ("x0", "top", "x1", "bottom")) for it in page.pdf.images
    ]


@pytest.fixture(scope="module", autouse=True)
def _drawn_at_once() -> None:
    documents = [sealed(*organs) for organs in JOINT] + [sealed(organ) for organ in SINGLE]
    documents += [sealed(ORGAN, rows=rows) for rows in range(4, 12)]
    draw_all(write(it, red_look()) for it in documents)


@pytest.mark.parametrize("organ", SINGLE)
def test_the_organ_is_centred_on_the_date_and_the_seal_on_both(organ: str) -> None:
    page = draw_red(sealed(organ))[-1]
    name, date = signed(page, organ), page.row(DATE)
    left, top, right, bottom = places(page)[0]
    assert (right - left, bottom - top) == (pytest.approx(42, abs=0.1),) * 2
    assert name.centre == pytest.approx(date.centre, abs=0.8)
    assert (left + right) / 2 == pytest.approx(date.centre, abs=1)
    assert 28 <= name.x0 < name.x1 <= 184.2
    middle = (top + bottom) / 2
    assert top < name.baseline - 5 < date.baseline < bottom
    assert (name.baseline + date.baseline) / 2 > middle


@pytest.mark.parametrize("organ", SINGLE[:3])
def test_the_date_ends_four_characters_before_the_edge(organ: str) -> None:
    assert draw_red(sealed(organ))[-1].row(DATE).x1 == pytest.approx(161.7, abs=1)


@pytest.mark.parametrize("rows", range(3, 12))
def test_the_seal_is_within_a_row_of_the_text_and_on_its_page(rows: int) -> None:
    page = draw_red(sealed(ORGAN, rows=rows))[-1]
    above = [row for row in page.rows if row.baseline < signed(page, ORGAN).baseline]
    top = places(page)[0][1]
    ink = page.ink(28, above[-1].baseline - 5, 184, above[-1].baseline + 2)
    assert 0 < top - ink.bottom <= 10.2
    assert page.rows[-1].text == "（此件公开发布）"


@pytest.mark.parametrize("organs", JOINT, ids=len)
def test_organs_issuing_jointly_have_a_seal_each_that_touch_nowhere(
    organs: tuple[str, ...],
) -> None:
    page = draw_red(sealed(*organs))[-1]
    seals = places(page)
    names = "".join(row.text for row in page.rows)
    assert len(seals) == len(organs)
    assert "".join(organs) in names.replace(DATE, "")
    for left, _, right, bottom in seals:
        assert left >= 28
        assert right <= 184
        assert bottom <= 262
    for one, other in combinations(seals, 2):
        assert one[2] < other[0] or one[3] < other[1]
    left, top, right, bottom = seals[-1]
    date = page.row(DATE)
    assert (left + right) / 2 == pytest.approx(date.centre, abs=1)
    assert top < date.baseline < bottom


def test_seals_of_a_row_are_level_and_over_their_organs() -> None:
    page = draw_red(sealed(*JOINT[0]))[-1]
    seals = places(page)
    assert len({round(top, 1) for _, top, _, _ in seals}) == 1
    row = signed(page, JOINT[0][0])
    glyphs = [it for it in page.pdf.chars if abs(it["matrix"][5] - _foot(page, row.baseline)) < 1]
    for at, (left, _, right, _) in enumerate(seals):
        name = glyphs[6 * at : 6 * at + 6]
        centre = (name[0]["x0"] + name[-1]["x1"]) / 2 * MM
        assert (left + right) / 2 == pytest.approx(centre, abs=1)


def _foot(page: Page, baseline: float) -> float:
    return float(page.pdf.height) - baseline / MM
