"""完成的与没有完成的相加不等于总数。

一句话里说了问题（措施、任务、事项）的总数，又分完成、基本完成、正在推进、没有完成说各有几个，
相加却不是总数；或者说了总数、已办的和“剩余”“其余”的，相加不是总数。

正确：27个问题已完成整改25个，持续推进2个。

错误：27个问题已完成整改25个，持续推进3个。
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import breakdown
from noticegen.rules.reading import Quantity, in_unit_of
from noticegen.rules.subject import Fault, Subject

CODE = "count-progress"
SEVERITY: Final = Severity.ERROR
_NEARLY = pattern("基本完成")
_DONE = pattern("已|完成|办结|销号|到位")
_ONGOING = pattern(
    "(?:正在|持续|长期|继续)(?:推进|整改|坚持|办理)|推进中|整改中|未(?:完成|整改|办结|销号)"
)
_LEFT = pattern("剩余|还剩|其余|余下")
_FINDINGS = pattern("问题|整改措施|整改任务|整改事项")
_OTHER = pattern("其中|立行立改|新增|分别|每|基础上|计划|目标")
_FEWEST = 2


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each total that what is done and what is left do not come to."""
    near = set(subject.holding("完成", "已", "剩", "其余"))
    for passage, offset, sentence, found in breakdown.tallies(subject):
        if passage in near and (total := _broken(sentence, found)):
            sum_ = sum((each.value for each in found[1:]), Decimal(0))
            message = f"已完成的和没有完成的相加是{in_unit_of(total, sum_)}，与“{total.words}”不符，请核对。"
            yield Fault(passage, offset + total.start, offset + total.end, message)


def _broken(sentence: str, found: list[Quantity]) -> Quantity | None:
    """The total, where every other number of the sentence is a part of it and they differ."""
    total, *parts = found
    head = sentence[max(total.start - 12, 0) : total.end + 12]
    if len(parts) < _FEWEST or any(part.unit != total.unit for part in parts):
        return None
    labels = [sentence[before.end : part.end] for before, part in zip(found, parts, strict=False)]
    if any(_OTHER.search(label) for label in (sentence[: total.start], *labels[1:])):
        return None
    states = [_state(label) for label in labels]
    is_whole = "left" in states or ("ongoing" in states and bool(_FINDINGS.search(head)))
    if None in states or states[0] != "done" or not is_whole:
        return None
    return total if sum(part.value for part in parts) != total.value else None


def _state(label: str) -> str | None:
    """What a part is by the words before its number: done, ongoing, left, or unknown."""
    for state, form in (("left", _LEFT), ("ongoing", _ONGOING), ("done", _NEARLY), ("done", _DONE)):
        if form.search(label):
            return state
    return None
