"""The notice as the form gives it: one class a part, the form's labels as aliases.

A field's description and examples are its entry in docs/form.md and in the JSON Schema.
"""

from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from typing import Annotated, Literal

from noticegen.model.base import Field, Filled, Model
from noticegen.model.item import Item
from noticegen.model.kinds import HEADINGS, Kind, Status
from noticegen.model.parts import (
    AttachmentForm,
    Contact,
    Figures,
    Imprint,
    Inspection,
    Issuance,
    WebPage,
)
from noticegen.model.wording import PartWording, Wording

_RECTIFIED = frozenset((Kind.FINDING, Kind.TASK))
_RANKS = {kind: rank for rank, kind in enumerate(HEADINGS)}
_withheld = attrgetter("withheld")


class Notice(Model):
    """The whole form."""

    format: Literal["1"] = Field("1", alias="格式", description="表的版式，写 1。")
    issuance: Issuance = Field(alias="发文", description="谁发文、何时发文。")
    inspection: Inspection = Field(
        default_factory=Inspection,
        alias="巡察",
        description="巡察的基本情况，引言由它写成。",
    )
    figures: Figures = Field(
        default_factory=Figures,
        alias="数据",
        description="自己起名的数字，正文里用 {{ 名称 }} 引用。",
    )
    wording: Wording = Field(
        default_factory=Wording, alias="写法", description="本单位的写法，可以全不填。"
    )
    body: Annotated[tuple[Item, ...], Filled()] = Field(
        alias="正文",
        description="通报的正文，一项一个“- ”，顺序就是印出来的顺序。",
    )
    attachments: tuple[AttachmentForm, ...] = Field(
        (), alias="附件", description="附件，写成列表，可以没有。"
    )
    contact: Contact | None = Field(None, alias="联系", description="联系方式，不填就没有这一段。")
    imprint: Imprint | None = Field(
        None, alias="版记", description="印在红头版式的末页，同「文号」一起填。"
    )
    web_page: WebPage | None = Field(
        None, alias="网页", description="网页里给机器读的政府网站标签，页面上看不见，只有网页用到。"
    )

    @cached_property
    def public_body(self) -> tuple[Item, ...]:
        """The items that are printed: no withheld ones, no heading they leave bare."""
        return tuple(_public(self.body)) if any(map(_withheld, self.body)) else self.body

    @cached_property
    def counted_body(self) -> tuple[Item, ...]:
        """The items that the numbers count, by 不公开计数."""
        return self.body if self.wording.count_withheld == "计入" else self.public_body


def _public(body: tuple[Item, ...]) -> Iterator[Item]:
    for index, item in enumerate(body):
        if item.withheld is not None:
            continue
        if item.kind in HEADINGS and not item.content:
            leaves = [child for child in _below(body, index) if child.kind not in HEADINGS]
            if leaves and all(child.withheld is not None for child in leaves):
                continue
        yield item


def _below(body: tuple[Item, ...], index: int) -> Iterator[Item]:
    """The items that stand under the heading at *index*."""
    rank = _RANKS[body[index].kind]
    for place in range(index + 1, len(body)):
        if _RANKS.get(body[place].kind, rank + 1) <= rank:
            break
        yield body[place]


def statuses(body: tuple[Item, ...]) -> Iterator[tuple[Item, Status | None]]:
    """Yield each finding and task with its status, its own or the nearest heading's."""
    above: list[tuple[int, Status | None]] = []
    inherited = None
    for item in body:
        kind = item.kind
        if kind in _RECTIFIED:
            yield item, item.status or inherited
        elif kind in _RANKS:
            rank = _RANKS[kind]
            while above and above[-1][0] >= rank:
                above.pop()
            inherited = item.status or (above[-1][1] if above else None)
            above.append((rank, inherited))


def worded(notice: Notice) -> Iterator[tuple[Item, PartWording]]:
    """Yield each item with the wording that holds for it: its part's own over the form's."""
    wording: PartWording = notice.wording
    part = Kind.PART  # asked for once: an Enum takes its time to answer
    for item in notice.body:
        if item.kind is part:
            wording = _overridden(notice.wording, item.wording)
        yield item, wording


def _overridden(base: PartWording, own: PartWording | None) -> PartWording:
    if own is None:
        return base
    given = {name: getattr(own, name) for name in own.model_fields_set}
    if own.ordinals.model_fields_set:
        samples = {name: getattr(own.ordinals, name) for name in own.ordinals.model_fields_set}
        given["ordinals"] = base.ordinals.model_copy(update=samples)
    return base.model_copy(update=given)
