"""Looks judged: each fault is put into a look that has none, and told with its place and cure."""

import pytest
from lookparts import (
    MAIN,
    PLAIN,
    REDHEAD,
    TYPES,
    changed,
    line,
    parts,
    with_body,
    with_relation,
    zipped,
)

from noticegen import lookcheck, pipeline
from noticegen.document import WORDS
from noticegen.problem import Severity
from noticegen.writers.look import CHARACTER_STYLES, PARAGRAPH_STYLES, TABLE_STYLES, compile_look

FOOTER = "word/footer1.xml"


def found(data: bytes) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in lookcheck.problems(data)]


def codes(data: bytes) -> list[str]:
    return [one.code for one in lookcheck.problems(data)]


def sentences(data: bytes) -> list[str]:
    return [one.message for one in lookcheck.problems(data)]


@pytest.mark.parametrize("look", [PLAIN, REDHEAD], ids=["plain", "redhead"])
def test_the_looks_that_ship_have_no_faults(look: bytes) -> None:
    assert lookcheck.problems(look) == []


def test_a_form_that_chooses_its_look_finds_a_slot_for_all_that_is_checked() -> None:
    # fit.py counts on this where it compiles no look.
    assert compile_look(REDHEAD).slots >= set(WORDS)
    assert compile_look(PLAIN).slots.isdisjoint(WORDS)


# Slots


def test_an_unknown_slot_is_told_its_place_and_what_was_probably_meant() -> None:
    data = with_body(line("云山县水务局") + line("") + line("编号：{{ 文好 }}（公开）"))
    (problem,) = lookcheck.problems(data)

    assert (problem.mark.line, problem.code) == (2, "template-slot-unknown")
    assert problem.message == (
        "正文第2段“编号：{{ 文好 }}（…”的 {{ 文好 }} 不是槽位的名称，是不是 {{ 文号 }}？"
    )


def test_a_slot_that_is_near_none_is_told_them_all() -> None:
    (sentence,) = sentences(with_body(line("{{ abc }}")))

    assert all(name in sentence for name in ("正文", "发文机关标志", *WORDS))


def test_a_slot_that_word_cut_into_runs_is_no_fault() -> None:
    assert codes(with_body(line("{", "{ 文", "号 }", "}"))) == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "{{ 文号",
            "文号 }}",
            "{{ 文号 }",
            "{ 文号 }",
            "｛｛ 文号 ｝｝",
            "｛{ 文号 }｝",
            "{{ 文号 ｝｝",
        ),
        *("{{ }}", "{{}}", "{ { 文号 } }", "{{ {文号} }}", "｛ 文号 ｝"),
        *("{% if 文号 %}", "{# 说明 #}"),
    ],
)
def test_braces_that_make_no_slot_are_an_error(text: str) -> None:
    assert found(with_body(line(text))) == [("template-slot-broken", Severity.ERROR)]


def test_full_width_braces_are_told_the_slot_to_write() -> None:
    (sentence,) = sentences(with_body(line("｛｛ 文号 ｝｝")))

    assert sentence.endswith("的“｛｛ 文号 ｝｝”不成槽位，请写成半角的两对花括号：{{ 文号 }}。")


def test_a_slot_over_two_paragraphs_is_two_halves() -> None:
    assert codes(with_body(line("{{ 文") + line("号 }}"))) == ["template-slot-broken"] * 2


@pytest.mark.parametrize("text", ["｛甲｝和{乙}", "集合{1, 2}", "a } b { c"])
def test_braces_of_another_use_are_left_alone(text: str) -> None:
    assert codes(with_body(line(text))) == []


def test_a_slot_in_a_header_or_footer_is_known_by_that_name() -> None:
    data = changed(FOOTER, "</w:ftr>", f"{line('{{ 文浩 }}')}</w:ftr>")
    (sentence,) = sentences(data)

    assert sentence.startswith("页脚第2段“{{ 文浩 }}”的 {{ 文浩 }} 不是槽位的名称")


def test_a_text_box_is_read_once_though_it_is_kept_twice() -> None:
    data = changed(MAIN, "{{ 抄送 }}", "{{ 抄宋 }}", REDHEAD)

    assert parts(REDHEAD)[MAIN].decode().count("{{ 抄送 }}") == 2
    assert codes(data) == ["template-slot-unknown"]


# 正文


def test_a_look_without_a_place_for_the_notice_is_none() -> None:
    assert codes(changed(MAIN, "{{ 正文 }}", "正文")) == ["template-body-missing"]


