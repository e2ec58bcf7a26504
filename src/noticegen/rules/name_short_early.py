"""简称在“以下简称”之前就用了。

只看开头一段和正文里单独出现的简称，全称里含着的不算。

正确：……有限公司党委（以下简称集团党委）开展巡察……集团党委召开会议。

错误：集团党委召开会议……有限公司党委（以下简称集团党委）开展巡察。
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import shortnames
from noticegen.rules.subject import Fault, Role, Subject

CODE = "name-short-early"
SEVERITY: Final = Severity.HINT
_MOST = 50  # definitions: each is looked for in all that stands before it
_OWN_START = pattern("(?:^|[，。；：、对向由是（])$")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the first use of each short name that stands before its definition."""
    passages = [text for text in subject.printed if text.role is not Role.TITLE]
    order = {passage.place: number for number, passage in enumerate(passages)}
    for passage, defined in islice(shortnames.definitions(subject), _MOST):
        for earlier in passages[: order.get(passage.place, 0) + 1]:
            end = defined.long_start if earlier is passage else len(earlier.text)
            place = earlier.text.find(defined.short, 0, end)
            if place >= 0 and _OWN_START.search(earlier.text[:place]):
                message = f"“{defined.short}”在后面才写明是简称，请在这里写全称并注明“以下简称”。"
                yield Fault(earlier, place, place + len(defined.short), message)
                break
