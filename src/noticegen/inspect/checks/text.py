"""Colour (5.2.4), punctuation and digits (clause 9) of all text; what should not be left in it."""

import re
from collections.abc import Iterator

from lxml import etree

from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.places import visible
from noticegen.writers.wordml import w

_DARK = 0x40  # a grey this dark is printed as black
_HAN = "[一-鿿]"
_HALF_WIDTH = re.compile(rf"{_HAN}[,;:?!]{_HAN}|{_HAN}\.{{3,}}|{_HAN}\([^()]*{_HAN}[^()]*\)")
_FULL_DIGITS = re.compile("[０-９]+")
_SHORT_YEAR = re.compile(r"(?<![\d年月日.．/-])\d{2}年\d{1,2}月\d{1,2}日")
_CHANGES = ("ins", "del", "moveFrom", "moveTo")


@check("page-colour", "5.2.4", Strength.MUST, "公文中文字的颜色均为黑色", "请改为黑色或自动")
def colour(case: Case) -> Iterator[Found]:
    """5.2.4 (规): all text is black but the 发文机关标志 (its line and seals are no text)."""
    for paragraph in case.paper.paragraphs:
        if paragraph not in case.roles.marks:
            for run in visible(paragraph.runs):
                if _is_coloured(run.look.colour):
                    yield Found(paragraph, f"里的“{run.text.strip()[:8]}”不是黑色")
                    break


def _is_coloured(colour: str) -> bool:
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour):
        return False
    return max(int(colour[at : at + 2], 16) for at in (0, 2, 4)) >= _DARK


@check(
    "page-punctuation",
    "9",
    Strength.MUST,
    "标点符号的用法应当符合GB/T 15834",
    "请改为全角标点",
)
def punctuation(case: Case) -> Iterator[Found]:
    """9 (规), GB/T 15834: no half-width sign between Chinese characters."""
    for paragraph in case.paper.paragraphs:
        if match := _HALF_WIDTH.search(paragraph.text):
            yield Found(paragraph, f"里有“{match[0][:12]}”")


@check(
    "page-digits",
    "9",
    Strength.MUST,
    "数字的用法应当符合GB/T 15835",
    "请用半角数字，年份写四位",
)
def digits(case: Case) -> Iterator[Found]:
    """9 (规), GB/T 15835: half-width digits, years in full."""
    others = {case.roles.close.date, case.roles.document_number, *case.roles.imprint}
    for paragraph in case.paper.paragraphs:
        match = _FULL_DIGITS.search(paragraph.text) or _SHORT_YEAR.search(paragraph.text)
        if match and paragraph not in others:
            yield Found(paragraph, f"里有“{match[0]}”")


@check(
    "page-leftover",
    "",
    Strength.NOTE,
    "发出的文件不带修订、批注和隐藏文字",
    "请接受修订、删去批注和隐藏文字后再发",
)
def leftover(case: Case) -> Iterator[Found]:
    """No clause: what an author left in the file is seen by whoever opens it."""
    package = case.paper.package
    body = package.document
    changes = sum(1 for name in _CHANGES for one in body.iter(w(name)) if _holds_words(one))
    comments = package.parts.get("comments")
    if changes:
        yield Found("文件里", f"有{changes}处修订")
    if comments is not None and len(comments):
        yield Found("文件里", f"有{len(comments)}条批注")
    if any(paragraph.hides for paragraph in case.paper.paragraphs):
        yield Found("文件里", "有隐藏文字")


def _holds_words(change: etree._Element) -> bool:
    return any(
        (text.text or "").strip() for name in ("t", "delText") for text in change.iter(w(name))
    )


CHECKS: tuple[Check, ...] = (colour, punctuation, digits, leftover)
