"""Single promises of the importer: wording, fall-backs, web pages, and what it refuses."""

import time
import zipfile
from io import BytesIO

import docx
import pytest
from forms import document_of, lines_of, notice_of
from importers.sources import by_hand
from PIL import Image

from noticegen.importers import import_notice
from noticegen.importers.measures import parse
from noticegen.importers.ordinals import divided, mark
from noticegen.importers.patterns import Pattern, shared
from noticegen.importers.proof import fold
from noticegen.importers.writing import needs_quotes
from noticegen.model import Kind

TITLE = "中共云山县示范局党组关于巡察整改进展情况的通报"
OPENING = (
    "根据县委巡察工作统一部署，2023年10月16日至12月15日，县委第三巡察组对县示范局党组进行了巡察，"
    "并于2024年1月12日反馈了巡察意见。按照党务公开原则和巡察工作有关要求，现将巡察整改情况予以公布。"
)
SIGNED = ("中共云山县示范局党组", "2024年6月20日")


def text_of(*body: str) -> bytes:
    return "\n".join([TITLE, OPENING, *body, *SIGNED]).encode()


def body_of(data: bytes, suffix: str = ".txt") -> list[tuple[str, str, tuple[str, ...]]]:
    """Return kind, heading and measures of each item that an import gives."""
    notice = notice_of(import_notice(data, suffix).form_text)
    return [(item.kind.value, item.heading, item.measures) for item in notice.body]


def built(data: bytes, suffix: str = ".txt") -> list[str]:
    return [fold(line) for line in lines_of(document_of(import_notice(data, suffix).form_text))]


def test_findings_that_share_a_wording_give_the_pattern() -> None:
    imported = import_notice(
        text_of(
            "一、反馈问题整改落实情况",
            "（1）关于“学习不深入”的问题",
            "整改情况：一是加强学习。二是严格考勤。",
            "（2）关于“检查不经常”的问题",
            "整改情况：每月检查一次。",
        ),
        ".txt",
    )

    assert "  问题: 关于“{{ 问题 }}”的问题" in imported.form_text
    assert "  措施引语: 整改情况：" in imported.form_text
    assert "  措施: 另段" not in imported.form_text  # the usual one is left out
    assert imported.problems == []


def test_a_finding_worded_otherwise_keeps_its_words() -> None:
    notice = notice_of(
        import_notice(
            text_of(
                "一、反馈问题整改落实情况",
                "（1）针对学习不深入问题。加强学习。",
                "（2）针对检查不经常问题。每月检查一次。",
                "（3）检查走过场，整改不到位。一是从严检查。二是挂牌督办。",
            ),
            ".txt",
        ).form_text
    )

    last = notice.body[-1]
    assert notice.body[1].verbatim is None
    assert last.verbatim == "检查走过场，整改不到位。"
    assert last.measures == ("从严检查。", "挂牌督办。")


def test_measures_with_a_gap_stay_word_for_word() -> None:
    lines = ("一、反馈问题整改落实情况", "（1）学习不深入", "一是学习。二是检查。四是督办。")

    assert built(text_of(*lines))[2:5] == [fold(line) for line in lines]


def test_numbers_that_mean_something_else_are_not_touched() -> None:
    lines = ("有关情况如下：", "7.第七项工作已经完成。", "3.第三项工作正在推进。")

    assert built(text_of(*lines))[2:5] == [fold(line) for line in lines]


def test_what_cannot_be_placed_is_told_with_its_line() -> None:
    imported = import_notice(text_of("7.第七项工作已经完成。", "3.第三项工作正在推进。"), ".txt")

    told = [(one.mark.line, one.code) for one in imported.problems]
    assert told == [(3, "file-not-placed"), (4, "file-not-placed")]


def test_text_below_the_date_of_a_word_file_is_kept_and_told() -> None:
    data = by_hand(
        [TITLE, OPENING, "一、整改情况", "已整改。", *SIGNED, "附件1", "一览表", "又及。"]
    )

    imported = import_notice(data, ".docx")

    assert [item.paragraph for item in notice_of(imported.form_text).body[2:]] == [
        ("附件1",),
        ("一览表",),
        ("又及。",),
    ]
    assert [(one.mark.line, one.code) for one in imported.problems] == [(7, "file-not-placed")]


def test_a_title_an_organ_and_a_date_may_be_broken_otherwise() -> None:
    lines = ["中共云山县示范局党组", "关于巡察整改进展", "情况的通报", OPENING, "一、整改情况"]
    signed = "中共云山县示范局党组 二〇二四年六月二十日"

    made = notice_of(import_notice("\n".join([*lines, signed]).encode(), ".txt").form_text)

    assert made.issuance.title is None  # it is the usual one
    assert made.issuance.issuers == SIGNED[:1]
    assert str(made.issuance.date_of_issue) == SIGNED[1]


