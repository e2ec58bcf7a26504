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
# Asked for once: an Enum takes its time to answer.
_PARAGRAPH, _TEXT, _MEASURE = Kind.PARAGRAPH, Role.PARAGRAPH, Role.MEASURE
_status = attrgetter("status")
_parts = attrgetter(
    *("verbatim", "remaining", "lead", "measures", "content"),
    *("status", "leader", "department", "person", "deadline", "progress", "remarks"),
)
"""What may stand beside an item's first text, what stands at LEDGER's labels last."""

_Row = tuple[str, Place, Role, int, str]
"""A Passage in the making: what makes one of it costs half of what Passage(...) does."""


def subject_of(notice: Notice) -> Subject:
    """Return what rules judge of *notice*; withheld findings are no part of it."""
    issuance, inspection = notice.issuance, notice.inspection
    facts = names.facts(notice)
    rows = (
        (names.fill(row[0], facts), *row[1:]) if "{{" in row[0] else row for row in _rows(notice)
    )
    return Subject(
        passages=tuple(map(Passage._make, rows)),
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


def description_of(notice: Notice) -> Subject | None:
    """Return 描述 of 网页 as a subject of its own, None where there is none.

    It is published, in the page's head, but is no part of what the notice counts or repeats.
    """
    given = notice.web_page.description if notice.web_page else None
    if not given:
        return None
    text = names.fill(given, names.facts(notice))
    passage = Passage(text, ("网页", "描述"), Role.PARAGRAPH, -1)
    return Subject((passage,), public=notice.issuance.scope == "公开")


def _rows(notice: Notice) -> Iterator[_Row]:
    issuance = notice.issuance
    if issuance.title:
        yield issuance.title, ("发文", "标题"), Role.TITLE, -1, ""
    if notice.inspection.basis:
        yield notice.inspection.basis, ("巡察", "依据"), Role.PREAMBLE, -1, ""
    for number, text in enumerate(notice.wording.preamble or ()):
        yield text, ("写法", "引言", number), Role.PREAMBLE, -1, ""
    for index, item in enumerate(notice.body):
        if item.withheld is None:
            yield from _of_item(item, index)
    if notice.contact:
        for label, text in notice.contact.labelled().items():
            if text is not None:
                yield text, ("联系", label), Role.CONTACT, len(notice.body), ""
    yield from _of_attachments(notice)
    if issuance.annotation:
        yield issuance.annotation, ("发文", "附注"), Role.SIGNATURE, -1, ""


def _of_attachments(notice: Notice) -> Iterator[_Row]:
    for index, attachment in enumerate(notice.attachments):
        yield attachment.title, ("附件", index, "名称"), Role.ATTACHMENT, -1, ""
        for number, text in enumerate(attachment.content):
            yield text, ("附件", index, "内容", number), Role.ATTACHMENT, -1, ""
        for row in attachment.table or ():
            for cell in row:
                yield cell, ("附件", index, "表"), Role.ATTACHMENT, -1, ""


def _of_item(item: Item, index: int) -> list[_Row]:
    if item.kind is _PARAGRAPH:
        paragraphs = enumerate(item.paragraph or ())
        return [(text, ("正文", index, "段落", n), _TEXT, index, "") for n, text in paragraphs]
    label, role = _HEADED[item.kind]
    rows: list[_Row] = [(item.heading, ("正文", index, label), role, index, "")]
    verbatim, remaining, lead, measures, content, *kept = _parts(item)
    if verbatim:
        rows.append((verbatim, ("正文", index, "原文"), Role.FINDING, index, ""))
    if remaining:
        rows.append((remaining, ("正文", index, "存在问题"), Role.MATTER, index, ""))
    if lead:
        rows.append((lead, ("正文", index, "导语"), _TEXT, index, ""))
    for number, text in enumerate(measures):
        rows.append((text, ("正文", index, "措施", number), _MEASURE, index, ""))
    for number, text in enumerate(content):
        rows.append((text, ("正文", index, "内容", number), _TEXT, index, ""))
    if any(kept):
        for label, text in zip(LEDGER, kept, strict=True):
            if text:
                rows.append((text, ("正文", index, label), Role.LEDGER, index, ""))
    return rows


def _listed(notice: Notice, facts: dict[str, str]) -> Listed:
    """The counts; those by status only where the form gives some."""
    has_status = any(map(_status, notice.body))

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
