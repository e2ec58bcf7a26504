"""Clause 5 of the page: size, margins, 版心, rows and characters. Lengths are twips."""

from collections.abc import Callable, Iterator
from math import ceil

from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.looks import ParagraphLook
from noticegen.inspect.paper import Paragraph, Table
from noticegen.inspect.places import SIZE_3
from noticegen.inspect.sections import Section

_MM = 1440 / 25.4
_SIZE = (11906, 16838)  # A4
_SIZE_SLACK = 57  # 1 mm
# Two readings are lawful: 版心 from row box to row box, or from glyph to glyph (37 mm
# above the first glyph takes a margin of 34.58 mm, and rows of 29.6 pt).
_TOPS = (2098, 1960)
_HEIGHTS = {2098: 12755, 1960: 13031}
_LEFT = 1588
_WIDTH = 8844
_SLACK = 60  # 1 mm, and what whole twips lose
_ROWS = 22
_CHARACTERS = 28
_SINGLE = 240
# What a row of 3号 takes by itself: the flattest face, Word's usual 1.3 of the size, the tallest.
_FLAT, _SET, _TALL = 16.0 * 20, 20.0 * 20, 21.2 * 20
_HAIR = 5


def _named(case: Case, section: Section) -> str:
    return f"第{section.number}节" if len(case.paper.sections) > 1 else "页面"


def _upright(case: Case) -> list[Section]:
    """Return the sections that are not turned for a wide table."""
    return [one for one in case.paper.sections if not one.is_landscape]


def _area_height(section: Section) -> int:
    """Return the height 版心 should have with the top margin that *section* has."""
    return _HEIGHTS[min(_TOPS, key=lambda lawful: abs(section.top - lawful))]


def _mm(twips: float) -> str:
    return f"{twips / _MM:.1f}".removesuffix(".0") + "毫米"


def _is_about(length: int, wanted: int, slack: int = _SLACK) -> bool:
    return abs(length - wanted) <= slack


@check("page-size", "5.1", Strength.MUST, "公文用纸是A4（210×297毫米）", "请把纸张大小改为A4")
def size(case: Case) -> Iterator[Found]:
    """5.1 (规): every section is A4."""
    for section in case.paper.sections:
        sides = sorted((section.width, section.height))
        if any(not _is_about(*pair, _SIZE_SLACK) for pair in zip(sides, _SIZE, strict=True)):
            paper = f"{_mm(section.width)}×{_mm(section.height)}"
            yield Found(_named(case, section), f"是{paper}")


@check("page-landscape", "5.1", Strength.MUST, "除横排表格外纸张一律竖用", "请把纸张方向改为纵向")
def landscape(case: Case) -> Iterator[Found]:
    """5.1 and 8 (规): a page lies only for a table (or a picture as wide)."""
    for at, section in enumerate(case.paper.sections):
        if section.is_landscape and not _holds_wide_matter(case, at):
            yield Found(_named(case, section), "纸张横放，却没有表格")


def _holds_wide_matter(case: Case, at: int) -> bool:
    inside = [block for block in case.paper.flow if block.section == at]
    return any(isinstance(block, Table) or block.has_picture for block in inside)


@check("page-margin-top", "5.2.1", Strength.MUST, "天头为37毫米±1毫米", "请把上边距改为37毫米")
def top(case: Case) -> Iterator[Found]:
    """5.2.1 (规): 天头 37 mm ± 1 mm."""
    for section in _upright(case):
        if not any(_is_about(section.top, lawful) for lawful in _TOPS):
            yield Found(_named(case, section), f"上边距是{_mm(section.top)}")


@check(
    "page-margin-left",
    "5.2.1",
    Strength.MUST,
    "订口为28毫米±1毫米",
    "请把左边距（连装订线）改为28毫米",
)
def left(case: Case) -> Iterator[Found]:
    """5.2.1 (规): 订口 28 mm ± 1 mm."""
    for section in _upright(case):
        if not _is_about(section.left, _LEFT):
            yield Found(_named(case, section), f"左边距是{_mm(section.left)}")


