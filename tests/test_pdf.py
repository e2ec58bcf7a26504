"""A PDF is told from one that was worked on, its fonts are named, its pages counted if certain."""

import zlib
from functools import cache
from io import BytesIO

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

from noticegen import office, pdf, pipeline, template
from noticegen.writers.docx import compile_look

PAGE = b"<</Type/Page/Parent 1 0 R>>"


def written(pages: int, told: int | None = None, more: bytes = b"") -> bytes:
    """Return as much of a PDF of so many *pages* as is looked at."""
    count = pages if told is None else told
    tree = b"1 0 obj\n<</Type/Pages/Kids[]/Count %d>>\nendobj\n" % count
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n + 2, PAGE) for n in range(pages))
    return b"%PDF-1.7\n" + tree + objects + more


def stream(head: bytes, content: bytes) -> bytes:
    return b"90 0 obj\n<<%s/Length %d>>\nstream\r\n%s\nendstream\nendobj\n" % (
        head,
        len(content),
        content,
    )


@pytest.mark.parametrize("pages", [1, 2, 15, 120])
def test_the_pages_are_counted(pages: int) -> None:
    assert pdf.count(written(pages)) == pages


def test_blanks_between_a_key_and_its_value_make_no_difference() -> None:
    spaced = written(2).replace(b"/Type/Page/", b"/Type /Page /").replace(b"/Count 2", b"/Count\n2")

    assert pdf.count(spaced) == 2


def test_what_a_stream_says_is_no_page() -> None:
    assert pdf.count(written(2, more=stream(b"", b"(/Type/Page) Tj /Count 3"))) == 2


def test_bookmarks_have_a_count_of_their_own() -> None:
    assert pdf.count(written(2, more=b"80 0 obj\n<</Type/Outlines/Count 7>>\nendobj\n")) == 2


def test_pages_packed_into_a_stream_of_objects_are_counted() -> None:
    packed = zlib.compress(b"<</Type/Pages/Count 3>>" + 3 * PAGE)

    assert pdf.count(b"%PDF-1.7\n" + stream(b"/Type/ObjStm/N 4", packed)) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no PDF",
        written(0),
        written(3, told=4),
        b"%PDF-1.7\n" + stream(b"/Type/ObjStm", b"not deflated"),
        written(0, told=1, more=b"90 0 obj<<>>stream that never ends " + PAGE),
    ],
)
def test_where_it_is_not_certain_nothing_is_said(data: bytes) -> None:
    assert pdf.count(data) is None


def font(name: bytes) -> bytes:
    return b"70 0 obj\n<</Type/FontDescriptor/FontName/%s\n/Flags 4>>\nendobj\n" % name


def with_fonts(*names: bytes) -> bytes:
    return written(1, more=b"".join(map(font, names)))


def test_fonts_are_named_without_the_prefix_of_their_subset() -> None:
    names = (b"BAAAAA+SimHei", b"CAAAAA+SimHei", b"FZXBSJW--GB1-0", b"DAAAAA+#E4#BB#BF#E5#AE#8B")

    assert pdf.fonts(with_fonts(*names)) == {"SimHei", "FZXBSJW--GB1-0", "仿宋"}


def test_fonts_packed_into_a_stream_of_objects_are_named() -> None:
    packed = zlib.compress(b"<</Type/FontDescriptor/FontName /BAAAAA+SimSun/Flags 4>>")

    assert pdf.fonts(b"%PDF-1.7\n" + stream(b"/Type/ObjStm/N 4", packed)) == {"SimSun"}
    assert pdf.fonts(b"%PDF-1.7\n" + stream(b"", b"/FontName/SimSun ")) == set()


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("仿宋_GB2312", b"BAAAAA+FangSong_GB2312"),
        ("仿宋_GB2312", b"BAAAAA+FangSong"),
        ("仿宋_GB2312", b"BAAAAA+STFangsong"),
        ("仿宋_GB2312", b"BAAAAA+FZFSK--GBK1-0"),
        ("仿宋", b"BAAAAA+FangSong_GB2312"),
        ("楷体_GB2312", b"BAAAAA+KaiTi_GB2312"),
        ("楷体_GB2312", b"BAAAAA+KaiTi"),
        ("楷体", b"BAAAAA+STKaiti"),
        ("黑体", b"BAAAAA+SimHei"),
        ("黑体", b"BAAAAA+FZHTJW--GB1-0"),
        ("方正小标宋简体", b"BAAAAA+FZXBSJW--GB1-0"),
        ("方正小标宋简体", b"BAAAAA+FZXiaoBiaoSong-B05S"),
        ("方正小标宋_GBK", b"BAAAAA+FZXBSK--GBK1-0"),
        ("宋体", b"BAAAAA+SimSun"),
        ("宋体", b"BAAAAA+NSimSun"),
        ("Times New Roman", b"BAAAAA+TimesNewRomanPSMT"),
        ("华文行楷", b"BAAAAA+SomethingElse"),  # no face of the standard
    ],
)
def test_a_font_of_the_face_s_own_class_is_no_substitute(family: str, name: bytes) -> None:
    assert pdf.substitutes(with_fonts(name), [family]).sentence == ""


