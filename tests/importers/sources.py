"""Sources as offices have them: a notice's paragraphs in; a .docx typed by hand, a page, out."""

from collections.abc import Sequence
from html import escape
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from forms import document_of, lines_of

from noticegen import document as doc
from noticegen.importers import ordinals

ROOT = Path(__file__).resolve().parents[2]
VARIANTS = sorted((ROOT / "tests" / "variants").glob("*.yaml"))
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
GOLDEN = ROOT / "tests" / "golden"

_ABSTRACT = """<w:abstractNum {ns} w:abstractNumId="77">{levels}</w:abstractNum>"""
_LEVEL = (
    '<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    '<w:lvlText w:val="{text}"/></w:lvl>'
)
_LISTS = (
    ("一、", "chineseCountingThousand", "%1、"),
    ("（一）", "chineseCounting", "（%2）"),
    ("1.", "decimal", "%3."),
)

PAGE_TOP = ("首页 | 政务公开 | 互动交流", "当前位置：首页 > 通知公告 > 正文")
PAGE_BOTTOM = (
    "【打印本页】 【关闭窗口】",
    "上一篇：关于召开会议的通知",
    "版权所有：某某单位 ICP备00000000号",
)


def wanted(form: Path) -> list[str]:
    """Return the paragraphs that a variant or an example gives."""
    return lines_of(document_of(form.read_text(encoding="utf-8")))


def typed(form: Path) -> list[str]:
    """Return the paragraphs as people type them: 附件说明 has its label."""
    lines = []
    for block in document_of(form.read_text(encoding="utf-8")).blocks:
        if isinstance(block, doc.AttachmentNote):
            lines += [f"附件：{block.names[0]}", *block.names[1:]]
        else:
            lines += lines_of(doc.Document("", "", "", (block,)))
    return lines


def by_hand(lines: Sequence[str]) -> bytes:
    """Return a .docx with its numbers typed and no style but Word's own."""
    document = docx.Document()
    for line in lines:
        _paragraph_or_table(document, line)
    return _bytes(document)


def with_headings(lines: Sequence[str]) -> bytes:
    """Return a .docx whose headings have Word's heading styles, their numbers typed."""
    document = docx.Document()
    document.add_paragraph(lines[0], style="Title")
    for line in lines[1:]:
        mark = ordinals.mark(line)
        is_heading = mark is not None and not line.endswith("。") and len(line) < 60
        level = min(int(ordinals.depth(mark.sample)), 4) if mark and is_heading else 0
        _paragraph_or_table(document, line, f"Heading {level}" if level else None)
    return _bytes(document)


def with_lists(lines: Sequence[str]) -> bytes:
    """Return a .docx in which Word numbers 一、 （一） and 1. itself."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        _LEVEL.format(at=at, form=form, text=text) for at, (_, form, text) in enumerate(_LISTS)
    )
    numbering.insert(0, parse_xml(_ABSTRACT.format(ns=nsdecls("w"), levels=levels)))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    samples = [sample for sample, _, _ in _LISTS]
    counts = [0, 0, 0]
    for line in lines:
        mark = ordinals.mark(line)
        at = samples.index(mark.sample) if mark and mark.sample in samples else -1
        if mark is None or at < 0 or counts[at] + 1 != mark.number:
            _paragraph_or_table(document, line)
            continue
        counts[at:] = [mark.number, *[0] * (2 - at)]
        paragraph = document.add_paragraph(mark.rest)
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # python-docx has no list API
        number = f'<w:ilvl w:val="{at}"/><w:numId w:val="77"/>'
        properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{number}</w:numPr>"))
    return _bytes(document)


def as_page(lines: Sequence[str], encoding: str = "utf-8") -> bytes:
    """Return a web page of the notice between what such pages have around it."""
    title, *others = lines
    top = "".join(f"<div>{escape(line)}</div>" for line in PAGE_TOP)
    body = "".join(f"<p>&nbsp;&nbsp;{escape(line)}</p>\n" for line in others)
    bottom = "".join(f"<div>{escape(line)}</div>" for line in PAGE_BOTTOM)
    page = (
        f'<!DOCTYPE html><html><head><meta charset="{encoding}"><title>{escape(title)}</title>'
        "<script>var a='<p>脚本里的文字</p>';</script><style>p{color:red}</style></head><body>"
        f"<ul><li><a href='/'>网站首页</a></li></ul>{top}<table><tr><td><h1>{escape(title)}</h1>"
        "<div>发布时间：2024-06-20 浏览次数：503 来源：办公室</div>"
        f'<div class="content">{body}</div></td></tr></table>{bottom}</body></html>'
    )
    return page.encode(encoding)


def _paragraph_or_table(document: Document, line: str, style: str | None = None) -> None:
    if "｜" not in line:
        document.add_paragraph(line, style=style)
        return
    cells = line.split("｜")
    tables = document.tables
    follows = tables and document.element.body[-2] is tables[-1]._tbl  # noqa: SLF001  # is it the last block?
    table = tables[-1] if follows else document.add_table(0, len(cells))
    for cell, text in zip(table.add_row().cells, cells, strict=True):
        cell.text = text


def _bytes(document: Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