def test_sentences_left_out_of_a_page_are_a_warning() -> None:
    lost = "这一句话有三十多个字，又以句号结尾，很可能本来就是通报的内容，不应当悄悄地漏掉。"
    signed = text_of("一、整改情况", "已整改。").decode()

    quiet = import_notice(f"首页\n{signed}".encode(), ".txt").problems
    loud = import_notice(f"{lost}\n{signed}".encode(), ".txt").problems

    assert [(one.code, one.severity.value) for one in quiet] == [("file-chrome", "hint")]
    assert [(one.code, one.severity.value) for one in loud] == [("file-chrome", "warning")]


def test_an_unsigned_text_leaves_what_must_be_filled_empty() -> None:
    imported = import_notice("一、整改情况\n（一）学习方面\n".encode(), ".txt")

    codes = {problem.code for problem in imported.problems}
    assert {"file-no-title", "file-no-issuer", "file-no-date"} <= codes
    assert "  机关:  " in imported.form_text
    assert "  成文日期:  " in imported.form_text


def test_a_contact_of_several_lines_calls_on_its_fields() -> None:
    contact = ("监督电话：0000-1234567", "邮寄地址：云山县人民路1号", "电子邮箱：a@example.com")

    imported = import_notice(text_of("一、整改情况", *contact), ".txt")

    made = notice_of(imported.form_text).contact
    assert made is not None
    assert (made.phone, made.address, made.email) == (
        "0000-1234567",
        "云山县人民路1号",
        "a@example.com",
    )
    assert built(text_of("一、整改情况", *contact))[3:6] == [fold(line) for line in contact]


def test_braces_of_a_source_are_only_braces() -> None:
    lines = ("一、整改情况", "反馈的{{ 问题数 }}个问题和{机关}已整改。")

    assert built(text_of(*lines))[3] == fold(lines[1])


def test_text_is_quoted_only_where_the_reader_needs_it() -> None:
    assert not needs_quotes("加强学习，共12次（含2次集中学习）；成效明显。")
    assert not needs_quotes("{{ 机关 }}切实履行责任")
    assert not needs_quotes("“三会一课”不规范")
    assert needs_quotes("'引号'开头")
    assert needs_quotes("网址: http://example.com")
    assert needs_quotes("见 #3楼")
    assert needs_quotes("措施：加强学习", is_listed=True)


def test_ordinals_are_known_by_their_form() -> None:
    found = [
        mark(text) for text in ("十二、甲", "（十）甲", "3.甲", "（21）甲", "③甲", "反馈问题二：甲")
    ]
    assert [(one.sample, one.number, one.rest) for one in found if one] == [
        ("一、", 12, "甲"),
        ("（一）", 10, "甲"),
        ("1.", 3, "甲"),
        ("（1）", 21, "甲"),
        ("①", 3, "甲"),
        ("反馈问题一：", 2, "甲"),
    ]
    assert [mark(text) for text in ("一、二号楼", "1.5万元", "2023年", "十十、甲", "3.")] == [
        None
    ] * 5


def test_measures_are_divided_only_at_the_head_of_a_clause() -> None:
    assert divided("一是甲。二是乙；三是丙。", "一是") == ["甲。", "乙；", "丙。"]
    assert divided("一是甲的二是乙。", "一是") == ["甲的二是乙。"]
    assert parse("整改情况：针对不足，采取以下措施：一是甲。二是乙。")[:3] == (
        "整改情况：",
        "针对不足，采取以下措施：",
        ("甲。", "乙。"),
    )


def test_the_pattern_is_the_one_most_findings_have() -> None:
    assert shared(["关于“甲”的问题", "关于“乙”的问题", "丙"]) == Pattern("关于“", "”的问题")
    assert shared(["甲不到位。", "乙不到位。"]) == Pattern()
    assert (
        Pattern("针对", "问题。").core("针对甲问题问题。") == ""
    )  # filled in, it would be said once


PAGE = """<html><head><meta charset="gb2312"><script>document.write('脚本')</script></head><body>
<nav>网站导航</nav><div style="display:none">隐藏的统计代码</div>
<table><tr><td><table><tr><td>{title}</td></tr></table>
<p>{opening}<p>一、整改情况<ol><li>关于“学习不深入”的问题</li></ol><p>整改情况：加强学习。
<ol start="2"><li>关于“检查不经常”的问题</li></ol>整改情况：每月<b>检查</b>一次。<br>
{organ}<br>{date}</td></tr></table><p>【打印】【关闭】</p></body></html>"""


