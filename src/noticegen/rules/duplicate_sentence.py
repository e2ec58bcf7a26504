"""两个问题下面，有一句整改措施一字不差。

一件事确实管着两个问题的，可以这样写；照抄的，请写出各自的做法。十六个字以下的
短句不看。

正确：两个问题各写各的措施。

错误：两个问题下面都写“加强财务人员教育培训，提升政策理论水平和业务技能”。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import sentences
from noticegen.rules.sentences import Sentence
from noticegen.rules.subject import Fault, Subject

CODE = "duplicate-sentence"
SEVERITY: Final = Severity.HINT
_SHORTEST = 16
_SHOWN = 12


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each sentence that an earlier finding has word for word."""
    printed = subject.printed[::-1]
    heads = dict(zip([passage.item for passage in printed], printed, strict=True))
    seen: dict[str, Sentence] = {}
    for one in sentences.of_findings(subject):
        if len(one.words) < _SHORTEST:
            continue
        earlier = seen.setdefault(one.words, one)
        if earlier.passage.item != one.passage.item:
            head = heads[earlier.passage.item].text[:_SHOWN]
            message = (
                f"“{one.words[:_SHOWN]}……”这一句和“{head}……”下面的完全一样，"
                "请看是不是照抄，写出各自的做法。"
            )
            yield Fault(one.passage, one.start, one.end, message)
