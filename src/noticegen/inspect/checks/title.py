"""Clauses 7.3.1 and 7.3.2: the title's face, place and line breaks; 主送机关."""

import re
from collections.abc import Iterator
from itertools import pairwise

from noticegen.faces import BIAOSONG
from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.paper import Paragraph
from noticegen.inspect.places import (
    SIZE_2,
    empty_rows,
    is_centred,
    is_flush_left,
    is_free,
    wrong_face,
    wrong_size,
)
from noticegen.title import LONGEST, break_title, width

_CERTAIN = 2.0  # characters by which a line is certainly shorter than another
# Words no title uses in another sense; what may stand before or after them to make another.
_WORDS = re.compile(
    "巡察|巡视|(?<![调平修])整改|(?<![推促])进展|情况|反馈|(?<!普)通报(?!告)|党组(?!织)"
    "|委员会|(?<!机)关于"
)


@check("page-title-face", "7.3.1", Strength.SHOULD, "标题一般用2号小标宋体", "请改用方正小标宋简体")
def face(case: Case) -> Iterator[Found]:
    """7.3.1 (般): 小标宋体."""
    yield from wrong_face(case.roles.title, BIAOSONG)


@check("page-title-size", "7.3.1", Strength.SHOULD, "标题一般用2号小标宋体", "请改为2号（22磅）")
def size(case: Case) -> Iterator[Found]:
    """7.3.1 (般): 2号, 22 pt."""
    yield from wrong_size(case.roles.title, SIZE_2)


@check("page-title-not-centred", "7.3.1", Strength.MUST, "标题居中排布", "请设为居中并去掉缩进")
def centred(case: Case) -> Iterator[Found]:
    """7.3.1 (规): centred; an indent of the first line moves it off the middle."""
    for paragraph in case.roles.title:
        if is_free(paragraph) and not is_centred(paragraph):
            is_indented = paragraph.look.alignment == "center"
            yield Found(paragraph, "有缩进，偏离了正中" if is_indented else "没有居中")


@check(
    "page-title-break",
    "7.3.1",
    Strength.MUST,
    "标题回行时词意完整",
    "请把换行移到词与词之间，“关于”放在下一行开头",
)
def word_break(case: Case) -> Iterator[Found]:
    """7.3.1 (规): no line ends within a word, after 关于 or with one character left over."""
    lines = _drawn_lines(case.roles.title)
    for (_, above), (paragraph, below) in pairwise(lines):
        if fault := _break_fault(above, below):
            yield Found(paragraph, fault)


@check(
    "page-title-shape",
    "7.3.1",
    Strength.MUST,
    "标题回行排列对称，使用梯形或菱形",
    "请调整各行长短",
)
def shape(case: Case) -> Iterator[Found]:
    """7.3.1 (规): 梯形 or 菱形: no waist, no rectangle; silent where no other shape is to be had."""
    lines = [line for _, line in _drawn_lines(case.roles.title)]
    widths = [width(line) for line in lines]
    if len(lines) < 2:  # noqa: PLR2004  # one line has no shape
        return
    better = [width(line) for line in break_title("".join(lines))]
    first = case.roles.title[0]
    if _has_waist(widths) and not _has_waist(better):
        yield Found(first, "各行两头长、中间短")
    elif len(set(widths)) == 1 and len(set(better)) > 1:
        yield Found(first, "各行一样长")


@check(
    "page-recipients",
    "7.3.2",
    Strength.MUST,
    "主送机关编排于标题下空一行位置，居左顶格，末尾标全角冒号",
    "请在标题下空一行，左对齐、缩进为0，末尾写“：”",
)
def recipients(case: Case) -> Iterator[Found]:
    """7.3.2 (规): one empty row below the title, flush left, ending in a full-width colon."""
    paragraph = case.roles.recipients
    if paragraph is None or not is_free(paragraph):
        return
    if not paragraph.words.endswith("："):
        yield Found(paragraph, "末尾不是全角冒号")
    elif not is_flush_left(paragraph):
        yield Found(paragraph, "没有顶格")
    elif case.paper.before(paragraph) is case.roles.title[-1]:
        rows = empty_rows(case.paper, paragraph)
        if rows != 1:
            yield Found(paragraph, f"上面空了{rows}行")


def _drawn_lines(title: list[Paragraph]) -> list[tuple[Paragraph, str]]:
    """Return the lines the title takes: those of the file, cut where 版心 ends."""
    lines = []
    for paragraph in title:
        is_large = paragraph.first is not None and paragraph.first.size >= SIZE_2
        for line in paragraph.lines:
            parts = _wrapped(line) if is_large else [line]
            lines += [(paragraph, part) for part in parts]
    return [(paragraph, line) for paragraph, line in lines if line]


def _wrapped(line: str) -> list[str]:
    """Cut *line* as a program does that knows no words."""
    parts = [""]
    for sign in line:
        if width(parts[-1] + sign) > LONGEST:
            parts.append("")
        parts[-1] += sign
    return parts


def _break_fault(above: str, below: str) -> str:
    if above.endswith("关于") and not above.endswith("机关于"):
        return "的上一行以“关于”结尾"
    if len(below) == 1:
        return "有一行只剩一个字"
    whole, at = above + below, len(above)
    cut = next((one[0] for one in _WORDS.finditer(whole) if one.start() < at < one.end()), "")
    return f"的换行把“{cut}”拆成两行" if cut else ""


def _has_waist(widths: list[float]) -> bool:
    inner = range(1, len(widths) - 1)
    return any(
        min(max(widths[:at]), max(widths[at + 1 :])) - widths[at] >= _CERTAIN for at in inner
    )


CHECKS: tuple[Check, ...] = (face, size, centred, word_break, shape, recipients)
