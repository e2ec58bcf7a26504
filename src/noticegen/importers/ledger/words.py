"""Words of a ledger's cells → what a form takes: headings known, measures parted, statuses."""

import re
import unicodedata
from typing import NamedTuple

from noticegen import numerals
from noticegen.model import Status
from noticegen.model.fields import HEADING_ORDINAL

_HEADINGS = {
    "序号": ("序号", "编号", "问题序号"),
    "单位": ("单位", "被巡察单位", "被巡察党组织", "单位名称"),
    "方面": ("方面", "反馈方面", "问题方面"),
    "类别": ("类别", "问题类别", "问题类型", "问题分类"),
    "反馈问题": (
        *("具体问题", "反馈问题", "巡察反馈问题", "巡视反馈问题", "反馈的问题", "反馈具体问题"),
        *("问题", "问题描述", "存在问题", "存在的问题", "问题表现", "具体表现", "主要问题"),
    ),
    "任务": ("整改任务", "任务"),
    "整改措施": ("整改措施", "措施", "具体措施", "具体整改措施", "整改举措", "主要措施"),
    "责任领导": ("责任领导", "牵头领导", "分管领导"),
    "责任单位": (
        *("责任单位", "责任部门", "责任科室", "责任处室", "责任股室"),
        *("牵头单位", "牵头部门", "牵头科室"),
    ),
    "责任人": ("责任人", "具体责任人", "责任人员", "直接责任人"),
    "完成时限": ("完成时限", "整改时限", "整改期限", "完成期限", "时限", "计划完成时间"),
    "进展": (
        *("整改进展", "进展情况", "整改进展情况", "完成情况", "整改完成情况", "整改情况"),
        *("整改落实情况", "落实情况", "进展"),
    ),
    "状态": ("状态", "整改状态", "完成状态", "是否完成", "是否完成整改", "是否整改完成"),
    "备注": ("备注",),
    "不公开": ("不公开",),
    "标识": ("标识",),
}
"""What ledgers call a column, the surest name first."""
_KNOWN = {
    heading: (name, rank)
    for name, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings)
}
_BRACKETED = re.compile(r"\([^()]*\)")
_NOT_HEADING = re.compile(r"[\s:*、/]")

_STATUSES: dict[str, Status] = {
    **{status.value: status for status in Status},
    **dict.fromkeys(("是", "完成", "已整改", "已办结", "整改完成", "已完成整改"), Status.COMPLETED),
    **dict.fromkeys(("已销号", "办结", "全部完成", "已整改到位"), Status.COMPLETED),
    **dict.fromkeys(("基本整改", "基本整改完成", "基本完成整改"), Status.SUBSTANTIALLY_COMPLETED),
    **dict.fromkeys(("整改中", "正在整改", "推进中", "正在推进", "持续整改"), Status.ONGOING),
    **dict.fromkeys(("长期坚持", "进行中", "持续推进中", "长期整改"), Status.ONGOING),
    **dict.fromkeys(("未整改", "尚未完成", "否", "未完成整改", "未办结"), Status.NOT_COMPLETED),
}
_YES_OR_NO = ("是", "否")

_NUMBERS = {numerals.chinese(number): number for number in range(1, 100)}
_CHINESE = "([一二三四五六七八九十]{1,3})"
_BOUNDARY = r"(?:^|(?<=[\n。；;！？：:]))[ \t\u3000]*"
_STYLES = tuple(
    re.compile(_BOUNDARY + ordinal, re.MULTILINE)
    for ordinal in (
        rf"第?{_CHINESE}是[，,：:]?",
        rf"第{_CHINESE}[，,]",
        rf"{_CHINESE}、",
        rf"[（(]{_CHINESE}[）)]",
        r"[（(](\d{1,3})[）)]",
        r"(\d{1,3})(?:[.．](?!\d)|、|[）)])",
        "([①-⑳])",
    )
)
_TYPED = re.compile(rf"第?{_CHINESE}是[，,：:]?|第{_CHINESE}[，,]|{HEADING_ORDINAL.pattern}")
_FIRST_CIRCLED = ord("①")


class Parted(NamedTuple):
    """A cell of measures: what is said before the first, and the measures."""

    lead: str
    measures: tuple[str, ...]


def heading(text: str) -> tuple[str, int] | None:
    """Return what column *text* heads and how sure a name it is, 0 the surest; None unknown."""
    folded = unicodedata.normalize("NFKC", text)
    for words in (folded, _BRACKETED.sub("", folded)):
        if found := _KNOWN.get(_NOT_HEADING.sub("", words)):
            return found
    return None


def status(text: str) -> Status | None:
    """Return the status that *text* means; None where it is not one of the usual words."""
    return _STATUSES.get(re.sub(r"\s|[。.]$", "", text))


def plain_status(text: str) -> Status | None:
    """Return the status that a cell of progress gives when it holds nothing else."""
    return None if text in _YES_OR_NO else status(text)


def without_ordinal(text: str) -> str:
    """Return *text* without the ordinal typed before it, which the notice gives itself."""
    bare = text.strip()
    found = HEADING_ORDINAL.match(_full_width_brackets(bare))
    return bare[found.end() :].strip() or bare if found else bare


def is_numbered(text: str) -> bool:
    """Tell whether an ordinal is typed before *text*."""
    return _bare(text) != text


def measures(cell: str) -> Parted:
    """Part a cell into measures: by its ordinals where they run on, else by its lines."""
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    bare = [_bare(line) for line in lines]
    if len(lines) > 1 and all(short != line for short, line in zip(bare, lines, strict=True)):
        return Parted("", tuple(filter(None, bare)))
    text = "\n".join(lines)
    runs = [places for style in _STYLES if len(places := _run(style, text)) > 1]
    if not runs:
        return Parted("", tuple(filter(None, bare)))
    places = min(runs, key=lambda run: run[0])
    ends = [start for start, _ in places[1:]] + [len(text)]
    parts = (text[start:end].strip() for (_, start), end in zip(places, ends, strict=True))
    return Parted(text[: places[0][0]].strip(), tuple(filter(None, parts)))


def _run(style: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Return where the ordinals 1, 2, 3 … of one style stand, start and end of each."""
    places: list[tuple[int, int]] = []
    for found in style.finditer(text):
        if _value(found[1]) == len(places) + 1:
            places.append((found.start(), found.end()))
    return places


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    return _NUMBERS.get(numeral) or ord(numeral[0]) - _FIRST_CIRCLED + 1


def _bare(line: str) -> str:
    found = _TYPED.match(_full_width_brackets(line))
    return line[found.end() :].strip() if found else line


def _full_width_brackets(text: str) -> str:
    return text.translate(_BRACKETS)


_BRACKETS = str.maketrans("()", "（）")
