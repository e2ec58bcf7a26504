"""Make the looks: constants with their GB/T 9704-2012 clauses in, ordinary .docx files out.

    python scripts/looks.py

writes them under templates/. The same constants give the same bytes: the zip is stored,
not compressed, and carries no times. An office that wants another look edits a copy of
the .docx in Word and never needs this script.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from noticegen.writers import drawing
from noticegen.writers.compiling import compiled
from noticegen.writers.package import CONTENT_TYPES, CORE, ROOT_RELATIONS, packed

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "templates"
COMPILED = ROOT / "src" / "noticegen" / "writers" / "shipped.py"
_MODULE = '''"""The looks that ship, compiled, by the SHA-256 of their .docx: made by scripts/looks.py."""

from typing import Any

from noticegen.writers.look import Look
from noticegen.writers.package import entry

LOOKS: dict[str, Look] = {}


def _look(parts: dict[str, bytes], *, slots: list[str], **values: Any) -> Look:
    packed = {name: entry(part) for name, part in parts.items()}
    return Look(packed=packed, slots=frozenset(slots), **values)


'''

# Lengths are twips: 1/20 pt, 1/1440 inch, 56.7 to the mm.
PAGE = {"w": 11906, "h": 16838}  # A4, 210 mm x 297 mm (5.1)
MARGINS = {
    "top": 2098,  # 天头 37 mm (5.2.1)
    "right": 1474,  # leaves 版心 8844 = 156 mm wide (5.2.1)
    "bottom": 1985,  # leaves 版心 12755 = 225 mm high (5.2.1)
    "left": 1588,  # 订口 28 mm (5.2.1)
    "header": 851,
    "footer": 1430,  # puts the 一字线 7 mm below 版心 (7.5)
    "gutter": 0,
}
TEXT_WIDTH = PAGE["w"] - MARGINS["left"] - MARGINS["right"]
ROW = 579  # 22 rows in 12755 (5.2.3); with 580 the last one goes over the page
TWO_CHARACTERS = 632  # two of the 28 in a line (3.1, 5.2.3)
CONDENSED = -5  # 16 pt less 0.25 pt: 28 characters in 442.2 pt (5.2.3); at -4 it is 27

# Sizes are half points.
SIZE_2 = 44  # 2号, 22 pt: 标题 (7.3.1)
SIZE_3 = 32  # 3号, 16 pt: whatever has no other size (5.2.2)
SIZE_4 = 28  # 4号, 14 pt: 页码 (7.5), and tables

FANGSONG = "仿宋_GB2312"  # 正文, levels 3 and 4 (5.2.2, 7.3.3)
KAITI = "楷体_GB2312"  # level 2 (7.3.3)
HEITI = "黑体"  # level 1 (7.3.3), 附件 label (7.3.7)
BIAOSONG = "方正小标宋简体"  # 标题 (7.3.1)
SONGTI = "宋体"  # 页码 (7.5)

RED = "FF0000"  # 发文机关标志 and 版头分隔线 (7.2.4, 7.2.7)
MARK = 72  # 小初, 36 pt: the largest 发文机关标志; its size is the office's choice (7.2.4)
# 发文机关标志 is 35 mm below 版心's edge (7.2.4): so much above it, when it is as high as
# its characters are, and the rows of 份号, 密级 and 紧急程度 come out of that.
ABOVE_MARK = 1984
RED_LINE = {"sz": 8, "space": 7}  # 0.35 mm, 4 mm below the ink of 发文字号 (7.2.7)
IMPRINT_ROW = 560  # a row of 版记: 4号 as the body's rows are to 3号
TINY = 14  # the least row Word knows: with it 22 rows of the body still fit a page
IMPRINT_SPARE = 36  # its lines, and the last paragraph no text box can do without

# What else the faces are called, by the makes and systems an office may have, and their
# PANOSE, by which Word looks for the nearest face when it has none of them.
FACES = {
    FANGSONG: ("仿宋,FangSong,STFangsong", "02010609030101010101"),
    KAITI: ("楷体,KaiTi,STKaiti", "02010609030101010101"),
    HEITI: ("SimHei,STHeiti", "02010609060101010101"),
    BIAOSONG: ("方正小标宋_GBK,FZXiaoBiaoSong-B05S,宋体,SimSun", "02010600030101010101"),
    SONGTI: ("SimSun,STSong", "02010600030101010101"),
}

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_EMPTY_ROW = '<w:p><w:pPr><w:pStyle w:val="EmptyRow"/></w:pPr></w:p>'


@dataclass(frozen=True)
class Style:
    """A named style: *paragraph* and *run* are the XML of its properties, in schema order."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""

    def xml(self) -> str:
        """Return the w:style element."""
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.based_on}"/>{following}'
            f"<w:qFormat/><w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.run}</w:rPr></w:style>"
        )


