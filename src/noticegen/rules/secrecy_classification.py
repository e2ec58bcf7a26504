"""公开的通报标有密级。

填报表的「范围」为公开而填了「密级」，或者稿子里有密级标志的，都报；正文里说到秘密、涉密的不报。

正确：严格保守党和国家秘密。

错误：机密★1年
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "secrecy-classification"
SEVERITY: Final = Severity.ERROR
_MARK = pattern("(?:绝密|机密|秘密)(?:级)?[★☆](?:长期|[0-9一二三四五六七八九十]+[年月])?")
_ALONE = pattern("[（【]?(绝密|机密|秘密)(?:级)?[）】]?")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the classification of a notice that is public."""
    if not subject.public:
        return
    for passage in (*_field(subject), *subject.printed):
        if "密" not in passage.text:
            continue
        alone = passage.role is not Role.ATTACHMENT and _ALONE.fullmatch(passage.text)
        if found := alone or _MARK.search(passage.text):
            message = (
                f"这份通报是公开的，却标有密级“{found.group()}”，请按保密规定处理，不涉密就删去。"
            )
            yield Fault(passage, found.start(), found.end(), message)


def _field(subject: Subject) -> Iterator[Passage]:
    marked = subject.notice.issuance.classification if subject.notice else None
    if marked:
        yield Passage(marked, ("发文", "密级"), Role.SIGNATURE, -1)
