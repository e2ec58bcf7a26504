"""完成率、覆盖率与同一句里的两个数不符。

一句话里说了总数和已完成（成立、办结）的个数，紧接着说完成率、覆盖率、占比百分之几：
由两个数算得出来，算出来的却不是这个数。四舍五入或者舍去尾数都算对；
率前另有主语（“措施完成率”）、句中有几组数的，看不准是谁的率，不算；
句中先说的就是已完成的个数，总数在别处的，也不算。

正确：29个学会已成立党建工作小组23个，覆盖率达到79.3%。

错误：29个学会已成立党建工作小组23个，覆盖率达到82.1%。
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.percents import LED_TO, PERCENT, agrees, rounded
from noticegen.rules.reading import REACH, Quantity, masked, quantities, sentences
from noticegen.rules.subject import Fault, Subject

CODE = "percent-ratio"
SEVERITY: Final = Severity.ERROR
_RATE = pattern(
    r"[，、](?:(?:问题|总体|整体)?(?:整改)?(?:完成率|整改率|办结率|销号率)|覆盖率|组建率|换届率|占(?:(?:整改|反馈)?(?:问题)?总数|全部|比)?的?)"
    rf"{LED_TO}(?P<printed>{PERCENT})%(?!左右|以上|以下)"
)
_DONE = pattern("已|完成|成立|整改|办结|销号|换届|组建|建成")
_DONE_FIRST = pattern(
    "(?:已经?|基本|全部|未|(?:^|，)(?=完成|办结|销号))(?:基本|全部)?"
    "(?:完成|整改|办结|销号)(?:整改|问题|措施|任务|事项|了)*$"
)
_OTHER = pattern("其中|新增|计划|目标|每|累计|分别")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each rate that is not the quotient of the two numbers before it."""
    for passage in subject.printed:
        if "%" not in passage.text:
            continue
        for offset, sentence in sentences(masked(passage.text)):
            for found in _RATE.finditer(sentence):
                if found.start() > REACH:
                    break
                base = _base(sentence[: found.start()])
                if base and not _is_right(found["printed"], *base):
                    start, end = offset + found.start("printed"), offset + found.end()
                    yield Fault(passage, start, end, _message(found["printed"], *base))


def _base(before: str) -> tuple[Quantity, Sequence[Quantity]] | None:
    """The total in the words before a rate and the parts done; None where that is not sure."""
    found = quantities(before)
    units = [unit for unit, times in Counter(each.unit for each in found).items() if times > 1]
    if len(units) != 1:
        return None
    total, *parts = (each for each in found if each.unit == units[0])
    if _DONE_FIRST.search(before, 0, total.start):
        return None  # a part itself: the total was said elsewhere
    tail = before[total.end :]
    is_part = total.value > 0 and sum(part.value for part in parts) <= total.value
    return (total, parts) if is_part and _DONE.search(tail) and not _OTHER.search(tail) else None


def _is_right(printed: str, total: Quantity, parts: Sequence[Quantity]) -> bool:
    values = [part.value for part in parts]
    done = {*values, *accumulate(values)}
    return any(agrees(printed, value / total.value * 100) for value in done)


def _message(printed: str, total: Quantity, parts: Sequence[Quantity]) -> str:
    right = rounded(parts[0].value / total.value * 100, printed)
    return f"“{printed}%”与“{total.words}”“{parts[0].words}”不符，算出来是{right}%，请核对。"
