"""Clause 7.2, 版头: judged only where there is a 发文机关标志, or for the form of a 发文字号."""

import re
from collections.abc import Iterator
from itertools import pairwise

from noticegen.faces import BIAOSONG, HEITI
from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.paper import Paragraph, Table
from noticegen.inspect.places import (
    SIZE_3,
    empty_rows,
    is_centred,
    is_flush_left,
    is_free,
    wrong_face,
    wrong_size,
)
from noticegen.inspect.roles import is_red

_RIGHT_NUMBER = re.compile(r"\S+〔(?:19|20)\d{2}〕[1-9]\d*号")
_COPY_DIGITS = 6


@check(
    "page-copy-number",
    "7.2.1",
    Strength.SHOULD,
    "份号一般用6位3号阿拉伯数字，顶格编排在版心左上角第一行",
    "请写成000001这样的六位数并顶格",
)
def copy_number(case: Case) -> Iterator[Found]:
    """7.2.1 (般): six digits, 3号, flush left."""
    number = case.roles.copy_number
    if number is None:
        return
    if len("".join(number.words.split())) != _COPY_DIGITS:
        yield Found(number, "不是6位")
    elif number.first and number.first.size != SIZE_3:
        yield Found(number, "不是3号字")
    elif is_free(number) and not is_flush_left(number):
        yield Found(number, "没有顶格")


@check(
    "page-classification",
    "7.2.2",
    Strength.SHOULD,
    "密级和保密期限、紧急程度一般用3号黑体，顶格编排",
    "请改为3号黑体并顶格",
)
def classification(case: Case) -> Iterator[Found]:
    """7.2.2 and 7.2.3 (般): 密级, 紧急程度 in 3号黑体, flush left."""
    pieces = [one for one in (case.roles.classification, case.roles.urgency) if one]
    yield from wrong_face(pieces, HEITI)
    yield from wrong_size(pieces, SIZE_3)
    for paragraph in pieces:
        if is_free(paragraph) and not is_flush_left(paragraph):
            yield Found(paragraph, "没有顶格")


@check(
    "page-masthead-order",
    "7.2.3",
    Strength.MUST,
    "份号、密级和保密期限、紧急程度自上而下分行排列",
    "请调整先后次序",
)
def order(case: Case) -> Iterator[Found]:
    """7.2.3 (规): 份号, 密级和保密期限, 紧急程度, from the top down."""
    roles = case.roles
    pieces = [one for one in (roles.copy_number, roles.classification, roles.urgency) if one]
    for above, below in pairwise(pieces):
        if above.number > below.number:
            yield Found(below, f"排在“{above.words}”之前")
            return


@check(
    "page-mark-not-centred",
    "7.2.4",
    Strength.MUST,
    "发文机关标志居中排布",
    "请设为居中并去掉缩进",
)
def mark_centred(case: Case) -> Iterator[Found]:
    """7.2.4 (规): the mark is centred."""
    for mark in case.roles.marks:
        if is_free(mark) and not is_centred(mark):
            yield Found(mark, "没有居中")


@check(
    "page-mark-face",
    "7.2.4",
    Strength.SHOULD,
    "发文机关标志推荐使用小标宋体",
    "请改用方正小标宋简体",
)
def mark_face(case: Case) -> Iterator[Found]:
    """7.2.4 (荐): 小标宋体."""
    yield from wrong_face(case.roles.marks, BIAOSONG)


@check("page-mark-colour", "7.2.4", Strength.SHOULD, "发文机关标志颜色为红色", "请改为红色")
def mark_colour(case: Case) -> Iterator[Found]:
    """7.2.4 (荐): red."""
    for mark in case.roles.marks:
        if any(not is_red(run.look.colour) for run in mark.chinese):
            yield Found(mark, "不是红色")


@check(
    "page-document-number-form",
    "7.2.5",
    Strength.MUST,
    "发文字号的年份标全称并用六角括号“〔〕”括入，序号不加“第”字、不编虚位，用阿拉伯数字",
    "请写成“×党组〔2023〕12号”这样",
)
def number_form(case: Case) -> Iterator[Found]:
    """7.2.5 (规): 天科党组〔2023〕12号."""
    number = case.roles.document_number
    if number is None:
        return
    text = "".join(number.words.split("签发人")[0].split())
    if not _RIGHT_NUMBER.fullmatch(text):
        yield Found(number, f"写的是“{text}”")


@check(
    "page-document-number-place",
    "7.2.5",
    Strength.MUST,
    "发文字号编排在发文机关标志下空二行位置，居中排布",
    "请居中，并在标志下空两行",
)
def number_place(case: Case) -> Iterator[Found]:
    """7.2.5 (规): two empty rows below the mark, centred (上行文 goes left: not judged)."""
    number, marks = case.roles.document_number, case.roles.marks
    if number is None or not marks or not is_free(number) or "签发人" in number.text:
        return
    if not is_centred(number):
        yield Found(number, "没有居中")
    elif case.paper.before(number) is marks[-1] and not marks[-1].look.framed:
        rows = empty_rows(case.paper, number)
        if rows != 2:  # noqa: PLR2004  # 二行
            yield Found(number, f"上面空了{rows}行")


@check(
    "page-red-line",
    "7.2.7",
    Strength.MUST,
    "发文字号之下居中印一条与版心等宽的红色分隔线",
    "请给发文字号一段加红色下框线，左右缩进为0",
)
def red_line(case: Case) -> Iterator[Found]:
    """7.2.7 (规): a red line below the 发文字号, as wide as 版心; drawn shapes are left alone."""
    number = case.roles.document_number
    if number is None or not case.roles.marks or not is_free(number):
        return
    holder = _line_below(case, number)
    if holder is None:
        if not _has_shapes(case, number):
            yield Found(number, "之下没有分隔线")
    elif holder.look.bottom and not is_red(holder.look.bottom.colour):
        yield Found(number, "之下的线不是红色")
    elif not (holder.look.left.is_about(0) and holder.look.right.is_about(0)):
        yield Found(number, "之下的线不与版心等宽")


def _line_below(case: Case, number: Paragraph) -> Paragraph | None:
    """Return the paragraph whose lower border is the line: the number's or an empty one below."""
    at = case.paper.flow.index(number)
    for block in case.paper.flow[at : at + 3]:
        if isinstance(block, Table) or (block is not number and not block.is_blank):
            return None
        if block.look.bottom:
            return block
    return None


def _has_shapes(case: Case, number: Paragraph) -> bool:
    """Tell whether something that may be the line is anchored about the masthead."""
    at = case.paper.flow.index(number)
    near = case.paper.flow[: at + 6]
    return any(isinstance(block, Table) or block.has_picture or block.look.top for block in near)


@check(
    "page-title-gap",
    "7.3.1",
    Strength.MUST,
    "标题编排于红色分隔线下空二行位置",
    "请在红线与标题之间空两行",
)
def title_gap(case: Case) -> Iterator[Found]:
    """7.3.1 (规): two empty rows between the red line and the title."""
    number, title = case.roles.document_number, case.roles.title
    if number is None or not title or not is_free(title[0]) or not number.look.bottom:
        return
    if case.paper.before(title[0]) is number:
        rows = empty_rows(case.paper, title[0])
        if rows != 2:  # noqa: PLR2004  # 二行
            yield Found(title[0], f"上面空了{rows}行")


CHECKS: tuple[Check, ...] = (
    copy_number,
    classification,
    order,
    mark_centred,
    mark_face,
    mark_colour,
    number_form,
    number_place,
    red_line,
    title_gap,
)
