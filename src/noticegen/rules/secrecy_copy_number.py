"""公开的通报填了份号。

份号只用于涉密公文。

正确：范围: 党内，份号: 000001

错误：范围: 公开，份号: 000001
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Passage, Role, Subject, whole

CODE = "secrecy-copy-number"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the copy number of a notice that is public."""
    number = subject.notice.issuance.copy_number if subject.notice else None
    if subject.public and number:
        passage = Passage(number, ("发文", "份号"), Role.SIGNATURE, -1)
        message = f"份号“{number}”只用于涉密公文，公开的通报不编份号，请删去这一行。"
        yield whole(passage, message)
