"""What must be counted or totalled for a rule on counts or percentages to find anything."""

from noticegen.rules import breakdown, totals
from noticegen.rules.subject import Subject, shared

_HOW, _TO = "高升长加增低少减降", "到至为"
CHANGES = tuple(how + to for how in _HOW for to in _TO)
"""How the word ends that says that a number rose or fell to another."""
_LIST_HEADS = "项条点面节改施措求见作务法"
"""The last signs of what may stand before ：一是."""
_NUMERALS = "零〇一二两三四五六七八九十百千"


def announces(subject: Subject) -> bool:
    """Tell whether a number of things stands before ：一是, or a 导语 may have one."""
    if "导语" in [passage.place[-1] for passage in subject.printed]:
        return True
    text = subject.text
    place = text.find("：一是")
    while place >= 0:
        if text[place - 1] in _LIST_HEADS:
            return True
        place = text.find("：一是", place + 1)
    return False


def counts_titles(subject: Subject) -> bool:
    """Tell whether a number follows the name of a document: 》3项, 》等3项."""
    after = (part[1:2] if part[:1] == "等" else part[:1] for part in subject.text.split("》")[1:])
    return any(sign.isdecimal() or sign in _NUMERALS for sign in after if sign)


def lists_aspects(subject: Subject) -> bool:
    """Tell whether it lists aspects and states how many."""
    return subject.listed.aspects is not None and bool(totals.stated(subject).aspects)


def states_totals(subject: Subject) -> bool:
    """Tell whether it states how many findings there are, or aspects."""
    told = totals.stated(subject)
    return bool(told.findings or told.aspects)


def lists_findings(subject: Subject) -> bool:
    """Tell whether it lists findings and states how many."""
    return subject.listed.findings is not None and bool(totals.stated(subject).findings)


def has_completed(subject: Subject) -> bool:
    """Tell whether statuses are given, and how many findings there are is stated."""
    return subject.listed.completed is not None and bool(totals.stated(subject).findings)


def tells_tallies(subject: Subject) -> bool:
    """Tell whether a sentence has a total and parts of it."""
    return bool(breakdown.tallies(subject))


def has_percentages(subject: Subject) -> bool:
    """Tell whether there are two per cent signs in one passage."""
    text = subject.text
    place = text.find("%")
    while place >= 0:
        again = text.find("%", place + 1)
        if again >= 0 and subject.in_one(place, again):
            return True
        place = again
    return False


@shared
def tells_changes(subject: Subject) -> bool:
    """Tell whether a number rises or falls to another."""
    text = subject.text
    for to in _TO:
        place = text.find(to)
        while place >= 0:
            after = text[place + 1 : place + 2]
            if text[place - 1] in _HOW and (after.isdecimal() or after in _NUMERALS):
                return True
            place = text.find(to, place + 1)
    return False


def tells_percent_changes(subject: Subject) -> bool:
    """Tell whether a number rises or falls, where there are percentages."""
    return "%" in subject.text and tells_changes(subject)
