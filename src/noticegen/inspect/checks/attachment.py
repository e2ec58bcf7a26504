"""Clauses 7.3.4 and 7.3.7: 附件说明 below the body, 附件 at the back."""

import re
from collections.abc import Iterator

from noticegen.faces import HEITI
from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.paper import Paragraph, joined, starts_page
from noticegen.inspect.places import (
    SIZE_3,
    empty_rows,
    is_flush_left,
    is_free,
    wrong_face,
    wrong_size,
)

_TWO = 632  # twips
_SLACK = 90
_HEAD = re.compile(r"附件：(?:1\.)?\s*")
_ITEM = re.compile(r"\d{1,2}\.\s*")
_LOOSE_HEAD = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[：:.．]\s*")
_LOOSE_ITEM = re.compile(r"[0-9０-９]{1,2}\s*[.．、]\s*")
_LABEL = re.compile(r"附件\d*")
_PUNCTUATION = tuple("。；，、,;.：:")


@check(
    "page-attachment-note",
    "7.3.4",
    Strength.MUST,
    "附件说明在正文下空一行、左空二字，写“附件”后标全角冒号和名称，多个附件用“1.”“2.”编号",
    "请写成“附件：1.名称”，上面空一行，左空二字",
)
def note(case: Case) -> Iterator[Found]:
    """7.3.4 (规): one empty row, two characters in, 附件：1.名称."""
    lines = case.roles.close.attachment_note
    if not lines or not is_free(lines[0]):
        return
    first, *others = lines
    if not _HEAD.match(first.words):
        yield Found(first, "的写法不是“附件：”")
    elif any(not _ITEM.match(line.words) for line in others):
        yield Found(others[0], "的编号不是“2.”这样")
    elif (rows := empty_rows(case.paper, first)) != 1 and case.paper.before(first) is not None:
        yield Found(first, f"上面空了{rows}行")
    elif not _begins_two_in(first):
        yield Found(first, "没有左空二字")


def _begins_two_in(paragraph: Paragraph) -> bool:
    look = paragraph.look
    readings = (
        look.left.twips + look.first.twips,
        look.left.in_twips(SIZE_3 * 10) + look.first.in_twips(SIZE_3 * 10),
    )
    return any(abs(left - _TWO) <= _SLACK for left in readings) and paragraph.text[:1].strip() != ""


@check("page-attachment-name", "7.3.4", Strength.MUST, "附件名称后不加标点符号", "请删去末尾的标点")
def name(case: Case) -> Iterator[Found]:
    """7.3.4 (规): no 标点 after a name."""
    for line in case.roles.close.attachment_note:
        if line.words.endswith(_PUNCTUATION) and len(line.words) > len("附件："):
            yield Found(line, "以标点结尾")


@check("page-attachment-page", "7.3.7", Strength.MUST, "附件另面编排", "请给“附件”一段设段前分页")
def page(case: Case) -> Iterator[Found]:
    """7.3.7 (规): every 附件 begins a page."""
    for attachment in case.roles.attachments:
        if is_free(attachment.label) and not starts_page(case.paper, attachment.label):
            yield Found(attachment.label, "没有另起一面")


@check(
    "page-attachment-label",
    "7.3.7",
    Strength.MUST,
    "“附件”二字及序号用3号黑体，顶格编排在版心左上角第一行，不加标点",
    "请写成“附件1”，用3号黑体，缩进设为0",
)
def label(case: Case) -> Iterator[Found]:
    """7.3.7 (规): 附件1, 3号黑体, flush left, no colon."""
    labels = [attachment.label for attachment in case.roles.attachments]
    for paragraph in labels:
        if not _LABEL.fullmatch(paragraph.words):
            yield Found(paragraph, "不是“附件1”这样写的")
        elif is_free(paragraph) and not is_flush_left(paragraph):
            yield Found(paragraph, "没有顶格")
        elif wrong := wrong_face([paragraph], HEITI) or wrong_size([paragraph], SIZE_3):
            yield from wrong


@check(
    "page-attachment-title",
    "7.3.7",
    Strength.MUST,
    "附件标题居中编排在版心第三行",
    "请在“附件”与标题之间只空一行",
)
def title(case: Case) -> Iterator[Found]:
    """7.3.7 (规): label, empty row, title."""
    for attachment in case.roles.attachments:
        if attachment.title and case.paper.before(attachment.title[0]) is attachment.label:
            rows = empty_rows(case.paper, attachment.title[0])
            if rows != 1:
                yield Found(attachment.title[0], f"上面空了{rows}行")


@check(
    "page-attachment-match",
    "7.3.7",
    Strength.MUST,
    "附件序号和附件标题应当与附件说明的表述一致",
    "请把两处改成一样",
)
def match(case: Case) -> Iterator[Found]:
    """7.3.7 (规): the names of the note are the titles at the back."""
    names = _names(case.roles.close.attachment_note)
    attachments = case.roles.attachments
    if not names or len(names) != len(attachments):
        return
    for number, (wanted, attachment) in enumerate(zip(names, attachments, strict=True), 1):
        found = _bare(joined(attachment.title))
        digits = "".join(filter(str.isdigit, attachment.label.words))
        if found and found != wanted:
            yield Found(attachment.title[0], f"与附件说明里的“{wanted[:20]}”不一样")
        elif digits and len(names) > 1 and digits != str(number):
            yield Found(attachment.label, f"在附件说明里排第{number}")


def _names(lines: list[Paragraph]) -> list[str]:
    names = [_LOOSE_ITEM.sub("", _LOOSE_HEAD.sub("", line.words, 1), 1) for line in lines]
    return [bare for one in names if (bare := _bare(one))]


def _bare(text: str) -> str:
    return "".join(text.split()).strip("《》。；，、")


@check("page-attachment-order", "7.3.7", Strength.MUST, "附件在版记之前", "请把附件移到版记之前")
def order(case: Case) -> Iterator[Found]:
    """7.1 and 7.3.7 (规): 附件 come before 版记."""
    imprint = case.roles.imprint
    for attachment in case.roles.attachments:
        if imprint and attachment.label.number > imprint[-1].number:
            yield Found(attachment.label, "排在了版记之后")


CHECKS: tuple[Check, ...] = (note, name, page, label, title, match, order)