def face(name: str) -> str:
    """Return a face for every script: Word picks a slot by the character, we want one."""
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def size(half_points: int) -> str:
    """Return a size other than 3号, whose characters are then not condensed."""
    return f'<w:spacing w:val="0"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def rows(height: int) -> str:
    """Return rows of exactly *height*, off the grid, which LibreOffice would snap them to."""
    return (
        '<w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'
    )


def justified(how: str) -> str:
    """Return the alignment *how*: both, left, right or center."""
    return f'<w:jc w:val="{how}"/>'


def outline(level: int) -> str:
    """Return the level, from 0, that Word's navigation pane shows a heading at."""
    return f'<w:outlineLvl w:val="{level}"/>'


KEEP_WITH_NEXT = "<w:keepNext/>"
# LibreOffice heeds only the twips, Word counts characters first: both are given.
FIRST_LINE = f'<w:ind w:firstLineChars="200" w:firstLine="{TWO_CHARACTERS}"/>'
RIGHT_BLANK = f'<w:ind w:rightChars="200" w:right="{TWO_CHARACTERS}"/>'
# 附件：, three characters, hangs out to the left of the name (7.3.4).
HANGING = f'<w:ind w:left="{TWO_CHARACTERS + 945}" w:hanging="945"/>'
NUMBER = rows(280)  # a row as high as 4号: its foot stands on the footer's distance

