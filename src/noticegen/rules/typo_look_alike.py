"""“已”和“己”、“未”和“末”写混。

正确：该问题已完成整改；提高自己的认识；仍未完成。

错误：该问题己完成整改；提高自已的认识；仍末完成。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "typo-look-alike"
SEVERITY: Final = Severity.ERROR
_DONE = "完成|全部|整改|落实到位|经[党县市局区]|建立|制定|开展|印发|上缴|清退|退还|退缴|收回|移交|按[要规]"
_RIGHT = {"己": "已", "已": "己", "末": "未"}
_WRONG = pattern(
    rf"(?<![自知克律利异损舍贵推由一彼体为])己(?={_DONE})"
    "|(?<![各来独亲私擅]自)(?<=自)已(?=的|动手|职责|岗位)"
    "|(?:^|(?<=[，。；：、（“仍还尚均]))末(?=完成|整改|落实|按[要规时]|及时|建立|开展|经[党局审批集]|严格|公开|履行|执行)"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each of the look-alikes where only the other can stand."""
    for passage, found in search(subject, _WRONG, ("己", "自已", "末")):
        right = _RIGHT[found.group()]
        words = found.string[found.start() : found.end() + 2]
        message = f"“{words}”里的“{found.group()}”应为“{right}”，请改正。"
        yield Fault(passage, found.start(), found.end(), message)
