"""Correct Word files that noticegen did not write: made with python-docx, styles named otherwise.

``plain()`` has no red head; ``redhead()`` has one, and 版记; ``sealed()`` a seal too. Lengths
are twips where nothing else is said.
"""

from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt, Twips
from docx.text.paragraph import Paragraph
from lxml import etree
from PIL import Image, ImageDraw

SENTENCE = "坚持把巡察整改作为一项严肃的政治任务抓紧抓实抓出成效，"
TEXT = SENTENCE * 4 + "成效明显。"
ORGAN = "中共天长市科学技术局党组"
DATE = "2023年9月26日"
ALIGN = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_SHAPES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
)


def _add(  # noqa: PLR0913  # what a paragraph may be set in
    document: Document,
    text: str,
    *,
    face: str = "仿宋",
    points: float = 16,
    align: str = "both",
    first: int = 640,
    left: int = 0,
    right: int = 0,
    line: float = 28.95,
    colour: str = "",
    style: str | None = None,
) -> Paragraph:
    """Add a paragraph in direct formatting."""
    paragraph = document.add_paragraph(style=style)
    shape = paragraph.paragraph_format
    shape.alignment = ALIGN[align]
    shape.first_line_indent, shape.left_indent = Twips(first), Twips(left)
    shape.right_indent = Twips(right)
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing, shape.widow_control = Pt(line), False
    paragraph._p.pPr.append(parse_xml(f'<w:snapToGrid {nsdecls("w")} w:val="0"/>'))  # noqa: SLF001  # python-docx has no such property
    if text:
        _run(paragraph, text, face, points, colour)
    return paragraph


def _run(paragraph: Paragraph, text: str, face: str, points: float, colour: str = "") -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = face, Pt(points)
    fonts = run._r.rPr.rFonts  # noqa: SLF001  # python-docx sets the Latin slots only
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:hint"), "eastAsia")
    space = -5 if points == 16 else 0
    run._r.rPr.append(parse_xml(f'<w:spacing {nsdecls("w")} w:val="{space}"/>'))  # noqa: SLF001  # the same
    if colour:
        run._r.rPr.append(parse_xml(f'<w:color {nsdecls("w")} w:val="{colour}"/>'))  # noqa: SLF001  # the same


def _document() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.top_margin, section.bottom_margin = Twips(2098), Twips(1985)
    section.left_margin, section.right_margin = Twips(1588), Twips(1474)
    section.footer_distance, section.gutter = Twips(1430), Emu(0)
    document.settings.odd_and_even_pages_header_footer = True
    for foot, align in ((section.footer, "right"), (section.even_page_footer, "left")):
        foot.is_linked_to_previous = False
        _number(foot.paragraphs[0], align)
    text = document.styles.add_style("报告文字", WD_STYLE_TYPE.PARAGRAPH)
    text.font.name, text.font.size = "FangSong", Pt(16)
    text.element.rPr.rFonts.set(qn("w:eastAsia"), "FangSong")
    return document


def _number(paragraph: Paragraph, align: str) -> None:
    paragraph.style = None
    shape = paragraph.paragraph_format
    shape.alignment, shape.line_spacing = ALIGN[align], Pt(14)
    shape.space_before = shape.space_after = Pt(0)
    shape.right_indent = Twips(280 if align == "right" else 0)
    shape.left_indent = Twips(280 if align == "left" else 0)
    for piece in ("— ", "begin", "PAGE", "separate", "1", "end", " —"):
        _run(paragraph, piece if piece in ("— ", "1", " —") else "", "宋体", 14)
        run = paragraph.runs[-1]._r  # noqa: SLF001  # python-docx knows no fields
        if piece == "PAGE":
            run.append(parse_xml(f"<w:instrText {nsdecls('w')}> PAGE </w:instrText>"))
        elif piece in ("begin", "separate", "end"):
            run.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{piece}"/>'))


def _title(document: Document) -> None:
    for line in (ORGAN, "关于巡察整改进展情况的通报"):
        _add(document, line, face="方正小标宋_GBK", points=22, align="center", first=0)


def _text(document: Document, paragraphs: int = 8) -> None:
    _add(document, "一、整改落实情况", face="SimHei")
    _add(document, TEXT, style="报告文字")
    _add(document, "（一）提高站位", face="楷体")
    for _ in range(paragraphs):
        _add(document, TEXT)


@cache
def plain() -> bytes:
    document = _document()
    _title(document)
    _add(document, "")
    _add(document, "各科室、局属各单位：", first=0)
    _text(document)
    _add(document, "")
    _add(document, ORGAN, align="right", first=0, right=632)
    # The organ is 12 characters of 315, the date begins two characters right of it.
    _add(document, DATE, align="left", first=0, left=8844 - 632 - 12 * 315 + 632)
    _add(document, "（此件公开发布）")
    return _bytes(document)


@cache
def redhead() -> bytes:
    document = _head()
    _add(document, "")
    _add(document, ORGAN, align="right", first=0, right=632)
    _add(document, DATE, align="left", first=0, left=8844 - 632 - 12 * 315 + 632)
    _imprint(document)
    return _bytes(document)


