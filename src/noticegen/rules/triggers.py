"""What a notice must have for a rule to find anything in it: quick to ask, asked before the rule.

A needless yes costs microseconds, a wrong no would lose a problem: each answer must follow
from what the rule looks for, and tests hold every rule to it. What a reading tells as well
as any trigger (dates, totals, ordinals) is asked of the reading.
"""

from collections.abc import Iterator

from noticegen.dates import PartialDate
from noticegen.rules import breakdown, calendar, filled, findings, pairs, runs, sentences, totals
from noticegen.rules.calendar import Told
from noticegen.rules.patterns import pattern
from noticegen.rules.reading import REACH
from noticegen.rules.subject import Role, Subject, shared
from noticegen.rules.vocabulary import Vocabulary

_TEAM = pattern("巡[察视](?:组|第?[一二三四五六七八九十])")
_ORDINAL = pattern(r"（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）[、，。．.]")
_MOBILE = pattern(r"1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})")
_CHANGE = pattern("[高升长加增低少减降][到至为](?=[\\d零〇一二两三四五六七八九十百千])")
_CHANGES = Vocabulary(how + to for how in "高升长加增低少减降" for to in "到至为")
_LONGER = pattern(r"\d(?:[ -]?\d){13}")
_STRIDE = 7  # half of the signs that so long a number has at least
_IN_STRIDES = pattern(r"[\d -]{2,}")
_EMPTY = Vocabulary(("《》", "“”", "（）", "〔〕", " ", "\u3000"))
_VERBS = (
    *("突破", "推动", "促进", "提升", "提高", "增强", "解决", "开展", "落实", "完成", "推进"),
    *("保障", "改善", "加强", "维护", "遏制", "纠正", "查处", "整治", "发挥", "激发"),
)
OF_DEED = tuple(f"的{verb}了" for verb in _VERBS)
"""的 before a verb with 了."""
YEAR_AT_PLACE = tuple(f"{digit}{place}" for digit in range(10) for place in "省市县区镇乡州局")
"""The end of a year before the word for a place: 2020市."""
ABOUT_NUMBER = tuple(f"{about}{digit}" for about in "约近概" for digit in range(10))
"""How a number goes on that 约, 将近 or 大概 makes vague."""
SHORT_NAME = (*("（以下简称", "（以下统称", "（以下称", "（下简称", "（下统称", "（下称"),)
"""How what a short name stands for goes on."""
_NUMERAL_AMID = pattern(r"一(?<=\d一)(?=\d)")
_LIST_HEADS = "项条点面节改施措求见作务法"
"""The last signs of what may stand before ：一是."""
_NUMERALS = "零〇一二两三四五六七八九十百千"
_WILL = ("将于", "拟于", "拟在", "计划于", "计划在", "预计于")
_BEFORE = ("前", "以前", "之前")
_BOUNDS = ("超过", "高于", "多于", "至少", "不少于", "不低于", "低于", "少于", "至多")
_BOUNDED = ("以上", "以下", "以内")
_INTERNAL = frozenset(
    (
        *("内部", "注意", "妥善", "仅供", "不得", "严禁", "请勿", "禁止", "会后", "阅后", "用后"),
        *("此件", "不予", "不公", "依申"),
    )
)
_STOPS = "，。；、：“”《》"
_OPENING = "（【★"
_CLOSING = "）)]］】"
_PAUSED = pattern(r"、(?<=\d、)")
_BEYOND = "—·〇"  # where Python's gb2312 and the standard differ, and a numeral
_NUMBER_BEFORE = 6
_ALONE_AT_MOST = 24


def is_form(subject: Subject) -> bool:
    """Tell whether a form is judged."""
    return subject.notice is not None


def is_finished(subject: Subject) -> bool:
    """Tell whether a finished text is judged."""
    return subject.notice is None


def is_public(subject: Subject) -> bool:
    """Tell whether all may read it."""
    return subject.public


def is_dated(subject: Subject) -> bool:
    """Tell whether the date of issue is known."""
    return subject.date_of_issue is not None


@shared
def gives_statuses(subject: Subject) -> bool:
    """Tell whether a form gives any status: rules on completeness ask only those."""
    return filled.has_status(subject)


