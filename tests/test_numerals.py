"""Ordinals follow their sample, and a sample's form tells its level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticegen import numerals

_VALUES = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def _read(text: str) -> int:
    """Read a Chinese numeral: the other way round, written independently."""
    total, digit = 0, 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _VALUES[character]
    return total + digit


@given(st.integers(1, 9999))
def test_a_chinese_numeral_reads_back_as_its_number(number: int) -> None:
    assert _read(numerals.chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (2800, "二千八百"),
        (1005, "一千零五"),
    ],
)
def test_a_number_is_written_as_officials_write_it(number: int, written: str) -> None:
    assert numerals.chinese(number) == written


@pytest.mark.parametrize(
    ("sample", "number", "written"),
    [
        ("一、", 2, "二、"),
        ("（一）", 12, "（十二）"),
        ("1.", 10, "10."),
        ("（1）", 28, "（28）"),
        ("一是", 4, "四是"),
        ("①", 2, "②"),
        ("①", 20, "⑳"),
        ("①", 21, "（21）"),
        ("反馈问题一：", 3, "反馈问题三："),
        ("第一，", 11, "第十一，"),
        ("无", 5, ""),
    ],
)
def test_an_ordinal_takes_the_form_of_its_sample(sample: str, number: int, written: str) -> None:
    assert numerals.ordinal(sample, number) == written


@pytest.mark.parametrize(
    ("sample", "level"),
    [
        ("一、", 1),
        ("（一）", 2),
        ("1.", 3),
        ("1．", 3),
        ("（1）", 4),
        ("①", 4),
        ("一是", 0),
        ("第一，", 0),
        ("反馈问题一：", None),
        ("无", None),
    ],
)
def test_the_form_of_a_sample_tells_its_level(sample: str, level: int | None) -> None:
    assert numerals.level(sample) == level


@pytest.mark.parametrize("sample", ["甲、", "A.", "", "2."])
def test_a_text_without_a_first_number_is_no_sample(sample: str) -> None:
    assert not numerals.is_sample(sample)