def test_faces_that_were_drawn_with_others_are_named_with_them() -> None:
    data = with_fonts(b"BAAAAA+SimSun", b"CAAAAA+MicrosoftYaHei", b"DAAAAA+SimHei")

    found = pdf.substitutes(data, ["方正小标宋简体", "黑体", "仿宋_GB2312", "仿宋_GB2312", "宋体"])

    assert found == (("方正小标宋简体", "仿宋_GB2312"), ("MicrosoftYaHei",))
    assert found.sentence.startswith(
        "这台机器没有方正小标宋简体、仿宋_GB2312，页面是用 MicrosoftYaHei 代替画的，"
    )


def test_where_a_face_of_the_notice_stood_in_for_another_no_font_is_named() -> None:
    found = pdf.substitutes(with_fonts(b"BAAAAA+SimSun"), ["宋体", "方正小标宋简体"])

    assert found.sentence.startswith("这台机器没有方正小标宋简体，页面是用别的字体代替画的，")


ENDED = written(2) + b"trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"


def test_a_finished_pdf_is_known_again() -> None:
    finished = pdf.finished(ENDED)

    assert pdf.is_untouched(finished) is True
    assert pdf.finished(ENDED) == finished
    assert finished.endswith(b"\nstartxref\n9\n%%EOF\n")
    assert pdf.count(finished) == 2


def test_a_pdf_that_somebody_worked_on_is_told_from_one_that_is_not_ours() -> None:
    finished = pdf.finished(ENDED)

    assert pdf.is_untouched(finished + b"5 0 obj\n<<>>\nendobj\nstartxref\n8\n%%EOF\n") is False
    assert pdf.is_untouched(finished.replace(b"/Count 2", b"/Count 3")) is False
    assert pdf.is_untouched(finished[:-1]) is False
    assert pdf.is_untouched(ENDED) is None
    assert pdf.is_untouched(b"") is None


@cache
def drawn() -> bytes:
    """Return the PDF of a notice with headings."""
    if office.find() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return office.to_pdf(pipeline.sample(compile_look(template.look("plain"))), timeout=120)


def test_a_page_that_libreoffice_draws_is_counted() -> None:
    with pdfplumber.open(BytesIO(drawn())) as opened:
        assert pdf.count(drawn()) == len(opened.pages)


def test_the_fonts_of_a_pdf_that_libreoffice_draws_are_named() -> None:
    with pdfplumber.open(BytesIO(drawn())) as opened:
        used = {char["fontname"].partition("+")[2] for char in opened.chars}

    assert pdf.fonts(drawn()) == used


def test_a_pdf_is_chinese_has_a_title_and_tags_and_stays_sound_when_finished() -> None:
    with pdfplumber.open(BytesIO(pdf.finished(drawn()))) as opened:
        catalog, told = opened.doc.catalog, opened.metadata
        assert len(opened.pages) == pdf.count(drawn())

    assert catalog["Lang"] == b"zh-CN"
    assert catalog["ViewerPreferences"]["DisplayDocTitle"] is True
    assert resolve1(catalog["MarkInfo"])["Marked"] is True
    assert told["Title"].endswith("关于巡察整改进展情况的通报")


def test_the_headings_are_bookmarks_each_below_the_one_above_it() -> None:
    with pdfplumber.open(BytesIO(drawn())) as opened:
        marks = [(level, title) for level, title, *_ in opened.doc.get_outlines()]

    assert marks[0][0] == 1
    assert {level for level, _ in marks} == {1, 2, 3, 4}
    assert marks[0][1].startswith("一、")