STYLES = (
    Style("NoticeBody", "公文正文", FIRST_LINE),  # 每个自然段左空二字 (7.3.3)
    Style(  # 2号小标宋, centred (7.3.1)
        "NoticeTitle",
        "公文标题",
        justified("center"),
        face(BIAOSONG) + size(SIZE_2),
        next="NoticeBody",
    ),
    Style("Recipients", "主送机关", next="NoticeBody"),  # 居左顶格 (7.3.2)
    Style(  # 第一层黑体 (7.3.3); only a heading's own line is kept with what follows
        "Level1", "一级标题", KEEP_WITH_NEXT + outline(0), face(HEITI), "NoticeBody", "NoticeBody"
    ),
    Style(  # 第二层楷体 (7.3.3)
        "Level2", "二级标题", KEEP_WITH_NEXT + outline(1), face(KAITI), "NoticeBody", "NoticeBody"
    ),
    Style(  # 第三层仿宋 (7.3.3)
        "Level3", "三级标题", KEEP_WITH_NEXT + outline(2), "", "NoticeBody", "NoticeBody"
    ),
    Style("Level4", "四级标题", outline(3), "", "NoticeBody", "NoticeBody"),  # 第四层仿宋 (7.3.3)
    Style("AttachmentNote", "附件说明", HANGING),  # 左空二字，回行与名称对齐 (7.3.4)
    Style("IssuingOrgan", "署名", RIGHT_BLANK + justified("right")),  # 7.3.5.2
    Style("IssueDate", "成文日期", RIGHT_BLANK + justified("right")),  # 7.3.5.2, 7.3.5.4
    Style("NoticeAnnotation", "附注", FIRST_LINE),  # 居左空二字 (7.3.6)
    Style(  # 另面编排，3号黑体顶格 (7.3.7)
        "AttachmentLabel",
        "附件标识",
        "<w:pageBreakBefore/>" + justified("left"),
        face(HEITI),
    ),
    Style(  # 居中 (7.3.7); the face is that of the notice's own title
        "AttachmentTitle",
        "附件标题",
        justified("center"),
        face(BIAOSONG) + size(SIZE_2),
        next="NoticeBody",
    ),
    Style("TableText", "表格文字", rows(480) + justified("left"), size(SIZE_4)),
    Style("TableWord", "表格短语", justified("center"), "", "TableText"),
    Style(
        "TableHeader", "表头文字", KEEP_WITH_NEXT + justified("center"), face(HEITI), "TableText"
    ),
    Style("EmptyRow", "空行"),  # 空一行 is one row of the body (3.2)
    Style(  # 单页码居右空一字 (7.5)
        "OddNumber",
        "单页页码",
        NUMBER + '<w:ind w:rightChars="100" w:right="280"/>' + justified("right"),
        face(SONGTI) + size(SIZE_4),
    ),
    Style(  # 双页码居左空一字 (7.5)
        "EvenNumber",
        "双页页码",
        NUMBER + '<w:ind w:leftChars="100" w:left="280"/>' + justified("left"),
        face(SONGTI) + size(SIZE_4),
    ),
)
_LINE = f'<w:bottom w:val="single" w:sz="{RED_LINE["sz"]}" w:space="{RED_LINE["space"]}" w:color="{RED}"/>'
MASTHEAD_STYLES = (
    Style("CopyNumber", "份号", justified("left")),  # 3号，版心左上角第一行 (7.2.1)
    Style("Classification", "密级", justified("left"), face(HEITI)),  # 3号黑体 (7.2.2)
    Style("Urgency", "紧急程度", "", "", "Classification"),  # 3号黑体 (7.2.3)
    Style("AboveMark", "标志上空", rows(ABOVE_MARK)),
    Style(  # 居中，小标宋体，红色 (7.2.4)
        "IssuerMark",
        "发文机关标志",
        rows(MARK * 10) + justified("center"),
        f'{face(BIAOSONG)}<w:color w:val="{RED}"/>{size(MARK)}',
    ),
    Style(  # 居中；之下4毫米处与版心等宽的红线 (7.2.5, 7.2.7)
        "DocumentNumber", "发文字号", f"<w:pBdr>{_LINE}</w:pBdr>{justified('center')}"
    ),
    Style("ImprintAnchor", "版记位置", rows(TINY)),
    Style(  # 4号，左右各空一字，回行与冒号后首字对齐 (7.4.2)
        "ImprintCopies",
        "版记抄送",
        rows(IMPRINT_ROW) + '<w:ind w:left="1120" w:right="280" w:hanging="840"/>',
        size(SIZE_4),
    ),
    Style(  # 印发机关左空一字，印发日期右空一字 (7.4.3)
        "ImprintDistribution",
        "版记印发",
        f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH - 280}"/></w:tabs>{rows(IMPRINT_ROW)}'
        '<w:ind w:left="280" w:right="280"/><w:jc w:val="left"/>',
        size(SIZE_4),
    ),
)
# The faces of headings that run in to their paragraph.
RUN_STYLES = {"一级标题字": ("Level1Run", HEITI), "二级标题字": ("Level2Run", KAITI)}


def styles(more: tuple[Style, ...]) -> str:
    """Return word/styles.xml, with *more* styles than every look has."""
    return (
        f"<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        # Word's own three hundred styles stay out of the office's way.
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        # No widow control: it would take rows from full pages (5.2.3).
        f'<w:pPr><w:widowControl w:val="0"/>{rows(ROW)}{justified("both")}</w:pPr>'
        f'<w:rPr>{face(FANGSONG)}<w:spacing w:val="{CONDENSED}"/>'
        f'<w:sz w:val="{SIZE_3}"/><w:szCs w:val="{SIZE_3}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        f"{_plain_table_style()}{_bordered_table_style()}"
        f"{''.join(style.xml() for style in STYLES + more)}"
        f"{''.join(_run_style(*style) for style in RUN_STYLES.items())}</w:styles>"
    )


