"""What stands around the body to the facts of 发文, 版记 and 附件."""

import re
from collections.abc import Sequence

from noticegen import punctuation
from noticegen.form import Value
from noticegen.importers import parts, tails
from noticegen.importers.draft import Values, one_or_list, texts_of
from noticegen.importers.lines import Line
from noticegen.importers.parts import AttachmentZone, Zones
from noticegen.title import break_title

_TAG = re.compile("^(?:【[^】]*】)+")
_ORGAN_END = re.compile("(?:党组|党委|党工委|工委|委员会|支部|[省市县区州旗盟]委|部|联合会|协会)$")
_COPY = re.compile("[0-9]{6}")
_SECRET = re.compile("(?:绝密|机密|秘密)(?:★.+)?")
_NUMBER = re.compile("〔[0-9]{4}〕")
_CELL_SIGNS = re.compile("[|｜\t\n]")


def issuance(found: Zones, shown: Sequence[str], genre: str) -> Values:
    """Return 发文: what the title, the signature and the red head tell.

    A title that is the usual one for *genre* is left to the program.
    """
    lines = title_lines(found, shown)
    title = _joined(lines)
    signed = [found.signed] if found.signed else [line.text for line in found.organs]
    issuers = _issuers(title, signed)
    values: Values = {
        "机关": one_or_list(issuers) if issuers else "",
        "署名": one_or_list(signed) if signed and issuers != signed else "",
        "成文日期": _date(found),
        "标题": title,
        "主送": found.recipients.text.rstrip("：") if found.recipients else "",
        "附注": found.annotation.text.strip("（）") if found.annotation else "",
        **_head(found.head),
    }
    if any(line.exact for line in found.title) and tuple(lines) != break_title(title):
        values["标题分行"] = list(lines)
    usual = f"{' '.join(issuers)}关于{genre}整改进展情况的通报"
    if "标题分行" not in values and title.replace(" ", "") == usual.replace(" ", ""):
        values["标题"] = ""
    return {label: value for label, value in values.items() if value}


def title_lines(found: Zones, shown: Sequence[str]) -> list[str]:
    """Return the lines of the title as they stand, a blank between organs kept."""
    lines: list[str] = []
    for line in found.title:
        raw = [shown[line.number - 1]] if 0 < line.number <= len(shown) else [line.text]
        lines += line.breaks or [" ".join(map(punctuation.normalize, raw[0].split()))]
    return [line for line in lines if line]


def _joined(lines: Sequence[str]) -> str:
    """Return a title as one line: where organs issue jointly a blank parts them."""
    joined = "".join(lines)
    if len(lines) == 1:
        return joined
    ends = [at for at, line in enumerate(lines[:-1]) if lines[at + 1].startswith("中共")]
    return "".join(line + (" " if at in ends else "") for at, line in enumerate(lines))


def _issuers(title: str, signed: Sequence[str]) -> list[str]:
    """Return 机关: who signs, unless the title gives an organ's name in full."""
    before = _TAG.sub("", title).partition("关于")[0].strip() if "关于" in title else ""
    if not before or before.replace(" ", "") == "".join(signed):
        return list(signed)
    if before.startswith("中共") or _ORGAN_END.search(before):
        return before.split() if len(before.split()) == max(1, len(signed)) else [before]
    return list(signed)


def _date(found: Zones) -> str:
    if not found.date:
        return ""
    return parts.day_of(found.date.text.removeprefix(found.signed).strip())


def _head(lines: Sequence[Line]) -> Values:
    """Return what the red head tells."""
    values: Values = {}
    for line in lines:
        if _NUMBER.search(line.text):
            values["文号"] = line.text
        elif line.text in ("特急", "加急"):
            values["紧急程度"] = line.text
        elif _SECRET.fullmatch(line.text):
            values["密级"] = line.text
        elif _COPY.fullmatch(line.text):
            values["份号"] = line.text
    return values


def imprint(lines: Sequence[Line]) -> Values:
    """Return 版记."""
    values: Values = {}
    for line in lines:
        distributor, date = tails.printed_by(line.text)
        if date:
            values |= {"印发机关": distributor, "印发日期": date}
        elif line.text.startswith("抄送"):
            values["抄送"] = line.text[2:].lstrip("：:").rstrip("。")
    return values


def attachments(found: Zones) -> list[Value]:
    """Return 附件; [] where the names at the front are not those at the back."""
    names = tails.note_names(found.note)
    titles = ["".join(line.text for line in one.title) for one in found.attachments]
    if not titles or names != titles:
        return []
    return [_attachment(one, title) for one, title in zip(found.attachments, titles, strict=True)]


def _attachment(zone: AttachmentZone, title: str) -> Values:
    values: Values = {"名称": title}
    content = list(zone.content)
    table = _rows_of(content)
    if table:
        content = [line for line in content if line not in table]
        rows = [row for line in table for row in _cells(line)]
        values["表"] = "".join(" | ".join(row) + "\n" for row in rows)
    if content:
        values["内容"] = one_or_list([text for line in content for text in texts_of(line)])
    return values


def _rows_of(content: Sequence[Line]) -> list[Line]:
    """Return the lines at the end of *content* that make one table, [] for none."""
    table: list[Line] = []
    width = 0
    for line in reversed(content):
        rows = _cells(line)
        wide = {len(row) for row in rows}
        if (
            len(wide) != 1
            or min(wide) <= 1
            or (width and wide != {width})
            or (table[:1] and table[0].rows)
        ):  # one cell is no row
            break
        width = min(wide)
        table.insert(0, line)
    is_whole = all(
        cell and not _CELL_SIGNS.search(cell)
        for one in table
        for row in _cells(one)
        for cell in row
    )
    return table if is_whole and (len(table) > 1 or (table and table[0].rows)) else []


def _cells(line: Line) -> list[tuple[str, ...]]:
    if line.rows:
        return list(line.rows)
    return [tuple(cell.strip() for cell in re.split("[|｜]", line.text.strip("|｜")))]
