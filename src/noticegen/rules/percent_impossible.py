"""完成率、覆盖率超过了100%。

整改率、办结率、覆盖率、满意率等不会超过100%。任务、计划、指标可以超额完成，
说它们的完成率不在此列。

正确：问题整改完成率100%。

错误：问题整改完成率102%。
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.percents import LED_TO, PERCENT
from noticegen.rules.reading import masked, sentences
from noticegen.rules.subject import Fault, Subject

CODE = "percent-impossible"
SEVERITY: Final = Severity.ERROR
_RATE = pattern(
    "(?P<rate>(?:整改|问题)?(?:完成率|整改率|办结率|销号率|覆盖率|合格率|满意率|满意度|知晓率|参与率|参训率|参会率"
    rf"|出勤率|到会率|达标率|完好率|公开率|及格率)){LED_TO}(?P<printed>{PERCENT})%"
)
_EXCEEDABLE = pattern("任务|计划|目标|指标|投资|产值|营收|税收|收入|超额|拨备|准备金")
_WHOLE = 100


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each rate above a hundred per cent."""
    for passage in subject.printed:
        if "%" not in passage.text:
            continue
        for offset, sentence in sentences(masked(passage.text)):
            rates = _RATE.finditer(sentence)
            beyond = [found for found in rates if Decimal(found["printed"]) > _WHOLE]
            if not beyond or _EXCEEDABLE.search(sentence):
                continue
            for found in beyond:
                message = f"“{found['rate']}”不会超过100%，“{found['printed']}%”有误，请核对。"
                start, end = offset + found.start("printed"), offset + found.end()
                yield Fault(passage, start, end, message)
