"""What the Word writer adds for a red head: parts, sections, sizes; and that all is valid."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from drawn import ORGAN, SENTENCE, chinese, red, red_look, seal
from lxml import etree

from noticegen.document import Attachment, Block, Document, Paragraph, Run, Seal, Signature, Table
from noticegen.grid import Pages, may_strand_signature
from noticegen.template import resource
from noticegen.writers.docx import compile_look, is_untouched, needs_pages, write

SCHEMA = Path(__file__).parents[3] / "shared" / "ooxml-xsd" / "wml.xsd"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PLAIN = compile_look(resource("rectification/plain.docx"))
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
DATE = "2023年9月26日"
IMPRINT = {"抄送": "市委巡察办", "印发机关": ORGAN, "印发日期": DATE}
HEADER = ("序号", "问题", "措施", "责任单位", "责任人", "时限", "状态", "备注")
CELLS = ("1", SENTENCE, SENTENCE, "办公室、机关党委、人事科", "李某", DATE, "已完成", "无")
WIDE = Attachment("附件1", "清单", (Table(HEADER, (CELLS,)),))
NARROW = Attachment("附件2", "清单", (Table(HEADER[:3], (CELLS[:3],)),))
SEALED = Signature((ORGAN, "天长市财政局"), DATE, (seal(), seal()))
ISSUERS = (ORGAN, "天长市财政局")


def whole(pages: Pages | None = None) -> bytes:
    """Return a notice with all there is: marks, joint issue, seals, a turned page, 版记."""
    words = {"份号": "000001", "密级": "秘密★1年", "紧急程度": "特急", **IMPRINT}
    return write(red(chinese(3), SEALED, WIDE, NARROW, issuers=ISSUERS, **words), red_look(), pages)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def sections(document: Document, pages: Pages | None = None) -> list[tuple[bool, set[str]]]:
    """Return for every section whether it is turned, and its footers' ids."""
    return [
        (
            section.find(f"{W}pgSz").get(f"{W}orient") == "landscape",
            {it.attrib.values()[-1] for it in section.findall(f"{W}footerReference")},
        )
        for section in main(write(document, red_look(), pages)).iter(f"{W}sectPr")
    ]


def choosing(part: bytes, branch: str) -> etree._Element:
    """Return the tree of *part* with one branch of every alternative: Choice or Fallback."""
    root = etree.fromstring(part)
    for alternative in list(root.iter(f"{MC}AlternateContent")):
        parent = alternative.getparent()
        for child in alternative.find(f"{MC}{branch}"):
            parent.insert(parent.index(alternative), child)
        parent.remove(alternative)
    return root


def without_shapes(root: etree._Element) -> etree._Element:
    """Leave out the shapes of Word 2010: the schema is older; Fallback has the same words."""
    for shape in list(root.iter(f"{WPS}wsp")):
        shape.getparent().remove(shape)
    return root


@pytest.mark.may_skip
@pytest.mark.parametrize("branch", ["Choice", "Fallback"])
@pytest.mark.parametrize("pages", [None, Pages(3, room=True), Pages(4, room=False)])
def test_every_part_is_valid(branch: str, pages: Pages | None) -> None:
    if not SCHEMA.exists():
        pytest.skip("the WordprocessingML schema (../shared/ooxml-xsd) is not beside the checkout")
    wml = etree.XMLSchema(etree.parse(SCHEMA))
    for name, part in parts(whole(pages)).items():
        if re.fullmatch(r"word/[^/]+\.xml", name):
            wml.assertValid(without_shapes(choosing(part, branch)))


def test_the_two_branches_of_a_box_have_the_same_words() -> None:
    part = parts(whole())["word/document.xml"]
    chosen, fallback = (
        "".join(it.text for it in choosing(part, branch).iter(f"{W}t"))
        for branch in ("Choice", "Fallback")
    )
    assert chosen == fallback
    assert "抄送：市委巡察办。" in chosen


@pytest.mark.parametrize("pages", [None, Pages(3, room=True), Pages(4, room=False)])
def test_the_same_notice_gives_the_same_bytes_and_is_untouched(pages: Pages | None) -> None:
    assert whole(pages) == whole(pages)
    assert is_untouched(whole(pages)) is True


def test_every_relation_leads_to_a_part_and_every_part_has_a_type() -> None:
    contents = parts(whole(Pages(4, room=False)))
    relations = etree.fromstring(contents["word/_rels/document.xml.rels"])
    targets = {it.get("Id"): f"word/{it.get('Target')}" for it in relations}
    assert set(targets.values()) <= set(contents)
    assert len(targets) == len(relations)
    text = contents["word/document.xml"].decode()
    assert set(re.findall(r'r:(?:id|embed)="([^"]+)"', text)) <= set(targets)
    typed = {it.get("PartName") for it in etree.fromstring(contents["[Content_Types].xml"])}
    assert {f"/{name}" for name in contents if "/noticegen-" in name} <= typed


