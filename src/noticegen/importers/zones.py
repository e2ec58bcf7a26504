"""Zones: the lines of a source in; title, opening, body, contact, signature, the rest out.

What surrounds the notice on a web page is told apart here; nothing is thrown away, it
goes to ``left_out``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from noticegen import dates
from noticegen.importers import measures, ordinals
from noticegen.importers.lines import Line, Source

_TITLE = re.compile("(?:通报|报告|公告|公示|通告|情况)(?:（[^（）]*）)?$")
_ABOUT = re.compile("整改|巡察|巡视")
_TITLE_MOST, _TITLE_LINES, _ABOVE = 120, 4, 15
_OPENS = re.compile("现将|进行了|开展|反馈|统一部署|统一安排")
_OPENING_LEAST = 25
_ORGAN = re.compile(
    "(?:党组|党委|党工委|工委|委员会|支部|总支部?|部|委|局|会|办|办公室|公司|集团|中心|院|校"
    "|学|社|厅|站|处|所|馆|署|政府)$"
)
_ORGAN_MOST, _ORGANS_MOST = 60, 12
CHROME = re.compile(
    r"(?:浏览|点击|访问|阅读)(?:次数|量|数|率)|发布(?:人|时间|日期|单位|机构|者)|来源[：:]"
    "|(?:信息|文章|稿件)来源|作者[：:]|字号|字体|打印|关闭|分享|加入收藏|编辑[：:]|版权所有"
    "|ICP备|公网安备|技术支持|主办(?:单位)?[：:]|承办(?:单位)?[：:]|[上下]一篇|网站地图|网站标识码"
    "|索引号|当前位置|您的位置|设为主页|设为首页|扫一扫|建议使用|联系我们|Copyright|©|返回顶部",
    re.IGNORECASE,
)
_STAMP = re.compile(r"[\d\s年月日时分秒:：./-]+")
_LABEL = re.compile(r"附\s*件\s*([0-9一二三四五六七八九十]*)[：:]?")
_NOTE = re.compile(r"附\s*件[：:]")
_NOTE_ITEM = re.compile(r"\d{1,2}[.．、]")
_ROUND = re.compile("（[^（）]+）")
_CONTACT = re.compile(
    "(?:电话|传真|邮箱|信箱|邮编|邮政编码|地址|网址|联系方式|联系人)[^。；，：]{0,6}[：\\d@]"
)
_CONTACT_SIGN = re.compile(r"\d{5}|@|：")
_REACHES = re.compile("电话|监督|反映|联系")
_RECIPIENTS_MOST = 120
_COPIES = re.compile("抄送[：:]")
_PRINTED = re.compile(r"(.+?)(\d{4}年\d{1,2}月\d{1,2}日)印发")
_NUMBER = re.compile(r"[^\s〔〕，。；：]{1,20}〔\d{4}〕\d+号")


@dataclass(slots=True)
class AttachmentZone:
    """附件 as it stands at the back: its label, the lines of its title, what it holds."""

    label: Line
    title: list[Line]
    content: list[Line]


@dataclass(slots=True)
class Zones:
    """Which lines are what; None or empty where the source has none."""

    head: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    recipients: Line | None = None
    body: list[Line] = field(default_factory=list)
    contact: list[Line] = field(default_factory=list)
    note: list[Line] = field(default_factory=list)
    organs: list[Line] = field(default_factory=list)
    date: Line | None = None
    signed: str = ""  # the organ, where it stands on the date's own line
    annotation: Line | None = None
    attachments: list[AttachmentZone] = field(default_factory=list)
    imprint: list[Line] = field(default_factory=list)
    left_out: list[Line] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is left to be 正文."""
        return not (self.body or self.contact or self.note)


