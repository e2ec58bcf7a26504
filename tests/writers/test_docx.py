"""The Word writer: every word arrives, in the style that says how it looks, the same each time."""

import copy
import importlib.util
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from noticegen.document import (
    Annotation,
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Heading,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Table,
    Title,
)
from noticegen.errors import TemplateError
from noticegen.template import resource
from noticegen.writers.compiling import compiled
from noticegen.writers.docx import compile_look, is_untouched, write

REPOSITORY = Path(__file__).parents[2]
SCHEMA = REPOSITORY.parent / "shared" / "ooxml-xsd" / "wml.xsd"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAIN = resource("rectification/plain.docx")
LOOK = compile_look(PLAIN)
ORGAN = "中共天长市科学技术局党组"
NASTY = "a & b < c > d \" e ' f ]]> {{ 正文 }} {% x %} 😀 𠀀𪜀"
BLOCKS: tuple[Block, ...] = (
    Title(f"{ORGAN}关于巡察整改进展情况的通报"),
    Recipients("市直各单位党组："),
    Paragraph((Run("现将巡察整改情况予以公布。"),)),
    Heading(1, "一、整改落实情况"),
    Heading(2, "（一）贯彻落实情况"),
    Heading(3, "1.学习不到位"),
    Heading(4, "（1）不深入。"),
    Paragraph((Run("（一）提高站位。", 2), Run("坚持。"))),
    Paragraph((Run("一、", 1), Run("甲", 3), Run("乙", 4))),
    AttachmentNote(("任务清单", "问题清单")),
    Signature((ORGAN,), "2023年9月26日"),
    Annotation("（此件公开发布）"),
    Attachment("附件1", "任务清单", (Table(("序号", "问题"), (("1", "甲"), ("2", "乙"))),)),
    Attachment("附件2", "问题清单", (Heading(1, "一、总体"), Paragraph((Run("丙"),)))),
)


def notice(*blocks: Block, **words: str) -> Document:
    return Document("标题", ORGAN, "2023-09-26", blocks or BLOCKS, words=words)


