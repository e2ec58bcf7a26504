"""Effective properties are those Word would set a paragraph or run in."""

import pytest
from lxml import etree

from noticegen.inspect.looks import Length, ParagraphLook, RunLook
from noticegen.inspect.styles import Styles
from noticegen.inspect.themes import Themes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
THEME = f"""<a:theme {A}><a:themeElements><a:clrScheme><a:dk1><a:sysClr lastClr="000000"/></a:dk1>
<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme><a:fontScheme>
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/>
<a:font script="Hans" typeface="黑体"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="仿宋"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""
STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"
 w:asciiTheme="minorHAnsi"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>
</w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr>
<w:ind w:left="1577" w:hanging="945"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/><w:pPr>
<w:ind w:firstLine="640"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""


def look(properties: str = "") -> ParagraphLook:
    paragraph = etree.fromstring(f"<w:p {W}><w:pPr>{properties}</w:pPr></w:p>")
    return styles().paragraph(paragraph)


def ink(style: str = "", run: str = "") -> RunLook:
    paragraph = etree.fromstring(
        f"<w:p {W}><w:pPr>{style}</w:pPr><w:r><w:rPr>{run}</w:rPr></w:r></w:p>"
    )
    return styles().run(paragraph, paragraph[1])


def styles() -> Styles:
    return Styles(etree.fromstring(STYLES), Themes(etree.fromstring(THEME)))


def test_what_nothing_else_says_comes_from_the_defaults_of_the_document() -> None:
    assert (look().after, look().line, look().rule) == (160, 259, "auto")
    assert (ink().size, ink().face, ink().latin) == (21, "仿宋", "Calibri")


def test_the_default_style_is_that_of_a_paragraph_without_one_or_with_one_unknown() -> None:
    assert look().alignment == "both"
    assert look('<w:pStyle w:val="gone"/>').alignment == "both"


def test_a_style_has_what_it_is_based_on() -> None:
    assert look('<w:pStyle w:val="c"/>').alignment == "both"
    assert ink('<w:pStyle w:val="c"/>').size == 32


def test_an_own_property_wins_attribute_by_attribute() -> None:
    own = look('<w:spacing w:line="579" w:lineRule="exact"/>')
    assert (own.after, own.line, own.rule) == (160, 579, "exact")


def test_a_first_line_indent_replaces_a_hanging_one() -> None:
    assert look('<w:pStyle w:val="b"/>').first == Length(0, -945)
    assert look('<w:pStyle w:val="c"/>').first == Length(0, 640)


def test_bold_of_two_styles_cancels_and_an_own_one_does_not() -> None:
    assert ink('<w:pStyle w:val="b"/>').bold
    assert not ink('<w:pStyle w:val="b"/>', '<w:rStyle w:val="strong"/>').bold
    assert ink('<w:pStyle w:val="b"/>', "<w:b/>").bold
    assert not ink('<w:pStyle w:val="b"/>', '<w:b w:val="0"/>').bold


def test_a_face_given_by_name_replaces_one_of_the_theme() -> None:
    assert ink("", '<w:rFonts w:eastAsia="楷体"/>').face == "楷体"
    assert ink("", '<w:rFonts w:eastAsiaTheme="majorEastAsia"/>').face == "黑体"


@pytest.mark.parametrize(
    ("colour", "meant"),
    [
        ('w:val="FF0000"', "FF0000"),
        ('w:val="auto"', "auto"),
        ('w:val="4472C4" w:themeColor="accent1"', "4472C4"),
        ('w:val="123456" w:themeColor="text1"', "000000"),
    ],
)
def test_a_colour_of_the_theme_is_looked_up(colour: str, meant: str) -> None:
    assert ink("", f"<w:color {colour}/>").colour == meant


@pytest.mark.parametrize(
    ("length", "characters", "fits"),
    [
        (Length(2, 0), 2, True),  # Word counts the characters
        (Length(0, 632), 2, True),
        (Length(0, 640), 2, True),
        (Length(2, 1200), 2, True),  # LibreOffice and Word differ: not certain
        (Length(0, 420), 2, False),
        (Length(0, 0), 0, True),
        (Length(0, 200), 0, False),
    ],
)
def test_a_length_is_wrong_only_where_every_reading_of_it_is(
    length: Length, characters: float, *, fits: bool
) -> None:
    assert length.is_about(characters) is fits
