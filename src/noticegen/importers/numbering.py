"""Automatic numbering of a Word file: its numbering part in, each paragraph's ordinal out."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from noticegen import archive, numerals
from noticegen.writers.wordml import VAL, w

_CHINESE = {
    *("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "ideographDigital"),
    *("taiwaneseCountingThousand", "japaneseCounting", "ideographTraditional"),
}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
_SAMPLES = {
    "decimalEnclosedParen": "（1）",
    "decimalEnclosedFullstop": "1.",
    "ideographEnclosedCircle": "（一）",
}
_MOST = 9999


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: what its number is written as, within which text, from where."""

    form: str
    text: str
    start: int


def part(opened: zipfile.ZipFile) -> etree._Element | None:
    """Return the numbering part of a Word file whose size is checked already, None for none."""
    name = next((name for name in opened.namelist() if name.endswith("/numbering.xml")), None)
    try:
        data = archive.read(opened, name) if name else b""
    except Exception:  # noqa: BLE001  # zipfile lets a dozen kinds through
        return None
    if not data or b"<!DOCTYPE" in data.replace(b"\0", b"") or data.count(b"<") > archive.MOST_TAGS:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


class Numbering:
    """The lists of one document, and how far each has come."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[tuple[str, str], _Level] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iter(w("abstractNum")):
            name = abstract.get(w("abstractNumId"), "")
            for level in abstract.iter(w("lvl")):
                start = _value(level, "start")
                self._levels[name, level.get(w("ilvl"), "0")] = _Level(
                    _value(level, "numFmt") or "decimal",
                    _value(level, "lvlText"),
                    int(start) if start.isdigit() else 1,
                )
        for number in root.iter(w("num")):
            self._abstract[number.get(w("numId"), "")] = _value(number, "abstractNumId")

    def next(self, numbering: tuple[str, str] | None) -> str:
        """Return the ordinal of the next paragraph of this list and level, "" for a bullet."""
        if numbering is None:
            return ""
        name, at = self._abstract.get(numbering[0], ""), numbering[1]
        level = self._levels.get((name, at))
        if level is None or level.form in ("bullet", "none"):
            return ""
        count = self._counts.get((name, at), level.start - 1) + 1
        self._counts[name, at] = count
        for other in [key for key in self._counts if key[0] == name and key[1] > at]:
            del self._counts[other]  # a higher level makes the lower ones begin anew
        return re.sub("%([1-9])", lambda found: self._written(name, found.group(1)), level.text)

    def _written(self, name: str, place: str) -> str:
        at = str(int(place) - 1)
        level = self._levels.get((name, at))
        if level is None:
            return ""
        number = self._counts.get((name, at), level.start)
        sample = _sample(level.form)
        return numerals.ordinal(sample, number) if 1 <= number <= _MOST else str(number)


def _sample(form: str) -> str:
    if form in _CHINESE:
        return "一"
    return "①" if form in _CIRCLED else _SAMPLES.get(form, "1")


def _value(element: etree._Element, name: str) -> str:
    child = element.find(w(name))
    return child.get(VAL, "") if child is not None else ""


def style_names(root: etree._Element | None) -> Mapping[str, str]:
    """Return the names of the paragraph styles by their ids."""
    if root is None:
        return {}
    return {style.get(w("styleId"), ""): _value(style, "name") for style in root.iter(w("style"))}
