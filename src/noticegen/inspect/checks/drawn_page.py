"""Drawn pages as wholes: body on the first, rows on the others, numbers below. Places are mm."""

from collections.abc import Iterator
from itertools import pairwise

from noticegen import faces
from noticegen.inspect.drawn_places import (
    BOTTOM,
    LEFT,
    NUMBER,
    RIGHT,
    WORDS,
    has_imprint,
    is_on,
    number_of,
    slack,
)
from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.pages import Page, Row
from noticegen.inspect.paper import joined, starts_page
from noticegen.inspect.places import is_free

_DASH = 269.0
_CHARACTER = 14 * 25.4 / 72  # of 4号
_ROWS = 22
_PITCHES = (10.21, 10.44)
_BODY_SIZE = 16


@check(
    "page-no-body-first",
    "7.3.3",
    Strength.MUST,
    "公文首页必须显示正文",
    "请缩短标题或主送机关，必要时把主送机关移到版记",
)
def body_on_first_page(case: Case) -> Iterator[Found]:
    """7.3.3 (规): the first page shows body text."""
    running = [*case.roles.body, *(heading.paragraph for heading in case.roles.headings)]
    on_first = any(is_on(case.pages[0], one) for one in running)
    later = any(is_on(page, one) for page in case.pages[1:] for one in running)
    if case.roles.title and later and not on_first:
        yield Found("第1页", "没有正文")


@check(
    "page-short-page",
    "5.2.3",
    Strength.SHOULD,
    "一般每面排22行并撑满版心",
    "请取消孤行控制和段中不分页",
)
def short_page(case: Case) -> Iterator[Found]:
    """5.2.3 (般): a page of running text that goes on overleaf has 22 rows."""
    for page, following in pairwise(case.pages[1:]):
        rows, after = page.rows, following.rows
        if rows and after and _is_running(page) and _goes_on(case, page, following):
            count = _row_number(case, rows[-1])
            if 0 < count < _ROWS:
                yield Found(f"第{page.number}页", f"只有{count}行")


def _is_running(page: Page) -> bool:
    return (
        page.pdf.rects == []
        and not page.pictures
        and not page.rules
        and all(row.sizes == {_BODY_SIZE} for row in page.rows)
    )


def _goes_on(case: Case, page: Page, following: Page) -> bool:
    """Tell whether the text goes on overleaf with a row of body that nothing holds back.

    Headings are kept with their text, a signature with the paragraph above it.
    """
    first = following.rows[0].text
    date = case.roles.close.date
    has_signature = date is not None and joined([date]) in following.text
    headings = (joined([heading.paragraph]) for heading in case.roles.headings)
    begins = [one for one in case.paper.paragraphs if joined([one])[:WORDS] == first[:WORDS]]
    is_set_apart = any(not is_free(one) or starts_page(case.paper, one) for one in begins)
    is_heading = any(text.startswith(first[:WORDS]) for text in headings)
    labels = {joined([one.label]) for one in case.roles.attachments}
    return not (has_signature or is_heading or is_set_apart or first in labels) and not any(
        one.words and one.look.keeps_next and joined([one])[-WORDS:] in page.text[-WORDS * 3 :]
        for one in case.paper.paragraphs
    )


def _row_number(case: Case, row: Row) -> int:
    """Return which of the 22 rows *row* is; 0 where rows are not in either lawful pitch."""
    tops = [page.rows[0].baseline for page in case.pages[1:] if page.rows]
    steps = [
        below.baseline - above.baseline
        for page in case.pages
        for above, below in pairwise(page.rows)
    ]
    usual = sorted(steps)[len(steps) // 2] if steps else 0
    pitch = next((one for one in _PITCHES if abs(usual - one) < 0.1), None)  # noqa: PLR2004  # mm
    return round((row.baseline - min(tops)) / pitch) + 1 if pitch else 0


@check(
    "page-number-height",
    "7.5",
    Strength.MUST,
    "页码一字线上距版心下边缘7毫米",
    "请调整页脚距底边的距离（行高14磅时约为25毫米）",
)
def number_height(case: Case) -> Iterator[Found]:
    """7.5 (规): the ink of the dash is 7 mm below 版心. The first two pages tell of all."""
    for page in case.pages[:2]:
        row = number_of(page)
        ink = page.ink(row.x0, row.baseline - 5, row.x0 + 4.5, row.baseline + 2) if row else None
        if ink is None:
            continue
        middle = sum(ink) / 2
        if abs(middle - _DASH) > slack(case, faces.SONGTI, 1.0, 2.0):
            yield Found(f"第{page.number}页", f"量得{middle - BOTTOM:.1f}毫米")


@check(
    "page-number-place",
    "7.5",
    Strength.MUST,
    "单页码居右空一字，双页码居左空一字",
    "请调整页码的位置",
)
def number_place(case: Case) -> Iterator[Found]:
    """7.5 (规): odd numbers end, even ones begin one character from the edge of 版心."""
    for page in case.pages:
        row = number_of(page)
        if row is None or float(page.pdf.width) > float(page.pdf.height):
            continue
        match = NUMBER.fullmatch(row.text)
        is_odd = match is not None and int(match[1]) % 2 == 1
        off = row.x1 - (RIGHT - _CHARACTER) if is_odd else row.x0 - (LEFT + _CHARACTER)
        if abs(off) > 1.5:  # noqa: PLR2004  # mm
            yield Found(f"第{page.number}页", "的页码不在这个位置")


@check(
    "page-number-blank-page",
    "7.5",
    Strength.MUST,
    "版记页前有空白页的，空白页和版记页均不编排页码",
    "请去掉这两页的页码",
)
def blank_page(case: Case) -> Iterator[Found]:
    """7.5 (规): a blank page before the 版记 page and that page have no numbers."""
    for before, page in pairwise(case.pages):
        is_blank = not before.rows and not before.pictures
        if is_blank and page is case.pages[-1] and has_imprint(case, page):
            for one in (before, page):
                if number_of(one):
                    yield Found(f"第{one.number}页", "编了页码")


CHECKS: tuple[Check, ...] = (
    body_on_first_page,
    short_page,
    number_height,
    number_place,
    blank_page,
)
