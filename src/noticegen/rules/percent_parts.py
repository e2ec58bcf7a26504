"""各部分所占的比例加起来不是100%。

一句话里各部分都说“占百分之几”，最后以“其余”“其他”收尾，加起来应当是100%；
“满意”“基本满意”“不满意”三项加起来不能超过100%。四舍五入的出入不算。

正确：党务类占40%、业务类占35%，其余占25%。

错误：党务类占40%、业务类占35%，其余占30%。
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.percents import PERCENT
from noticegen.rules.reading import masked, sentences, written
from noticegen.rules.subject import Fault, Subject

CODE = "percent-parts"
SEVERITY: Final = Severity.WARNING
_PRINTED = pattern(PERCENT)
_SHARE = pattern(f"[^，、；：]{{1,16}}?占(?:比|总数的)?({PERCENT})%")
_REST = pattern(f"(?:其余|其他|剩余)[^，、；：]{{0,8}}占(?:比|总数的)?{PERCENT}%")
_RATED = pattern(
    f"(?<!基本)(?<!不)满意的?(?:率|占)?({PERCENT})%[，、]基本满意的?(?:率|占)?({PERCENT})%[，、]不满意的?(?:率|占)?({PERCENT})%"
)
_WHOLE = 100


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each list of shares that does not come to a hundred per cent."""
    for passage in subject.printed:
        if passage.text.count("%") > 1:
            for offset, sentence in sentences(masked(passage.text)):
                if broken := _broken(sentence):
                    start, end, sum_ = broken
                    message = f"这几项比例相加是{written(sum_)}%，不是100%，请核对“{sentence[start:end]}”。"
                    yield Fault(passage, offset + start, offset + end, message)


def _broken(sentence: str) -> tuple[int, int, Decimal] | None:
    """Where the shares of a sentence stand and what they come to, if that cannot be."""
    shares = [(found[1], *found.span()) for found in _SHARE.finditer(sentence)]
    if len(shares) == len(_PRINTED.findall(sentence)) > 1 and _REST.search(sentence):
        sum_ = sum((Decimal(printed) for printed, *_ in shares), Decimal(0))
        is_wrong = abs(sum_ - _WHOLE) > _slack([printed for printed, *_ in shares])
        return (shares[0][1], shares[-1][2], sum_) if is_wrong else None
    if rated := _RATED.search(sentence):
        sum_ = sum((Decimal(printed) for printed in rated.groups()), Decimal(0))
        if sum_ - _WHOLE > _slack(list(rated.groups())):
            return *rated.span(), sum_
    return None


def _slack(printed: list[str]) -> Decimal:
    """How far rounding may carry the sum: half a last place for each share."""
    places = min(len(each.partition(".")[2]) for each in printed)
    return Decimal(1).scaleb(-places) * len(printed) / 2
