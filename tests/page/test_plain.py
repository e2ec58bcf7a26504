"""The plain look meets GB/T 9704-2012 on the page that is drawn, not only in the XML.

Places are mm: 版心 is x 28 to 184, y 37 to 262. Where a face is asked for, LibreOffice is
told to draw that face alone in a font that the page's other text is not in.
"""

from itertools import pairwise

import pytest
from drawn import ORGAN, SENTENCE, Page, body, chinese, draw, draw_all, plain

from noticegen.document import (
    Annotation,
    Attachment,
    AttachmentNote,
    Block,
    Heading,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Table,
    Title,
)

TITLE = Title(f"{ORGAN}关于巡察整改进展情况的通报")
DATE = "2023年9月26日"
SHORT = ("中共天长市委", "天长市人民政府")
LONG = "中共新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县农业农村局党组"
ENDS = [(rows, last) for rows in (18, 19, 20, 21, 22) for last in (1, 4, 10)]
HEADINGS = [(17, 22), (18, 22), (19, 19), (20, 20), (21, 21)]
TITLES = [
    ("关于巡察整改进展情况的通报", 1),
    (TITLE.text, 2),
    ("中共龙岩市新罗区水利局党组关于市委第二巡察组反馈意见集中整改进展情况的通报", 3),
]


def headings() -> tuple[Heading, ...]:
    texts = ("一、整改落实情况", "（一）贯彻落实情况", "1.学习不到位", "（1）不深入。")
    return tuple(Heading(level, text) for level, text in enumerate(texts, 1))


def notice() -> list[Page]:
    """Return three pages with headings of every level, and a signature."""
    blocks: list[Block] = [TITLE, chinese(3)]
    for number in "一二三四":
        blocks += [
            Heading(1, f"{number}、整改落实情况"),
            chinese(2),
            Heading(2, "（一）贯彻落实党的路线方针政策情况"),
            Heading(3, "1.贯彻上级指示精神不到位"),
            Heading(4, "（1）重要论述学习不到位。"),
            chinese(5),
            Paragraph((Run("（二）提高站位。", 2), Run(SENTENCE * 2))),
        ]
    return draw(*blocks, Signature((ORGAN,), DATE))


def signed(*organs: str, date: str = DATE) -> Page:
    return draw(body(SENTENCE), Signature(organs, date))[0]


def ending(rows: int, last: int) -> tuple[Block, ...]:
    return chinese(rows - last), chinese(last), Signature((ORGAN,), DATE)


def above_headings(rows: int) -> tuple[Block, ...]:
    return chinese(rows), *headings(), chinese(2)


@pytest.fixture(scope="module", autouse=True)
def _drawn_at_once() -> None:
    """Draw what many tests ask for in one start of LibreOffice."""
    blocks = [ending(rows, last) for rows, last in ENDS]
    blocks += [above_headings(rows) for rows, _ in HEADINGS]
    blocks += [(Title(title), body(SENTENCE)) for title, _ in TITLES]
    blocks += [(body(SENTENCE), Signature((organ,), DATE)) for organ in (ORGAN, *SHORT, LONG)]
    draw_all(plain(*it) for it in blocks)


def test_a_full_page_has_22_rows_of_28_characters() -> None:
    first, second, _ = draw(chinese(60))
    assert [len(first.rows), len(second.rows)] == [22, 22]
    assert {len(row.text) for row in second.rows} == {28}
    assert len(first.rows[0].text) == 26


def test_the_rows_are_apart_as_22_in_225_mm() -> None:
    rows = draw(chinese(60))[1].rows
    assert (rows[-1].baseline - rows[0].baseline) / 21 == pytest.approx(10.21, abs=0.03)
    assert rows[0].baseline > 37
    assert rows[-1].baseline < 262


def test_a_paragraph_begins_two_characters_in_and_fills_the_width() -> None:
    first, second = draw(chinese(60))[0].rows[:2]
    assert first.x0 == pytest.approx(39.2, abs=0.6)
    assert second.x0 == pytest.approx(28, abs=0.6)
    assert second.x1 == pytest.approx(184, abs=0.6)
    assert second.sizes == {16}


def test_a_page_ends_early_only_before_headings_and_by_three_rows_at_most() -> None:
    pages = notice()
    assert len(pages) == 3
    for page, following in pairwise(pages):
        rows = round((page.rows[-1].baseline - 45.5) / 10.21) + 1
        is_heading = following.rows[0].text[1:2] in ("、", "一", ".")
        assert rows == 22 or (is_heading and rows >= 19)


@pytest.mark.parametrize(("above", "rows"), HEADINGS)
def test_a_heading_is_kept_with_what_follows_save_one_of_level_4(above: int, rows: int) -> None:
    page = draw(*above_headings(above))[0]
    assert len(page.rows) == rows


