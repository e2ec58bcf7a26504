"""Clauses 7.3.5 and 7.3.6: 署名, 成文日期, 附注.

A seal may be put on the printed paper, so a signature set for a seal (7.3.5.1) is as lawful
as one set without (7.3.5.2); one is wrong that fits neither.
"""

import re
from collections.abc import Iterator

from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.paper import Paragraph
from noticegen.inspect.places import SIZE_3, empty_rows, is_free
from noticegen.inspect.spans import Interval, Span, span
from noticegen.inspect.words import PAGE_END

_RIGHT_DATE = re.compile(r"(?:19|20)\d{2}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
_TWO, _FOUR = 632, 1264  # twips: characters of the 28 in a line
_SLACK = 200  # twips: 3.5 mm; widths are estimates
_EXACT = 60
_WIDTH = 8844  # twips: 版心; on a page of another width every place is another


@check(
    "page-date-form",
    "7.3.5.4",
    Strength.MUST,
    "成文日期用阿拉伯数字，年份标全称，月、日不编虚位",
    "请写成“2023年9月6日”这样",
)
def date_form(case: Case) -> Iterator[Found]:
    """7.3.5.4 (规): Arabic digits, the whole year, no leading zero."""
    date = case.roles.close.date
    if date is not None and not _RIGHT_DATE.fullmatch("".join(date.words.split())):
        yield Found(date, "不是这样写的")


@check(
    "page-signature",
    "7.3.5.2",
    Strength.MUST,
    "署名右空二字，成文日期在下一行、首字比署名首字右移二字（加盖印章的，日期右空四字，署名居中编排在日期之上）",
    "不盖章的，请把署名的右缩进设为2字符，日期的首字对准署名的第三个字",
)
def signature(case: Case) -> Iterator[Found]:
    """7.3.5.1 (般) and 7.3.5.2 (规): one organ and its date, set for a seal or without."""
    organ, date = _pair(case)
    if organ is None or date is None:
        return
    if case.paper.before(date) is organ and case.paper.blanks_before(date):
        yield Found(date, "与署名之间有空行")
    elif any(one.look.alignment == "center" and is_free(one) for one in (organ, date)):
        yield Found(organ, "与成文日期居中排了")
    elif (spans := _spans(case, organ, date)) and not (_is_plain(*spans) or _is_sealed(*spans)):
        yield Found(organ, "与成文日期的位置不对")


@check(
    "page-sealed-date",
    "7.3.5.1",
    Strength.SHOULD,
    "加盖印章的，成文日期一般右空四字",
    "请把日期的右缩进设为4字符，署名随之居中",
)
def sealed_date(case: Case) -> Iterator[Found]:
    """7.3.5.1 (般): four characters to the right of the date below a seal."""
    organ, date = _pair(case)
    if organ is None or date is None or "center" in (organ.look.alignment, date.look.alignment):
        return
    spans = _spans(case, organ, date)
    if not spans or _is_plain(*spans) or not _is_sealed(*spans):
        return
    above, below, edge = spans
    # An organ much longer than its date would pass the edge over the middle of it.
    is_long = above.width.high > below.width.low + 2 * _FOUR
    if not is_long and not below.x1.is_about(edge - _FOUR, _SLACK):
        yield Found(date, "没有右空四字")


@check(
    "page-signature-gap",
    "7.3.5.2",
    Strength.MUST,
    "不加盖印章的，在正文（或附件说明）下空一行编排署名",
    "请改为空一行",
)
def gap(case: Case) -> Iterator[Found]:
    """7.3.5.2 (规): one empty row above the organ where it is set without a seal."""
    organ, date = _pair(case)
    spans = _spans(case, organ, date) if organ and date else None
    if organ is None or not spans or not _is_plain(*spans) or _is_for_seal(*spans):
        return
    blanks = case.paper.blanks_before(organ)
    has_break = organ.look.starts_page or any(PAGE_END in one.text for one in blanks)
    rows = empty_rows(case.paper, organ)
    is_sealed = any(one.has_picture for one in (organ, *_below(case, organ)))
    if rows != 1 and not has_break and not is_sealed and case.paper.before(organ) is not None:
        yield Found(organ, f"上面空了{rows}行")


@check(
    "page-annotation",
    "7.3.6",
    Strength.MUST,
    "附注居左空二字加圆括号编排在成文日期下一行",
    "请加全角圆括号，左空二字，紧接成文日期",
)
def annotation(case: Case) -> Iterator[Found]:
    """7.3.6 (规): in round brackets, two characters in, on the row below the date."""
    note = case.roles.close.annotation
    if note is None or not is_free(note):
        return
    left = note.look.left.in_twips(SIZE_3 * 10) + note.look.first.in_twips(SIZE_3 * 10)
    if not re.fullmatch("（.+）", note.words):
        yield Found(note, "没有加圆括号")
    elif case.paper.blanks_before(note):
        yield Found(note, "与成文日期之间有空行")
    elif note.look.alignment in ("center", "right") or abs(left - _TWO) > _SLACK:
        yield Found(note, "没有左空二字")


def _pair(case: Case) -> tuple[Paragraph | None, Paragraph | None]:
    """Return organ and date; of organs issuing jointly none, whose places are not certain."""
    organs, date = case.roles.close.organs, case.roles.close.date
    return (organs[0] if len(organs) == 1 else None), date


def _below(case: Case, organ: Paragraph) -> list[Paragraph]:
    at = case.paper.flow.index(organ)
    return [one for one in case.paper.flow[at : at + 4] if isinstance(one, Paragraph)]


def _spans(case: Case, organ: Paragraph, date: Paragraph) -> tuple[Span, Span, float] | None:
    """Return the spans of *organ* and *date*, and the right edge."""
    edge = case.paper.sections[date.section].text_width
    if abs(edge - _WIDTH) > _SLACK:
        return None
    above, below = span(organ, edge), span(date, edge)
    return (above, below, edge) if above and below else None


def _is_plain(above: Span, below: Span, edge: float) -> bool:
    """Tell whether the date begins two characters right and the longer ends two from the edge."""
    start = Interval(below.x0.low - above.x0.high, below.x0.high - above.x0.low)
    longer = [above, below]
    if above.width.low > below.width.high:
        longer = [above]
    elif above.width.high < below.width.low:
        longer = [below]
    ends = any(one.x1.is_about(edge - _TWO, _SLACK) for one in longer)
    return ends and start.is_about(_TWO, _SLACK)


def _is_for_seal(_: Span, below: Span, edge: float) -> bool:
    """Tell whether the date is set to end four characters from the edge, to the twip."""
    return below.x1.low == below.x1.high and below.x1.is_about(edge - _FOUR, _EXACT)


def _is_sealed(above: Span, below: Span, edge: float) -> bool:
    """Tell whether the organ stands over the middle of the date, away from the left half."""
    apart = Interval(below.centre.low - above.centre.high, below.centre.high - above.centre.low)
    return apart.is_about(0, _SLACK) and below.x1.high > edge / 2 + _FOUR


CHECKS: tuple[Check, ...] = (date_form, signature, sealed_date, gap, annotation)
