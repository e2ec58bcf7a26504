"""What must be dated for a rule on dates to find anything."""

from collections.abc import Iterator

from noticegen.dates import PartialDate
from noticegen.rules import calendar
from noticegen.rules.calendar import Told
from noticegen.rules.subject import Role, Subject, shared

_WILL = ("将于", "拟于", "拟在", "计划于", "计划在", "预计于")
_BEFORE = ("前", "以前", "之前")
_ALONE_AT_MOST = 24


@shared
def tells_later(subject: Subject) -> bool:
    """Tell whether a month after the date of issue, or its own, is told."""
    issued = subject.date_of_issue
    return issued is not None and any(_since(issued, one) for one in _told(subject))


def finds_later(subject: Subject) -> bool:
    """Tell whether a finding tells a month after the feedback, or its own."""
    feedback = subject.feedback_date
    return feedback is not None and any(
        _since(feedback, one)
        for passage, told in calendar.dates(subject)
        if passage.role is Role.FINDING
        for one in told
    )


def tells_impossible(subject: Subject) -> bool:
    """Tell whether a date is on no calendar, or its year has not four digits."""
    last = 2999
    return any(
        not one.possible or (one.year or 0) > last or passage.text[one.start - 1] == "年"
        for passage, told in calendar.dates(subject)
        for one in told
    )


def sets_deadlines(subject: Subject) -> bool:
    """Tell whether a date is one before or on which something will be."""
    return has_deadlines(subject) or any(
        passage.text.startswith(_BEFORE, one.end) or passage.text.endswith(_WILL, 0, one.start)
        for passage, told in calendar.dates(subject)
        for one in told
    )


@shared
def has_deadlines(subject: Subject) -> bool:
    """Tell whether a form gives 完成时限."""
    return any(passage.place[-1] == "完成时限" for passage in subject.of((Role.LEDGER,)))


def tells_yearless(subject: Subject) -> bool:
    """Tell whether a day is told and no year before it."""
    return any(one.day and one.year is None for one in _told(subject))


def tells_periods(subject: Subject) -> bool:
    """Tell whether a date, a joint and another date stand together."""
    return bool(calendar.periods(subject))


def has_date_alone(subject: Subject) -> bool:
    """Tell whether a line near the ends that tells a date is so short that it may be all."""
    return any(
        len(passage.text) <= _ALONE_AT_MOST and passage.role in (Role.PREAMBLE, Role.SIGNATURE)
        for passage, _ in calendar.dates(subject)
    )


def _told(subject: Subject) -> Iterator[Told]:
    return (one for _, told in calendar.dates(subject) for one in told)


def _since(date: PartialDate, one: Told) -> bool:
    return (one.year or 0, one.month or 0) >= (date.year, date.month or 0)
