"""Where a paragraph stands by its indents: a paragraph in, alignment and empty rows out."""

from collections.abc import Sequence

from noticegen.faces import is_face
from noticegen.inspect.found import Found
from noticegen.inspect.paper import Holder, Paper, Paragraph, Table
from noticegen.inspect.words import Run

ROW = 579  # twips: a row of the body
_SLACK = 60  # twips, 1 mm
_HALF_ROW = ROW / 2
SIZE_2, SIZE_3, SIZE_4 = 44, 32, 28  # half points


def is_flush_left(paragraph: Paragraph) -> bool:
    """Tell whether all its lines begin at the left edge of 版心 (or of the box it is in)."""
    look = paragraph.look
    is_left = look.alignment not in ("center", "right")
    has_indent = not (look.left.is_about(0) and look.first.is_about(0))
    return is_left and not has_indent and paragraph.text.lstrip("\n\f")[:1].strip() != ""


def is_centred(paragraph: Paragraph) -> bool:
    """Tell whether it is in the middle of 版心; spread over the whole width counts too."""
    look = paragraph.look
    if look.alignment == "distribute":
        return True
    readings = [
        look.left.twips + look.first.twips - look.right.twips,
        look.left.in_twips() + look.first.in_twips() - look.right.in_twips(),
    ]
    return look.alignment == "center" and min(map(abs, readings)) <= 2 * _SLACK


def is_free(paragraph: Paragraph) -> bool:
    """Tell whether its place on the page follows from the flow alone."""
    return paragraph.holder is Holder.PAGE and not paragraph.look.framed


def empty_rows(paper: Paper, paragraph: Paragraph) -> int:
    """Return how many rows of the body are empty above *paragraph*, spacing counted in."""
    blanks = paper.blanks_before(paragraph)
    above = paper.before(paragraph)
    gap = paragraph.look.before + (
        0 if above is None or isinstance(above, Table) else above.look.after
    )
    if gap < _HALF_ROW:
        return len(blanks)
    height = gap + sum(row.look.row or ROW for row in blanks)
    return round(height / ROW)


def wrong_face(paragraphs: Sequence[Paragraph], wanted: str) -> list[Found]:
    """Return the paragraphs with a Chinese run in a face other than *wanted*, each naming that face."""
    found = []
    for paragraph in paragraphs:
        faces = [run.look.face for run in paragraph.chinese if not is_face(run.look.face, wanted)]
        if faces:
            found.append(Found(paragraph, f"用的是{faces[0]}"))
    return found


def wrong_size(paragraphs: Sequence[Paragraph], wanted: int) -> list[Found]:
    """Return the paragraphs with a Chinese run of another size than *wanted*, each telling that size."""
    found = []
    for paragraph in paragraphs:
        sizes = [run.look.size for run in paragraph.chinese if run.look.size != wanted]
        if sizes:
            found.append(Found(paragraph, f"是{sizes[0] / 2:g}磅"))
    return found


def visible(runs: Sequence[Run]) -> list[Run]:
    """Return the runs that leave ink."""
    return [run for run in runs if run.text.strip()]