def divide(source: Source, *, drops: bool) -> Zones:
    """Return the zones of *source*; *drops*: what surrounds the notice is no part of it."""
    zones = Zones(left_out=[line for line in source.lines if line.aside])
    lines = [line for line in source.lines if not line.aside]
    zones.imprint = [line for line in lines if is_imprint(line)]
    lines = [line for line in lines if not is_imprint(line)]
    end = _signature(lines, zones)
    start = _title(lines[:end], zones)
    tail = lines[end:]
    body = _opened(lines[: start[0]], lines[start[1] : end], zones, drops=drops)
    rest = _closed(tail, zones) if zones.date else tail
    if drops and not zones.date:
        body = _without_foot(body, zones)
    body = _note(body, zones)
    zones.body = _contact(body, zones)
    if drops:
        zones.left_out += rest
    else:
        zones.body += rest
    zones.left_out.sort(key=lambda line: line.number)
    return zones


def day_of(text: str) -> str:
    """Return the whole day that *text* is, as it is set in a notice; "" for anything else."""
    try:
        day = dates.parse(text)
    except ValueError:
        return ""
    return str(day) if day.day else ""


def is_organ(text: str) -> bool:
    """Tell whether *text* may be the name of an organ."""
    short = len(text) <= _ORGAN_MOST and not re.search("[，。；：！？、]", text)
    return short and _ORGAN.search(text) is not None


def is_imprint(line: Line) -> bool:
    """Tell whether *line* belongs to 版记."""
    if line.style.startswith("版记"):
        return True
    printed = _PRINTED.fullmatch(line.text)
    return _COPIES.match(line.text) is not None or (
        printed is not None and is_organ(printed.group(1))
    )


def printed_by(text: str) -> tuple[str, str]:
    """Return 印发机关 and 印发日期 of a line of 版记; "" for what it has not."""
    found = _PRINTED.fullmatch(text)
    return (found.group(1).strip(), found.group(2)) if found else ("", "")


def _signature(lines: Sequence[Line], zones: Zones) -> int:
    """Find 署名 and 成文日期 from the end; return where they begin, or the end."""
    for at in range(len(lines) - 1, 0, -1):
        line = lines[at]
        if line.rows or not re.search("[日号0-9]$", line.text):
            continue
        signed = re.fullmatch(r"(\D+?)(\d{4}年.+日)", line.text)
        if signed and is_organ(signed.group(1).strip()) and day_of(signed.group(2)):
            zones.date, zones.signed = line, signed.group(1).strip()
            return at
        if day_of(line.text) and is_organ(lines[at - 1].text):
            first = at - 1
            while first > 0 and at - first < _ORGANS_MOST and _is_joint(lines[first - 1]):
                first -= 1
            zones.date, zones.organs = line, list(lines[first:at])
            return first
    return len(lines)


def _is_joint(line: Line) -> bool:
    """Tell whether *line*, above an organ that signs, is another one."""
    if line.exact:
        return line.style == "署名"
    return line.text.startswith("中共") and is_organ(line.text) and not _TITLE.search(line.text)


def _title(lines: Sequence[Line], zones: Zones) -> tuple[int, int]:
    """Find the title; return its first line and the one after it, (0, 0) for none."""
    styled = [at for at, line in enumerate(lines) if line.style == "公文标题"]
    if styled:
        zones.title = [lines[at] for at in styled]
        return styled[0], styled[-1] + 1
    begin = next((at for at, line in enumerate(lines) if _begins(line)), len(lines))
    for end in range(begin, max(0, begin - _ABOVE), -1):
        for count in range(1, min(_TITLE_LINES, end) + 1):
            found = lines[end - count : end]
            if _is_title("".join(line.text for line in found)):
                first = _with_issuer(lines, end - count, found[0].text)
                zones.title = list(lines[first:end])
                return first, end
    return 0, 0


def _begins(line: Line) -> bool:
    """Tell whether the text of a notice begins with *line* at the latest."""
    if _is_title(line.text):
        return False
    mark = ordinals.mark(line.text)
    if mark and ordinals.depth(mark.sample) <= 2:  # noqa: PLR2004  # 一、 and （一）
        return True
    about = _ABOUT.search(line.text) and _OPENS.search(line.text)
    return bool(about) and len(line.text) >= _OPENING_LEAST and line.text[-1] in "。：:"


