"""公开的通报带有内部文件的标记。

只查单独成行、或者放在括号里的标记；正文里说到内部资料的不报。

正确：（此件公开发布）

错误：内部资料 注意保存
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.patterns import pattern
from noticegen.rules.registry import printed
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.triggers.signs import INTERNAL

CODE = "secrecy-internal"
SEVERITY: Final = Severity.WARNING
_MARK = (
    "(?:内部(?:资料|文件|材料|刊物|参阅|传阅)|注意(?:保存|保密)|妥善保管|仅供(?:内部|领导)(?:参阅|使用|参考|传阅)"
    "|(?:不得|严禁|请勿|禁止)(?:外传|公开|翻印|复印|转发)|(?:会|阅|用)后(?:收回|退回|即焚|销毁)"
    "|(?:此件)?(?:不予公开|不公开|依申请公开|内部掌握))"
)
_ALONE = pattern(rf"[（【★]*{_MARK}(?:[，、；·]?{_MARK})*[）】★！。]*")
_BRACKETED = pattern(rf"(?:^|(?<=。))[（【]{_MARK}(?:[，、；·]?{_MARK})*[）】](?=$)")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each mark that keeps within the office what is to be public."""
    if not subject.public:
        return
    for passage in subject.holding(*printed(subject).intersection(INTERNAL)):
        text = passage.text
        if found := _ALONE.fullmatch(text) or _BRACKETED.search(text):
            message = (
                f"这份通报是公开的，却有“{found.group()}”的标记，请核对能否公开，能公开就删去标记。"
            )
            yield Fault(passage, found.start(), found.end(), message)
