"""Wide tables on turned pages (8) as they are drawn.

A turned page's upper edge is the left edge of an upright one. Places are mm on the page
as it is read, 297 wide and 210 high: 版心 is x 35 to 260, y 28 to 184.
"""

import pytest
from drawn import MM, SENTENCE, Page, body, chinese, draw_docx, draw_red, plain, red

from noticegen.document import Attachment, Document, Table
from noticegen.grid import Pages

HEADER = ("序号", "问题", "措施", "责任单位", "责任人", "时限", "状态", "备注")
ROW = (
    SENTENCE,
    SENTENCE * 2,
    "办公室、机关党委、人事科",
    "李某某",
    "2023年12月31日",
    "已完成",
    "无",
)
WIDE = Attachment("附件1", "任务清单", (Table(HEADER, tuple((str(n), *ROW) for n in range(1, 6))),))
UPRIGHT = Attachment("附件2", "问题清单", (chinese(3),))
IMPRINT = {"印发机关": "中共天长市科学技术局党组", "印发日期": "2023年9月26日"}


def pages() -> list[Page]:
    """Return an upright page, at least two turned ones, an upright one."""
    return draw_docx(plain(body(SENTENCE), WIDE, UPRIGHT))


def last_turned(**words: str) -> Document:
    return red(body(SENTENCE), WIDE, **words)


def is_turned(page: Page) -> bool:
    return bool(page.pdf.width > page.pdf.height)


def number(page: Page) -> list[dict]:
    """Return the glyphs of the page number of a turned page."""
    return [it for it in page.pdf.chars if it["x1"] * MM < 34]


def test_only_the_pages_of_the_wide_table_are_turned() -> None:
    turned = [is_turned(page) for page in pages()]
    assert turned[0] is turned[-1] is False
    assert all(turned[1:-1])
    assert len(turned) >= 4


def test_a_turned_page_has_the_same_text_area() -> None:
    for page in pages()[1:-1]:
        rules = page.pdf.edges
        assert min(it["x0"] for it in rules) * MM == pytest.approx(35, abs=0.6)
        assert max(it["x1"] for it in rules) * MM == pytest.approx(260, abs=0.6)
        assert max(it["bottom"] for it in rules) * MM <= 184
        assert min(it["top"] for it in rules) * MM >= 28


def test_the_number_stays_7_mm_below_the_text_and_outside() -> None:
    for place, page in list(enumerate(pages(), 1))[1:-1]:
        glyphs = number(page)
        assert "".join(it["text"] for it in glyphs) == f"— {place} —"
        ends = [it[edge] * MM for it in glyphs for edge in ("top", "bottom")]
        ink = page.ink(20, 28, 34, 184)
        if place % 2:
            assert max(ends) == pytest.approx(179.06, abs=0.8)
        else:
            assert min(ends) == pytest.approx(32.94, abs=0.8)
        dash = page.ink(20, ink.top, 34, ink.top + 3)
        assert dash.centre[0] == pytest.approx(297 - 269, abs=1)
        assert all(it["matrix"][1] < 0 for it in glyphs)  # turned clockwise


def test_numbers_run_on_behind_the_table() -> None:
    found = pages()
    assert found[-1].number.text == f"— {len(found)} —"


def test_the_header_is_repeated_at_the_head_of_every_page() -> None:
    for page in pages()[1:-1]:
        assert sum("责任单位" in row.text for row in page.rows) == 1


def test_a_notice_may_end_in_a_turned_page() -> None:
    found = draw_red(last_turned())
    assert is_turned(found[-1])
    assert number(found[-1])


def test_its_imprint_is_on_an_upright_even_page() -> None:
    count = len(draw_red(last_turned()))
    for text in (count, count + 1):  # as though the text had a page more
        document = red(chinese(24 * (text - count) + 1), WIDE, **IMPRINT)
        found = draw_red(document, Pages(text, room=False))
        assert len(found) % 2 == 0
        assert not is_turned(found[-1])
        assert found[-1].lines[-1].top == pytest.approx(262, abs=0.5)
        assert bool(found[-1].number) == bool(text % 2)