def _plain_table_style() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )


def _bordered_table_style() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="NoticeTable">'
        '<w:name w:val="公文表格"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="45" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
    )


def _run_style(name: str, style: tuple[str, str]) -> str:
    identifier, font = style
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultFont"/><w:qFormat/>'
        f"<w:rPr>{face(font)}</w:rPr></w:style>"
    )


def settings() -> str:
    """Return word/settings.xml, its elements in schema order."""
    modern = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{value}"/>'
        for name, value in modern.items()
    )
    return (
        f'<w:settings {_NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        "<w:evenAndOddHeaders/>"  # 单页码居右，双页码居左 (7.5)
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat>{compatibility}</w:compat>"
        '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table() -> str:
    """Return word/fontTable.xml."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:panose1 w:val="{panose}"/>'
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, (others, panose) in FACES.items()
    )
    return f"<w:fonts {_NAMESPACES}>{fonts}</w:fonts>"


def page_number(style: str) -> str:
    """Return a footer: the number between 一字线 (7.5), each piece of the field in a run.

    In one run LibreOffice draws the field without the run's properties.
    """
    field = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    pieces = (
        '<w:t xml:space="preserve">— </w:t>',
        *field,
        '<w:t xml:space="preserve"> —</w:t>',
    )
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    runs = "".join(f"<w:r>{hint}{piece}</w:r>" for piece in pieces)
    return (
        f'<w:ftr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p></w:ftr>'
    )


def document(before: str, after: str) -> str:
    """Return word/document.xml: *before*, the slot of the notice, *after*, the page."""
    text = slot("NoticeBody", "{{ 正文 }}")
    body = f"<w:body>{before}{text}{after}{section()}</w:body>"
    return f"<w:document {drawing.DECLARED}>{body}</w:document>"


def masthead() -> str:
    """Return 版头 down to the two empty rows above the title (7.2, 7.3.1)."""
    return (
        slot("CopyNumber", "{{ 份号 }}")
        + slot("Classification", "{{ 密级 }}")
        + slot("Urgency", "{{ 紧急程度 }}")
        + '<w:p><w:pPr><w:pStyle w:val="AboveMark"/></w:pPr></w:p>'
        + slot("IssuerMark", "{{ 发文机关标志 }}文件")
        + 2 * _EMPTY_ROW
        + slot("DocumentNumber", "{{ 文号 }}")
        + 2 * _EMPTY_ROW
    )


def imprint() -> str:
    """Return 版记 in a text box at the foot of the margins (7.4).

    In LibreOffice a floating table that is a notice's last block is lost.
    """
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
        for side, eighths in (("top", 8), ("bottom", 8), ("insideH", 6))  # 0.35, 0.35, 0.25 mm
    )
    width = f'w:w="{TEXT_WIDTH}" w:type="dxa"'
    paragraphs = (
        slot("ImprintCopies", "抄送：{{ 抄送 }}。"),
        slot("ImprintDistribution", "{{ 印发机关 }}", "<w:tab/>", "{{ 印发日期 }}印发"),
    )
    table = (
        f'<w:tbl><w:tblPr><w:tblW {width}/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{TEXT_WIDTH}"/></w:tblGrid>'
        + "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW {width}/></w:tcPr>"
            f"{paragraph}</w:tc></w:tr>"
            for paragraph in paragraphs
        )
        + "</w:tbl>"
    )
    anchor = '<w:p><w:pPr><w:pStyle w:val="ImprintAnchor"/></w:pPr>'
    height = len(paragraphs) * IMPRINT_ROW + IMPRINT_SPARE
    box = drawing.text_box(
        1, drawing.BOTTOM_OF_MARGINS, (TEXT_WIDTH, height), f"{table}{anchor}</w:p>"
    )
    return f"{anchor}{box}</w:p>"


def slot(style: str, *pieces: str) -> str:
    """Return a paragraph of runs, each a text or an element; the writer fills its slots."""
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    runs = "".join(
        f"<w:r>{hint}{piece if piece.startswith('<') else f'<w:t>{piece}</w:t>'}</w:r>"
        for piece in pieces
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def section() -> str:
    """Return the page set-up."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="oddNumber"/>'
        '<w:footerReference w:type="even" r:id="evenNumber"/>'
        f"<w:pgSz{_attributes(PAGE)}/><w:pgMar{_attributes(MARGINS)}/>"
        f'<w:docGrid w:type="lines" w:linePitch="{ROW}"/></w:sectPr>'
    )


