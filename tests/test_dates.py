"""Dates are read as people write them and printed as the standard wants them."""

import pytest

from noticegen import dates


@pytest.mark.parametrize(
    ("typed", "printed", "iso"),
    [
        ("2023年9月26日", "2023年9月26日", "2023-09-26"),
        ("2023年09月06日", "2023年9月6日", "2023-09-06"),
        ("2023-9-26", "2023年9月26日", "2023-09-26"),
        ("2023.09.26", "2023年9月26日", "2023-09-26"),
        ("2023/9/6", "2023年9月6日", "2023-09-06"),
        ("2023 年 9 月 26 日", "2023年9月26日", "2023-09-26"),
        ("二〇二三年九月二十六日", "2023年9月26日", "2023-09-26"),
        ("二○二三年十月十日", "2023年10月10日", "2023-10-10"),
        ("2023年9月", "2023年9月", "2023-09-01"),
        ("2023年9月上旬", "2023年9月上旬", "2023-09-01"),
        ("2023年", "2023年", "2023-01-01"),
        ("2024年2月29日", "2024年2月29日", "2024-02-29"),
    ],
)
def test_a_date_is_read_however_it_is_written(typed: str, printed: str, iso: str) -> None:
    date = dates.parse(typed)

    assert (str(date), date.iso) == (printed, iso)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("9月26日", "没有写年份"),
        ("23年9月26日", "年份要写四位"),
        ("2023年2月29日", "没有这一天"),
        ("2023年13月1日", "没有这个月份"),
        ("2023-0-1", "没有这个月份"),
        ("明年三月", "看不出是哪一天"),
        ("2023年9", "看不出是哪一天"),
        ("2023-9.26", "看不出是哪一天"),
        ("", "看不出是哪一天"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        dates.parse(typed)


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        ("2022-10-24", "2022-11-19", "2022年10月24日至11月19日"),
        ("2022-10-24", "2023-1-19", "2022年10月24日至2023年1月19日"),
        ("2023年3月上旬", "2023年5月中旬", "2023年3月上旬至5月中旬"),
        ("2023年3月", "2023年5月", "2023年3月至5月"),
        ("2022年", "2022年", "2022年至2022年"),
    ],
)
def test_a_period_names_a_year_once(start: str, end: str, printed: str) -> None:
    assert dates.period(dates.parse(start), dates.parse(end)) == printed
