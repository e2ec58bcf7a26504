"""正文说“见附件”，却没有附件；或者说的附件号比附件的个数还大。

问题里引用别的文件的附件不算；只看填了状态的表。

正确：完成情况见附件。（「附件」里有一个）

错误：完成情况见附件2。（「附件」里只有一个）
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import filled
from noticegen.rules.enclosed import is_titled
from noticegen.rules.subject import Fault, Role, Subject

CODE = "completeness-attachment"
SEVERITY: Final = Severity.WARNING
_SEE = pattern(r"(?:详见|见|参见|列入|列于)(?:本通报)?(?P<words>附[件表](?P<number>\d{1,2})?)")
_SPEAKING = (Role.PREAMBLE, Role.PARAGRAPH, Role.MEASURE, Role.MATTER, Role.HEADING)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each mention of an attachment that the notice does not have."""
    if subject.notice is None or not filled.has_status(subject):
        return
    count = len(subject.notice.attachments)
    for passage in subject.of(_SPEAKING):
        if "附" not in passage.text:
            continue
        for found in _SEE.finditer(passage.text):
            if int(found["number"] or 1) > count and not is_titled(passage.text, found.start()):
                had = f"「附件」里只有{count}个" if count else "没有填「附件」"
                message = f"正文说了“{found['words']}”，{had}，请补上或者改正。"
                yield Fault(passage, found.start("words"), found.end("words"), message)
