"""约数重复。

“约”和“余”、“大约”和“左右”、“超过”和“以上”只用一个。

正确：走访群众20余人，超过50人参加。

错误：走访群众约20余人，超过50人以上参加。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "term-approximate"
SEVERITY: Final = Severity.WARNING
_N = r"\d+(?:\.\d+)?[万亿千百]?"
_CLAUSE_END = "(?=[，。；、）的]|$)"
_OTHER_YUE = (
    "节合条签预履违制公契租邀特缔赴失守爽如相立续解毁背婚简俭集誓盟和协要换订定稿践密隐依应商绰大"
)
_OTHER_JIN = "附最靠就临邻远亲相新贴走拉逼迫挨切浅凑抵将"
_ABOUT = f"(?<![{_OTHER_YUE}])约"
_DOUBLED = pattern(
    rf"(?P<one>大约|大概|将近|{_ABOUT}|(?<![{_OTHER_JIN}])近){_N}(?P<two>余|多)(?!年|个?月|天|日|岁|[元万亿]?以)"
    rf"|(?P<three>大约|大概|{_ABOUT})(?:{_N}%?[^\d，。；、：“”《》]{{0,3}}?)(?P<four>左右|上下){_CLAUSE_END}"
    rf"|(?P<five>超过|高于|多于|至少|不少于|不低于)[^\d，。；、：“”《》]{{0,4}}{_N}%?[^\d，。；、：“”《》]{{0,3}}?"
    rf"(?P<six>以上){_CLAUSE_END}"
    rf"|(?P<seven>不超过|低于|少于|至多)(?<!不低于)(?<!不少于)[^\d，。；、：“”《》]{{0,4}}{_N}%?[^\d，。；、：“”《》]{{0,3}}?"
    rf"(?P<eight>以[下内]){_CLAUSE_END}"
)
_NEAR = ("余", "多", "左右", "上下", "以上", "以下", "以内")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each number that is made vague at both ends."""
    for passage, found in search(subject, _DOUBLED, _NEAR):
        one, two = (words for words in found.groups() if words)
        message = f"“{found.group()}”里的“{one}”和“{two}”重复，请删去一个。"
        yield Fault(passage, found.start(), found.end(), message)