@pytest.mark.parametrize(("title", "lines"), TITLES)
def test_a_title_is_centred_in_22_pt_and_one_empty_row_follows(title: str, lines: int) -> None:
    rows = draw(Title(title), body(SENTENCE))[0].rows
    assert "".join(row.text for row in rows[:lines]) == title
    for row in rows[:lines]:
        assert row.centre == pytest.approx(106, abs=1)
        assert row.sizes == {22}
    assert rows[lines].baseline - rows[lines - 1].baseline == pytest.approx(20.4, abs=0.5)


def test_a_title_of_four_lines_stays_inside_the_width() -> None:
    lines = ("整改进展情况的通报", "整改进展情况的通报通报", "整" * 20, "情况的通报")
    rows = draw(Title("".join(lines), lines))[0].rows
    assert tuple(row.text for row in rows) == lines
    assert rows[2].x0 >= 28
    assert rows[2].x1 <= 184


@pytest.mark.parametrize(
    ("face", "drawn_in_it"),
    [
        ("方正小标宋简体", (ORGAN, "关于巡察整改进展情况的通报")),
        ("黑体", ("一、整改落实情况", "二、整改落实情况")),
        ("楷体_GB2312", ("（一）贯彻落实党的路线方针政策情况", "（二）提高站位。")),
        ("仿宋_GB2312", ("1.贯彻上级指示精神不到位", "（1）重要论述学习不到位。", SENTENCE)),
        ("宋体", ("— 1 —",)),
    ],
)
def test_every_level_is_in_its_face(face: str, drawn_in_it: tuple[str, ...]) -> None:
    blocks = (
        TITLE,
        Heading(1, "一、整改落实情况"),
        Heading(2, "（一）贯彻落实党的路线方针政策情况"),
        Heading(3, "1.贯彻上级指示精神不到位"),
        Heading(4, "（1）重要论述学习不到位。"),
        Paragraph((Run("二、整改落实情况", 1),)),
        Paragraph((Run("（二）提高站位。", 2), Run("情况。"))),
        body(SENTENCE),
    )
    page = draw(*blocks, stood_in=face)[0]
    rows = [*page.rows, page.number]
    found = [row.stood_in for row in rows if row is not None and row.stood_in]
    assert [text for text in found if text != "情况。"] == list(drawn_in_it)


def test_a_run_in_heading_and_its_text_share_a_row_in_two_faces() -> None:
    page = draw(Paragraph((Run("（二）提高站位。", 2), Run("坚持不懈。"))))[0]
    assert [(row.text, row.stood_in) for row in page.rows] == [
        ("（二）提高站位。坚持不懈。", "（二）提高站位。")
    ]


def test_recipients_are_flush_left_right_before_the_body() -> None:
    rows = draw(TITLE, Recipients("市直各单位党组："), body(SENTENCE))[0].rows
    assert rows[2].x0 == pytest.approx(28, abs=0.6)
    assert rows[3].baseline - rows[2].baseline == pytest.approx(10.2, abs=0.4)


def test_the_date_begins_two_characters_right_of_the_organ() -> None:
    page = signed(ORGAN)
    organ, date = page.rows[-2:]
    assert organ.x1 == pytest.approx(172.8, abs=0.8)
    assert date.x0 - organ.x0 == pytest.approx(11.3, abs=0.8)
    assert organ.baseline - page.rows[0].baseline == pytest.approx(20.4, abs=0.5)


@pytest.mark.parametrize("organ", SHORT)
def test_a_date_longer_than_the_organ_ends_two_characters_before_the_edge(organ: str) -> None:
    above, date = signed(organ).rows[-2:]
    assert date.x1 == pytest.approx(172.8, abs=0.8)
    assert date.x0 - above.x0 == pytest.approx(11.3, abs=0.8)


def test_a_date_of_eleven_characters_stays_in_one_row() -> None:
    for organ in ("天长市科学技术局", "天长市人民检察院党组"):
        date = signed(organ, date="2023年12月26日").rows[-1]
        assert date.text == "2023年12月26日"
        assert date.x1 <= 184.5


def test_organs_issuing_jointly_begin_at_one_edge_two_characters_left_of_the_date() -> None:
    organs = (ORGAN, "中共天长市审计局党组", "天长市财政局")
    *rows, date = signed(*organs).rows[-4:]
    assert tuple(row.text for row in rows) == organs
    assert {round(row.x0, 1) for row in rows} == {round(rows[0].x0, 1)}
    assert rows[0].x1 == pytest.approx(172.8, abs=0.8)
    assert date.x0 - rows[0].x0 == pytest.approx(11.3, abs=0.8)


def test_an_organ_too_long_for_a_row_is_signed_in_two() -> None:
    first, second, date = signed(LONG).rows[-3:]
    assert first.text + second.text == LONG
    assert max(first.x1, second.x1) == pytest.approx(172.8, abs=0.8)
    assert date.x0 - first.x0 == pytest.approx(11.3, abs=0.8)


