"""The outline: the order and the wording of a rectification notice.

Every call on *to* adds a block: ``title``, ``paragraph``, ``heading``, ``finding``… . A text
may call on facts by {{ 名 }}; the constructors put them in.
"""

from noticegen.composer import Composer, sentence
from noticegen.model.item import Item
from noticegen.model.kinds import HEADINGS, Kind
from noticegen.model.notice import Notice
from noticegen.model.parts import Contact
from noticegen.model.wording import PartWording

_RECTIFIED = (Kind.FINDING, Kind.TASK)
_HEADED = (*HEADINGS, Kind.POINT)


def open_notice(to: Composer, notice: Notice) -> None:
    """Add what stands above 正文: 标题, 主送, the preamble."""
    issuance, wording = notice.issuance, notice.wording
    lines = issuance.title_lines or ()
    usual = f"{' '.join(issuance.issuers)}关于{to.facts['类型']}整改进展情况的通报"
    to.title(issuance.title or "".join(lines) or usual, lines)
    if issuance.recipients:
        to.recipients(issuance.recipients)
    if wording.preamble is not None:
        for text in wording.preamble:
            to.paragraph(text)
    elif "巡察组" in to.facts:
        to.paragraph(_preamble(to.facts))


def add_item(to: Composer, item: Item, wording: PartWording) -> None:
    """Add an *item* of 正文, worded as its part is."""
    if item.kind in _RECTIFIED:
        to.finding(item, wording)
    elif item.kind in _HEADED:
        to.heading(item, wording)
    elif item.kind is Kind.PARAGRAPH:
        for text in item.paragraph or ():
            to.paragraph(text)
    else:
        remains = f"还存在的问题：{sentence(item.remaining)}" if item.remaining else ""
        to.matter(item, wording, wording.matter or f"{{{{ 事项 }}}}需进一步整改。{remains}")


def close_notice(to: Composer, notice: Notice) -> None:
    """Add what stands below 正文: 联系, 附件说明, 署名 and 成文日期, 附注, 附件."""
    issuance, attachments = notice.issuance, notice.attachments
    if notice.contact:
        to.paragraph(notice.wording.contact or _contact(notice.contact, to.facts["类型"]))
    if attachments:
        to.attachment_note(attachment.title for attachment in attachments)
    to.signature(issuance.signature or issuance.issuers, to.facts["成文日期"])
    if issuance.annotation:
        to.annotation(issuance.annotation)
    for number, attachment in enumerate(attachments, 1):
        label = f"附件{number}" if len(attachments) > 1 else "附件"
        to.attachment(label, attachment.title, attachment.content, attachment.table)


def _preamble(facts: dict[str, str]) -> str:
    """Return the preamble that tells those of the *facts* of the inspection that are filled."""
    genre = facts["类型"]
    dispatched, tour = facts.get("部署", ""), facts.get("轮次", "")
    dispatched = tour if dispatched in tour else dispatched + tour
    under = f"根据{dispatched}{genre}工作统一部署，" if dispatched else ""
    when = f"{facts['开始']}起，" if "开始" in facts else ""
    if "巡察时间" in facts:
        when = f"{facts['巡察时间']}，"
    whom = facts.get("对象", facts["机关"])
    lasting = f"为期{facts['历时']}的" if "历时" in facts else ""
    to = f"向{facts['反馈对象']}" if "反馈对象" in facts else ""
    told = f"，并于{facts['反馈日期']}{to}反馈了{genre}意见" if "反馈日期" in facts else ""
    basis = facts.get("依据", f"党务公开原则和{genre}工作有关要求")
    return (
        f"{under}{when}{facts['巡察组']}对{whom}进行了{lasting}{genre}{told}。"
        f"按照{basis}，现将{genre}整改情况予以公布。"
    )


def _contact(contact: Contact, genre: str) -> str:
    """Return the paragraph that tells how to reach the office."""
    usual = f"欢迎广大干部群众对{genre}整改落实情况进行监督。如有意见建议，请及时向我们反映。"
    lead = sentence(contact.lead) if contact.lead else usual
    ways = []
    if contact.phone:
        ways.append(f"联系电话：{contact.phone}")
    if contact.address:
        postcode = f"（邮编：{contact.postcode}）" if contact.postcode else ""
        ways.append(f"通信地址：{contact.address}{postcode}")
    elif contact.postcode:
        ways.append(f"邮政编码：{contact.postcode}")
    if contact.email:
        ways.append(f"电子邮箱：{contact.email}")
    ways += [f"{label}：{value}" for label, value in (contact.model_extra or {}).items()]
    return lead + sentence("；".join(ways))
