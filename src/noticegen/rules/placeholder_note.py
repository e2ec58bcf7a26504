"""留给自己的批注没有删去。

正确：清退资金3.6万元。

错误：清退资金（待补充）万元。此处填写整改情况。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Role, Subject, whole

CODE = "placeholder-note"
SEVERITY: Final = Severity.ERROR
_NOTE = pattern(
    r"[（【\[](?:待补充?|待填写?|待完善|待定稿|此处(?:省略|略|填|补|插|写|待补)[^（）【】]{0,20}"
    r"|请(?:填写|补充|替换|插入)[^（）【】]{0,20})[）】\]]"
    r"|(?:请?在)?此处(?:填写|填入|输入|插入)[^，。；、：“”]{0,8}|请在此(?:填写|填入|输入)[^，。；、：“”]{0,8}"
    r"|(?:单击|点击)此处|(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])"
)
_NEAR = (
    "待补",
    "待填",
    "待完善",
    "待定稿",
    "此处",
    "填写",
    "补充",
    "替换",
    "插入",
    "在此",
    "此填",
    "TODO",
    "FIXME",
    "TBD",
)
_ALONE = frozenset(("待补", "待补充", "待填", "待填写", "待定", "待完善", "暂缺"))
_ROLES = (Role.PREAMBLE, Role.FINDING, Role.MEASURE, Role.MATTER, Role.PARAGRAPH)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each note that its writer meant to replace."""
    for passage, found in search(subject, _NOTE, _NEAR):
        message = f"“{found.group()}”是留待补写的批注，请换成实际内容。"
        yield Fault(passage, found.start(), found.end(), message)
    for passage in subject.of(_ROLES):
        if passage.text.strip("。（）") in _ALONE and not passage.text.startswith("（"):
            yield whole(passage, f"“{passage.text}”处还没有内容，请填上。")