@cache
def sealed() -> bytes:
    document = _head()
    for _ in range(2):
        _add(document, "")
    width = round((6.5 + 5 * 0.225) * 315)  # of the date
    _add(document, ORGAN, align="right", first=0, right=1264 + round((width - 12 * 315) / 2))
    date = _add(document, DATE, align="right", first=0, right=1264)
    _seal(document, date, (8844 - 1264 - width // 2) * 635 - 756000)
    _imprint(document)
    return _bytes(document)


def _head() -> Document:
    document = _document()
    for piece in ("000001", "秘密★1年", "特急"):
        face = "仿宋_GB2312" if piece.isdigit() else "黑体"
        _add(document, piece, face=face, first=0, align="left")
    _add(document, "", first=0, line=12.35)  # 35 mm less three rows
    mark = f"{ORGAN}文件"
    _add(
        document, mark, face="方正小标宋简体", points=31, align="center", first=0, line=31,
        colour="FF0000",
    )  # fmt: skip
    for _ in range(2):
        _add(document, "")
    number = _add(document, "天科党组〔2023〕12号", align="center", first=0)
    number._p.pPr.append(  # noqa: SLF001  # python-docx knows no borders
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="8" w:space="7" '
            'w:color="FF0000"/></w:pBdr>'
        )
    )
    for _ in range(2):
        _add(document, "")
    _title(document)
    _add(document, "")
    _add(document, "各科室、局属各单位：", first=0)
    _text(document)
    return document


@cache
def seal() -> bytes:
    """Return a picture of 42 mm that looks like a seal, as PNG."""
    picture = Image.new("RGBA", (496, 496))
    ImageDraw.Draw(picture).ellipse((8, 8, 488, 488), outline=(220, 0, 0, 255), width=16)
    buffer = BytesIO()
    picture.save(buffer, "PNG", dpi=(300, 300))
    return buffer.getvalue()


def _seal(document: Document, date: Paragraph, left: int) -> None:
    identifier, _ = document.part.get_or_add_image(BytesIO(seal()))
    anchor = (
        f'<w:r {nsdecls("w")} {_SHAPES}><w:drawing><wp:anchor behindDoc="1" allowOverlap="1" '
        'layoutInCell="1" locked="0" simplePos="0" relativeHeight="1" distT="0" distB="0" '
        'distL="0" distR="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-936000</wp:posOffset>'
        '</wp:positionV><wp:extent cx="1512000" cy="1512000"/><wp:wrapNone/>'
        '<wp:docPr id="7" name="seal"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="7" name="seal"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{identifier}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1512000" cy="1512000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></w:r>"
    )
    date._p.insert(1, etree.fromstring(anchor))  # noqa: SLF001  # python-docx knows no anchors


def _imprint(document: Document) -> None:
    """Add 版记 as a text box at the foot of 版心."""
    rows = (
        ("抄送：市委巡察工作领导小组办公室，市委办公室。", 'w:left="1120" w:right="280" w:hanging="840"', 8),
        (f"天长市科学技术局办公室\t{DATE}印发", 'w:left="280" w:right="280"', 6),
    )  # fmt: skip
    cells = "".join(_imprint_row(*row, is_last=row is rows[-1]) for row in rows)
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>{cells}</w:tbl>'
        '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    )
    box = f"<w:txbxContent>{table}</w:txbxContent>"
    height = (560 * len(rows) + 36) * 635
    run = (
        f'<w:r {nsdecls("w")} {_SHAPES}><mc:AlternateContent><mc:Choice Requires="wps">'
        '<w:drawing><wp:anchor behindDoc="0" allowOverlap="1" layoutInCell="1" locked="0" '
        'simplePos="0" relativeHeight="2" distT="0" distB="0" distL="0" distR="0">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align>'
        f'</wp:positionV><wp:extent cx="5616000" cy="{height}"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="9" name="imprint"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="5616000" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom><a:noFill/></wps:spPr><wps:txbx>{box}</wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:rect style="width:442pt;height:58pt"><v:textbox>{box}'
        "</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    holder = _add(document, "", first=0, line=1)
    holder._p.append(etree.fromstring(run))  # noqa: SLF001  # python-docx knows no text boxes


def _imprint_row(text: str, indent: str, top: int, *, is_last: bool) -> str:
    bottom = '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>' if is_last else ""
    words = "<w:tab/>".join(f"<w:t>{part}</w:t>" for part in text.split("\t"))
    return (
        '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/>'
        f'<w:tcBorders><w:top w:val="single" w:sz="{top}" w:space="0" w:color="000000"/>{bottom}'
        '</w:tcBorders></w:tcPr><w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
        '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="560" '
        f'w:lineRule="exact"/><w:ind {indent}/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia" '
        'w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="28"/>'
        f"</w:rPr>{words}</w:r></w:p></w:tc></w:tr>"
    )


def _bytes(document: Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
