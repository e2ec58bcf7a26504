"""The drawn page: a PDF and the file it was drawn from in, what does not stand in its place out.

Where the standard's faces are missing LibreOffice draws with substitutes, which may shift
ink by some mm and lines by a row; then tolerances are wider, and what depends on the length
of the text is not judged.
"""

from collections import Counter
from collections.abc import Collection

from noticegen import faces
from noticegen.inspect import pages
from noticegen.inspect.checks import drawn_page, drawn_place
from noticegen.inspect.found import Case
from noticegen.inspect.pages import Page
from noticegen.problem import Problem

_READABLE = 0.9  # of the Chinese characters
_CHECKS = (*drawn_page.CHECKS, *drawn_place.CHECKS)
# The file itself tells of these; the page would only repeat it.
_TOLD = {
    drawn_page.short_page.code: {
        "page-rows",
        "page-paragraph-spacing",
        "page-margin-top",
        "page-text-area",
    },
    drawn_page.number_place.code: {"page-number-side", "page-number-indent", "page-number-dash"},
    drawn_place.mark_place.code: {"page-margin-top"},
    drawn_place.red_line.code: {"page-red-line"},
}


def judge_drawn(pdf: bytes, case: Case, known: Collection[Problem] = ()) -> list[Problem]:
    """Return what is wrong on the pages *pdf* that were drawn of *case*.

    What *known* problems of the file itself already tell is not told again.
    """
    drawn = pages.read(pdf)
    if not _is_readable(case, drawn):
        return []
    seen = case._replace(pages=drawn, substituted=frozenset(_missing(case, drawn)))
    codes = {problem.code for problem in known}
    silent = [name for name, told in _TOLD.items() if told & codes]
    found = (one for one in _CHECKS if one.code not in silent)
    return sorted(problem for one in found for problem in one.problems(seen))


def _is_readable(case: Case, drawn: list[Page]) -> bool:
    """Tell whether the pages show the file's words: without any Chinese font they do not."""
    wanted = Counter("".join(case.paper.lines))
    shown = Counter("".join(page.text for page in drawn))
    wanted = Counter({sign: count for sign, count in wanted.items() if "一" <= sign <= "鿿"})
    return (wanted & shown).total() >= _READABLE * wanted.total()


def missing_faces(pdf: bytes, case: Case) -> list[str]:
    """Return the classes of face that *case* uses and *pdf* was drawn without: 仿宋, 黑体."""
    return _missing(case, pages.read(pdf))


def _missing(case: Case, drawn: list[Page]) -> list[str]:
    used = [run.look.face for one in case.paper.paragraphs for run in one.chinese]
    there = {faces.kind(font) for page in drawn for font in page.fonts}
    return [face for face in dict.fromkeys(map(faces.kind, used)) if face and face not in there]
