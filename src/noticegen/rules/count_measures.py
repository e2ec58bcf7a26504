"""整改措施的条数与列出的不同，请看一看。

正文说明了整改措施共几条，与逐条列出的条数不同。一条措施可以含几项举措，
台账里分得细、通报里并成一条也是常事，所以只作提示。

正确：研究整改方案，明确整改措施67条。（列出67条措施）

错误：研究整改方案，明确整改措施71条。（列出65条措施）
"""

import re
from collections.abc import Iterator
from typing import Final

from noticegen.model import Kind
from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import totals
from noticegen.rules.reading import NUMBER, REACH, masked, number, sentences
from noticegen.rules.subject import Fault, Subject

CODE = "count-measures"
SEVERITY: Final = Severity.HINT
_STATED = pattern(
    rf"整改措施(?:共|共计)?({NUMBER})[条项个](?![^，。]{{0,4}}完成)|({NUMBER})[条项个](?:具体)?整改措施"
)
_WHOLE = pattern("反馈|方案|台账|清单|[共全]")
_PART = pattern("已|完成|落实|推进|剩余|其余|[未还]|正在|长期|新增|补充|分别|方面")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each total of measures that differs from what the notice lists."""
    listed = subject.listed.measures
    if listed is None:
        return
    known = {listed, listed + _of_matters(subject)}
    for passage in totals.outside_findings(subject):
        if "整改措施" not in passage.text:
            continue
        for start, sentence in sentences(masked(passage.text)):
            for found in _STATED.finditer(sentence) if _WHOLE.search(sentence) else ():
                value = number(found[1] or found[2])
                if value in known or _PART.search(_clause(sentence, found.start())):
                    continue
                message = (
                    f"“{found.group()}”与列出的{listed}条措施不同，请核对是否漏写或者合并了措施。"
                )
                yield Fault(passage, start + found.start(), start + found.end(), message)


def _clause(sentence: str, end: int) -> str:
    return re.split("[，：]", sentence[max(end - REACH, 0) : end])[-1]


def _of_matters(subject: Subject) -> int:
    """How many measures stand under 事项, which some offices count too."""
    body = subject.notice.body if subject.notice else ()
    return sum(len(item.measures) for item in body if item.kind is Kind.MATTER)
