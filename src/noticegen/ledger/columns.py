"""The columns of a ledger: what stands in them, how wide they are, what a row says in each."""

from collections.abc import Sequence
from typing import NamedTuple

from noticegen.ledger.rows import Row
from noticegen.model import Kind

KEY = "标识（请勿改动）"
"""The heading of the hidden column."""

_MOST = 32_000  # characters; a cell takes 32 767
_CUT = "……（全文见填报表）"


class Column(NamedTuple):
    """A column: its heading, its width in digits, whether its words stand in the middle."""

    heading: str
    width: float
    centred: bool = True


_UNIT = Column("单位", 10)
_FINDING = Column("反馈问题", 22, centred=False)
_TASK = _FINDING._replace(heading="整改任务")
_COLUMNS = (
    Column("序号", 5),
    Column("方面", 11, centred=False),
    Column("类别", 11, centred=False),
    _FINDING,
    Column("整改措施", 47, centred=False),
    Column("责任领导", 8),
    Column("责任单位", 10),
    Column("责任人", 8),
    Column("完成时限", 15),
    Column("整改进展", 14, centred=False),
    Column("状态", 9),
    Column("备注", 9, centred=False),
    Column("不公开", 9),
)


def columns(rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns a ledger of *rows* needs.

    单位 is one only where the form tells units apart; where it has tasks and no findings,
    the column is headed so.
    """
    shown = list(_COLUMNS)
    if any(Kind.UNIT in row.place for row in rows):
        shown.insert(1, _UNIT)
    kinds = {row.kind for row in rows}
    if Kind.TASK in kinds and Kind.FINDING not in kinds:
        shown[shown.index(_FINDING)] = _TASK
    return tuple(shown)


def cells(row: Row) -> dict[str, str]:
    """Return what *row* says under each heading, but for its number."""
    aspect = row.place.get(Kind.ASPECT) or row.place.get(Kind.PART, "")
    remaining = f"\n还存在的问题：{row.remaining}" if row.remaining else ""
    fields = {**row.fields, "整改进展": row.fields["进展"]}
    words = {
        "单位": row.place.get(Kind.UNIT, ""),
        "方面": aspect,
        "类别": row.place.get(Kind.CATEGORY, ""),
        **dict.fromkeys((_FINDING.heading, _TASK.heading), row.text + remaining),
        "整改措施": lines(row.measures),
        **fields,
        "不公开": row.withheld,
    }
    return {heading: _cut(text) for heading, text in words.items()}


def lines(measures: Sequence[str]) -> str:
    """Return measures as one cell tells them: a line each, numbered where there are several."""
    if len(measures) == 1:
        return measures[0]
    return "\n".join(f"（{number}）{text}" for number, text in enumerate(measures, 1))


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else text[: _MOST - len(_CUT)] + _CUT
