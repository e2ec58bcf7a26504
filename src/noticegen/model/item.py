"""One item of 正文: one model for every kind, without unions."""

from functools import lru_cache

from noticegen.model.base import Field, Model
from noticegen.model.fields import (
    Measures,
    Paragraphs,
    Text,
    fault,
)
from noticegen.model.kinds import BESIDE, Kind, Status
from noticegen.model.wording import PartWording

_NO_REASONS = ("", "否", "无", "公开", "是", "不公开")


class Item(Model):
    """One item of 正文: exactly one kind, and what may stand beside it."""

    part: Text | None = Field(None, alias="部分", description="一级标题，照原样印出。")
    unit: Text | None = Field(
        None, alias="单位", description="被巡察的一个单位，一张表写几个单位时用。"
    )
    aspect: Text | None = Field(
        None, alias="方面", description="下面几类问题所属的方面，照原样印出。"
    )
    category: Text | None = Field(
        None, alias="类别", description="下面几个问题所属的类别，照原样印出。"
    )
    point: Text | None = Field(
        None,
        alias="要点",
        description="段首标题；以句号结尾的与内容同段，否则自成一行。",
    )
    paragraph: Paragraphs | None = Field(
        None, alias="段落", description="一段文字；几段的写成列表，或者用 | 每行一段。"
    )
    finding: Text | None = Field(None, alias="问题", description="巡察反馈的一个问题。")
    task: Text | None = Field(None, alias="任务", description="不写问题只写整改任务时用。")
    matter: Text | None = Field(None, alias="事项", description="需要进一步整改的事项。")
    content: Paragraphs = Field((), alias="内容", description="标题下面或者措施后面的文字。")
    lead: Text = Field("", alias="导语", description="第一条措施前的一句话。")
    measures: Measures = Field(
        (), alias="措施", description="整改措施，写成列表，一条一项，不写序号。"
    )
    verbatim: Text | None = Field(
        None,
        alias="原文",
        description="问题一行照此印出（序号仍由程序编排），不用「写法」。",
    )
    withheld: Text | None = Field(
        None, alias="不公开", description="不公开的理由；填了就不印、不编号。"
    )
    remaining: Text | None = Field(None, alias="存在问题", description="事项还存在的问题。")
    wording: PartWording | None = Field(
        None, alias="写法", description="只管这一部分的写法，可以写「写法」里从问题到序号的各项。"
    )
    status: Status | None = Field(
        None, alias="状态", description="整改到了哪一步，不印出来，完成数等按它计数。"
    )
    leader: Text | None = Field(
        None, alias="责任领导", description="只进台账；「写法」里引用了才印出来。"
    )
    department: Text | None = Field(
        None, alias="责任单位", description="只进台账；「写法」里引用了才印出来。"
    )
    person: Text | None = Field(
        None, alias="责任人", description="只进台账；「写法」里引用了才印出来。"
    )
    deadline: Text | None = Field(
        None, alias="完成时限", description="只进台账；「写法」里引用了才印出来。"
    )
    progress: Text | None = Field(
        None, alias="进展", description="只进台账；「写法」里引用了才印出来。"
    )
    remarks: Text | None = Field(
        None, alias="备注", description="只进台账；「写法」里引用了才印出来。"
    )

    kind: Kind
    """Which label makes this item what it is."""

    heading: str
    """The text of that label; "" for a paragraph."""

    def settle(self) -> None:
        """Tell kind and heading; a fault where the item is not one kind with what is its own."""
        values = vars(self)
        kind, name = _told(tuple(values))
        text = values[name]
        if not text:
            raise fault("model-empty", f"「{kind}」后面没有文字，请补上，或者删去这一项。")
        if "withheld" in values and self.withheld in _NO_REASONS:
            sentence = (
                f"“{self.withheld}”不是不公开的理由，请写明理由；要公开就删去「不公开」这一行。"
            )
            raise fault("model-withheld-reason", sentence, "不公开")
        values["kind"] = kind
        values["heading"] = "" if name == "paragraph" else text

    def text_of(self, label: str) -> str | None:
        """The text that stands at *label*; None where there is none."""
        value = getattr(self, _ITEM_FIELDS[label])
        return value if isinstance(value, str) else None


_ITEM_LABELS = {name: field.alias or name for name, field in Item.model_fields.items()}
_ITEM_FIELDS = {label: name for name, label in _ITEM_LABELS.items()}
_KINDS = {_ITEM_FIELDS[kind]: kind for kind in Kind}
_NAMES_IN = {
    kind: frozenset(_ITEM_FIELDS[label] for label in (kind, *BESIDE[kind])) for kind in Kind
}


@lru_cache(maxsize=256)
def _told(given: tuple[str, ...]) -> tuple[Kind, str]:
    """Return the kind of an item with the fields *given*, and the field that tells it."""
    kinds = [_KINDS[name] for name in given if name in _KINDS]
    if not kinds:
        names = "、".join(Kind)
        raise fault("model-kind", f"看不出这一项是什么，请先写{names}中的一个。")
    if len(kinds) > 1:
        first, second = [kind for kind in Kind if kind in kinds][:2]
        sentence = f"「{first}」和「{second}」不能写在同一项里，请另起一行写“- {second}: ”。"
        raise fault("model-kind", sentence)
    kind = kinds[0]
    for name, label in _ITEM_LABELS.items():
        if name in given and name not in _NAMES_IN[kind]:
            owners = "、".join(f"「{kind}」" for kind in Kind if label in BESIDE[kind])
            sentence = f"「{label}」不能写在「{kind}」里，它只用在{owners}里。"
            raise fault("model-misplaced", sentence)
    return kind, _ITEM_FIELDS[kind]
