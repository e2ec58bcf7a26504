"""两句整改措施只差几个虚词或者标点。

正确：两个问题各写各的措施。

错误：一处写“加强财务人员的教育培训，提升业务技能”，一处写“进一步加强财务人员教育培训，
提升业务技能”。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import sentences
from noticegen.rules.sentences import Sentence
from noticegen.rules.subject import Fault, Subject

CODE = "duplicate-similar"
SEVERITY: Final = Severity.HINT
_SHORTEST = 14
_SHOWN = 12


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each sentence that differs from an earlier one in particles only."""
    seen: dict[str, Sentence] = {}
    for one in sentences.of_findings(subject):
        core = sentences.core(one.words)
        if len(core) < _SHORTEST:
            continue
        earlier = seen.setdefault(core, one)
        if earlier.words != one.words:
            message = (
                f"“{one.words[:_SHOWN]}……”和前面的“{earlier.words[:_SHOWN]}……”"
                "几乎一样，请看是不是同一件事，留一处或者写出不同。"
            )
            yield Fault(one.passage, one.start, one.end, message)
