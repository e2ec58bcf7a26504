"""版记只填了一半。

印发机关和印发日期是一行的两头，缺一不可；有抄送就有它们。没有填「文号」的不报：
另有提醒说它印不出来。只看填了状态的表。

正确：抄送、印发机关、印发日期都填了。

错误：填了文号和抄送，没有填印发机关。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import filled
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "completeness-imprint"
SEVERITY: Final = Severity.WARNING


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the imprint that lacks a part."""
    notice = subject.notice
    if notice is None or notice.imprint is None or not filled.has_status(subject):
        return
    if not notice.issuance.document_number:
        return  # template-no-slot says that none of it is printed
    imprint = notice.imprint
    parts = {
        "抄送": imprint.copies,
        "印发机关": imprint.distributor,
        "印发日期": imprint.distribution_date and str(imprint.distribution_date),
    }
    given = [(label, text) for label, text in parts.items() if text]
    missing = [label for label in ("印发机关", "印发日期") if not parts[label]]
    if given and missing:
        label, text = given[0]
        names = "」和「".join(missing)
        place = Passage(text, ("版记", label), Role.SIGNATURE, -1)
        yield Fault(place, 0, len(text), f"「版记」填了「{label}」，没有填「{names}」，请补上。")
