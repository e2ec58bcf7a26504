"""Drawn masthead, seal and 版记: where they stand on the page. Places are mm."""

from collections.abc import Iterator

from noticegen import faces
from noticegen.inspect.drawn_places import BOTTOM, LEFT, RIGHT, has_imprint, row_of, slack
from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.pages import Rule
from noticegen.inspect.paper import Holder

_MARK, _RED_GAP = 72.0, 4.0


@check(
    "page-mark-place",
    "7.2.4",
    Strength.MUST,
    "发文机关标志上边缘至版心上边缘为35毫米",
    "请调整标志上方的空白",
)
def mark_place(case: Case) -> Iterator[Found]:
    """7.2.4 (规): the ink of the mark begins 35 mm below the top of 版心."""
    if not case.roles.marks:
        return
    top = case.pages[0].red_top(bottom=150.0)
    if top is not None and abs(top - _MARK) > slack(case, faces.BIAOSONG, 1.5, 4.0):
        yield Found("第1页", f"量得{top - 37:.1f}毫米")


@check(
    "page-red-line-place",
    "7.2.7",
    Strength.MUST,
    "发文字号之下4毫米处居中印一条与版心等宽的红色分隔线",
    "请调整红线的位置和长短",
)
def red_line(case: Case) -> Iterator[Found]:
    """7.2.7 (规): 4 mm below the ink of the 发文字号, from 28 to 184 mm."""
    number = case.roles.document_number
    row = row_of(case.pages[0], number) if number and case.roles.marks else None
    rule = next((one for one in case.pages[0].rules if one.is_red), None)
    if row is None or rule is None:
        return
    ink = case.pages[0].ink(row.x0, row.baseline - 6, row.x1, min(row.baseline + 2, rule.y - 0.6))
    gap = rule.y - ink[1] if ink else _RED_GAP
    if not _is_wide(rule):
        yield Found("第1页", f"的红线从{rule.x0:.0f}毫米到{rule.x1:.0f}毫米")
    elif abs(gap - _RED_GAP) > slack(case, faces.FANGSONG, 0.9, 2.5):
        yield Found("第1页", f"的红线在发文字号之下{gap:.1f}毫米")


def _is_wide(rule: Rule) -> bool:
    return abs(rule.x0 - LEFT) <= 1 and abs(rule.x1 - RIGHT) <= 1


@check(
    "page-imprint-place",
    "7.4.1",
    Strength.MUST,
    "版记末条分隔线与公文最后一面的版心下边缘重合",
    "请把版记移到最后一面的底部",
)
def imprint_place(case: Case) -> Iterator[Found]:
    """7.4.1 (规): the last rule is at 262 mm of the last page."""
    if not case.roles.imprint or not _is_placed(case):
        return
    last = case.pages[-1]
    if not has_imprint(case, last):
        yield Found("版记", "不在最后一面")
        return
    rules = [rule for rule in last.rules if not rule.is_red]
    if rules and abs(rules[-1].y - BOTTOM) > 1.2:  # noqa: PLR2004  # mm
        yield Found(f"第{last.number}页", f"的末条线在版心下边缘{_offset(rules[-1].y)}")


def _is_placed(case: Case) -> bool:
    """Tell whether the page drawn here tells where 版记 is.

    LibreOffice loses or moves tables that float; one in the flow stands where the text above
    it ends, which a substitute may change.
    """
    imprint = set(case.roles.imprint)
    floats = any(one.floats for one in case.paper.tables if any(imprint & set(r) for r in one.rows))
    is_anchored = all(one.holder is Holder.BOX for one in imprint)
    return not floats and (is_anchored or not case.substituted)


def _offset(place: float) -> str:
    return f"之{'下' if place > BOTTOM else '上'}{abs(place - BOTTOM):.1f}毫米"


@check(
    "page-seal-place",
    "7.3.5.1",
    Strength.MUST,
    "印章居中下压署名和成文日期，顶端上距正文一行之内",
    "请移动印章图片",
)
def seal_place(case: Case) -> Iterator[Found]:
    """7.3.5.1 (规): the seal's top is within a row of the text, its middle over the date."""
    organs, date = case.roles.close.organs, case.roles.close.date
    if date is None or len(organs) != 1:
        return
    for page in case.pages:
        row, above = row_of(page, date), row_of(page, organs[0])
        seals = [one for one in page.pictures if 30 <= one.x1 - one.x0 <= 60]  # noqa: PLR2004  # mm
        if row is None or above is None or len(seals) != 1:
            continue
        text = [one for one in page.rows if one.baseline < above.baseline - 1]
        gap = seals[0].top - text[-1].baseline if text else 0
        aside = (seals[0].x0 + seals[0].x1) / 2 - row.centre
        if gap > 12:  # noqa: PLR2004  # mm: a row of 10.2, and slack
            yield Found(f"第{page.number}页", f"的印章离正文{gap:.0f}毫米")
        elif abs(aside) > slack(case, faces.FANGSONG, 3.0, 8.0):
            yield Found(f"第{page.number}页", "的印章偏离成文日期正中")


CHECKS: tuple[Check, ...] = (mark_place, red_line, imprint_place, seal_place)
