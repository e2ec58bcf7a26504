"""What the web page writer makes: words, marks, looks and tags of a page, read as a browser reads."""

import re
from collections.abc import Callable
from itertools import pairwise, product
from pathlib import Path
from typing import get_args

import lxml.html
import pytest
from forms import document_of, folded, form, lines_of
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement
from pictures import png

from noticegen import document as doc
from noticegen.digest import is_untouched
from noticegen.template import resource
from noticegen.writers.html import fragment, write

ROOT = Path(__file__).resolve().parents[2]
FORMS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in [*(ROOT / "examples").glob("*.yaml"), *(ROOT / "tests/variants").glob("*.yaml")]
}
FULL = """\
发文:
  机关:
    - 中共云山县示范局党组
    - 中共云山县水务局党组
  成文日期: 2024年6月20日
  标题分行:
    - 中共云山县示范局党组 中共云山县水务局党组
    - 关于巡察整改进展情况的通报
  主送: 局属各单位
  文号: 云示组〔2024〕12号
  份号: 000007
  紧急程度: 特急
  附注: 此件公开发布
正文:
  - 部分: 整改落实情况
  - 问题: 学习不深入
    措施:
      - 修订制度。
    状态: 已完成
    责任单位: 秘密科室
    备注: 内部备注
  - 问题: 不能公开的问题
    措施:
      - 不能公开的措施。
    状态: 已完成
    不公开: 内部理由
附件:
  - 名称: 整改情况一览表
    表: |
      序号 | 问题 | 整改情况
      1 | 学习不深入，研讨不充分 | 已完成
  - 名称: 制度目录
    内容: 学习制度。
版记:
  抄送: 县纪委监委
  印发机关: 云山县示范局办公室
  印发日期: 2024年6月21日
网页:
  网站名称: 云山县人民政府
  网站域名: www.example.gov.cn
  网站标识码: '0000000001'
  栏目名称: 通知公告
  栏目类型: 信息公开
  发布时间: 2024年6月21日 9:30
  信息来源: 云山县示范局
  关键词: 巡察整改，党务公开
  描述: "{{ 自称 }}的整改进展"
  作者: 办公室
  网址: https://www.example.gov.cn/a?b=1&c=2
""".replace("  主送", "  自称: 我局\n  主送")
BOTH = pytest.mark.parametrize("made", [write, fragment])
Made = Callable[[doc.Document], bytes]
# What breaks out of markup, templates and styles where it is not escaped.
NASTY = st.text(
    st.sampled_from("&<>\"'`]{}%#=/\\;:-!\u2028\u2029\u3000汉字aA1&lt;")
    | st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"),
    min_size=1,
    max_size=30,
)


def tree(data: bytes) -> HtmlElement:
    return lxml.html.document_fromstring(data.decode())


def words(element: HtmlElement) -> str:
    return str(element.text_content())


def paragraphs(data: bytes) -> list[str]:
    """Return what a reader sees, a paragraph or table row each, widths folded."""
    return [
        folded("｜".join(map(words, element)) if element.tag == "tr" else words(element))
        for element in tree(data).iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "tr")
    ]


