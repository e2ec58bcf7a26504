"""Field types of the form: what a value may look like, told in Chinese where it does not."""

from typing import Annotated

from noticegen import dates, numerals, punctuation
from noticegen.model.base import After, Before, Filled, Typed
from noticegen.patterns import pattern

_NUMERAL = "[一二三四五六七八九十]{1,3}"
# A numeral after 、 makes an enumeration of it: 一、二号楼, 1、2号泵站.
_BEFORE_HEADING = (
    rf"{_NUMERAL}、(?![一二三四五六七八九十])|（(?:{_NUMERAL}|\d{{1,3}})）"
    r"|\d{1,2}(?:[.．](?!\d)|、(?!\d)|[)）])|[①-⑳⑴-⒇⒈-⒛]"
)
HEADING_ORDINAL = pattern(_BEFORE_HEADING)
"""An ordinal typed by hand before a heading, which will get one of its own."""
TYPED_ORDINAL = pattern(rf"第?{_NUMERAL}是|第{_NUMERAL}，|{_BEFORE_HEADING}")
_NUMBER = pattern(r"\d[\d,]*(\.\d+)?%?")
_CELLS = pattern("[\t|｜]")


def may_start_with_ordinal(text: str) -> bool:
    """Tell by the first sign alone whether an ordinal may stand before *text*."""
    first = text[:1]
    return first.isnumeric() or first in "（第"


def fault(code: str, sentence: str, words: str = "") -> ValueError:
    """Return an error: the problem's code, its message, the words in question if not all."""
    from pydantic_core import PydanticCustomError

    return PydanticCustomError(code, "{sentence}", {"sentence": sentence, "words": words})


def _listed(value: object) -> object:
    """Let a single text stand for a list of one."""
    return [value] if isinstance(value, str) else value


def _lines(value: object) -> object:
    """Split a text typed with | into its lines, each a paragraph; take a list as it is."""
    return value.splitlines() if isinstance(value, str) else value


def _filled(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, texts))


def _spaced(value: str) -> str:
    return " ".join(punctuation.normalize(word) for word in value.split())


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return dates.parse(punctuation.normalize(value))
    except ValueError as error:
        sentence = f"「{value}」{error}，请写成 2023年9月26日 这样。"
        raise fault("model-date", sentence) from None


def _whole_day(value: dates.PartialDate) -> dates.PartialDate:
    if value.day is None:
        raise fault(
            "model-date",
            f"这里要写到日，「{value}」不完整，请写成 2023年9月26日 这样。",
        )
    return value


def _sample(value: str) -> str:
    if not numerals.is_sample(value):
        sentence = (
            f"「{value}」看不出是哪种序号，请写第一个序号的样子：一、 （一） 1. （1） ① 一是 无。"
        )
        raise fault("model-ordinal", sentence)
    return value


def _measure(value: str) -> str:
    if found := may_start_with_ordinal(value) and TYPED_ORDINAL.match(value):
        sentence = f"措施前的序号由程序编排，请删去“{found.group()}”，只写措施本身。"
        raise fault("model-typed-ordinal", sentence)
    return value


def _number(value: str) -> str:
    if not _NUMBER.fullmatch(value):
        sentence = f"「数据」里只写数字，“{value}”里的单位和文字请写到正文里。"
        raise fault("model-number", sentence)
    return value


def _table(value: object) -> object:
    """Read lines of cells parted by Tab or | (as pasted from a worksheet), header first."""
    if not isinstance(value, str):
        return value
    lines = [line.strip() for line in value.splitlines() if line.strip()]
    rows = [tuple(map(punctuation.normalize, _CELLS.split(line.strip("|｜")))) for line in lines]
    if not rows:
        sentence = "「表」里还没有内容，第一行写表头，以下每行一条，单元格之间用“|”隔开。"
        raise fault("model-table", sentence)
    for line, row in zip(lines, rows, strict=True):
        if len(row) != len(rows[0]):
            cells = f"这一行有{len(row)}格，表头有{len(rows[0])}格"
            raise fault("model-table", f"「表」的{cells}，请补齐或去掉多余的“|”。", line)
    return tuple(rows)


Text = Annotated[str, After(punctuation.normalize)]
"""A text on one line, its punctuation normalised."""

TitleText = Annotated[str, After(_spaced)]
"""The same for a title, where a blank parts the organs of a joint issue and stays."""

Texts = Annotated[tuple[Text, ...], Filled(), Before(_listed)]
"""One text or a list of them."""

FileNames = Annotated[tuple[str, ...], Filled(), Before(_listed)]
"""One file name or a list of them, exactly as typed."""

Paragraphs = Annotated[tuple[Text, ...], Before(_lines), After(_filled)]
"""Paragraphs: a text, a text of several lines typed with |, or a list."""

Date = Annotated[
    dates.PartialDate,
    Before(_date),
    Typed(),
]
"""A date of which at least the year is known."""

WholeDate = Annotated[Date, After(_whole_day)]
"""A date down to its day."""

Sample = Annotated[Text, After(_sample)]
"""The first ordinal of a run, as a sample of all."""

Measures = Annotated[
    tuple[Annotated[Text, After(_measure)], ...],
    Before(_lines),
    After(_filled),
]
"""Measures without ordinals: a list, one text for a single one, or one a line typed with |."""

Number = Annotated[Text, After(_number)]
"""A number as typed: 7.132, 1,200 or 96.4%."""

Rows = Annotated[
    tuple[tuple[str, ...], ...],
    Before(_table),
    Typed(),
]
"""A table: rows of equally many cells, the header first."""