@check(
    "page-text-area",
    "5.2.1",
    Strength.MUST,
    "版心尺寸为156毫米×225毫米",
    "请把上、下、左、右边距改为37、35、28、26毫米",
)
def text_area(case: Case) -> Iterator[Found]:
    """5.2.1 (规): 版心 156 x 225 mm; silent where the margins above already tell of it."""
    told = {found.place for finder in (size, top, left) for found in finder.find(case)}
    for section in _upright(case):
        place = _named(case, section)
        fits = _is_about(section.text_width, _WIDTH) and _is_about(
            section.text_height, _area_height(section)
        )
        if place not in told and not fits:
            area = f"{_mm(section.text_width)}×{_mm(section.text_height)}"
            yield Found(place, f"版心是{area}")


@check(
    "page-rows",
    "5.2.3",
    Strength.SHOULD,
    "一般每面排22行",
    "请把正文行距设为固定值28.95磅",
)
def rows(case: Case) -> Iterator[Found]:
    """5.2.3 (般): 22 rows of the body's pitch fill 版心."""
    yield from _habitual(case, _row_fault)


@check(
    "page-characters",
    "5.2.3",
    Strength.SHOULD,
    "一般每行排28个字",
    "请把正文字符间距设为紧缩0.25磅",
)
def characters(case: Case) -> Iterator[Found]:
    """5.2.3 (般): 28 characters of 3号 in 156 mm; 16 pt by itself allows 27."""
    yield from _habitual(case, _character_fault)


@check(
    "page-paragraph-spacing",
    "5.2.3",
    Strength.SHOULD,
    "一般每面排22行并撑满版心",
    "请把段前、段后间距设为0，要空行就空一整行",
)
def paragraph_spacing(case: Case) -> Iterator[Found]:
    """5.2.3 (般): no space beside the rows, which would push the last of 22 off the page."""
    for paragraph in [*case.roles.body, *(one.paragraph for one in case.roles.headings)]:
        if max(paragraph.look.before, paragraph.look.after) > _HAIR:
            yield Found(paragraph, "有段前或段后间距")


def _habitual(case: Case, fault: Callable[[Section, Paragraph], str]) -> list[Found]:
    """Return faults that most of the body has: the odd row may be squeezed (7.3.5.5)."""
    body = case.roles.body
    sections = case.paper.sections
    upright = [one for one in body if not sections[one.section].is_landscape]
    faults = [(one, fault(sections[one.section], one)) for one in upright]
    wrong = [Found(one, words) for one, words in faults if words]
    return wrong if len(wrong) * 2 > len(body) else []


def _row_fault(section: Section, paragraph: Paragraph) -> str:
    look = paragraph.look
    area = _area_height(section)
    most, least = (int(area / pitch) for pitch in _pitches(section, look))
    if least <= _ROWS <= most:
        return ""
    if look.row:
        return f"的行距是{look.row / 20:g}磅，每面排{most}行"
    return f"的行距是{look.line / _SINGLE:.3g}倍，每面排不成22行"


def _pitches(section: Section, look: ParagraphLook) -> tuple[float, float]:
    """Return the least and the greatest pitch of rows of 3号 that *look* may give."""
    if look.rule == "exact":
        return max(1, look.line), max(1, look.line)
    if look.rule == "atLeast":
        return max(look.line, _FLAT), max(look.line, _TALL)
    factor = look.line / _SINGLE
    if section.grid == "none" or not look.snaps or section.pitch <= 0:
        return _SET * factor, _TALL * factor
    snapped = [section.pitch * ceil(height / section.pitch) for height in (_FLAT, _TALL)]
    return min(snapped) * factor, max(snapped) * factor


def _character_fault(section: Section, paragraph: Paragraph) -> str:
    run = paragraph.chinese[0] if paragraph.chinese else None
    if run is None or run.look.size != SIZE_3 or not _is_about(section.text_width, _WIDTH):
        return ""
    advance = run.look.size / 2 + run.look.spacing / 20
    readings = [advance]
    if section.grid not in ("none", "lines"):
        readings.append(advance + section.character_space / 4096)
    counts = [int((section.text_width / 20 + _HAIR / 20) / one) for one in readings if one > 0]
    return "" if _CHARACTERS in counts else f"每行只能排{counts[-1]}个字" if counts else ""


CHECKS: tuple[Check, ...] = (
    size,
    landscape,
    top,
    left,
    text_area,
    rows,
    characters,
    paragraph_spacing,
)