def wanted(document: doc.Document) -> list[str]:
    """Return the lines of *document*, 文号 below the title and 附件说明 with its marks."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, doc.AttachmentNote):
            marks = [f"{n}." for n in range(1, len(block.names) + 1)] if block.names[1:] else [""]
            marks[0] = f"附件：{marks[0]}"
            lines += map("".join, zip(marks, block.names, strict=True))
        else:
            lines += lines_of(doc.Document("", "", "", (block,)))
        if isinstance(block, doc.Title):
            lines += [document.words["文号"]] if "文号" in document.words else []
    return list(map(folded, lines))


def tags_of(page: HtmlElement) -> list[str]:
    """Return the tags of *page*, the lines of its titles apart."""
    return [it.tag for it in page.iter() if it.tag != "span"]


def noted(*blocks: doc.Block, title: str = "标题", **meta: str) -> doc.Document:
    return doc.Document(title, "机关", "2024-06-20", (doc.Title(title), *blocks), meta=meta)


def texts_of(*, text: str) -> doc.Document:
    """Return a notice that says *text* wherever a notice can say something."""
    table = doc.Table((text, text), ((text, text),))
    inside = (doc.Heading(1, text), doc.Paragraph((doc.Run(text),)), table)
    blocks = (
        doc.Title(text),
        doc.Recipients(text),
        doc.Heading(1, text),
        doc.Paragraph((doc.Run(text, 1), doc.Run(text, 4), doc.Run(text))),
        table,
        doc.AttachmentNote((text, text)),
        doc.Signature((text, text), text),
        doc.Annotation(text),
        doc.Attachment(text, text, inside),
    )
    return doc.Document(text, text, text, blocks, words={"文号": text}, meta={"Keywords": text})


# --- Words ----------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("name", FORMS)
def test_a_page_says_what_the_notice_says_paragraph_by_paragraph(name: str, made: Made) -> None:
    document = document_of(FORMS[name])

    assert paragraphs(made(document)) == wanted(document)


@BOTH
def test_every_kind_of_block_is_set(made: Made) -> None:
    document = texts_of(text="词")

    assert {type(block) for block in document.blocks} == set(get_args(doc.Block))
    assert paragraphs(made(document)) == wanted(document)


@BOTH
@settings(max_examples=60, deadline=None)
@given(text=NASTY)
def test_no_text_is_markup(made: Made, text: str) -> None:
    assume("年" not in text)  # a date is marked up as one
    document = texts_of(text=text)
    page = tree(made(document))

    assert [words(it) for it in page.iter("td", "th")] == [text] * 8
    assert [words(it) for it in page.iter("p")][-1] == text
    assert {it.get("aria-label") for it in page.iter("div")} >= {f"{text} {text}"}
    body = [words(it) for it in page.iter("p") if it.find("strong") is not None]
    assert body == [text * 3]
    assert not list(page.iter("script", "a", "img", "link", "iframe"))
    plain = tree(made(texts_of(text="词")))
    assert tags_of(page) == tags_of(plain)
    assert "".join(words(page.find(".//h1")).split()) == "".join(text.split())
    if made is write:
        assert page.find(".//meta[@name='Keywords']").get("content") == text
        assert words(page.find(".//title")) == text


@BOTH
def test_what_only_paper_or_the_ledger_needs_is_absent(made: Made) -> None:
    document = document_of(FULL)
    page = made(document).decode()

    assert document.words["份号"] == "000007"
    assert document.words["抄送"] == "县纪委监委"
    internal = ("秘密科室", "内部", "不能公开", "000007", "特急", "县纪委", "印发", "6月21日")
    assert [word for word in internal if word in page] == []
    assert "云示组〔2024〕12号" in page


@BOTH
def test_a_secret_mark_and_a_seal_are_never_on_a_page(made: Made) -> None:
    signature = doc.Signature(("机关",), "2024年6月20日", (doc.Seal(png()),))
    document = noted(signature)
    sealed = document._replace(words={"密级": "秘密★1年"})

    assert paragraphs(made(sealed)) == ["标题", "机关", "2024年6月20日"]
    assert not list(tree(made(sealed)).iter("img", "svg", "object"))


# --- Marks ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMS)
def test_headings_never_skip_a_level_and_one_is_the_title(name: str) -> None:
    page = tree(write(document_of(FORMS[name])))
    ranks = [int(it.tag[1]) for it in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]

    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(ranks))


@pytest.mark.parametrize(
    ("levels", "tags"),
    [
        ((1, 2, 3, 4, 4, 3, 1), "h2 h3 h4 h5 h5 h4 h2"),
        ((1, 4, 4, 2, 4), "h2 h3 h3 h3 h4"),
        ((4, 4), "h2 h2"),
        ((2, 3, 1), "h2 h3 h2"),
    ],
)
def test_a_skipped_level_costs_no_tag_and_changes_no_face(
    levels: tuple[int, ...], tags: str
) -> None:
    page = tree(write(noted(*(doc.Heading(level, "词") for level in levels))))
    headings = list(page.iter("h2", "h3", "h4", "h5", "h6"))

    assert " ".join(it.tag for it in headings) == tags
    assert [it.get("class") for it in headings] == [f"level{level}" for level in levels]


def test_the_page_is_chinese_and_has_one_main_with_the_article() -> None:
    page = tree(write(document_of(FULL)))

    assert page.get("lang") == "zh-CN"
    assert len(page.findall(".//main")) == len(page.findall(".//main/article")) == 1
    assert words(page.find(".//title")) == words(page.find(".//h1"))
    assert len(page.findall(".//article/section")) == 2


def test_the_title_has_the_lines_of_the_form_and_its_blanks() -> None:
    lines = ("中共云山县示范局党组", "中共云山县水务局党组", "关于整改的通报")
    text = f"{lines[0]} {lines[1]}{lines[2]}"
    title = tree(write(_titled(text, lines))).find(".//h1")

    assert words(title) == text
    assert [(words(it), it.get("class")) for it in title] == [(it, "line firm") for it in lines]


def _titled(text: str, lines: tuple[str, ...] = ()) -> doc.Document:
    return doc.Document(text, "", "", (doc.Title(text, lines),))


def test_a_title_without_lines_may_end_one_where_its_words_end() -> None:
    text = "中共天长市科学技术局党组关于巡察整改进展情况的通报"
    title = tree(write(_titled(text))).find(".//h1")

    assert [words(it) for it in title] == ["中共天长市科学技术局党组", text[12:]]
    assert {it.get("class") for it in title} == {"line"}


def test_a_run_in_heading_is_strong_in_its_paragraph() -> None:
    runs = (doc.Run("（一）提高站位。", 2), doc.Run("正文。"))
    paragraph = tree(write(noted(doc.Paragraph(runs)))).find(".//p")

    assert words(paragraph) == "（一）提高站位。正文。"
    assert (words(paragraph[0]), paragraph[0].tag) == ("（一）提高站位。", "strong")


def test_a_table_has_column_heads_and_scrolls_by_keyboard_under_its_name() -> None:
    page = tree(write(document_of(FULL)))
    around = page.find(".//table").getparent()

    assert [(words(it), it.get("scope")) for it in page.iter("th")] == [
        (word, "col") for word in ("序号", "问题", "整改情况")
    ]
    assert (around.get("role"), around.get("tabindex")) == ("region", "0")
    assert around.get("aria-label") == "附件1 整改情况一览表"


@pytest.mark.parametrize(
    ("date", "machine"),
    [("2024年6月20日", "2024-06-20"), ("2024年6月", None), ("某日", None)],
)
def test_a_whole_date_is_told_to_machines(date: str, machine: str | None) -> None:
    time = tree(write(noted(doc.Signature(("机关",), date)))).find(".//time")

    assert (None if time is None else time.get("datetime")) == machine


# --- Tags -----------------------------------------------------------------------------


def tags(document: doc.Document) -> list[tuple[str, str]]:
    metas = tree(write(document)).iter("meta")
    found = [(it.get("name") or "", it.get("content") or "") for it in metas]
    return [(name, text) for name, text in found if name.isascii() and name not in ("", "viewport")]


def test_the_tags_of_government_sites_are_written_in_their_order() -> None:
    title = "中共云山县示范局党组中共云山县水务局党组关于巡察整改进展情况的通报"

    assert tags(document_of(FULL)) == [
        ("SiteName", "云山县人民政府"),
        ("SiteDomain", "www.example.gov.cn"),
        ("SiteIDCode", "0000000001"),
        ("ColumnName", "通知公告"),
        ("ColumnType", "信息公开"),
        ("ArticleTitle", title),
        ("PubDate", "2024-06-21 09:30"),
        ("ContentSource", "云山县示范局"),
        ("Keywords", "巡察整改,党务公开"),
        ("Author", "办公室"),
        ("Description", "我局的整改进展"),
        ("Url", "https://www.example.gov.cn/a?b=1&c=2"),
    ]


def test_a_form_without_web_page_gives_the_title_alone() -> None:
    title = "中共云山县示范局党组关于巡察整改进展情况的通报"

    assert tags(document_of(form())) == [("ArticleTitle", title)]


# --- Looks ----------------------------------------------------------------------------


def style() -> str:
    return words(tree(write(noted())).find(".//style"))


@BOTH
def test_nothing_is_fetched_and_nothing_runs(made: Made) -> None:
    page = tree(made(document_of(FULL)))
    fetching = {"src", "href", "srcset", "action", "data", "background", "poster"}

    assert not list(page.iter("script", "link", "img", "iframe", "object", "embed", "base"))
    assert [it.tag for it in page.iter() if fetching & set(it.keys())] == []
    assert [key for it in page.iter() for key in it.keys() if key.startswith("on")] == []  # noqa: SIM118  # an lxml element
    styles = style() + "".join(it.get("style", "") for it in page.iter())
    assert not re.search(r"url\s*\(|@import|expression|javascript", styles)


def test_every_pair_of_colours_has_a_contrast_of_seven() -> None:
    backgrounds = set(re.findall(r"background: (#[0-9a-f]{6})", style()))
    colours = set(re.findall("#[0-9a-f]{6}", style())) - backgrounds

    assert backgrounds
    assert colours
    assert set(re.findall(r"#[0-9a-fA-F]+\b", style())) == backgrounds | colours
    assert min(contrast(*pair) for pair in product(colours, backgrounds)) >= 7


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 reckons it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in shares]
    return sum(weight * it for weight, it in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("name", ["page", "fragment"])
def test_every_look_that_the_article_asks_for_is_there(name: str) -> None:
    article = resource("rectification/article.html.j2").decode()
    looks = resource(f"rectification/{name}.html.j2").decode()
    asked = set(re.findall(r'look\("([a-z ]+)"', article)) - {"level", "run", "article"}
    known = re.findall(r"\.([a-z]+\d?)\b" if name == "page" else r'"([a-z ]+\d?)":', looks)
    asked |= {f"{word}{level}" for word in ("level", "run") for level in (1, 2, 3, 4)}
    if name == "page":
        asked = {word for look in asked for word in look.split()} - {"table", "head", "organ"}

    assert asked - set(known) == set()


def test_a_fragment_is_one_article_with_its_looks_in_style_attributes() -> None:
    data = fragment(document_of(FULL)).decode()
    root = lxml.html.fromstring(data.partition("-->")[2])

    assert root.tag == "article"
    assert not re.search("<(?:html|head|body|style|meta|title|main)", data)
    assert [it.tag for it in root.iter() if {"class", "id"} & set(it.keys())] == []
    looks = {words(it): it.get("style", "") for it in root.iter("h1", "h2", "p")}
    assert "text-align:center" in looks[words(root.find(".//h1"))]
    assert "黑体" in looks["一、整改落实情况"]
    assert "text-indent:2em" in looks["一、整改落实情况"]
    assert "text-align:right" in looks["2024年6月20日"]


# --- The digest -----------------------------------------------------------------------


@BOTH
def test_the_same_document_gives_the_same_bytes(made: Made) -> None:
    assert made(document_of(FULL)) == made(document_of(FULL))


@BOTH
@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True))
def test_a_page_knows_whether_it_was_worked_on(made: Made, place: float) -> None:
    data = made(noted(doc.Heading(1, "一、版本校验码")))
    at = int(place * len(data))

    assert is_untouched(data) is True
    assert not is_untouched(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    assert is_untouched(data.replace("标题".encode(), "题目".encode())) is False
    assert is_untouched(data + b"\n") is False


@pytest.mark.parametrize("data", [b"", b"<html></html>", "版本校验码".encode(), b"PK\x03\x04"])
def test_what_is_not_ours_is_told(data: bytes) -> None:
    assert is_untouched(data) is None