def has_matters(subject: Subject) -> bool:
    """Tell whether a form that gives statuses has a 事项."""
    return gives_statuses(subject) and bool(subject.of((Role.MATTER,)))


def has_imprint(subject: Subject) -> bool:
    """Tell whether a form that gives statuses has 版记."""
    notice = subject.notice
    return notice is not None and notice.imprint is not None and gives_statuses(subject)


def has_copy_number(subject: Subject) -> bool:
    """Tell whether a form gives 份号."""
    return subject.notice is not None and bool(subject.notice.issuance.copy_number)


def is_classified(subject: Subject) -> bool:
    """Tell whether a form gives 密级."""
    return subject.notice is not None and bool(subject.notice.issuance.classification)


def is_signed_apart(subject: Subject) -> bool:
    """Tell whether a form gives 署名 beside 机关."""
    return subject.notice is not None and bool(subject.notice.issuance.signature)


def has_title(subject: Subject) -> bool:
    """Tell whether a title is printed that is given word for word."""
    return bool(subject.of((Role.TITLE,)))


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


def lists_measures(subject: Subject) -> bool:
    """Tell whether it lists measures."""
    return subject.listed.measures is not None


def tells_tallies(subject: Subject) -> bool:
    """Tell whether a sentence has a total and parts of it."""
    return bool(breakdown.tallies(subject))


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


def gives_duration(subject: Subject) -> bool:
    """Tell whether a form gives 历时."""
    return subject.notice is not None and bool(subject.notice.inspection.duration)


def tells_yearless(subject: Subject) -> bool:
    """Tell whether a day is told and no year before it."""
    return any(one.day and one.year is None for one in _told(subject))


def repeats_finding(subject: Subject) -> bool:
    """Tell whether two findings may be alike."""
    return bool(findings.alike(subject))


def repeats_heading(subject: Subject) -> bool:
    """Tell whether two headings of a form are alike."""
    headings = [passage.text.rstrip("。") for passage in subject.of((Role.HEADING,))]
    return subject.notice is not None and len(set(headings)) < len(headings)


def repeats_paragraph(subject: Subject) -> bool:
    """Tell whether two paragraphs are alike."""
    paragraphs = [passage.text for passage in subject.of((Role.PARAGRAPH,))]
    return len(set(paragraphs)) < len(paragraphs)


def repeats_sentences(subject: Subject) -> bool:
    """Tell whether two sentences have the same words."""
    alike = sentences.alike(subject)
    return len({one.words for one in alike}) < len(alike)


def resembles_sentences(subject: Subject) -> bool:
    """Tell whether two sentences may have the same core in other words."""
    alike = sentences.alike(subject)
    return len({one.gist for one in alike}) < len({one.words for one in alike})


def names_team(subject: Subject) -> bool:
    """Tell whether a numbered team is named."""
    return bool(_TEAM.search(subject.text))


def breaks_runs(subject: Subject) -> bool:
    """Tell whether a run of ordinals has a gap, or ends with its first."""
    return bool(runs.walked(subject))


def tells_periods(subject: Subject) -> bool:
    """Tell whether a date, a joint and another date stand together."""
    return bool(calendar.periods(subject))


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


def has_empty_marks(subject: Subject) -> bool:
    """Tell whether marks may have nothing or only blanks in them."""
    return bool(_EMPTY.printed(subject))


def has_mobile(subject: Subject) -> bool:
    """Tell whether a number may be a mobile's."""
    return bool(_MOBILE.search(subject.text))


@shared
def has_longer_number(subject: Subject) -> bool:
    """Tell whether a number is nearly as long as a resident's or a bank card's."""
    text = subject.text
    # Of every seventh sign two neighbours are the number's own: it lies around them.
    for found in _IN_STRIDES.finditer(text[::_STRIDE]):
        start, end = (_STRIDE * place for place in found.span())
        if _LONGER.search(text, max(start - _STRIDE, 0), end + 2 * _STRIDE):
            return True
    return False


def has_odd_ellipsis(subject: Subject) -> bool:
    """Tell whether an ellipsis is not of two signs."""
    text = subject.text
    return "…" in text and ("………" in text or "…" in text.replace("……", ""))


