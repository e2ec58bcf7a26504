"""A form's notice to the subject that rules judge: its texts with names filled in."""

from collections.abc import Iterator
from operator import attrgetter

from noticegen.model import Item, Kind, Notice, names
from noticegen.model.kinds import LEDGER
from noticegen.rules.subject import Listed, Passage, Place, Role, Subject

_HEADED = {
    Kind.PART: ("部分", Role.HEADING),
    Kind.UNIT: ("单位", Role.HEADING),
    Kind.ASPECT: ("方面", Role.HEADING),
    Kind.CATEGORY: ("类别", Role.HEADING),
    Kind.POINT: ("要点", Role.HEADING),
    Kind.FINDING: ("问题", Role.FINDING),
    Kind.TASK: ("任务", Role.FINDING),
    Kind.MATTER: ("事项", Role.MATTER),
}
"""The label that an item's first text stands at, and what that text is."""
_BESIDE = ("原文", "存在问题", "导语"), (Role.FINDING, Role.MATTER, Role.PARAGRAPH)
_beside = attrgetter("verbatim", "remaining", "lead")
_kept = attrgetter(*("status", "leader", "department", "person", "deadline", "progress", "remarks"))
"""What stands at LEDGER's labels: every item is asked, few have any."""


def subject_of(notice: Notice) -> Subject:
    """Return what rules judge of *notice*; withheld findings are no part of it."""
    issuance, inspection = notice.issuance, notice.inspection
    facts = names.facts(notice)
    passages = [
        passage._replace(text=names.fill(passage.text, facts)) if "{{" in passage.text else passage
        for passage in _passages(notice)
    ]
    return Subject(
        passages=tuple(passages),
        listed=_listed(notice, facts),
        title=issuance.title or "",
        issuers=issuance.issuers,
        signature=issuance.signature or issuance.issuers,
        bodies=inspection.bodies or (),
        genre=inspection.genre,
        public=issuance.scope == "公开",
        date_of_issue=issuance.date_of_issue,
        start=inspection.start,
        end=inspection.end,
        feedback_date=inspection.feedback_date,
        notice=notice,
    )


def _passages(notice: Notice) -> Iterator[Passage]:
    issuance = notice.issuance
    if issuance.title:
        yield Passage(issuance.title, ("发文", "标题"), Role.TITLE, -1)
    if notice.inspection.basis:
        yield Passage(notice.inspection.basis, ("巡察", "依据"), Role.PREAMBLE, -1)
    for number, text in enumerate(notice.wording.preamble or ()):
        yield Passage(text, ("写法", "引言", number), Role.PREAMBLE, -1)
    for index, item in enumerate(notice.body):
        if item.withheld is None:
            yield from _of_item(item, index)
    if notice.contact:
        for label, text in notice.contact.labelled().items():
            if text is not None:
                yield Passage(text, ("联系", label), Role.CONTACT, len(notice.body))
    yield from _of_attachments(notice)
    if issuance.annotation:
        yield Passage(issuance.annotation, ("发文", "附注"), Role.SIGNATURE, -1)


def _of_attachments(notice: Notice) -> Iterator[Passage]:
    for index, attachment in enumerate(notice.attachments):
        yield Passage(attachment.title, ("附件", index, "名称"), Role.ATTACHMENT, -1)
        for number, text in enumerate(attachment.content):
            yield Passage(text, ("附件", index, "内容", number), Role.ATTACHMENT, -1)
        for row in attachment.table or ():
            for cell in row:
                yield Passage(cell, ("附件", index, "表"), Role.ATTACHMENT, -1)


def _of_item(item: Item, index: int) -> Iterator[Passage]:
    place: Place = ("正文", index)
    for number, text in enumerate(item.paragraph or ()):
        yield Passage(text, (*place, "段落", number), Role.PARAGRAPH, index)
    if item.kind is not Kind.PARAGRAPH:
        label, role = _HEADED[item.kind]
        yield Passage(item.heading, (*place, label), role, index)
    texts = _beside(item)
    for label, role, text in zip(*_BESIDE, texts, strict=True) if any(texts) else ():
        if text:
            yield Passage(text, (*place, label), role, index)
    for number, text in enumerate(item.measures):
        yield Passage(text, (*place, "措施", number), Role.MEASURE, index)
    for number, text in enumerate(item.content):
        yield Passage(text, (*place, "内容", number), Role.PARAGRAPH, index)
    texts = _kept(item)
    for label, text in zip(LEDGER, texts, strict=True) if any(texts) else ():
        if text:
            yield Passage(text, (*place, label), Role.LEDGER, index)


def _listed(notice: Notice, facts: dict[str, str]) -> Listed:
    """The counts; those by status only where the form gives some."""
    has_status = any(item.status for item in notice.body)

    def count(name: str) -> int:
        return int(facts[name])

    findings = count("问题数") or None
    return Listed(
        findings=findings,
        measures=count("措施数") or None,
        aspects=count("方面数") or None,
        categories=count("类别数") or None,
        completed=count("完成数") if has_status else None,
        substantially_completed=count("基本完成数") if has_status else None,
        ongoing=count("推进数") if has_status else None,
        not_completed=count("未完成数") if has_status else None,
    )
