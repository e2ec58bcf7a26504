"""What checks of drawn pages ask of them: where a paragraph is, where the number, how exact."""

import re

from noticegen.inspect.found import Case
from noticegen.inspect.pages import Page, Row
from noticegen.inspect.paper import Paragraph, joined

LEFT, RIGHT, BOTTOM = 28.0, 184.0, 262.0  # mm: 版心
NUMBER = re.compile(r"[—―─－]\s*(\d+)\s*[—―─－]")
WORDS = 10  # characters by which a paragraph is found on a page
_FOOT = 12  # mm: a number is no higher above the end of 版心


def slack(case: Case, face: str, honest: float, substituted: float) -> float:
    """Return how many mm a place may be off, *honest* ones where *face* was there."""
    return substituted if face in case.substituted else honest


def row_of(page: Page, paragraph: Paragraph) -> Row | None:
    """Return the row that is *paragraph* and nothing else."""
    return next((row for row in page.rows if row.text == joined([paragraph])), None)


def is_on(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether *page* shows the beginning of *paragraph*."""
    return joined([paragraph])[:WORDS] in page.text


def has_imprint(case: Case, page: Page) -> bool:
    """Tell whether *page* shows some of 版记."""
    return any(joined([one])[:WORDS] in page.text for one in case.roles.imprint)


def number_of(page: Page) -> Row | None:
    """Return the row that is the number of *page*."""
    rows = [row for row in page.all_rows if NUMBER.fullmatch(row.text)]
    return rows[-1] if rows and rows[-1].baseline > BOTTOM - _FOOT else None