def test_a_look_with_two_places_for_the_notice_is_none() -> None:
    assert codes(with_body(line("{{ 正文 }}"))) == ["template-body-twice"]


@pytest.mark.parametrize(
    "data",
    [
        changed(MAIN, "{{ 正文 }}", "{{ 正文 }}完"),
        changed(MAIN, "{{ 正文 }}", "{{ 文号 }}{{ 正文 }}"),
    ],
)
def test_the_notice_has_a_paragraph_of_its_own(data: bytes) -> None:
    assert codes(data) == ["template-body-misplaced"]


def test_the_notice_does_not_stand_in_a_table() -> None:
    table = f"<w:tbl><w:tr><w:tc>{line('{{ 正文 }}')}</w:tc></w:tr></w:tbl>{line('完')}"
    data = with_body(table, changed(MAIN, "{{ 正文 }}", ""))

    assert codes(data) == ["template-body-misplaced"]


def test_the_notice_does_not_stand_in_a_footer() -> None:
    data = changed(MAIN, "{{ 正文 }}", "")

    assert codes(changed(FOOTER, "</w:ftr>", f"{line('{{ 正文 }}')}</w:ftr>", data)) == [
        "template-body-misplaced"
    ]


# Styles


@pytest.mark.parametrize("name", [*PARAGRAPH_STYLES, *CHARACTER_STYLES, *TABLE_STYLES])
def test_a_missing_style_is_told_by_its_name(name: str) -> None:
    data = changed("word/styles.xml", f'<w:name w:val="{name}"/>', '<w:name w:val="别的"/>')

    (sentence,) = sentences(data)
    assert f"缺少样式「{name}」，" in sentence


def test_all_missing_styles_are_one_problem() -> None:
    data = changed("word/styles.xml", '<w:name w:val="公文正文"/>', '<w:name w:val="甲"/>')
    data = changed("word/styles.xml", '<w:name w:val="署名"/>', '<w:name w:val="乙"/>', data)

    (sentence,) = sentences(data)
    assert "「公文正文」、「署名」" in sentence


def test_a_style_of_the_wrong_kind_is_told() -> None:
    styles = parts(PLAIN)["word/styles.xml"].decode()
    before = styles[: styles.index('<w:name w:val="附注"/>')]
    start = before.rindex("<w:style ")
    wrong = before[start:].replace('w:type="paragraph"', 'w:type="character"')
    data = changed(
        "word/styles.xml",
        before[start:] + '<w:name w:val="附注"/>',
        wrong + '<w:name w:val="附注"/>',
    )

    assert codes(data) == ["template-style-kind"]
    assert "样式「附注」要是段落样式，现在是字符样式" in sentences(data)[0]


# What must not go into a public file


def test_macros_are_refused_however_they_hide() -> None:
    macro = zipped({**parts(PLAIN), "word/vbaProject.bin": b"\xd0\xcf"})
    docm = changed(
        TYPES,
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "vnd.ms-word.document.macroEnabled.main+xml",
    )

    assert codes(macro) == ["template-macro"]
    assert "template-macro" in codes(docm)


def test_a_word_template_is_to_be_saved_as_a_document() -> None:
    dotx = changed(
        TYPES, "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"
    )

    assert "template-not-docx" in codes(dotx)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("attachedTemplate", "连着另一个模板“\\\\fs\\a.dotm”"),
        ("image", "链接来的图片"),
        ("oleObject", "对象"),
        ("frame", "连着文件外面的"),
        ("subDocument", "连着文件外面的"),
        ("mailMergeSource", "连着文件外面的"),
    ],
)
def test_a_link_out_of_the_file_is_an_error(kind: str, words: str) -> None:
    data = with_relation(kind, "\\\\fs\\a.dotm")

    assert found(data) == [("template-outside-link", Severity.ERROR)]
    assert words in sentences(data)[0]


def test_a_link_in_any_part_is_found() -> None:
    relations = parts(with_relation("image", "http://example.com/a.png"))[
        "word/_rels/document.xml.rels"
    ]
    data = zipped({**parts(PLAIN), "word/_rels/footer1.xml.rels": relations})

    assert codes(data).count("template-outside-link") == 1


def test_a_hyperlink_is_only_a_warning() -> None:
    assert found(with_relation("hyperlink", "https://example.com/")) == [
        ("template-hyperlink", Severity.WARNING)
    ]


@pytest.mark.parametrize("kind", ["oleObject", "package", "control", "aFChunk"])
def test_an_embedded_file_is_an_error(kind: str) -> None:
    assert codes(with_relation(kind, "embeddings/a.bin", outside=False)) == ["template-embedded"]


