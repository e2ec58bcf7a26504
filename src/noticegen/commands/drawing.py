"""What only LibreOffice can tell or draw: outcomes in, their pages counted and PDFs written out.

It is started once for the pages of all forms, and once for all their PDFs.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from noticegen.commands.making import Outcome, look_for, written
from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.pipeline import Built, CountPages

_ESTIMATED = "版记所在页按每页22行、每行28字推算，请打开看一眼末页，版记应当在双数页的最下面。"
_MISSING = "没有找到 LibreOffice"


def finished(outcomes: Sequence[Outcome]) -> tuple[list[Outcome], list[str]]:
    """Return *outcomes* with the files written that waited for LibreOffice, and warnings."""
    return _with_pdf(_with_docx(outcomes))


def is_waiting(outcome: Outcome) -> bool:
    """Tell whether *outcome* needs LibreOffice."""
    return outcome.document is not None or outcome.docx is not None


def page_counter() -> "tuple[CountPages, list[str]]":
    """Return what counts pages with LibreOffice, and the list of why it could not."""
    blocked: list[str] = []

    def count(documents: Sequence[bytes]) -> list[int | None]:
        from noticegen import office, pdf

        if office.find() is None:
            blocked.append(_MISSING)
            return [None] * len(documents)
        try:
            drawn = office.to_pdfs(documents)
        except NoticegenError:
            drawn = [None] * len(documents)
        counts = [None if data is None else pdf.count(data) for data in drawn]
        if None in counts:
            blocked.append("LibreOffice 没能画出页面")
        return counts

    return count, blocked


def _with_docx(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Count the pages of those that need it, and write them as Word files."""
    from noticegen import pipeline

    waiting = [outcome for outcome in outcomes if outcome.document is not None]
    if not waiting:
        return list(outcomes)
    count, blocked = page_counter()
    documents = [
        (it.document, look_for(it.order.wishes) or pipeline.look_of(it.document))
        for it in waiting
        if it.document is not None
    ]
    built = iter(pipeline.typeset(documents, count))
    reason = blocked[0] if blocked else ""
    return [
        _set(outcome, next(built), reason) if outcome.document is not None else outcome
        for outcome in outcomes
    ]


def _set(outcome: Outcome, built: "Built", reason: str) -> Outcome:
    outcome = written(outcome, "docx", built.data)
    hints = (*outcome.hints, f"{reason}，{_ESTIMATED}") if built.estimated else outcome.hints
    data = built.data if "pdf" in outcome.order.targets else None
    return outcome._replace(hints=hints, docx=data, document=None)


def _with_pdf(outcomes: Sequence[Outcome]) -> tuple[list[Outcome], list[str]]:
    """Draw those that are wanted as PDF; return the sentences on what was drawn, too."""
    waiting = [outcome.docx for outcome in outcomes if outcome.docx is not None]
    if not waiting:
        return list(outcomes), []
    from noticegen import office, pdf
    from noticegen.inspect import used

    try:
        pages = office.to_pdfs(waiting)
    except NoticegenError as error:
        failed = str(error)
        return [it if it.docx is None else _failed(it, failed) for it in outcomes], []
    drawn = iter(pages)
    finished = [it if it.docx is None else _published(it, next(drawn)) for it in outcomes]
    drawn_alike = {
        frozenset(pdf.fonts(page)): (word, page)
        for word, page in zip(waiting, pages, strict=True)
        if page
    }
    said = {pdf.substitutes(page, used.faces(word)).sentence for word, page in drawn_alike.values()}
    return finished, sorted(said - {""})


def _published(outcome: Outcome, data: bytes | None) -> Outcome:
    from noticegen import pdf

    if data is None:
        return _failed(outcome, "LibreOffice 没能画出这份通报，没有生成 PDF，请再试一次。")
    outcome = written(outcome, "pdf", pdf.finished(data))
    return outcome._replace(docx=None)


def _failed(outcome: Outcome, sentence: str) -> Outcome:
    return outcome._replace(failures=(*outcome.failures, sentence), docx=None)
