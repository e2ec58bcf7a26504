"""联系方式以外印出了电子邮箱。

写明是举报邮箱、公开邮箱的不报。

正确：开通举报邮箱jubao@example.com。

错误：材料由张某（zhang@example.com）汇总。
"""

import re
from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import not_after, search
from noticegen.rules.subject import Fault, Role, Subject

CODE = "privacy-email"
SEVERITY: Final = Severity.WARNING
_ADDRESS = pattern(r"(?<![\w.\-])[A-Za-z0-9][\w.\-]*@[A-Za-z0-9\-]+(?:\.[A-Za-z]+)+", re.ASCII)
_PUBLIC = pattern("邮箱|信箱|邮件|监督|举报|投诉")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each address of mail that is not said to be an office's."""
    for passage, found in not_after(search(subject, _ADDRESS, "@"), _PUBLIC):
        if passage.role is not Role.CONTACT:
            message = f"联系方式以外印出了电子邮箱“{found.group()}”，请删去，或者写明是哪里的邮箱。"
            yield Fault(passage, found.start(), found.end(), message)
