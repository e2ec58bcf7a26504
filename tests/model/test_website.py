"""网页: what the tags of a government site take, and what a wrong value is told."""

import pytest
from forms import document_of, form, messages_of, problems_of


def page(line: str) -> str:
    return form(more=f"网页:\n  {line}\n")


@pytest.mark.parametrize(
    ("line", "tag", "text"),
    [
        ("网站标识码: 0000000001", "SiteIDCode", "0000000001"),
        ("网站标识码: bm07000001", "SiteIDCode", "bm07000001"),
        ("网站域名: slj.bd.gov.cn", "SiteDomain", "slj.bd.gov.cn"),
        ("网站域名: 天长.政务", "SiteDomain", "天长.政务"),
        ("发布时间: 2024-06-21 10:30", "PubDate", "2024-06-21 10:30"),
        ("发布时间: 2024-06-21 10:30:05", "PubDate", "2024-06-21 10:30:05"),
        ("发布时间: 2024年6月21日 9：05", "PubDate", "2024-06-21 09:05"),
        ("发布时间: 2024.6.21", "PubDate", "2024-06-21"),
        ("关键词: 巡察整改， 党务公开；水务", "Keywords", "巡察整改,党务公开,水务"),
        ("关键词:\n    - 巡察整改\n    - 党务公开", "Keywords", "巡察整改,党务公开"),
        ("关键词: 巡察整改", "Keywords", "巡察整改"),
        (
            "网址: https://www.example.gov.cn/a/t1.html",
            "Url",
            "https://www.example.gov.cn/a/t1.html",
        ),
        ("网址: /tzgg/t1.html", "Url", "/tzgg/t1.html"),
        ("描述: '{{ 机关 }}的整改进展'", "Description", "中共云山县示范局党组的整改进展"),
    ],
)
def test_a_value_becomes_its_tag(line: str, tag: str, text: str) -> None:
    assert problems_of(page(line)) == []
    assert document_of(page(line)).meta[tag] == text


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("网站标识码: 341181", "model-site-code"),
        ("网站标识码: 皖ICP备00000000号", "model-site-code"),
        ("网站域名: http://www.example.gov.cn/", "model-domain"),
        ("网站域名: 云山县人民政府", "model-domain"),
        ("发布时间: 6月21日", "model-publish-time"),
        ("发布时间: 2024年6月", "model-publish-time"),
        ("发布时间: 2024-06-31 10:30", "model-publish-time"),
        ("发布时间: 2024-06-21 25:30", "model-publish-time"),
        ("网址: www.example.gov.cn/t1.html", "model-web-address"),
        ("网址: 单位网站", "model-web-address"),
        ("网站名字: 云山县", "model-unknown-label"),
    ],
)
def test_what_is_malformed_is_told_at_its_line(line: str, code: str) -> None:
    assert problems_of(page(line)) == [(5, code)]


def test_a_domain_with_its_scheme_is_told_the_line_to_write() -> None:
    [told] = messages_of(page("网站域名: https://www.example.gov.cn/"))

    assert "`网站域名: www.example.gov.cn`" in told
