"""What 正文 is made of: its kinds of items, and which labels stand beside each."""

from enum import StrEnum


class Status(StrEnum):
    """状态: how far the rectification of a finding has come."""

    COMPLETED = "已完成"
    SUBSTANTIALLY_COMPLETED = "基本完成"
    ONGOING = "持续推进"
    NOT_COMPLETED = "未完成"


class Kind(StrEnum):
    """What an item of 正文 is: the label that stands first in it."""

    PART = "部分"
    UNIT = "单位"
    ASPECT = "方面"
    CATEGORY = "类别"
    POINT = "要点"
    PARAGRAPH = "段落"
    FINDING = "问题"
    TASK = "任务"
    MATTER = "事项"


HEADINGS = (Kind.PART, Kind.UNIT, Kind.ASPECT, Kind.CATEGORY)
"""The kinds that other items stand under, from the highest down."""

LEDGER = ("状态", "责任领导", "责任单位", "责任人", "完成时限", "进展", "备注")
"""The labels of the ledger: never printed."""

BESIDE = {
    Kind.PART: ("内容", "写法", *LEDGER),
    Kind.UNIT: ("内容", *LEDGER),
    Kind.ASPECT: ("内容", *LEDGER),
    Kind.CATEGORY: ("内容", *LEDGER),
    Kind.POINT: ("内容",),
    Kind.PARAGRAPH: (),
    Kind.FINDING: ("导语", "措施", "内容", "原文", "不公开", *LEDGER),
    Kind.TASK: ("导语", "措施", "内容", "原文", "不公开", *LEDGER),
    Kind.MATTER: ("存在问题", "措施", *LEDGER),
}
"""Which labels may stand beside each kind."""
