"""印出了居民身份证号码。

18位号码按 GB 11643 的校验码核对；写明“身份证号”的，18位、15位都报。已经用星号遮住的不报。

正确：身份证号为3411**********002X的举报人。

错误：李某（11010519491231002X）。
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "privacy-resident-id"
SEVERITY: Final = Severity.ERROR
_LABEL = r"(?P<label>身份证(?:件)?(?:号码?|编号)?(?:为|是)?[：:]?)?"
_NUMBER = pattern(
    rf"{_LABEL}(?<![\dA-Za-z])(?P<number>[1-8]\d(?:[ -]?\d){{12,15}}[\dXx])(?![\dA-Za-z])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_LONG, _SHORT = 18, 15


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each number of a resident, masked ones left alone."""
    for passage, found in search(subject, _NUMBER, "0123456789"):
        number = found["number"].replace(" ", "").replace("-", "")
        if is_resident(number) or (found["label"] and len(number) in (_SHORT, _LONG)):
            message = f"印出了居民身份证号码“{found['number']}”，请删去，或者用星号遮住。"
            yield Fault(passage, found.start("number"), found.end("number"), message)


def is_resident(number: str) -> bool:
    """Tell whether *number* has the birth date and the check character of GB 11643."""
    if len(number) != _LONG or not number[:-1].isdecimal():
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return (
        date(1880, 1, 1) <= born <= date(2100, 1, 1) and number[-1].upper() == _CHECKS[total % 11]
    )