@pytest.mark.parametrize(
    "field",
    [
        '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://a/b.png&quot; "/>',
        "<w:r><w:instrText> INCL</w:instrText></w:r><w:r><w:instrText>UDETEXT a </w:instrText></w:r>",
        "<w:r><w:instrText>DDEAUTO excel</w:instrText></w:r>",
        "<w:r><w:instrText> LINK Excel.Sheet.12</w:instrText></w:r>",
    ],
)
def test_a_field_that_fetches_is_an_outside_link(field: str) -> None:
    data = with_body(f"<w:p>{field}<w:r><w:t>表</w:t></w:r></w:p>")

    assert codes(data) == ["template-outside-link"]
    assert "正文第1段“表”" in sentences(data)[0]


@pytest.mark.parametrize("code", ["PAGE", "HYPERLINK \\l _Toc1", "NUMPAGES", "TOC \\o"])
def test_a_field_that_stays_in_the_file_is_no_fault(code: str) -> None:
    assert codes(with_body(f"<w:p><w:r><w:instrText> {code} </w:instrText></w:r></w:p>")) == []


@pytest.mark.parametrize(
    "edited",
    [
        '<w:p><w:ins w:id="1" w:author="张"><w:r><w:t>甲</w:t></w:r></w:ins></w:p>',
        '<w:p><w:del w:id="1"><w:r><w:delText>甲</w:delText></w:r></w:del></w:p>',
        '<w:p><w:r><w:rPr><w:rPrChange w:id="1"/></w:rPr><w:t>甲</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:pPrChange w:id="1"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
        '<w:p><w:moveTo w:id="1"><w:r><w:t>甲</w:t></w:r></w:moveTo></w:p>',
    ],
)
def test_a_tracked_change_is_an_error(edited: str) -> None:
    assert found(with_body(edited)) == [("template-revisions", Severity.ERROR)]


def test_a_comment_is_an_error() -> None:
    text = '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'

    assert found(with_body(text)) == [("template-comments", Severity.ERROR)]
    assert "正文第1段“甲”起有批注 1 处" in sentences(with_body(text))[0]


def test_tracking_left_on_is_a_warning() -> None:
    data = changed("word/settings.xml", "</w:settings>", "<w:trackRevisions/></w:settings>")

    assert found(data) == [("template-tracking", Severity.WARNING)]


# Files that are no look at all


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc",
        zipped({"a.txt": b""}),
        PLAIN[: len(PLAIN) // 2],
        zipped({**parts(PLAIN), MAIN: b"<w:document"}),
        zipped({**parts(PLAIN), "word/_rels/x.rels": b"<broken"}),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(data: bytes) -> None:
    (problem,) = lookcheck.problems(data)

    assert problem.code == "template-unreadable"
    assert problem.message.endswith("。")


def test_everything_wrong_is_told_at_once() -> None:
    data = with_relation("image", "http://example.com/a.png")
    data = with_body(line("{{ 文好 }}") + line("｛｛ 抄送 ｝｝"), data)
    data = changed("word/styles.xml", '<w:name w:val="署名"/>', '<w:name w:val="甲"/>', data)

    assert sorted(codes(data)) == [
        "template-outside-link",
        "template-slot-broken",
        "template-slot-unknown",
        "template-style-missing",
    ]


def without_a_footer() -> bytes:
    return zipped({name: part for name, part in parts(PLAIN).items() if name != FOOTER})


@pytest.mark.parametrize(
    "data",
    [
        without_a_footer(),
        changed("word/styles.xml", '<w:sz w:val="72"/>', '<w:sz w:val="大"/>', REDHEAD),
    ],
)
def test_what_only_the_writer_notices_is_told_here_too(data: bytes) -> None:
    (problem,) = lookcheck.problems(data)

    assert problem.code == "template-unusable"
    assert problem.message.endswith("。")


# The sample


@pytest.mark.parametrize("look", [PLAIN, REDHEAD], ids=["plain", "redhead"])
def test_a_sample_set_in_a_look_that_ships_meets_the_standard(look: bytes) -> None:
    from noticegen.inspect import judge

    assert judge(pipeline.sample(compile_look(look))) == []


def test_the_sample_fills_every_slot_of_the_red_head() -> None:
    whole = b"".join(parts(pipeline.sample(compile_look(REDHEAD))).values()).decode(
        "utf-8", "replace"
    )

    assert "云示组〔2024〕12号" in whole
    assert "县纪委监委" in whole
    assert "{{" not in whole
