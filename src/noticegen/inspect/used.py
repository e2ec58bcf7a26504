"""The faces that a Word file is set in: its bytes in, their names as the file has them out."""

from noticegen.inspect import Case, read
from noticegen.inspect.paper import Paragraph
from noticegen.inspect.reading import foot
from noticegen.inspect.words import PAGE


def faces(data: bytes) -> list[str]:
    """Return the faces of the text in the .docx *data*, feet included, each once.

    Raises:
        RefusedError: The file cannot be read.
    """
    case = read(data)
    named = (face for one in (*case.paper.paragraphs, *_feet(case)) for face in _faces(one))
    return [face for face in dict.fromkeys(named) if face]


def _feet(case: Case) -> list[Paragraph]:
    parts = [part for section in case.paper.sections for part in section.footers.values()]
    return [paragraph for part in parts for paragraph in foot(case.paper, part)]


def _faces(paragraph: Paragraph) -> list[str]:
    latin = [run.look.latin for run in paragraph.runs if any(map(_is_latin, run.text))]
    return [run.look.face for run in paragraph.chinese] + latin


def _is_latin(sign: str) -> bool:
    return sign == PAGE or (sign.isascii() and sign.isalnum())
