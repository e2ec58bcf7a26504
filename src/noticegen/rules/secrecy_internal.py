"""公开的通报带有内部文件的标记。

只查单独成行、或者放在括号里的标记；正文里说到内部资料的不报。

正确：（此件公开发布）

错误：内部资料 注意保存
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.triggers.signs import KEPT_WITHIN, NOT_PUBLIC

CODE = "secrecy-internal"
SEVERITY: Final = Severity.WARNING
_MARK = f"(?:{'|'.join(KEPT_WITHIN)}|(?:此件)?(?:{'|'.join(NOT_PUBLIC)}))"
_ALONE = pattern(rf"[（【★]*{_MARK}(?:[，、；·]?{_MARK})*[）】★！。]*")
_BRACKETED = pattern(rf"(?:^|(?<=。))[（【]{_MARK}(?:[，、；·]?{_MARK})*[）】](?=$)")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each mark that keeps within the office what is to be public."""
    if not subject.public:
        return
    for passage in subject.holding(*printed(subject).intersection(KEPT_WITHIN + NOT_PUBLIC)):
        text = passage.text
        if found := _ALONE.fullmatch(text) or _BRACKETED.search(text):
            message = (
                f"这份通报是公开的，却有“{found.group()}”的标记，请核对能否公开，能公开就删去标记。"
            )
            yield Fault(passage, found.start(), found.end(), message)
