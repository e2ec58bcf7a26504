"""The head of a notice: its red head, title and recipients among the lines of a source."""

import re
from collections.abc import Sequence

from noticegen.importers import measures, ordinals
from noticegen.importers.lines import Line
from noticegen.importers.parts import CHROME, Zones, is_organ

_TITLE = re.compile("(?:通报|报告|公告|公示|通告|情况)(?:（[^（）]*）)?$")
_ABOUT = re.compile("整改|巡察|巡视")
_TITLE_MOST, _TITLE_LINES, _ABOVE = 120, 4, 15
_OPENS = re.compile("现将|进行了|开展|反馈|统一部署|统一安排")
_OPENING_LEAST = 25
_STAMP = re.compile(r"[\d\s年月日时分秒:：./-]+")
_NUMBER = re.compile(r"[^\s〔〕，。；：]{1,20}〔\d{4}〕\d+号")
_HEAD = re.compile(rf"{_NUMBER.pattern}|\d{{6}}|(?:绝密|机密|秘密)(?:★.{{1,8}})?|特急|加急")
_RECIPIENTS_MOST = 120
_HEAD_STYLES = ("份号", "密级", "紧急程度", "发文机关标志", "发文字号")


def title(lines: Sequence[Line], zones: Zones) -> tuple[int, int]:
    """Find the title; return its first line and the one after it, (0, 0) for none."""
    styled = [at for at, line in enumerate(lines) if line.style == "公文标题"]
    if styled:
        zones.title = [lines[at] for at in styled]
        return styled[0], styled[-1] + 1
    begin = next((at for at, line in enumerate(lines) if _begins(line)), len(lines))
    for end in range(begin, max(0, begin - _ABOVE), -1):
        for count in range(1, min(_TITLE_LINES, end) + 1):
            found = lines[end - count : end]
            if is_title("".join(line.text for line in found)):
                first = _with_issuer(lines, end - count, found[0].text)
                zones.title = list(lines[first:end])
                return first, end
    return 0, 0


def _begins(line: Line) -> bool:
    """Tell whether the text of a notice begins with *line* at the latest."""
    if is_title(line.text):
        return False
    mark = ordinals.mark(line.text)
    if mark and ordinals.depth(mark.sample) <= 2:  # noqa: PLR2004  # 一、 and （一）
        return True
    about = _ABOUT.search(line.text) and _OPENS.search(line.text)
    return bool(about) and len(line.text) >= _OPENING_LEAST and line.text[-1] in "。：:"


def is_title(text: str) -> bool:
    """Tell whether *text* may be the title of such a notice."""
    if len(text) > _TITLE_MOST or re.search("[。；>]|：.", text) or CHROME.search(text):
        return False
    mark = ordinals.mark(text)
    if mark or not _ABOUT.search(text) or not _TITLE.search(text):
        return False
    return "关于" in text or text.startswith("【") or text.endswith(("通报", "报告"))


def _with_issuer(lines: Sequence[Line], first: int, text: str) -> int:
    """Take in the organs that stand on lines of their own above 关于……."""
    while text.startswith("关于") and first > 0 and is_organ(lines[first - 1].text):
        first -= 1
    return first


def opened(
    above: Sequence[Line], below: Sequence[Line], zones: Zones, *, drops: bool
) -> list[Line]:
    """Sort out what stands above the title and right below it; return the text from there."""
    kept = []
    for line in above:
        if _is_head(line):
            zones.head.append(line)
        elif drops:
            zones.left_out.append(line)
        else:
            kept.append(line)
    body = list(below)
    begin = next((at for at, line in enumerate(body) if _begins(line)), 1) if zones.title else 0
    opening = body[:begin] if begin <= _ABOVE else []
    above_text = len(kept)
    for line in opening:
        is_first = len(kept) == above_text and zones.recipients is None
        if is_first and _is_number(line):
            zones.head.append(line)
        elif is_first and _is_recipients(line):
            zones.recipients = line
        elif drops and (CHROME.search(line.text) or _STAMP.fullmatch(line.text)):
            zones.left_out.append(line)
        else:
            kept.append(line)
    return [*kept, *body[len(opening) :]]


def _is_head(line: Line) -> bool:
    """Tell whether *line* belongs to a red head; joint organs stand there as a table."""
    if line.style in _HEAD_STYLES or _HEAD.fullmatch(line.text):
        return True
    words = line.text or "".join(cell for row in line.rows for cell in row)
    return words.endswith("文件") and is_organ(words.removesuffix("文件"))


def _is_number(line: Line) -> bool:
    """Tell whether *line* is 文号, which stands below the title where there is no red head."""
    return not line.exact and _NUMBER.fullmatch(line.text) is not None


def _is_recipients(line: Line) -> bool:
    if line.exact:
        return line.style == "主送机关"
    return (
        line.text.endswith("：")
        and len(line.text) <= _RECIPIENTS_MOST
        and not re.search("。|；|.：.", line.text)
        and not ordinals.mark(line.text)
        and not measures.label_of(line.text)
        and _OPENS.search(line.text) is None
    )
