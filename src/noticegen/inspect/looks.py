"""Looks: flat properties of a paragraph or a run in, typed ones out.

Lengths are twips (1/20 pt), sizes half points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from noticegen.inspect.whole import whole
from noticegen.writers.wordml import VAL

OFF = ("0", "false", "off")  # how a file says no
_CHARACTER = 16 * 20  # twips: 3号

Flat = dict[str, str]


class Length(NamedTuple):
    """An indent as the file gives it: in characters, in twips, or both.

    Word counts the characters first, LibreOffice knows only twips; a length is wrong only
    where both readings are.
    """

    characters: float = 0.0
    twips: int = 0

    def is_about(self, characters: float, character: float = _CHARACTER, slack: int = 57) -> bool:
        """Tell whether it may be read as *characters* of *character* twips, *slack* off at most."""
        if self.characters and abs(self.characters - characters) * character <= slack:
            return True
        # 3号 takes 316 twips on the 28-character grid and 320 off it.
        low, high = sorted((characters * character * 0.985, characters * character))
        return low - slack <= self.twips <= high + slack

    def in_twips(self, character: float = _CHARACTER) -> float:
        """Return what Word makes of it, in twips."""
        return self.characters * character if self.characters else self.twips


class Border(NamedTuple):
    """A line: its *size* in eighths of a point, its *colour*, its *space* from text in points."""

    size: int
    colour: str
    space: int


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph is set in; *first* below 0 hangs out to the left."""

    alignment: str
    left: Length
    right: Length
    first: Length
    before: int
    after: int
    line: int
    rule: str
    snaps: bool
    keeps_next: bool
    starts_page: bool
    framed: str
    numbering: tuple[str, str] | None
    top: Border | None
    bottom: Border | None

    @property
    def row(self) -> int | None:
        """Height of a row in twips, None where it depends on the font."""
        return self.line if self.rule in ("exact", "atLeast") else None


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a run is set in; a face is "" where the file does not tell it."""

    face: str  # of Chinese characters
    latin: str  # of digits and letters
    size: int
    bold: bool
    colour: str  # RRGGBB, or auto
    spacing: int
    hidden: bool


def paragraph_look(values: Flat) -> ParagraphLook:
    """Return the look that *values* make."""
    alignment = values.get("jc", "left")
    return ParagraphLook(
        alignment={"start": "left", "end": "right"}.get(alignment, alignment),
        left=Length(_number(values, "leftChars") / 100, _number(values, "left")),
        right=Length(_number(values, "rightChars") / 100, _number(values, "right")),
        first=Length(
            (_number(values, "firstLineChars") - _number(values, "hangingChars")) / 100,
            _number(values, "firstLine") - _number(values, "hanging"),
        ),
        before=_gap(values, "before"),
        after=_gap(values, "after"),
        line=_number(values, "line", 240),
        rule=values.get("lineRule", "auto"),
        snaps=is_on(values, "snapToGrid", default=True),
        keeps_next=is_on(values, "keepNext"),
        starts_page=is_on(values, "pageBreakBefore"),
        framed=values.get("framePr", ""),
        numbering=_numbering(values),
        top=_border(values.get("border.top", "")),
        bottom=_border(values.get("border.bottom", "")),
    )


def run_look(values: Flat) -> RunLook:
    """Return the look that *values* make."""
    return RunLook(
        face=values.get("eastAsia", ""),
        latin=values.get("ascii", ""),
        size=_number(values, "sz", 20),
        bold=is_on(values, "b"),
        colour=values.get("color", "auto"),
        spacing=_number(values, "spacing"),
        hidden=is_on(values, "vanish"),
    )


def is_set(flag: etree._Element | None) -> bool:
    """Tell whether the element *flag* is there, and not to say no."""
    return flag is not None and flag.get(VAL, "1") not in OFF


def is_on(values: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    """Tell whether the flag *name* is set."""
    return values[name] == "1" if name in values else default


def _gap(values: Flat, side: str) -> int:
    """Return the space before or after in twips; a 行 of it is 240."""
    if values.get(f"{side}Autospacing", "0") not in OFF:
        return 280
    lines = _number(values, f"{side}Lines")
    return lines * 240 // 100 if lines else _number(values, side)


def _numbering(values: Flat) -> tuple[str, str] | None:
    number = values.get("num.numId", "0")
    return (number, values.get("num.ilvl", "0")) if number != "0" else None


def _border(line: str) -> Border | None:
    if not line:
        return None
    size, colour, space = line.split(";")
    return Border(whole(size), colour, whole(space))


def _number(values: Mapping[str, str], name: str, default: int = 0) -> int:
    return whole(values.get(name), default)
