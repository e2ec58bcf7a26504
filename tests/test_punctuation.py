"""Typing habits become official punctuation; what is not Chinese stays as it is."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticegen.punctuation import first_half_width, normalize


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("(一)加强 管理,抓好落实(试行);", "（一）加强管理，抓好落实（试行）；"),
        ("电话:0550-7770320;地址:天长市", "电话：0550-7770320；地址：天长市"),
        ("“四个意识”, 坚定", "“四个意识”，坚定"),
        ("抓好落实!好吗?", "抓好落实！好吗？"),
        ("(8)2018年度民主生活会", "（8）2018年度民主生活会"),
        ('落实"三会一课"制度', "落实“三会一课”制度"),
        ("２０２３年ＡＢ", "2023年AB"),
        ("VR 体验馆", "VR体验馆"),
        ("第一行\n  第二行", "第一行第二行"),
        ("\u3000\u3000段首空格", "段首空格"),
        ("邮编:239300);电子邮箱", "邮编：239300)；电子邮箱"),
    ],
)
def test_what_is_typed_among_chinese_is_set_full_width(typed: str, printed: str) -> None:
    assert normalize(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "会议于14:30召开，比例3:2，共1,200元",
        "网址http://www.a.gov.cn:8080/x?id=1,2",
        "tchkj@163.com",
        "R&D, IT (AI) and more: yes",
        "5.0227万元，79.3%，7.132亿元",
        "《规定》（试行）、“三重一大”——",
        "𠮷林省😀",
    ],
)
def test_numbers_times_addresses_and_latin_text_are_left_alone(text: str) -> None:
    assert normalize(text) == text


def test_whatever_is_blank_to_python_is_stripped() -> None:
    blanks = [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace()]

    assert [normalize(f"{blank}抓好学习{blank}") for blank in blanks] == ["抓好学习"] * len(blanks)


def test_an_odd_straight_quote_is_left_for_the_clerk() -> None:
    assert normalize('落实"三会一课制度') == '落实"三会一课制度'


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalize(text)

    assert normalize(once) == once


@given(st.text())
def test_nothing_but_marks_blanks_and_widths_is_ever_lost(text: str) -> None:
    def kept(value: str) -> list[str]:
        return [character for character in value if character.isalpha()]

    narrow = text.translate({wide: wide - 0xFEE0 for wide in range(0xFF21, 0xFF5B)})
    assert kept(normalize(text)) == kept(narrow)


def test_the_first_mark_that_will_be_widened_is_named() -> None:
    assert first_half_width("会议于14:30召开,部署工作") == ","
    assert first_half_width("会议于14:30召开，部署工作") == ""
