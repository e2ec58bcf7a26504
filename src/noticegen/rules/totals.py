"""What a notice states of its own totals: the findings fed back, the measures taken.

Only words that leave no doubt count: 反馈的27个问题, 反馈的3个方面28个具体问题; never a
number of one aspect, of an earlier round or of another survey.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from noticegen.model import Kind
from noticegen.patterns import pattern
from noticegen.rules.reading import NUMBER, REACH, masked, number, sentences
from noticegen.rules.subject import Passage, Role, Subject, shared

_STATED = pattern(
    r"反馈(?:的|了|意见|情况|中?指出|中?提出|涉及|整改|[，、]?共|计|有)*"
    rf"(?:(?P<level>(?P<aspects>{NUMBER})个?大?方面)(?=[^，。；]{{0,12}}问题)[的、，]?(?:共|共计|涉及)?)?"
    rf"(?:{NUMBER}个?大?类(?:问题)?[的、，]?(?:共|共计|涉及)?)?"
    rf"(?:(?P<before>{NUMBER})[个项条](?:具体|整改|反馈)*问题(?!线索)"
    rf"|(?:具体|整改)?问题(?:共|共计|总计|合计)?(?P<after>{NUMBER})[个项条])?"
)
_OTHER = pattern(
    "上轮|上一轮|前一轮|上次|上届|以往|历次|历年|往年|专项|专题|选人用人|意识形态|回头看|审计|督查|督导"
    "|考核|调研|测评|检查|个人|班子成员|下属|所属|社区|村|学校|科室|支部|公司|企业|方面"
)
_SOME = pattern(
    "立行立改|立[即查]|边巡边改|即知即改|马上|当[即场天]|限期|长期|涉及|移交|信访|重点|突出|典型"
)
_SPLIT = pattern("分解|细化|梳理|归纳|整理|拆分|归并|合并|汇总|分为|调整")
_FEEDBACK = pattern("反馈")
_FINDINGS = pattern(
    rf"({NUMBER})[个项条](?:具体|整改|反馈)*问题|问题(?:共|共计)?({NUMBER})[个项条]"
)
_CATEGORY = pattern(r"\d{1,2}[.．、]")
_FINDING_KINDS = (Kind.FINDING, Kind.TASK)
_REACH = 24


class Total(NamedTuple):
    """A total as it is stated: passage.text[start:end] is its number with its noun."""

    passage: Passage
    start: int
    end: int
    value: Decimal


class Totals(NamedTuple):
    """All that *subject* states; *others* are numbers of findings it splits or merges."""

    findings: tuple[Total, ...]
    aspects: tuple[Total, ...]
    others: frozenset[Decimal]
    has_other_source: bool

    def unlike(self, known: set[int]) -> Iterator[Total]:
        """Yield the totals of findings that are neither in *known* nor explained by the text."""
        if not self.has_other_source:
            for total in self.findings:
                if total.value not in known and total.value not in self.others:
                    yield total


@shared
def stated(subject: Subject) -> Totals:
    """Return the totals that *subject* states."""
    findings: list[Total] = []
    aspects: list[Total] = []
    others: set[Decimal] = set()
    has_other_source = _has_units(subject)
    on_findings = [passage for passage in outside_findings(subject) if "问题" in passage.text]
    for passage, start, sentence in _sentences(on_findings, _FEEDBACK):
        for found in _STATED.finditer(sentence) if "反馈" in sentence else ():
            if _is_of_some(sentence, found):
                continue
            if _of_another(sentence[max(found.start() - _REACH, 0) : found.start()], subject.genre):
                has_other_source |= bool(found["before"] or found["after"])
                continue
            findings += _total(passage, start, found, "before")
            findings += _total(passage, start, found, "after")
            aspects += _total(passage, start, found, "aspects")
    for _, _, sentence in _sentences(on_findings, _SPLIT) if findings else ():
        if _SPLIT.search(sentence):
            others.update(_numbers(sentence))
    return Totals(tuple(findings), tuple(aspects), frozenset(others), has_other_source)


def lawful(subject: Subject) -> set[int]:
    """The numbers that may truly be stated of findings, by what *subject* lists."""
    listed = subject.listed
    if listed.findings is None:
        return set()
    if subject.notice is None:
        headings = sum(bool(_CATEGORY.match(text.text)) for text in subject.of((Role.HEADING,)))
        return {listed.findings, headings}
    withheld = sum(
        item.kind in _FINDING_KINDS and item.withheld is not None for item in subject.notice.body
    )
    return {listed.findings + more for more in (-withheld, 0, withheld)} | {listed.categories or 0}


def outside_findings(subject: Subject) -> Iterator[Passage]:
    """Yield the printed passages that belong to no finding: what is said of the whole."""
    findings = {passage.item for passage in subject.of((Role.FINDING,))}
    return (passage for passage in subject.printed if passage.item not in findings)


def _sentences(
    passages: Iterable[Passage], near: re.Pattern[str]
) -> Iterator[tuple[Passage, int, str]]:
    """The sentences of those of *passages* that match *near*."""
    for passage in passages:
        if near.search(passage.text):
            for start, sentence in sentences(masked(passage.text)):
                yield passage, start, sentence


def _has_units(subject: Subject) -> bool:
    """Tell whether the notice speaks of several inspected units, each with its findings."""
    notice = subject.notice
    unit = Kind.UNIT  # asked for once: an Enum takes its time to answer
    return notice is not None and any(item.kind is unit for item in notice.body)


def _numbers(sentence: str) -> Iterator[Decimal]:
    for before, after in _FINDINGS.findall(sentence):
        value = number(before or after)
        if value is not None:
            yield value


def _is_of_some(sentence: str, found: re.Match[str]) -> bool:
    """Tell whether the clause picks out some of the findings: 对反馈的3个问题立行立改."""
    first, last = max(found.start() - REACH, 0), found.end() + REACH
    start = max(sentence.rfind("，", first, found.start()), first)
    end = sentence.find("，", found.end(), last)
    return bool(_SOME.search(sentence, start, end if end >= 0 else last))


def _of_another(before: str, genre: str) -> bool:
    """Tell whether the few words before 反馈 make it another survey's or a part's."""
    clause = re.split("[，：]", before)[-1]
    opposite = {"巡察": "巡视", "巡视": "巡察"}.get(genre, "")
    return bool(_OTHER.search(clause)) or bool(opposite and opposite in clause)


def _total(passage: Passage, start: int, found: re.Match[str], name: str) -> Iterator[Total]:
    """Yield the total whose number is the group *name* of *found*."""
    value = number(found[name]) if found[name] else None
    if value is not None:
        end = found.end("level" if name == "aspects" else 0)
        yield Total(passage, start + found.start(name), start + end, value)
