"""Progress → its report for a terminal: tables whose columns stand under each other, with bars.

The marks of the bars are in GBK. They come last in a line, since consoles differ on whether
such a mark takes one column or two; here it is reckoned as two.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from noticegen.model import Status
from noticegen.progress import Group, Overdue, Progress, by_issuer, labels
from noticegen.progress.words import NO_DEPARTMENT, STATES, department, notes, state, title, told
from noticegen.terminal import printable, width

_ROOM = 80
_NAME_LEAST, _NAME_MOST = 10, 30
_NUMBER = 5
_BAR_LEAST = 8  # marks
_HEADINGS = ("问题", "完成", "基本", "推进", "未完", "未填", "逾期")
_MARKS = {
    Status.COMPLETED: ("█", "green"),
    Status.SUBSTANTIALLY_COMPLETED: ("▓", "cyan"),
    Status.ONGOING: ("▄", "yellow"),
    Status.NOT_COMPLETED: ("▁", "red"),
    "": ("·", None),
}


class _Line(NamedTuple):
    """A line of a table: a name and its numbers; a heading over others has none."""

    name: str
    group: Group | None = None


def as_text(progress: Progress) -> str:
    """Return the report, its bars in colours that mean nothing more than their marks."""
    lines = [title(progress), told(progress), "", _legend(), ""]
    if len(progress.forms) > 1:
        named = zip(labels(progress.forms), progress.forms, strict=True)
        forms = [_Line(name, form) for name, form in named]
        lines += [*_table("发文机关", forms, progress.total), ""]
    lines += [*_table("责任单位", list(_departments(progress)), progress.total), ""]
    lines += [*_overdue(progress), *notes(progress)]
    return "\n".join(lines)


def _departments(progress: Progress) -> Iterator[_Line]:
    for issuer, groups in by_issuer(progress.departments):
        if issuer:
            yield _Line(issuer)
        for group in groups:
            yield _Line(("  " if issuer else "") + department(group), group)


def _table(heading: str, lines: Sequence[_Line], total: Group) -> Iterator[str]:
    groups = [line.group for line in lines if line.group]
    names = [width(line.name) for line in lines if line.group]
    room = max(_NAME_LEAST, *(taken for taken in (*names, 0) if taken <= _NAME_MOST))
    marks = max(_BAR_LEAST, (_ROOM - room - _NUMBER * len(_HEADINGS) - 2) // 2)
    most = max((group.tally.findings for group in groups), default=0)
    a_mark = max(1.0, most / marks)
    headings = "".join(" " * (_NUMBER - width(word)) + word for word in _HEADINGS)
    yield _padded(heading, room) + headings + (f"  一格{a_mark:.1f}个" if a_mark > 1 else "")
    for line in lines:
        name = printable(line.name)
        if line.group is None:
            yield name
        else:
            if width(name) > room:  # the whole name, its numbers below
                yield name
                name = ""
            yield f"{_padded(name, room)}{_numbers(line.group)}  {_bar(line.group, a_mark)}"
    if len(groups) > 1:
        yield _padded("合计", room) + _numbers(total)


def _legend() -> str:
    return "  ".join(f"{_styled(name, 1)}{state(name)}" for name in STATES)


def _numbers(group: Group) -> str:
    counts = group.tally
    numbers = (counts.findings, *(counts.by_status[name] for name in STATES))
    overdue = f"{counts.overdue:>{_NUMBER}}"
    return "".join(f"{number:>{_NUMBER}}" for number in numbers) + (
        click.style(overdue, fg="red", bold=True) if counts.overdue else overdue
    )


def _bar(group: Group, a_mark: float) -> str:
    """Draw the bar of *group*, a mark for every *a_mark* findings, one at least for any."""
    counts = group.tally.by_status
    return "".join(
        _styled(name, max(1, round(counts[name] / a_mark))) for name in STATES if counts[name]
    )


def _styled(status: str, times: int) -> str:
    mark, colour = _MARKS[status]
    return click.style(mark * times, fg=colour)


def _overdue(progress: Progress) -> Iterator[str]:
    if not progress.overdue:
        return
    yield "逾期的问题："
    several = len(progress.forms) > 1
    for number, one in enumerate(progress.overdue, 1):
        yield f"{number:>3}. {printable(one.row.text)}{'（不公开）' if one.row.withheld else ''}"
        yield f"     {_fate(one, several=several)}"
    yield ""


def _fate(one: Overdue, *, several: bool) -> str:
    deadline = f"完成时限{one.row.fields['完成时限']}"
    place = one.department or NO_DEPARTMENT
    said = (*([one.issuer] if several else []), place, deadline, one.row.status)
    late = click.style(f"逾期{one.days}天", fg="red", bold=True)
    return "  ".join((*map(printable, said), late))


def _padded(text: str, room: int) -> str:
    return text + " " * (room - width(text))
