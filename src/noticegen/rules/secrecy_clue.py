"""印出了问题线索的编号。

线索的编号、受理号属于工作秘密，通报里只写件数。

正确：收到巡察组移交的问题线索3件，已办结2件。

错误：线索编号XC2023-017已办结。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "secrecy-clue"
SEVERITY: Final = Severity.WARNING
_CLUE = pattern(
    r"线索(?:编号|件号|登记号|登记编号|受理号)(?:为|是)?[：:]?“?"
    r"([A-Za-z0-9〔〕\[\]（）()\-—\u4e00-\u9fff]{0,8}?[A-Za-z0-9〔〕\[\]（）()\-—]*\d+号?)"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each number under which a clue is kept."""
    if subject.public:
        for passage, found in search(subject, _CLUE, ("线索",)):
            message = f"印出了问题线索的编号“{found[1]}”，请删去，只写件数。"
            yield Fault(passage, found.start(1), found.end(1), message)
