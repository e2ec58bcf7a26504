"""动词前面的“地”写作“的”。

只查“有力的推动了”这样后面有动词带“了”的。

正确：有力地推动了成果转化。

错误：有力的推动了成果转化。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Subject

CODE = "typo-adverb"
SEVERITY: Final = Severity.WARNING
_HOW = "有力|有效|切实|认真|深入|积极|扎实|严肃|及时|全面|坚决|迅速|有序|充分|极大|较好|进一步"
_VERBS = "突破|推动|促进|提升|提高|增强|解决|开展|落实|完成|推进|保障|改善|加强|维护|遏制|纠正|查处|整治|发挥|激发"
_NEAR = pattern(f"的(?:{_VERBS})了")
_ADVERB = pattern(f"(?:{_HOW})(的)(?:{_VERBS})了(?![，。；：、！？）解结然却断不]|$)")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each 的 between an adverb and its verb."""
    numbers = {subject.number_at(found.start()) for found in _NEAR.finditer(subject.text)}
    for number in sorted(numbers):
        passage = subject.printed[number]
        for found in _ADVERB.finditer(passage.text):
            right = found.group().replace("的", "地")
            message = f"“{found.group()}”里的“的”应为“地”，请写成“{right}”。"
            yield Fault(passage, found.start(), found.end(), message)