def page() -> bytes:
    text = PAGE.format(title=TITLE, opening=OPENING, organ=SIGNED[0], date=SIGNED[1])
    return text.encode("gb18030")


def test_a_page_of_nested_tables_and_lists_is_read() -> None:
    assert body_of(page(), ".html") == [
        ("部分", "整改情况", ()),
        ("问题", "学习不深入", ("加强学习。",)),
        ("问题", "检查不经常", ("每月检查一次。",)),
    ]


def test_what_a_page_marks_as_aside_is_told_but_no_script() -> None:
    left = import_notice(page(), ".html").left_out

    assert {"网站导航", "隐藏的统计代码", "【打印】【关闭】"} <= set(left)
    assert not any("脚本" in line for line in left)


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", ""])
def test_a_page_is_read_whatever_charset_it_claims(declared: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    lines = [TITLE, OPENING, "一、整改情况", *SIGNED]
    html = f"<html><head>{meta}</head><body>{''.join(f'<p>{line}' for line in lines)}"

    for encoding in ("utf-8", "gb18030", "utf-8-sig", "utf-16"):
        assert built(html.encode(encoding), ".html") == [fold(line) for line in lines]


def zipped(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def with_macros() -> bytes:
    buffer = BytesIO(by_hand([TITLE]))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\0")
    return buffer.getvalue()


def picture_only() -> bytes:
    picture, buffer = BytesIO(), BytesIO()
    Image.new("RGB", (20, 20)).save(picture, "PNG")
    document = docx.Document()
    document.add_picture(BytesIO(picture.getvalue()))
    document.save(buffer)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
HOSTILE = {
    "empty": (b"", ".txt", "没有文字"),
    "blanks": (" \n\u3000\n".encode(), ".txt", "没有文字"),
    "empty page": (b"<html><body></body></html>", ".html", "没有文字"),
    "10 MB page": (b"<p>x</p>" * 1_300_000, ".html", "网页太大"),
    "10 MB text": (b"x\n" * 5_000_000, ".txt", "文件太大"),
    "one line of 1 MB": ("整改" * 200_000, ".txt", "长得不正常"),
    "6000 lines": ("整改。\n" * 6000, ".txt", "文字太多"),
    "pdf": (b"%PDF-1.7\n", ".txt", "PDF"),
    "pdf by name": (b"%PDF-1.7\n", ".pdf", "不能导入"),
    "doc": (OLE, ".doc", "不能导入"),
    "doc renamed": (OLE, ".docx", "旧格式"),
    "wps renamed to txt": (OLE, ".txt", "旧格式"),
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", "密码"),
    "macros": (with_macros(), ".docx", "宏"),
    "zip bomb": (zipped(**{"word/document.xml": b"\0" * 300_000_000}), ".docx", "大得不正常"),
    "no office": (zipped(a=b"b"), ".docx", "不是 Word 文档"),
    "cut off": (by_hand([TITLE])[:2000], ".docx", "损坏"),
    "picture": (picture_only(), ".docx", "只有图片"),
    "binary": (bytes(range(256)) * 40, ".txt", "读不出文字"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_source_gets_one_sentence_in_time(name: str) -> None:
    data, suffix, said = HOSTILE[name]
    start = time.monotonic()

    imported = import_notice(data.encode() if isinstance(data, str) else data, suffix)

    assert imported.form_text == ""
    [problem] = imported.problems
    assert said in problem.message
    assert problem.message.endswith("。")
    assert problem.message.count("。") == 1
    assert time.monotonic() - start < 5


def test_deeply_nested_markup_ends_in_time() -> None:
    start = time.monotonic()

    import_notice(b"<html>" + b"<div>" * 100_000 + "整改".encode(), ".html")
    import_notice(b"<ol><li>" * 50_000 + "整改".encode(), ".html")

    assert time.monotonic() - start < 10


def test_matters_give_their_own_wording() -> None:
    notice = notice_of(
        import_notice(
            text_of(
                "一、需要进一步整改的事项",
                "（一）项目建设需进一步整改。还存在的问题：资金不足。整改措施：（1）争取资金。（2）加快建设。",
            ),
            ".txt",
        ).form_text
    )

    matter = notice.body[1]
    assert matter.kind is Kind.MATTER
    assert (matter.matter, matter.remaining) == ("项目建设", "资金不足。")
    assert matter.measures == ("争取资金。", "加快建设。")
