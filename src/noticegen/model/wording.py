"""写法: how an office words and numbers its notice."""

from typing import Literal

from noticegen.model.base import Field, Model
from noticegen.model.fields import (
    Paragraphs,
    Sample,
    Text,
    Texts,
    fault,
)
from noticegen.model.kinds import Kind

_CONTINUOUS = frozenset((*Kind, "无")) - {Kind.PARAGRAPH}


class Ordinals(Model):
    """写法.序号: how each kind is numbered, by a sample of its first ordinal."""

    part: Sample = Field("一、", alias="部分", description="部分的序号。")
    unit: Sample = Field("（一）", alias="单位", description="单位的序号。")
    aspect: Sample = Field("（一）", alias="方面", description="方面的序号。")
    category: Sample = Field("1.", alias="类别", description="类别的序号。")
    point: Sample = Field("（一）", alias="要点", description="要点的序号。")
    matter: Sample = Field("（一）", alias="事项", description="事项的序号。")
    finding: Sample = Field("（1）", alias="问题", description="问题的序号。")
    task: Sample = Field("（1）", alias="任务", description="任务的序号。")

    def of(self, kind: Kind) -> str:
        """The sample for *kind*; a paragraph has none."""
        samples = {
            Kind.PART: self.part,
            Kind.UNIT: self.unit,
            Kind.ASPECT: self.aspect,
            Kind.CATEGORY: self.category,
            Kind.POINT: self.point,
            Kind.MATTER: self.matter,
            Kind.FINDING: self.finding,
            Kind.TASK: self.task,
        }
        return samples.get(kind, "无")


class PartWording(Model):
    """写法 that a 部分 may carry for itself."""

    finding: Text = Field(
        "{{ 问题 }}",
        alias="问题",
        description="问题这一行怎样写。",
        examples=["针对{{ 问题 }}问题。"],
    )
    task: Text = Field("{{ 任务 }}", alias="任务", description="任务这一行怎样写。")
    matter: Text | None = Field(
        None,
        alias="事项",
        description="事项这一行怎样写，不填则为“……需进一步整改。还存在的问题：……”。",
        examples=["{{ 事项 }}需进一步整改。还存在的问题：{{ 存在问题 }}"],
    )
    measures: Literal["同段", "另段", "逐条"] = Field(
        "另段",
        alias="措施",
        description="措施接在问题后面（同段）、另起一段（另段）或者每条一段（逐条）。",
    )
    measures_label: Text = Field(
        "", alias="措施引语", description="措施前的引语。", examples=["整改完成情况："]
    )
    measure_ordinal: Sample = Field(
        "一是",
        alias="措施序号",
        description="一是、1.、（1）、①或者无；只有一条时不编号。",
    )
    ordinals: Ordinals = Field(
        default_factory=Ordinals, alias="序号", description="各级序号的样子。"
    )


class Wording(PartWording):
    """写法: the office's own wording and numbering; nothing here need be filled."""

    preamble: Paragraphs | None = Field(
        None, alias="引言", description="开头一段，照此印出；不填则由「巡察」各项写成。"
    )
    contact: Text | None = Field(
        None, alias="联系", description="联系方式一段，照此印出；不填则由「联系」各项写成。"
    )
    continuous: Texts = Field(
        ("问题", "任务"),
        alias="连续",
        description="全文连续编号的类别，其余在上一级下重新编号；无则写“无”。",
    )
    count_withheld: Literal["计入", "不计入"] = Field(
        "不计入", alias="不公开计数", description="不公开的问题是否计入各项数字。"
    )

    def settle(self) -> None:
        """Raise a fault where 连续 names what is no kind."""
        for kind in self.continuous:
            if kind not in _CONTINUOUS:
                choices = "、".join(kind for kind in Kind if kind is not Kind.PARAGRAPH)
                raise fault(
                    "model-choice",
                    f"「连续」里的“{kind}”不是正文的类别，可以写{choices}或者无。",
                )
