"""印出了银行卡号。

16至19位、以62开头、通过校验的号码；写明“卡号”“账号”的，也查以4、5开头的。

正确：款项已退至原账户。

错误：款项已退至6222020200112233446。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.privacy_resident_id import is_resident
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "privacy-bank-card"
SEVERITY: Final = Severity.ERROR
_CARD = pattern(
    r"(?P<label>(?:银行卡|卡号|账号|账户)[^\d，。；]{0,6})?"
    r"(?<![\dA-Za-z.])(?P<number>(?:62|4\d|5[1-5])(?:[ -]?\d){14,17})(?![\dA-Za-z])"
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each number that can only be a bank card's."""
    for passage, found in search(subject, _CARD, "0123456789"):
        number = found["number"].replace(" ", "").replace("-", "")
        is_known = number.startswith("62") or found["label"]
        if is_known and _has_check_digit(number) and not is_resident(number):
            message = f"印出了银行卡号“{found['number']}”，请删去，或者用星号遮住。"
            yield Fault(passage, found.start("number"), found.end("number"), message)


def _has_check_digit(number: str) -> bool:
    """Luhn's: every second digit from the right is doubled, its digits added."""
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0
