"""数字、年份的位置还是叉号，或者空着。

正确：召开会议12次，清退资金3.6万元，完成率为85%。

错误：召开会议XX次，清退资金××万元，完成率为%。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.surnames import SURNAMES

CODE = "placeholder-number"
SEVERITY: Final = Severity.ERROR
_MONEY = "万元|亿元|元|人次|%|％"
_UNITS = f"{_MONEY}|年|月|日|人|名|个|项|条|次|家|件|份|场|期|届|号"
_RUN = r"(?:[Xx]{2,}|×{2,}|\*{2,})"
_BLANK = pattern(
    rf"(?<![0-9A-Za-z*×]){_RUN}(?:{_MONEY})"
    rf"|(?<![0-9A-Za-z*×{SURNAMES}]){_RUN}(?!号[楼院码]|名称|人民|个人|个体)(?:{_UNITS})"
    r"|(?<![0-9A-Za-z])(?:19|20)(?:[Xx]{1,2}|×{1,2}|\d[Xx×])年"
    r"|(?<![0-9A-Za-z])[Xx×]{1,2}月[Xx×]{1,2}日|(?<=年)[Xx×]月|(?<=月)[Xx×]日"
    r"|(?:共计|合计|总计|累计)(?:万元|人次|个问题|条措施|项制度)"
    r"|(?<=[为达到至占])[%％](?!点)"
)
_NEAR = ("X", "x", "×", "**", "共计", "合计", "总计", "累计", "%", "％")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each place of a number that holds none."""
    for passage, found in search(subject, _BLANK, _NEAR):
        message = f"“{found.group()}”这里的数字没有填，请填上。"
        yield Fault(passage, found.start(), found.end(), message)