def written(*blocks: Block) -> bytes:
    return write(notice(*blocks), LOOK)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(contents: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def changed(name: str, old: str, new: str, look: bytes = PLAIN) -> bytes:
    """Return *look* with *old* in its part *name* made *new*."""
    contents = parts(look)
    assert old.encode() in contents[name]
    return zipped({**contents, name: contents[name].replace(old.encode(), new.encode())})


def with_body(extra: str) -> bytes:
    """Return the plain look with *extra* before the paragraph of its slot."""
    return changed("word/document.xml", "<w:body>", f"<w:body>{extra}")


def line(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def styled(data: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in docx.Document(BytesIO(data)).paragraphs]


def texts(data: bytes, part: str = "word/document.xml") -> list[str]:
    return [text_of(paragraph) for paragraph in body(data, part).iter(f"{W}p")]


def text_of(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def body(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[part])


def column_widths(table: Table) -> list[int]:
    return [int(column.get(f"{W}w")) for column in body(written(table)).iter(f"{W}gridCol")]


def looks_script() -> object:
    spec = importlib.util.spec_from_file_location("looks", REPOSITORY / "scripts" / "looks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- blocks ---------------------------------------------------------------------------


def test_every_block_is_in_its_style() -> None:
    assert styled(written()) == [
        ("公文标题", f"{ORGAN}\n关于巡察整改进展情况的通报"),
        ("空行", ""),
        ("主送机关", "市直各单位党组："),
        ("公文正文", "现将巡察整改情况予以公布。"),
        ("一级标题", "一、整改落实情况"),
        ("二级标题", "（一）贯彻落实情况"),
        ("三级标题", "1.学习不到位"),
        ("四级标题", "（1）不深入。"),
        ("公文正文", "（一）提高站位。坚持。"),
        ("公文正文", "一、甲乙"),
        ("空行", ""),
        ("附件说明", "附件：1.任务清单"),
        ("附件说明", "2.问题清单"),
        ("空行", ""),
        ("署名", ORGAN),
        ("成文日期", "2023年9月26日"),
        ("附注", "（此件公开发布）"),
        ("附件标识", "附件1"),
        ("空行", ""),
        ("附件标题", "任务清单"),
        ("空行", ""),
        ("附件标识", "附件2"),
        ("空行", ""),
        ("附件标题", "问题清单"),
        ("空行", ""),
        ("一级标题", "一、总体"),
        ("公文正文", "丙"),
    ]


def test_a_run_in_heading_takes_the_character_style_of_its_level() -> None:
    paragraphs = docx.Document(BytesIO(written())).paragraphs
    runs = [(r.text, r.style.name) for p in paragraphs[8:10] for r in p.runs]
    plain = "Default Paragraph Font"
    assert runs == [
        ("（一）提高站位。", "二级标题字"),
        ("坚持。", plain),
        ("一、", "一级标题字"),
        ("甲", plain),
        ("乙", plain),
    ]


def test_the_form_s_own_title_lines_are_kept() -> None:
    assert styled(written(Title("甲乙丙", ("甲", "乙丙"))))[0] == ("公文标题", "甲\n乙丙")


def test_one_attachment_has_no_number() -> None:
    assert ("附件说明", "附件：任务清单") in styled(written(AttachmentNote(("任务清单",))))


def test_a_table_repeats_its_header_and_cuts_no_row() -> None:
    table = docx.Document(BytesIO(written())).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["序号", "问题"],
        ["1", "甲"],
        ["2", "乙"],
    ]
    assert table.style.name == "公文表格"
    rows = list(body(written()).iter(f"{W}tr"))
    assert [len(row.findall(f".//{W}tblHeader")) for row in rows] == [1, 0, 0]
    assert [len(row.findall(f".//{W}cantSplit")) for row in rows] == [1, 1, 1]


def test_columns_share_the_whole_width_and_short_words_have_room() -> None:
    rows = (("1", "很长的一段话" * 20, "办公室"), ("2", "另一段话" * 20, "2023年12月31日"))
    widths = column_widths(Table(("序号", "整改措施", "时限"), rows))
    assert sum(widths) == 8844
    assert widths[2] > 7 * 280
    assert widths[1] > widths[2] > widths[0]


@pytest.mark.parametrize("columns", [1, 3, 12])
def test_columns_of_any_number_and_length_fit(columns: int) -> None:
    for cell in ("", "字", "字" * 60):
        widths = column_widths(Table((cell,) * columns, ((cell,) * columns,)))
        assert sum(widths) == 8844
        assert min(widths) > 0


def test_what_precedes_a_signature_is_kept_with_it() -> None:
    paragraphs = body(written()).iter(f"{W}p")
    kept = [p for p in paragraphs if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert [text_of(p) for p in kept] == [
        "2.问题清单",
        "",
        ORGAN,
        "2023年9月26日",
    ]  # the date with its 附注


def test_the_last_row_of_a_table_is_kept_with_the_signature() -> None:
    data = written(Table(("甲",), (("乙",), ("丙",))), Signature((ORGAN,), "2023年9月26日"))
    cells = list(body(data).iter(f"{W}tc"))
    kept = [cell.find(f".//{W}keepNext") is not None for cell in cells]
    assert kept == [False, False, True]


@pytest.mark.parametrize(
    "block",
    [
        Title(NASTY, (NASTY,)),
        Recipients(NASTY),
        Heading(1, NASTY),
        Paragraph((Run(NASTY, 2), Run(NASTY))),
        Signature((NASTY[:36],), NASTY),
        Annotation(NASTY),
        Attachment(NASTY, "清单", (Table((NASTY,), ((NASTY,),)),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_text_of_markup_emoji_and_rare_characters_is_unchanged(block: Block) -> None:
    assert any(NASTY in text for text in texts(written(block)))


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn")), min_size=1))
def test_any_text_arrives(text: str) -> None:
    assert texts(written(Heading(1, text)))[0] == text.replace("\r", "\n")


@pytest.mark.parametrize("character", ["\0", "\x0b", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_a_value_error(character: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        written(Heading(1, f"一、{character}"))


def test_a_date_that_is_no_day_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        write(notice()._replace(date="2023年9月"), LOOK)


def test_a_notice_of_no_blocks_is_written() -> None:
    assert is_untouched(write(Document("", "", "2023-09-26", ()), LOOK))


def test_a_plain_notice_is_set_without_the_libraries_that_are_slow_to_load() -> None:
    program = """
import sys
from noticegen.document import Document, Paragraph, Run
from noticegen.template import look
from noticegen.writers import docx

notice = Document("标题", "机关", "2023-09-26", (Paragraph((Run("正文。"),)),))
docx.write(notice, docx.compile_look(look("plain")))
print({"lxml", "jinja2", "zipfile"} & set(sys.modules))
"""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "set()\n", done.stderr


# --- the file -------------------------------------------------------------------------


def test_the_same_notice_gives_the_same_bytes_and_leaves_the_look_alone() -> None:
    first = written()
    assert write(copy.deepcopy(notice()), compile_look(PLAIN)) == first == written()
    assert compile_look(PLAIN) == LOOK


def test_the_file_s_properties_name_the_notice_and_nobody_else() -> None:
    properties = docx.Document(BytesIO(written())).core_properties
    assert (properties.title, properties.author) == ("标题", ORGAN)
    assert str(properties.created) == str(properties.modified)
    assert str(properties.created).startswith("2023-09-26 00:00:00")
    assert (properties.last_modified_by, properties.comments) == ("", "")
    assert "docProps/app.xml" not in parts(written())


def test_the_office_s_own_file_properties_are_left_behind() -> None:
    app = '<Override PartName="/docProps/app.xml" ContentType="application/xml"/></Types>'
    look = changed("[Content_Types].xml", "</Types>", app)
    look = zipped({**parts(look), "docProps/app.xml": b"<Properties>WPS</Properties>"})
    contents = parts(write(notice(), compile_look(look)))
    assert "docProps/app.xml" not in contents
    assert b"app.xml" not in contents["[Content_Types].xml"]


def test_a_file_as_written_is_untouched() -> None:
    assert is_untouched(written()) is True


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_a_file_changed_in_any_part_is_not(part: str) -> None:
    contents = parts(written())
    assert is_untouched(zipped(contents)) is True  # zipping again is no change
    assert is_untouched(zipped({**contents, part: contents[part] + b"\n"})) is False
    assert is_untouched(zipped({**contents, "word/new.xml": b"<a/>"})) is False


def test_a_file_without_our_digest_is_not_ours() -> None:
    assert is_untouched(PLAIN) is None
    assert is_untouched(b"") is None
    assert is_untouched(zipped({"docProps/custom.xml": b"<Properties"})) is None


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(written()) - 1), st.binary(max_size=8))
def test_no_bytes_make_is_untouched_raise(place: int, junk: bytes) -> None:
    data = written()
    assert is_untouched(data[:place] + junk + data[place + len(junk) :]) in (True, False, None)
    assert is_untouched(data[:place]) in (True, False, None)


# --- slots ----------------------------------------------------------------------------


def test_a_slot_that_word_cut_into_runs_is_filled() -> None:
    look = compile_look(with_body(line("文号：{", "{ 文", "号 }", "}；{{年", "}}。")))
    assert texts(write(notice(文号="天科〔2023〕1号", 年="二"), look))[0] == (
        "文号：天科〔2023〕1号；二。"
    )
    assert look.slots == {"正文", "文号", "年"}


def test_the_body_s_slot_may_be_cut_into_runs_too() -> None:
    cut = "{{ 正</w:t></w:r><w:proofErr/><w:r><w:t>文 }}"
    look = compile_look(changed("word/document.xml", "{{ 正文 }}", cut))
    assert styled(write(notice(), look)) == styled(written())


def test_a_slot_in_a_footer_is_filled() -> None:
    look = compile_look(changed("word/footer1.xml", "</w:ftr>", line("{{ 文号 }}") + "</w:ftr>"))
    assert texts(write(notice(文号="一号"), look), "word/footer1.xml") == ["— 1 —", "一号"]
    assert texts(write(notice(), look), "word/footer1.xml") == ["— 1 —"]


def test_a_header_keeps_the_one_paragraph_it_needs() -> None:
    look = changed("word/footer1.xml", "<w:t>1</w:t>", "<w:t>{{ 页 }}</w:t>")
    assert texts(write(notice(), compile_look(look)), "word/footer1.xml") == [""]


def test_a_paragraph_of_empty_slots_disappears_and_one_of_some_stays() -> None:
    look = compile_look(with_body(line("甲{{ 甲 }}") + line("{{ 甲 }}{{ 乙 }}") + line("丙")))
    assert texts(write(notice(Heading(1, "一"), 乙="二"), look))[:3] == ["二", "丙", "一"]


def test_a_row_of_empty_slots_disappears_and_with_its_last_row_a_table() -> None:
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        + row(line("抄送："), line("{{ 抄送 }}"))
        + row(line("印发{{ 印发 }}"))
        + "</w:tbl>"
    )
    look = compile_look(with_body(table + line("完")))
    both, one, none = (
        write(notice(Heading(1, "一"), **words), look)
        for words in ({"抄送": "某", "印发": "某"}, {"印发": "某"}, {})
    )
    assert texts(both)[:4] == ["抄送：", "某", "印发某", "完"]
    assert texts(one)[:2] == ["印发某", "完"]
    assert texts(none)[:2] == ["完", "一"]
    assert not docx.Document(BytesIO(none)).tables


@pytest.mark.parametrize("extra", ["{{ 抄送 }}" * 1_000, line("{{ 抄送 }}") * 1_000])
def test_a_look_of_a_thousand_slots_and_more_is_refused(extra: str) -> None:
    body = extra if extra.startswith("<") else line(extra)
    with pytest.raises(TemplateError, match="超过一千个"):
        compile_look(with_body(body))


def test_words_that_would_make_a_book_of_a_look_are_refused() -> None:
    look = compile_look(with_body(line("{{ 抄送 }}" * 500) + line("{{ 文号 }}" * 400)))
    assert write(notice(抄送="县委" * 999, 文号="一号"), look)
    with pytest.raises(TemplateError, match="文号 }}”等槽位填进去以后，超过一百万字"):
        write(notice(抄送="县委" * 999, 文号="一号" * 9), look)


def test_words_are_text_and_never_slots_or_markup() -> None:
    look = compile_look(with_body(line("{{ 甲 }}{{ 乙 }}")))
    assert texts(write(notice(甲="<w:p/>&{{ 乙 }}", 乙="二"), look))[0] == "<w:p/>&{{ 乙 }}二"


@pytest.mark.parametrize(
    ("look", "message"),
    [
        (b"not a zip", "不是 .docx"),
        (b"", "不是 .docx"),
        (zipped({"a.txt": b""}), "缺失或已损坏"),
        (changed("[Content_Types].xml", "document.main", "template.main"), "不是普通的 Word 文档"),
        (changed("word/document.xml", "</w:body>", ""), "word/document.xml"),
        (changed("word/document.xml", "{{ 正文 }}", ""), "没有"),
        (with_body(line("{{ 正文 }}")), "不止一个"),
        (changed("word/document.xml", "{{ 正文 }}", "{{ 正文 }}："), "单独成段"),
        (changed("word/footer1.xml", "<w:t>1</w:t>", "<w:t>{{ 正文 }}</w:t>"), "页脚"),
        (with_body(line("{{ 文号 ")), "{{ 文号"),
        (with_body(line("文号 }}")), "文号 }}"),
        (with_body(line("｛｛ 文号 ｝｝")), "｛｛"),
        (with_body(line("{{ }}")), "{{ }}"),
        (changed("word/styles.xml", "三级标题", "别的标题"), "「三级标题」"),
        (changed("word/styles.xml", "二级标题字", "别的字"), "「二级标题字」"),
        (changed("word/styles.xml", "公文表格", "别的表格"), "「公文表格」"),
    ],
)
def test_a_look_that_cannot_be_used_says_so_in_one_sentence(look: bytes, message: str) -> None:
    with pytest.raises(TemplateError) as fault:
        compile_look(look)
    assert message in str(fault.value)
    assert str(fault.value).count("。") == 1
    assert str(fault.value).endswith("。")


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    look = parts(PLAIN)
    look = {name: part.replace(b'"NoticeBody"', b'"a3"') for name, part in look.items()}
    assert styled(write(notice(), compile_look(zipped(look)))) == styled(written())


def test_a_look_may_call_wordprocessingml_by_another_prefix() -> None:
    look = parts(PLAIN)
    main = look["word/document.xml"].replace(b"<w:", b"<x:").replace(b"</w:", b"</x:")
    main = main.replace(b" w:", b" x:").replace(b"xmlns:w=", b"xmlns:x=")
    data = write(notice(), compile_look(zipped({**look, "word/document.xml": main})))
    assert styled(data) == styled(written())


def test_a_look_with_wider_margins_has_narrower_tables() -> None:
    look = compile_look(changed("word/document.xml", 'w:left="1588"', 'w:left="2588"'))
    data = write(notice(Table(("甲", "乙"), ())), look)
    assert sum(int(c.get(f"{W}w")) for c in body(data).iter(f"{W}gridCol")) == 7844


# --- the look that ships --------------------------------------------------------------


def test_the_committed_looks_are_what_the_script_makes() -> None:
    script = looks_script()
    for name, data in script.looks().items():
        assert (REPOSITORY / "templates" / name).read_bytes() == data
        assert compile_look(data) == compiled(data)
    assert script.COMPILED.read_text("utf-8") == script.module(script.looks())


def test_a_style_edited_in_the_look_changes_the_notice() -> None:
    """Nothing a style says is said again in the notice, so the style decides."""
    direct = {"rFonts", "sz", "b", "color", "ind", "jc", "spacing", "snapToGrid"}
    exceptions = ("附件：", "2.问题", "2023年")  # indents that depend on the words
    for paragraph in body(written()).iter(f"{W}p"):
        text = text_of(paragraph)
        said = {
            etree.QName(element).localname
            for element in paragraph.iter()
            if element.attrib and set(element.attrib) != {f"{W}hint"}
        }
        assert text.startswith(exceptions) or not said & direct


def test_nothing_in_the_look_is_bold_and_all_is_black() -> None:
    styles = parts(PLAIN)["word/styles.xml"]
    assert b"<w:b/>" not in styles
    assert b"FF0000" not in styles


def schema() -> etree.XMLSchema:
    if not SCHEMA.exists():
        pytest.skip("the WordprocessingML schema (../shared/ooxml-xsd) is not beside the checkout")
    return etree.XMLSchema(etree.parse(SCHEMA))


@pytest.mark.may_skip
@pytest.mark.parametrize("data", [PLAIN, written()], ids=["look", "notice"])
def test_every_part_is_valid(data: bytes) -> None:
    wml = schema()
    for name, part in parts(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            wml.assertValid(etree.fromstring(part))
