"""A cell as stored → the words it shows: shared and rich text, dates, numbers, formulas."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from noticegen import dates
from noticegen.importers.ledger import xml
from noticegen.ledger import days

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
_ZEROS = re.compile("0+")
_LONGEST_NUMBER = 15  # digits a worksheet keeps
_NONE = b"<sst/>"
_FORMULA = "这一格是公式，文件里没有算出的结果，请在 Excel 里打开并保存一次再导入。"
_ERROR = "这一格的公式算错了（{}），请在工作簿里改好再导入。"
_NO_DATE = "这一格的日期超出了范围，请在工作簿里改好再导入。"


class Cell(NamedTuple):
    """What a cell shows, line breaks kept; *fault*: why it shows nothing, as a sentence."""

    text: str
    fault: str = ""


class Formats(NamedTuple):
    """The number formats of a workbook: its cells' styles lead to them."""

    of_style: Sequence[int]
    codes: Mapping[int, str]
    since_1904: bool


@dataclass(slots=True)
class Raw:
    """A cell as it is stored."""

    kind: str = "n"
    style: int = 0
    words: list[str] = field(default_factory=list)
    is_formula: bool = False


def formats(part: bytes, *, since_1904: bool) -> Formats:
    """Return the number formats that xl/styles.xml has."""
    codes: dict[int, str] = {}
    of_style: list[int] = []
    inside = False

    def start(tag: str, given: xml.Attributes) -> None:
        nonlocal inside
        if tag == "numFmt":
            codes[xml.natural(given.get("numFmtId"), 0)] = given.get("formatCode", "")
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside:
            of_style.append(xml.natural(given.get("numFmtId"), 0))

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and tag != "cellXfs"

    if part:
        xml.read(part, start, end)
    return Formats(of_style, codes, since_1904)


def strings(part: bytes) -> list[str]:
    """Return the texts of xl/sharedStrings.xml, runs joined, readings left out."""
    found: list[str] = []
    words: list[str] = []
    takes = phonetic = False

    def start(tag: str, _: xml.Attributes) -> None:
        nonlocal takes, phonetic
        phonetic = phonetic or tag == "rPh"
        takes = tag == "t" and not phonetic

    def end(tag: str) -> None:
        nonlocal takes, phonetic
        takes = False
        phonetic = phonetic and tag != "rPh"
        if tag == "si":
            found.append(_unescaped("".join(words)))
            words.clear()

    def text(given: str) -> None:
        if takes:
            words.append(given)

    xml.read(part or _NONE, start, end, text)
    return found


def cell(raw: Raw, shared: Sequence[str], known: Formats) -> Cell:
    """Return what the cell *raw* shows."""
    stored = "".join(raw.words)
    if not stored:
        return Cell("", _FORMULA if raw.is_formula and raw.kind != "str" else "")
    match raw.kind:
        case "s":
            place = xml.natural(stored, len(shared))
            shown = Cell(shared[place] if place < len(shared) else "")
        case "inlineStr" | "str":
            shown = Cell(_unescaped(stored))
        case "e":
            shown = Cell("", _ERROR.format(stored[:10]))
        case "b":
            shown = Cell("TRUE" if stored == "1" else "FALSE")
        case "d":
            shown = Cell(_day(stored))
        case _:
            shown = _number(stored, raw.style, known)
    return shown


def _day(stored: str) -> str:
    found = _ISO.fullmatch(stored)
    try:
        return str(dates.parse(found[1])) if found else stored
    except ValueError:
        return stored


def _number(stored: str, style: int, known: Formats) -> Cell:
    try:
        value = float(stored)
    except ValueError:
        return Cell(stored)
    identifier = known.of_style[style] if style < len(known.of_style) else 0
    code = known.codes.get(identifier, "")
    if days.is_date_format(identifier, code):
        try:
            return Cell(days.shown(value, identifier, code, since_1904=known.since_1904))
        except (ValueError, OverflowError):
            return Cell("", _NO_DATE)
    if "%" in code or identifier in (9, 10):
        return Cell(f"{_plain(value * 100)}%")
    written = _plain(value)
    return Cell(written.zfill(len(code)) if _ZEROS.fullmatch(code) else written)


def _plain(value: float) -> str:
    """Write a number as a clerk does: 239300, 4.14; never 239300.0 or 4.1400000000000006."""
    if value.is_integer() and abs(value) < 10**_LONGEST_NUMBER:
        return str(int(value))
    return f"{value:.{_LONGEST_NUMBER}g}"


def _unescaped(text: str) -> str:
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    return text.replace("\r\n", "\n").replace("\r", "\n")
