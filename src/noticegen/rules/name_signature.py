"""「署名」和「机关」不是一个机关。

简称不算；联合发文的，逐个对照。

正确：机关: 中共云山县委统一战线工作部，署名: 中共云山县委统战部。

错误：机关: 中共云山县统计局党组，署名: 中共云山县审计局党组。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import organs
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "name-signature"
SEVERITY: Final = Severity.ERROR


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each name of the signature that is none of the issuers."""
    if subject.notice is None or not subject.notice.issuance.signature:
        return
    if len(subject.issuers) > organs.MOST:
        return
    for name in subject.signature:
        if not any(organs.may_be_same(name, issuer) for issuer in subject.issuers):
            issuers = "、".join(subject.issuers)
            message = f"署名“{name}”和发文机关“{issuers}”不是一个机关，请改成一样的。"
            place = Passage(name, ("发文", "署名"), Role.SIGNATURE, -1)
            yield Fault(place, 0, len(name), message)