def _attributes(values: Mapping[str, int]) -> str:
    return "".join(f' w:{name}="{value}"' for name, value in values.items())


def core(title: str) -> str:
    """Return docProps/core.xml with a title and nobody's name."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "</cp:coreProperties>"
    )


_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_TYPES = {
    "word/document.xml": f"{_WORDML}.document.main+xml",
    "word/styles.xml": f"{_WORDML}.styles+xml",
    "word/settings.xml": f"{_WORDML}.settings+xml",
    "word/fontTable.xml": f"{_WORDML}.fontTable+xml",
    "word/footer1.xml": f"{_WORDML}.footer+xml",
    "word/footer2.xml": f"{_WORDML}.footer+xml",
    CORE: _CORE_TYPE,
}


def content_types() -> str:
    """Return [Content_Types].xml."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Return a part of relationships: (type, target) by id."""
    entries = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def look(
    title: str, before: str = "", after: str = "", more_styles: tuple[Style, ...] = ()
) -> bytes:
    """Return a look whose page has *before* and *after* around the notice."""
    root = {
        "document": (f"{_R}/officeDocument", "word/document.xml"),
        "core": (f"{_PACKAGE}/relationships/metadata/core-properties", CORE),
    }
    inner = {
        "styles": (f"{_R}/styles", "styles.xml"),
        "settings": (f"{_R}/settings", "settings.xml"),
        "fonts": (f"{_R}/fontTable", "fontTable.xml"),
        "oddNumber": (f"{_R}/footer", "footer1.xml"),
        "evenNumber": (f"{_R}/footer", "footer2.xml"),
    }
    parts = {
        CONTENT_TYPES: content_types(),
        ROOT_RELATIONS: relations(root),
        CORE: core(title),
        "word/_rels/document.xml.rels": relations(inner),
        "word/document.xml": document(before, after),
        "word/styles.xml": styles(more_styles),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/footer1.xml": page_number("OddNumber"),
        "word/footer2.xml": page_number("EvenNumber"),
    }
    encoded = {name: (_XML + part).encode() for name, part in parts.items()}
    return packed(encoded, level=0)


def looks() -> dict[str, bytes]:
    """Return every look by its name under templates/."""
    redhead = look("巡察整改进展情况的通报：红头", masthead(), imprint(), MASTHEAD_STYLES)
    return {
        "rectification/plain.docx": look("巡察整改进展情况的通报：无版头"),
        "rectification/redhead.docx": redhead,
    }


def module(made: Mapping[str, bytes]) -> str:
    """Return the Python module that has these looks compiled, so that no build must."""
    listed = []
    for name, data in made.items():
        values = compiled(data)._asdict()
        parts = {part: entry.part for part, entry in values.pop("packed").items()}
        values["slots"] = sorted(values["slots"])
        lines = [f"    {field}={value!r}," for field, value in values.items()]
        digest = hashlib.sha256(data).hexdigest()
        listed.append(f"# {name}\nLOOKS[{digest!r}] = _look(\n    {parts!r},\n" + "\n".join(lines))
    return _MODULE + "\n)\n".join(listed) + "\n)\n"


def main() -> None:
    """Write the looks where noticegen reads them, and as they are when compiled."""
    made = looks()
    for name, data in made.items():
        path = TEMPLATES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(path)
    COMPILED.write_text(module(made), encoding="utf-8", newline="\n")
    print(COMPILED)


if __name__ == "__main__":
    main()
