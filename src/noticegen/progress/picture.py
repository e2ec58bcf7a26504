"""Groups → the places of their bars in a picture: a name, below it a bar parted by state."""

from collections.abc import Sequence
from typing import NamedTuple

from noticegen.progress import Group
from noticegen.progress.words import STATES

WIDTH = 720
_BESIDE = 130  # room for the numbers that follow a bar
_ROW, _BAR_TOP, _BAR_HEIGHT = 48, 20, 20
_DIGIT, _ROOM = 8, 6  # a digit's width, what stands free beside a number
_NAME_MOST = 48  # characters; the table has the whole name
_LEAST = 3.0  # what can be seen
_BARS_MOST = 15  # in a picture, so that a page can break between two


class Segment(NamedTuple):
    """A part of a bar: its left edge and width, its state and number; *shown*: it has room."""

    x: float
    width: float
    state: str
    number: int
    shown: bool


class Bar(NamedTuple):
    """A bar: the top of its row, of the bar itself, where it ends, its segments."""

    name: str
    top: int
    bar_top: int
    end: float
    segments: tuple[Segment, ...]
    group: Group


class Picture(NamedTuple):
    """Bars and the height they take, in units of which WIDTH are the whole width."""

    bars: tuple[Bar, ...]
    height: int
    bar_height: int


def pictures(named: Sequence[tuple[str, Group]], most: int) -> list[Picture]:
    """Return the bars of *named* groups; one of *most* findings takes the whole length."""
    scale = (WIDTH - _BESIDE) / max(most, 1)
    shares = (named[at : at + _BARS_MOST] for at in range(0, len(named), _BARS_MOST))
    return [_picture(share, scale) for share in shares]


def _picture(named: Sequence[tuple[str, Group]], scale: float) -> Picture:
    bars = tuple(_bar(name, group, at * _ROW, scale) for at, (name, group) in enumerate(named))
    return Picture(bars, _ROW * len(bars), _BAR_HEIGHT)


def _bar(name: str, group: Group, top: int, scale: float) -> Bar:
    segments, x = [], 0.0
    for state in STATES:
        if number := group.tally.by_status[state]:
            width = max(_LEAST, number * scale)
            shown = width >= _DIGIT * len(str(number)) + _ROOM
            segments.append(Segment(round(x, 1), round(width, 1), state, number, shown))
            x += width
    short = name if len(name) <= _NAME_MOST else name[: _NAME_MOST - 1] + "…"
    return Bar(short, top, top + _BAR_TOP, round(x, 1), tuple(segments), group)
