"""Clause 7.5, 页码: its face, its dashes, its side of the page. Lengths are twips."""

import re
from collections.abc import Iterator

from lxml import etree

from noticegen.faces import SONGTI, is_face
from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.paper import Paragraph
from noticegen.inspect.places import SIZE_4
from noticegen.inspect.reading import foot
from noticegen.inspect.sections import Section
from noticegen.inspect.words import PAGE
from noticegen.writers.wordml import w

_DASHED = re.compile(rf"[—―─－]\s*{PAGE}\s*[—―─－]")
_ONE = 280  # one character of 4号
_SLACK = 60
_NAMES = {"default": "单页页脚", "even": "双页页脚", "first": "首页页脚"}
_SIDES = {"default": "right", "even": "left"}
_DIGITS = ("decimal", "numberInDash", "decimalHalfWidth")


def _numbers(case: Case, section: Section) -> dict[str, Paragraph]:
    """Return the paragraphs with page numbers, by the foot of *section* they are in."""
    found = {}
    kinds = ["default", "even"] if case.paper.has_even_feet else ["default"]
    for kind in kinds:
        part = section.footers.get(kind)
        lines = foot(case.paper, part) if part is not None else []
        if line := next((one for one in lines if PAGE in one.text), None):
            found[kind] = line
    return found


def _all_numbers(case: Case) -> Iterator[tuple[Section, str, Paragraph]]:
    """Yield each page number once: sections often share their feet."""
    seen: set[etree._Element] = set()
    for section in case.paper.sections:
        for kind, line in _numbers(case, section).items():
            if line.element not in seen and not section.is_landscape:
                seen.add(line.element)
                yield section, kind, line


def _name(case: Case, kind: str) -> str:
    return _NAMES[kind] if case.paper.has_even_feet else "页脚"


@check("page-number-missing", "7.5", Strength.MUST, "页码编排在版心下边缘之下", "请在页脚插入页码")
def missing(case: Case) -> Iterator[Found]:
    """7.5 (规): pages are numbered, in the foot."""
    if any(_numbers(case, section) for section in case.paper.sections):
        return
    heads = [part for section in case.paper.sections for part in section.headers.values()]
    is_above = any(PAGE in line.text for part in heads for line in foot(case.paper, part))
    yield Found("页眉" if is_above else "页脚", "里有页码" if is_above else "里没有页码")


@check(
    "page-number-dash",
    "7.5",
    Strength.MUST,
    "页码数字左右各放一条一字线",
    "请写成“— 1 —”",
)
def dash(case: Case) -> Iterator[Found]:
    """7.5 (规): — 1 —; Word's own - 1 - has hyphens."""
    for section, kind, line in _all_numbers(case):
        text = "".join(line.text.split())
        if section.number_format == "numberInDash" or not _DASHED.fullmatch(text):
            shown = "-1-" if section.number_format == "numberInDash" else text.replace(PAGE, "1")
            yield Found(_name(case, kind), f"里是“{shown}”")


@check(
    "page-number-digits", "7.5", Strength.SHOULD, "页码一般用阿拉伯数字", "请把编号格式改为1, 2, 3"
)
def digits(case: Case) -> Iterator[Found]:
    """7.5 (般): Arabic digits."""
    for section in case.paper.sections:
        if section.number_format not in _DIGITS:
            yield Found(f"第{section.number}节", f"的编号格式是{section.number_format}")


@check(
    "page-number-face",
    "7.5",
    Strength.SHOULD,
    "页码一般用4号半角宋体阿拉伯数字",
    "请改为4号（14磅）宋体",
)
def face(case: Case) -> Iterator[Found]:
    """7.5 (般): 4号 宋体."""
    for _, kind, line in _all_numbers(case):
        look = next(run.look for run in line.runs if PAGE in run.text)
        if look.size != SIZE_4:
            yield Found(_name(case, kind), f"里的页码是{look.size / 2:g}磅")
        elif not is_face(look.latin, SONGTI):
            yield Found(_name(case, kind), f"里的页码用的是{look.latin}")