def _is_title(text: str) -> bool:
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


def _opened(
    above: Sequence[Line], below: Sequence[Line], zones: Zones, *, drops: bool
) -> list[Line]:
    """Sort out what stands above the title and right below it; return the text from there."""
    kept = []
    for line in above:
        is_head = _NUMBER.fullmatch(line.text) or line.style in _HEAD_STYLES
        if is_head or re.fullmatch("(?:绝密|机密|秘密)(?:★.+)?|特急|加急", line.text):
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
        if len(kept) == above_text and zones.recipients is None and _is_recipients(line):
            zones.recipients = line
        elif drops and (CHROME.search(line.text) or _STAMP.fullmatch(line.text)):
            zones.left_out.append(line)
        else:
            kept.append(line)
    return [*kept, *body[len(opening) :]]


_HEAD_STYLES = ("份号", "密级", "紧急程度", "发文机关标志", "发文字号")


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


def _without_foot(body: list[Line], zones: Zones) -> list[Line]:
    """Cut off the foot of a page from an unsigned notice."""
    whole = [at for at, line in enumerate(body) if line.text.endswith("。")]
    start = whole[-1] + 1 if whole else 0
    foot = next((at for at in range(start, len(body)) if CHROME.search(body[at].text)), len(body))
    zones.left_out += body[foot:]
    return body[:foot]


def _note(body: list[Line], zones: Zones) -> list[Line]:
    """Take 附件说明 off the end of the body."""
    names = {title.text for one in zones.attachments for title in one.title}
    for at in range(max(0, len(body) - 12), len(body)):
        first, *others = body[at:]
        is_first = _NOTE.match(first.text) or first.style == "附件说明" or first.text in names
        if is_first and all(_NOTE_ITEM.match(one.text) or one.text in names for one in others):
            zones.note = body[at:]
            return body[:at]
    return body


def note_names(lines: Sequence[Line]) -> list[str]:
    """Return the names that the lines of 附件说明 give."""
    names = [_NOTE.sub("", line.text).strip() for line in lines]
    if len(names) == 1 and not re.match(r"1[.．、]", names[0]):
        return names
    return [_NOTE_ITEM.sub("", name, count=1).strip() for name in names]


def _contact(body: list[Line], zones: Zones) -> list[Line]:
    """Take the contact paragraphs off the end of the body."""
    first = len(body)
    while first > 0 and _is_contact(body[first - 1]):
        first -= 1
    if not any(_REACHES.search(line.text) for line in body[first:]):
        return body
    zones.contact = body[first:]
    return body[:first]


def _is_contact(line: Line) -> bool:
    is_told = _CONTACT.search(line.text) and _CONTACT_SIGN.search(line.text)
    is_measures = measures.label_of(line.text) or "二是" in line.text
    is_heading = line.level or ordinals.mark(line.text)
    return bool(is_told) and not is_measures and not is_heading


def _closed(tail: Sequence[Line], zones: Zones) -> list[Line]:
    """Sort out what stands below the date; return what is nothing of the notice's."""
    rest = list(tail[len(zones.organs) + 1 :])
    if rest and _ROUND.fullmatch(rest[0].text):
        zones.annotation = rest.pop(0)
    labels = [at for at, line in enumerate(rest) if _LABEL.fullmatch(line.text)]
    if not labels or labels[0] != 0:
        return rest
    foot = next((at for at, line in enumerate(rest) if CHROME.search(line.text)), len(rest))
    labels = [at for at in labels if at < foot]
    for at, after in zip(labels, [*labels[1:], foot], strict=True):
        zones.attachments.append(_attachment(rest[at:after]))
    return rest[foot:]


def _attachment(lines: Sequence[Line]) -> AttachmentZone:
    label, *others = lines
    count = sum(1 for line in others if line.style == "附件标题") or min(1, len(others))
    if others and others[0].rows:
        count = 0
    return AttachmentZone(label, others[:count], others[count:])