def test_drawings_have_ids_of_their_own() -> None:
    for name, part in parts(whole()).items():
        if name.startswith("word/"):
            ids = re.findall(rb'<wp:docPr id="(\d+)"', part)
            assert len(ids) == len(set(ids))


def test_one_picture_is_kept_once_and_two_are_two() -> None:
    other = Seal(SEALED.seals[0].png + b"\0")
    two = SEALED._replace(seals=(SEALED.seals[0], other))
    for signature, count in ((SEALED, 1), (two, 2)):
        contents = parts(write(red(chinese(3), signature), PLAIN))
        assert len([name for name in contents if "/media/" in name]) == count


def test_words_that_are_markup_stay_words() -> None:
    nasty = "<w:p/>&]]>{{ 正文 }}"
    words = {"文号": nasty, "抄送": nasty, "印发机关": nasty, "份号": nasty}
    texts = "".join(main(write(red(chinese(1), issuers=(nasty,), **words), red_look())).itertext())
    assert texts.count(nasty) == 3 + 2 * 2  # a box has its words in both branches


@pytest.mark.parametrize(
    ("blocks", "turned"),
    [
        ((chinese(1), NARROW), [False]),
        ((chinese(1), WIDE), [False, True]),
        ((WIDE,), [False, True]),
        ((chinese(1), WIDE, WIDE, NARROW), [False, True, False]),
        ((chinese(1), NARROW, WIDE), [False, True]),
    ],
)
def test_wide_tables_are_in_turned_sections(blocks: tuple[Block, ...], turned: list[bool]) -> None:
    assert [it for it, _ in sections(red(*blocks))] == turned


def test_an_imprint_after_a_wide_table_is_in_an_upright_section() -> None:
    document = red(chinese(1), WIDE, **IMPRINT)
    assert [it for it, _ in sections(document)] == [False, True, False]
    upright, turned, last = (footers for _, footers in sections(document, Pages(4, room=False)))
    assert len(upright) == len(turned) == 2
    assert not upright & turned
    assert not last & (upright | turned)


def test_pages_matter_only_to_a_look_with_an_imprint_and_a_notice_with_its_words() -> None:
    document = red(chinese(1), **IMPRINT)
    assert needs_pages(document, red_look())
    assert not needs_pages(document, PLAIN)
    assert not needs_pages(red(chinese(1)), red_look())
    assert write(document, PLAIN, Pages(2, room=False)) == write(document, PLAIN)
    bare = red(chinese(1))
    assert write(bare, red_look(), Pages(3, room=False)) == write(bare, red_look())


def test_a_mark_that_fits_keeps_the_size_of_its_style() -> None:
    mark = next(
        it
        for it in main(write(red(chinese(1)), red_look())).iter(f"{W}p")
        if _style(it) == "IssuerMark"
    )
    assert "".join(mark.itertext()) == f"{ORGAN}文件"
    assert [it.get(f"{W}val") for it in mark.iter(f"{W}sz")] == ["63"]  # 14 in 442 pt
    short = main(write(red(chinese(1), issuers=(ORGAN[:8],)), red_look()))
    mark = next(it for it in short.iter(f"{W}p") if _style(it) == "IssuerMark")
    assert not list(mark.iter(f"{W}sz"))


def test_the_last_words_of_the_mark_are_the_office_s_choice() -> None:
    contents = parts(resource("rectification/redhead.docx"))
    name = "word/document.xml"
    contents[name] = contents[name].replace("}}文件".encode(), b"}}")
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, data in contents.items():
            archive.writestr(part, data)
    look = compile_look(buffer.getvalue())
    for issuers in ((ORGAN,), ISSUERS):
        texts = "".join(main(write(red(chinese(1), issuers=issuers), look)).itertext())
        assert texts.startswith("".join(issuers))
        assert "文件" not in texts


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val")


# --- what is kept with a signature ----------------------------------------------------


def kept(*rows: int) -> bool:
    blocks = [*map(chinese, rows), Signature((ORGAN,), DATE)]
    return may_strand_signature(Document("", "", "2023-09-26", tuple(blocks)))


def test_a_short_last_paragraph_is_kept_with_the_signature_anywhere() -> None:
    assert all(kept(above, 4) for above in range(1, 22))


def test_a_long_one_only_where_the_signature_may_strand() -> None:
    assert [rows for rows in range(8, 30) if kept(rows - 7, 7)] == [*range(18, 24)]


def test_the_first_of_the_body_and_one_of_a_page_never() -> None:
    assert not kept(20)
    assert not kept(2, 20)


def test_a_heading_or_a_note_above_a_signature_is_kept() -> None:
    document = Document("", "", "2023-09-26", (Signature((ORGAN,), DATE),))
    assert may_strand_signature(document)
    assert may_strand_signature(document._replace(blocks=(WIDE, *document.blocks)))
    empty = Paragraph((Run(""),))
    assert may_strand_signature(document._replace(blocks=(empty, empty, *document.blocks)))
