"""The straight line: which look a notice is set in, and where its 版记 goes."""

from collections.abc import Sequence

import pytest
from forms import HEAD, document_of, form, notice_of

from noticegen import pipeline
from noticegen.grid import Pages, estimate
from noticegen.writers import docx

REDHEAD = pipeline.shipped("redhead")
NUMBER = "  文号: 云示组〔2024〕12号\n"
TEXT = form(more="版记:\n  印发机关: 办公室\n  印发日期: 2024年6月21日\n", head=HEAD + NUMBER)


class Counter:
    """Counts as it is told to, and remembers what it was handed at each call."""

    def __init__(self, *answers: int | None) -> None:
        self.answers = list(answers)
        self.calls: list[list[bytes]] = []

    def __call__(self, documents: Sequence[bytes]) -> list[int | None]:
        self.calls.append(list(documents))
        given, self.answers = self.answers[: len(documents)], self.answers[len(documents) :]
        return given


def written(pages: Pages) -> bytes:
    return docx.write(document_of(TEXT), REDHEAD, pages)


@pytest.mark.parametrize(
    ("answers", "pages"),
    [
        ((3, 4), Pages(3, room=False)),
        ((3, None), Pages(3, room=False)),
        ((2, 2), Pages(2, room=True)),
        ((2, 3), Pages(2, room=False)),
    ],
)
def test_the_imprint_goes_where_the_counted_pages_put_it(
    answers: tuple[int | None, ...], pages: Pages
) -> None:
    count = Counter(*answers)
    built = pipeline.build(notice_of(TEXT), count_pages=count)

    assert built == pipeline.Built(written(pages), estimated=False)
    assert len(count.calls) == 1


def test_three_places_of_the_imprint_are_three_files() -> None:
    places = [Pages(3, room=False), Pages(2, room=True), Pages(2, room=False)]

    assert len({written(pages) for pages in places}) == 3


def test_the_text_is_counted_alone_and_with_its_imprint() -> None:
    count = Counter(2, 2)
    pipeline.build(notice_of(TEXT), count_pages=count)
    bare, whole = (b"ImprintDistribution" in _main(data) for data in count.calls[0])

    assert (bare, whole) == (False, True)


@pytest.mark.parametrize("answers", [(None, None), (None, 2), (2, None)])
def test_where_nobody_can_count_the_grid_is_reckoned_and_it_is_said(
    answers: tuple[int | None, ...],
) -> None:
    built = pipeline.build(notice_of(TEXT), count_pages=Counter(*answers))

    assert built == pipeline.Built(
        written(estimate(document_of(TEXT), masthead=True)), estimated=True
    )
    assert pipeline.build(notice_of(TEXT)) == built


def test_many_notices_are_counted_in_one_call_and_each_gets_its_own_pages() -> None:
    count = Counter(3, 2, 4, 2)
    document = document_of(TEXT)
    plain = document_of(form())
    pairs = [(document, REDHEAD), (plain, pipeline.shipped("plain")), (document, REDHEAD)]
    first, second, third = pipeline.typeset(pairs, count)

    assert len(count.calls) == 1
    assert first.data == written(Pages(3, room=False))
    assert second.data == pipeline.build(notice_of(form())).data
    assert third.data == written(Pages(2, room=True))


def test_without_an_imprint_nobody_counts() -> None:
    for text in (form(), form(head=HEAD + NUMBER)):
        assert not pipeline.build(notice_of(text), count_pages=Counter()).estimated


def test_the_number_chooses_the_look_unless_one_is_handed_in() -> None:
    text = form(head=HEAD + NUMBER)
    document = document_of(text)

    assert pipeline.build(notice_of(text)).data == docx.write(document, REDHEAD)
    assert pipeline.build(notice_of(form()), REDHEAD).data == docx.write(
        document_of(form()), REDHEAD
    )


def test_a_look_with_a_number_wants_one() -> None:
    (problem,) = pipeline.check(form().encode(), slots=REDHEAD.slots).problems

    assert (problem.mark.line, problem.code) == (2, "template-no-number")


def _main(data: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml")