@check(
    "page-number-side",
    "7.5",
    Strength.MUST,
    "单页码居右空一字，双页码居左空一字",
    "请设奇偶页不同，单页右对齐、双页左对齐",
)
def side(case: Case) -> Iterator[Found]:
    """7.5 (规): odd pages to the right, even ones to the left."""
    for _, kind, line in _all_numbers(case):
        place = _side(line)
        if place == "center":
            yield Found(_name(case, kind), "里的页码居中")
        elif place in ("left", "right") and not case.paper.has_even_feet:
            yield Found("页脚", "单双页是一样的")
        elif place in ("left", "right") and place != _SIDES[kind]:
            yield Found(_name(case, kind), f"里的页码居{'左' if place == 'left' else '右'}")


@check(
    "page-number-indent",
    "7.5",
    Strength.MUST,
    "单页码居右空一字，双页码居左空一字",
    "请给页码一段设1字符的缩进",
)
def indent(case: Case) -> Iterator[Found]:
    """7.5 (规): one character of 4号 from the edge; a box or frame tells nothing."""
    for _, kind, line in _all_numbers(case):
        if not case.paper.has_even_feet or _side(line) != _SIDES[kind] or _is_boxed(line):
            continue
        look = line.look
        lengths = (look.right,) if kind == "default" else (look.left, look.first)
        twips = sum(length.in_twips(_ONE) for length in lengths)
        blanks = len(line.text) - len(
            line.text.rstrip() if kind == "default" else line.text.lstrip()
        )
        if not blanks and abs(twips - _ONE) > _SLACK:
            yield Found(_name(case, kind), f"里的页码空了{twips / _ONE:.1f}字")


@check(
    "page-number-restart",
    "7.5",
    Strength.MUST,
    "公文的附件与正文一起装订时，页码应当连续编排",
    "请把这一节的页码改为续前节",
)
def restart(case: Case) -> Iterator[Found]:
    """7.5 (规): numbers run on into 附件."""
    for attachment in case.roles.attachments:
        section = case.paper.sections[attachment.label.section]
        if section.number > 1 and section.number_start is not None:
            yield Found(f"第{section.number}节", f"的页码从{section.number_start}重新编起")


@check(
    "page-number-first", "7.5", Strength.SHOULD, "页码从首页编起", "请去掉“首页不同”，首页也编页码"
)
def first(case: Case) -> Iterator[Found]:
    """7.5 (推): the first page is 1 and shows it (信函 excepted, which has no 发文机关标志 of ours)."""
    section = next(iter(case.paper.sections), None)
    if section is None or not section.has_title_page or not _numbers(case, section):
        return
    part = section.footers.get("first")
    if part is None or not any(PAGE in line.text for line in foot(case.paper, part)):
        yield Found("首页", "没有页码")


def _side(line: Paragraph) -> str:
    """Return left, right, center or "": where a number stands as far as the file tells."""
    if line.look.framed:
        return line.look.framed if line.look.framed == "center" else ""
    if _is_boxed(line):
        return _box_side(line)
    return {"both": "left", "distribute": ""}.get(line.look.alignment, line.look.alignment)


def _is_boxed(line: Paragraph) -> bool:
    return (
        bool(line.look.framed)
        or next(line.element.iterancestors(w("txbxContent")), None) is not None
    )


def _box_side(line: Paragraph) -> str:
    """Return center where the box around *line* is anchored in the middle."""
    for ancestor in line.element.iterancestors():
        if etree.QName(ancestor).localname == "anchor":
            places = [one for one in ancestor.iter() if etree.QName(one).localname == "align"]
            return "center" if places and places[0].text == "center" else ""
    return ""


CHECKS: tuple[Check, ...] = (missing, dash, digits, face, side, indent, restart, first)
