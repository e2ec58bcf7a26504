"""What floats: text boxes and pictures anchored in a paragraph, as XML.

A text box is given twice, for readers that know the shapes of Word 2010 and for those
that do not (mc:AlternateContent). All values are numbers and content of our own; no
word of a notice passes through here.
"""

from typing import NamedTuple

EMU = 635  # English metric units in a twip
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PICTURE = f"{_DRAWING}/picture"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": f"{_DRAWING}/wordprocessingDrawing",
    "a": f"{_DRAWING}/main",
    "wps": _SHAPE,
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
# VML keeps 9 pt clear of a shape unless it is told otherwise.
_VML_APART = "".join(f"mso-wrap-distance-{side}:0;" for side in ("left", "top", "right", "bottom"))


class Place(NamedTuple):
    """Where a text box stands: the attributes and children of a position, and VML's words."""

    horizontal: str
    vertical: str
    vml: str


BOTTOM_OF_MARGINS = Place(
    '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>',
    '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>',
    "margin-left:0;margin-top:0;mso-position-horizontal:left;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:bottom;"
    "mso-position-vertical-relative:margin",
)


def on_page(left: int, top: int) -> Place:
    """Return the place *left* and *top* twips from the edges of the page."""
    return Place(
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left * EMU}</wp:posOffset></wp:positionH>',
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top * EMU}</wp:posOffset></wp:positionV>',
        f"margin-left:{left / 20:g}pt;margin-top:{top / 20:g}pt;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page",
    )


def text_box(
    number: int, place: Place, size: tuple[int, int], content: str, *, turned: bool = False
) -> str:
    """Return the run of a text box of *size* twips that holds the paragraphs *content*.

    The box keeps its *size*, has no lines or margins of its own, and text flows above and
    below it. *turned*: its lines run downwards, the first at its right edge. *content* must
    end in a paragraph. *number* is unlike that of any other drawing of the part.
    """
    width, height = size
    extent = f'cx="{width * EMU}" cy="{height * EMU}"'
    wrap, vml_wrap = ("wrapNone", "none") if turned else ("wrapTopAndBottom", "topAndBottom")
    direction = ' vert="vert"' if turned else ""
    flow = ' style="layout-flow:vertical"' if turned else ""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{_anchor(place.horizontal + place.vertical, extent, wrap, number)}"
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr{direction} wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="'
        f'{"t" if turned else "b"}"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:rect id="box{number}" style="position:absolute;{place.vml};{_VML_APART}'
        f'width:{width / 20:g}pt;height:{height / 20:g}pt;z-index:{number}" filled="f" '
        f'stroked="f"><v:textbox{flow} inset="0,0,0,0"><w:txbxContent>{content}</w:txbxContent>'
        f'</v:textbox><w10:wrap type="{vml_wrap}"/></v:rect></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def picture(number: int, relation: str, across: int, down: int, side: int) -> str:
    """Return the drawing of a square picture of *side* twips, behind the text.

    Its centre is *across* twips right of the column's edge, its top *down* twips below the
    paragraph's.
    """
    extent = f'cx="{side * EMU}" cy="{side * EMU}"'
    position = (
        '<wp:positionH relativeFrom="column"><wp:posOffset>'
        f"{(across - side // 2) * EMU}</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{down * EMU}</wp:posOffset>'
        "</wp:positionV>"
    )
    return (
        "<w:drawing>"
        f"{_anchor(position, extent, 'wrapNone', number, behind=True)}"
        f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="印章{number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing>"
    )


def _anchor(position: str, extent: str, wrap: str, number: int, *, behind: bool = False) -> str:
    """Return wp:anchor up to its graphic, its end tag left out."""
    name = f"{'印章' if behind else '文本框'}{number}"
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="{int(behind)}" locked="0" layoutInCell="1" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/>{position}<wp:extent {extent}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:{wrap}/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>'
    )
