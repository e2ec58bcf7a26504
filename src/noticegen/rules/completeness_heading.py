"""标题下面什么也没有。

部分、单位、方面、类别下面要有内容、问题或者段落；标题本身就是一句完整的话的不报。
只看填了状态的表。

正确：方面下面列着类别和问题。

错误：方面后面紧接着下一个方面。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.model.kinds import HEADINGS
from noticegen.problem import Severity
from noticegen.rules import filled
from noticegen.rules.subject import Fault, Subject, whole

CODE = "completeness-heading"
SEVERITY: Final = Severity.WARNING
_SENTENCE = 25


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each heading with nothing below it."""
    body = subject.notice.body if subject.notice else ()
    for kind in HEADINGS:
        for passage, item in filled.headed(subject, kind):
            if item.content or len(passage.text) > _SENTENCE or "。" in passage.text[:-1]:
                continue
            after = body[passage.item + 1].kind if passage.item + 1 < len(body) else None
            if after is None or (
                after in HEADINGS and HEADINGS.index(after) <= HEADINGS.index(kind)
            ):
                yield whole(
                    passage, f"「{kind}」“{passage.text}”下面没有内容，请补上，或者删去它。"
                )
