"""The tail of a notice: contact, 附件说明, signature, attachments and 版记 of a source."""

import re
from collections.abc import Sequence

from noticegen.importers import measures, ordinals
from noticegen.importers.heads import is_title
from noticegen.importers.lines import Line
from noticegen.importers.parts import CHROME, AttachmentZone, Zones, day_of, is_organ

_ORGANS_MOST = 12
_LABEL = re.compile(r"附\s*件\s*([0-9一二三四五六七八九十]*)[：:]?")
_NOTE = re.compile(r"附\s*件[：:]")
_NOTE_ITEM = re.compile(r"\d{1,2}[.．、]")
_SIGNED = re.compile(r"(\D+?)((?:\d{4}|[〇零○一二三四五六七八九]{4})年.+[日号])")
_ROUND = re.compile("（[^（）]+）")
_CONTACT = re.compile(
    "(?:电话|传真|邮箱|信箱|邮编|邮政编码|地址|网址|联系方式|联系人)[^。；，：]{0,6}[：\\d@]"
)
_CONTACT_SIGN = re.compile(r"\d{5}|@|：")
_REACHES = re.compile("电话|监督|反映|联系")
_COPIES = re.compile("抄送[：:]")
_PRINTED = re.compile(r"(.+?)(\d{4}年\d{1,2}月\d{1,2}日)印发")


def signature(lines: Sequence[Line], zones: Zones) -> int:
    """Find 署名 and 成文日期 from the end; return where they begin, or the end."""
    for at in range(len(lines) - 1, 0, -1):
        line = lines[at]
        if line.rows or not re.search("[日号0-9]$", line.text):
            continue
        signed = _SIGNED.fullmatch(line.text)
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
    return line.text.startswith("中共") and is_organ(line.text) and not is_title(line.text)


def closed(tail: Sequence[Line], zones: Zones, *, drops: bool) -> list[Line]:
    """Sort out what stands below the date; return what is nothing of the notice's.

    On a page, where *drops*, its foot ends the attachments.
    """
    rest = list(tail[len(zones.organs) + 1 :])
    if rest and _ROUND.fullmatch(rest[0].text):
        zones.annotation = rest.pop(0)
    labels = [at for at, line in enumerate(rest) if _LABEL.fullmatch(line.text)]
    if not labels or labels[0] != 0:
        return rest
    feet = (at for at, line in enumerate(rest) if drops and _is_foot(line))
    foot = next(feet, len(rest))
    labels = [at for at in labels if at < foot]
    for at, after in zip(labels, [*labels[1:], foot], strict=True):
        zones.attachments.append(_attachment(rest[at:after]))
    return rest[foot:]


def _is_foot(line: Line) -> bool:
    return CHROME.search(line.text) is not None and not line.text.endswith("。")


def _attachment(lines: Sequence[Line]) -> AttachmentZone:
    label, *others = lines
    count = sum(1 for line in others if line.style == "附件标题") or min(1, len(others))
    if others and others[0].rows:
        count = 0
    return AttachmentZone(label, others[:count], others[count:])


def note(body: list[Line], zones: Zones) -> list[Line]:
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


def contact(body: list[Line], zones: Zones) -> list[Line]:
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


def without_foot(body: list[Line], zones: Zones) -> list[Line]:
    """Cut off the foot of a page from an unsigned notice."""
    whole = [at for at, line in enumerate(body) if line.text.endswith("。")]
    start = whole[-1] + 1 if whole else 0
    foot = next((at for at in range(start, len(body)) if _is_foot(body[at])), len(body))
    zones.left_out += body[foot:]
    return body[:foot]


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