def has_marks_amiss(subject: Subject) -> bool:
    """Tell whether a mark lacks its mate or stands within its like."""
    return bool(pairs.amiss(subject))


def stops_ordinal(subject: Subject) -> bool:
    """Tell whether a mark follows an ordinal in brackets."""
    return bool(_ORDINAL.search(subject.text))


def has_numeral_amid_digits(subject: Subject) -> bool:
    """Tell whether 一 stands between digits."""
    return bool(_NUMERAL_AMID.search(subject.text))


def names_other_genre(subject: Subject) -> bool:
    """Tell whether a 巡察 notice speaks of 巡视, or the other way round."""
    other = {"巡察": "巡视", "巡视": "巡察"}.get(subject.genre)
    return other is not None and other in subject.text


def is_bounded_twice(subject: Subject) -> bool:
    """Tell whether a clause has a number between two words that bound it: 超过50人以上."""
    text = subject.text
    for bounded in _BOUNDED:
        place = text.find(bounded)
        while place >= 0:
            if any(map(str.isdecimal, text[max(place - _NUMBER_BEFORE, 0) : place])):
                start = subject.starts[subject.number_at(place)]
                start = max(start, place - REACH)
                begins = [text.rfind(stop, start, place) + 1 for stop in _STOPS]
                clause = text[max(start, *begins) : place]
                if any(bound in clause for bound in _BOUNDS):
                    return True
            place = text.find(bounded, place + 1)
    return False


def has_date_alone(subject: Subject) -> bool:
    """Tell whether a line near the ends that tells a date is so short that it may be all."""
    return any(
        len(passage.text) <= _ALONE_AT_MOST and passage.role in (Role.PREAMBLE, Role.SIGNATURE)
        for passage, _ in calendar.dates(subject)
    )


def begins_omitted(subject: Subject) -> bool:
    """Tell whether the first passage begins with an ellipsis."""
    return subject.text.startswith("……")


def has_address_apart(subject: Subject) -> bool:
    """Tell whether an address of mail may stand apart from the contact."""
    return any(passage.role is not Role.CONTACT for passage in subject.holding("@"))


def has_numbered_bracket(subject: Subject) -> bool:
    """Tell whether a bracket is closed before a number with 号."""
    text = subject.text
    place = text.find("号")
    while place >= 0:
        if any(sign in _CLOSING for sign in text[max(place - _NUMBER_BEFORE, 0) : place]):
            return True
        place = text.find("号", place + 1)
    return False


def is_internal(subject: Subject) -> bool:
    """Tell whether a passage begins as a mark that keeps it within the office, or ends so."""
    if not subject.public:
        return False
    lines = subject.text.split("\n")
    if not _INTERNAL.isdisjoint([line[:2] for line in lines]):
        return True
    return any(
        line.lstrip(_OPENING)[:2] in _INTERNAL or _last_bracket(line)[1:3] in _INTERNAL
        for line in lines
        if line[:1] in _OPENING or line[-1:] in _CLOSING
    )


def _last_bracket(line: str) -> str:
    return line[max(map(line.rfind, _OPENING)) :]


def begins_paused(subject: Subject) -> bool:
    """Tell whether a passage begins as 1、 does."""
    return bool(_PAUSED.search(subject.text))


def has_rare_characters(subject: Subject) -> bool:
    """Tell whether a character beyond GB 2312 is printed, the usual signs apart."""
    text = "".join((subject.text, *subject.issuers))
    replaced = text.encode("gb2312", "replace").count(b"?")
    return replaced > 0 and replaced > sum(map(text.count, f"?{_BEYOND}"))


@shared
def tells_changes(subject: Subject) -> bool:
    """Tell whether a number rises or falls to another."""
    return bool(_CHANGES.printed(subject)) and bool(_CHANGE.search(subject.text))


def _told(subject: Subject) -> Iterator[Told]:
    return (one for _, told in calendar.dates(subject) for one in told)


def _since(date: PartialDate, one: Told) -> bool:
    return (one.year or 0, one.month or 0) >= (date.year, date.month or 0)