@pytest.mark.parametrize(("rows", "last"), ENDS)
def test_a_signature_never_stands_alone_on_a_page(rows: int, last: int) -> None:
    pages = draw(*ending(rows, last))
    texts = [row.text for row in pages[-1].rows]
    assert texts[-2:] == [ORGAN, DATE]
    assert len(texts) > 2


def test_a_long_paragraph_that_goes_over_a_page_s_end_is_not_moved_for_a_signature() -> None:
    pages = draw(chinese(14), chinese(10), Signature((ORGAN,), DATE))
    assert [len(page.rows) for page in pages] == [22, 4]


def test_an_annotation_follows_the_date_two_characters_in() -> None:
    page = draw(body(SENTENCE), Signature((ORGAN,), DATE), Annotation("（此件公开发布）"))[0]
    date, annotation = page.rows[-2:]
    assert annotation.x0 == pytest.approx(39.2, abs=0.6)
    assert annotation.baseline - date.baseline == pytest.approx(10.2, abs=0.4)


def test_the_page_number_is_outside_at_odd_and_even_pages_7_mm_below() -> None:
    pages = notice()
    assert [page.number.text for page in pages if page.number] == ["— 1 —", "— 2 —", "— 3 —"]
    assert pages[0].number.x1 == pytest.approx(179.06, abs=0.8)
    assert pages[1].number.x0 == pytest.approx(32.94, abs=0.8)
    for page in pages:
        assert page.number.sizes == {14}
        assert page.ink_of(page.number, width=4.5) == pytest.approx(269, abs=1)


def test_one_attachment_is_named_without_a_number_below_an_empty_row() -> None:
    name = "巡察反馈意见整改任务清单" * 3
    above, first, second = draw(body(SENTENCE), AttachmentNote((name,)))[0].rows[-3:]
    assert first.text + second.text == f"附件：{name}"
    assert first.x0 == pytest.approx(39.2, abs=0.6)
    assert second.x0 == pytest.approx(first.x0 + 3 * 5.56, abs=0.6)
    assert first.baseline - above.baseline == pytest.approx(20.4, abs=0.5)


def test_the_lines_of_numbered_attachments_begin_at_their_names() -> None:
    name = "巡察反馈意见整改任务清单" * 3
    rows = draw(body(SENTENCE), AttachmentNote((name, name)))[0].rows[-4:]
    edge = 39.2 + 4 * 5.56
    assert [row.text[:5] for row in rows[::2]] == ["附件：1.", "2.巡察反"]
    assert [row.x0 for row in rows[1::2]] == [pytest.approx(edge, abs=0.6)] * 2
    assert rows[2].x0 == pytest.approx(39.2 + 3 * 5.56, abs=0.6)


def test_an_attachment_begins_a_page_with_its_title_on_row_three() -> None:
    attachment = Attachment("附件1", "巡察整改任务清单", (Heading(1, "一、要求"), chinese(2)))
    pages = draw(body(SENTENCE), attachment)
    label, title, *_ = pages[1].rows
    assert label.text == "附件1"
    assert label.x0 == pytest.approx(28, abs=0.6)
    assert label.baseline == pytest.approx(45.5, abs=0.6)
    assert title.baseline - label.baseline == pytest.approx(20.4, abs=0.6)
    assert title.centre == pytest.approx(106, abs=1)
    assert pages[1].number.text == "— 2 —"


def test_a_long_table_stays_inside_the_width_and_repeats_its_header() -> None:
    header = ("序号", "反馈问题", "整改措施", "责任单位", "完成时限")
    row = ("贯彻上级指示精神不到位", SENTENCE * 2, "办公室", "2023年12月31日")
    table = Table(header, tuple((str(n), *row) for n in range(1, 25)))
    pages = draw(body(SENTENCE), Attachment("附件", "巡察整改任务清单", (table,)))
    assert len(pages) > 3
    for page in pages[1:]:
        lines = [edge for rule in page.pdf.edges for edge in (rule["x0"], rule["x1"])]
        assert min(lines) * 25.4 / 72 == pytest.approx(28, abs=0.6)
        assert max(lines) * 25.4 / 72 == pytest.approx(184, abs=0.6)
        assert max(rule["bottom"] for rule in page.pdf.edges) * 25.4 / 72 <= 262
        assert sum("责任单位" in line.text for line in page.rows) == 1
    assert "办公室2023年12月31日" in "".join(line.text for line in pages[1].rows)


def test_two_tables_in_a_row_stay_two() -> None:
    table = Table(("甲", "乙"), (("一", "二"),))
    page = draw(table, table)[0]
    assert len(page.pdf.find_tables()) == 2
