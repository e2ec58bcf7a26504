"""Records of a ledger → a new form: 正文 filled, what no ledger says left to be filled in."""

import re
from collections.abc import Iterator, Sequence

from noticegen.importers.ledger.records import Reading, Record
from noticegen.importers.ledger.scalars import scalar
from noticegen.importers.ledger.table import Table
from noticegen.importers.lines import clean
from noticegen.model import Kind
from noticegen.model.kinds import HEADINGS, LEDGER

_TITLE = re.compile("(?P<organ>.+?)(?:关于|落实|巡察|巡视|反馈|整改).*台账")
_HEAD = """\
# 由台账导入的填报表，正文已经填好，请对照台账核对。
# 台账里没有的还要填：下面的「机关」「成文日期」，和巡察的基本情况（不填就没有开头一段）。
# 填好后运行 noticegen check 检查。
{title}
格式: 1

发文:
  机关:
  # 例如：中共云山县示范局党组
  成文日期:
  # 例如：2024年6月20日

# 巡察:
#   部署: 县委
#   巡察组: 县委第三巡察组
#   对象: 县示范局党组
#   开始: 2023年10月16日
#   结束: 2023年12月15日
#   反馈日期: 2024年1月12日

正文:
"""


def draft(reading: Reading, tables: Sequence[Table]) -> str:
    """Return the form that the records make."""
    titles = {one.sheet.name: organ for one in tables if (organ := _organ(one))}
    units = titles if len(set(titles.values())) > 1 else {}
    shown = "\n".join(f"# 台账的标题：{clean(text)}" for one in tables for text in one.above[:1])
    lines = list(_items(reading.records, units))
    return _HEAD.format(title=shown) + "\n".join(lines) + "\n"


def item(record: Record, dash: int = 2, ledger: Sequence[str] = LEDGER) -> list[str]:
    """Return the lines of one item of 正文, its dash *dash* blanks from the edge."""
    values = {
        str(record.kind): record.text,
        "导语": record.lead,
        "存在问题": record.remaining,
        "不公开": record.withheld,
    }
    if record.kind is Kind.MATTER:
        del values["导语"], values["不公开"]
    else:
        del values["存在问题"]
    lines = [f"{label}: {scalar(text)}" for label, text in values.items() if text]
    if record.measures:
        lines += ["措施:", *(f"  - {scalar(measure)}" for measure in record.measures)]
    lines += [f"{label}: {scalar(text)}" for label in ledger if (text := record.fields.get(label))]
    return [" " * dash + ("  " if number else "- ") + line for number, line in enumerate(lines)]


def _items(records: Sequence[Record], units: dict[str, str]) -> Iterator[str]:
    here: dict[Kind, str] = {}
    in_matters = False
    for record in records:
        place = dict(record.place)
        if record.sheet in units:
            place.setdefault(Kind.UNIT, clean(units[record.sheet]))
        if record.kind is Kind.MATTER and not in_matters:
            yield "\n  - 部分: 需要进一步整改的事项"
            in_matters, here = True, {}
        for kind in HEADINGS:
            if kind in place and place[kind] != here.get(kind):
                here = {above: text for above, text in here.items() if _is_above(above, kind)}
                here[kind] = place[kind]
                yield f"\n  - {kind}: {scalar(place[kind])}"
        yield from item(record)


def _is_above(one: Kind, other: Kind) -> bool:
    return HEADINGS.index(one) < HEADINGS.index(other)


def _organ(one: Table) -> str:
    """Return the organ whose ledger the title above the table says it is."""
    return next((found["organ"] for text in one.above if (found := _TITLE.fullmatch(text))), "")
