"""联系方式里没有电话、地址，也没有邮箱，群众没法反映。

传真、信箱、网址等别的方式也算；只看填了状态的表。

正确：联系电话：0000-1234567；电子邮箱：sfj@example.com。

错误：欢迎广大干部群众进行监督。如有意见建议，请及时向我们反映。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules import filled
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "completeness-contact"
SEVERITY: Final = Severity.WARNING
_WAY = pattern(r"\d{5,}|@|箱|地址|网|[路街][^\s路街]*号|来访|接待|室")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the contact paragraph that names no way to reach anyone."""
    contact = subject.notice.contact if subject.notice else None
    if contact is None or not filled.has_status(subject) or subject.notice is None:
        return
    written = (contact.lead or "") + (subject.notice.wording.contact or "")
    if contact.phone or contact.address or contact.email or contact.model_extra:
        return
    if not _WAY.search(written):
        label, text = ("引语", contact.lead) if contact.lead else ("邮编", contact.postcode or "")
        place = Passage(text or "", ("联系", label), Role.CONTACT, len(subject.notice.body))
        message = "「联系」里没有电话、地址和邮箱，请至少写一项。"
        yield Fault(place, 0, len(place.text), message)
