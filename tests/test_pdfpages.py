"""Pages of a PDF are counted where it is certain how many there are, else not at all."""

import zlib

import pytest

from noticegen import office, pdfpages, pipeline
from noticegen.writers.docx import compile_look

PAGE = b"<</Type/Page/Parent 1 0 R>>"


def pdf(pages: int, told: int | None = None, more: bytes = b"") -> bytes:
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
    assert pdfpages.count(pdf(pages)) == pages


def test_blanks_between_a_key_and_its_value_make_no_difference() -> None:
    spaced = pdf(2).replace(b"/Type/Page/", b"/Type /Page /").replace(b"/Count 2", b"/Count\n2")

    assert pdfpages.count(spaced) == 2


def test_what_a_stream_says_is_no_page() -> None:
    assert pdfpages.count(pdf(2, more=stream(b"", b"(/Type/Page) Tj /Count 3"))) == 2


def test_bookmarks_have_a_count_of_their_own() -> None:
    assert pdfpages.count(pdf(2, more=b"80 0 obj\n<</Type/Outlines/Count 7>>\nendobj\n")) == 2


def test_pages_packed_into_a_stream_of_objects_are_counted() -> None:
    packed = zlib.compress(b"<</Type/Pages/Count 3>>" + 3 * PAGE)

    assert pdfpages.count(b"%PDF-1.7\n" + stream(b"/Type/ObjStm/N 4", packed)) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no PDF",
        pdf(0),
        pdf(3, told=4),
        b"%PDF-1.7\n" + stream(b"/Type/ObjStm", b"not deflated"),
        pdf(0, told=1, more=b"90 0 obj<<>>stream that never ends " + PAGE),
    ],
)
def test_where_it_is_not_certain_nothing_is_said(data: bytes) -> None:
    assert pdfpages.count(data) is None


@pytest.mark.skipif(office.find() is None, reason="needs LibreOffice")
def test_a_page_that_libreoffice_draws_is_counted() -> None:
    from noticegen import template

    notice = pipeline.sample(compile_look(template.look("plain")))
    drawn = office.to_pdf(notice, timeout=120)

    assert pdfpages.count(drawn) == drawn.count(b"/Type/Page/")
