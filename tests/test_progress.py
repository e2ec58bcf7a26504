"""How far findings have come: counted by hand, then read off every report."""

import json
import re

import click
import pytest
from forms import HEAD, form, notice_of
from lxml import html

from noticegen import digest
from noticegen.dates import PartialDate
from noticegen.ledger import Entry
from noticegen.progress import Progress, page, progress, record, table
from noticegen.terminal import width

DAY = PartialDate(2024, 6, 10)
NAMES = ["已完成", "基本完成", "持续推进", "未完成", "未填状态"]

SAMPLE = """
- 部分: 整改落实情况
- 方面: 政治建设方面
  责任单位: 办公室
  状态: 已完成
- 问题: 甲
  措施: 已办。
- 问题: 乙
  状态: 持续推进
  完成时限: 2024年5月
- 问题: 丙
  责任单位: 财务科
  状态: 基本完成
  完成时限: 2024年5月
- 方面: 作风建设方面
  完成时限: 2024年6月9日
- 问题: 丁
  责任单位: 财务科
  状态: 未完成
  不公开: 涉及工作秘密
- 问题: 戊
- 问题: 己
  状态: 持续推进
  完成时限: 长期坚持
- 部分: 需要进一步整改的事项
- 事项: 乙还要做的
  存在问题: 还有2家没有走到。
  状态: 持续推进
  完成时限: 2024年1月
"""


def of(*texts: str, day: PartialDate = DAY) -> Progress:
    entries = [Entry(f"{at}.yaml", notice_of(text)) for at, text in enumerate(texts, 1)]
    return progress(entries, day)


def other(body: str, issuer: str = "中共云山县教育局党组") -> str:
    return form(body, head=HEAD.replace("中共云山县示范局党组", issuer))


def finding(deadline: str = "", state: str = "持续推进") -> str:
    status = f"\n  状态: {state}" if state else ""
    return form("- 问题: 一" + status + (f"\n  完成时限: {deadline}" if deadline else ""))


def report(found: Progress) -> str:
    return click.unstyle(table.as_text(found))


def rows_of(text: str) -> list[re.Match[str]]:
    """The lines of the tables that have numbers: all up to the bar, and the bar."""
    lines = (re.fullmatch(r"(.*?(?: +\d+){7})(?:  (.+))?", line) for line in text.splitlines())
    return [line for line in lines if line]


def test_every_state_is_counted_and_a_matter_is_not() -> None:
    total = of(form(SAMPLE)).total

    assert total.tally.findings == 6
    assert total.tally.measures == 1
    assert list(total.tally.by_status.values()) == [1, 1, 2, 1, 1]
    assert total.withheld == 1


def test_departments_and_states_come_from_the_headings_above() -> None:
    found = of(form(SAMPLE)).departments

    assert [(one.name, one.tally.findings, one.tally.overdue) for one in found] == [
        ("办公室", 2, 1),
        ("财务科", 2, 1),
        ("", 2, 0),
    ]
    assert found[0].tally.by_status["已完成"] == 1


def test_the_overdue_are_listed_with_the_longest_first() -> None:
    assert [(one.row.text, one.department, one.days) for one in of(form(SAMPLE)).overdue] == [
        ("乙", "办公室", 10),
        ("丁", "财务科", 1),
    ]


@pytest.mark.parametrize(
    ("deadline", "day", "late"),
    [
        ("2023年6月30日", PartialDate(2023, 6, 30), 0),
        ("2023年6月30日", PartialDate(2023, 7, 1), 1),
        ("2023年6月", PartialDate(2023, 6, 30), 0),
        ("2023年6月", PartialDate(2023, 7, 1), 1),
        ("2023年6月上旬", PartialDate(2023, 6, 10), 0),
        ("2023年6月上旬", PartialDate(2023, 6, 11), 1),
        ("2024年2月底", PartialDate(2024, 3, 1), 1),
        ("2023年12月底前", PartialDate(2023, 12, 31), 0),
        ("2023年12月底前", PartialDate(2024, 1, 1), 1),
        ("2023年12月底前完成", PartialDate(2024, 1, 1), 0),
        ("2023年", PartialDate(2023, 12, 31), 0),
        ("2023年", PartialDate(2024, 1, 1), 1),
        ("长期坚持", PartialDate(2030, 1, 1), 0),
        ("", PartialDate(2030, 1, 1), 0),
    ],
)
def test_overdue_begins_on_the_day_after_the_last_one_a_deadline_allows(
    deadline: str, day: PartialDate, late: int
) -> None:
    found = of(finding(deadline), day=day)

    assert found.total.tally.overdue == (late > 0)
    assert [one.days for one in found.overdue] == ([late] if late else [])


@pytest.mark.parametrize("state", ["已完成", "基本完成"])
def test_what_is_done_or_nearly_done_is_never_overdue(state: str) -> None:
    assert of(finding("2023年6月", state)).overdue == ()


def test_a_deadline_past_without_a_state_is_not_overdue_but_told() -> None:
    found = of(finding("2023年6月", ""))

    assert found.overdue == ()
    assert "另有1个问题完成时限已过，没有填状态" in report(found)


def test_the_departments_of_two_issuers_are_told_apart_and_of_one_put_together() -> None:
    body = "- 问题: 一\n  责任单位: 办公室"
    found = of(form(body), other(body), form(body))

    assert [(one.issuer, one.name, one.tally.findings) for one in found.departments] == [
        ("中共云山县示范局党组", "办公室", 2),
        ("中共云山县教育局党组", "办公室", 1),
    ]


def test_a_finding_of_several_departments_counts_once() -> None:
    found = of(form("- 问题: 一\n  责任单位: 办公室、财务科"))
    assert [(one.name, one.tally.findings) for one in found.departments] == [("办公室、财务科", 1)]


def test_forms_of_one_issuer_are_named_with_their_files() -> None:
    text = report(of(form(SAMPLE), form(SAMPLE), other("- 问题: 一")))

    assert "中共云山县示范局党组（1.yaml）" in text
    assert "中共云山县示范局党组（2.yaml）" in text
    assert "中共云山县教育局党组 " in text


def test_the_parts_add_up_to_the_whole() -> None:
    found = of(form(SAMPLE), other(SAMPLE))
    for groups in (found.forms, found.departments):
        for at, number in enumerate(found.total.tally.by_status.values()):
            assert sum(list(one.tally.by_status.values())[at] for one in groups) == number
        assert sum(one.tally.overdue for one in groups) == found.total.tally.overdue == 4
        assert sum(one.withheld for one in groups) == found.total.withheld == 2


def test_the_terminal_tells_the_sums_the_overdue_and_what_is_withheld() -> None:
    text = report(of(form(SAMPLE)))

    assert text.startswith("中共云山县示范局党组整改进展（内部使用，截至2024年6月10日）\n")
    assert "6个问题：已完成1个，基本完成1个，持续推进2个，未完成1个，未填状态1个；逾期2个。" in text
    assert "  1. 乙\n     办公室  完成时限2024年5月  持续推进  逾期10天\n" in text
    assert "  2. 丁（不公开）\n" in text
    assert "其中1个问题不公开，也计算在内。" in text


def test_a_bar_has_a_mark_for_each_finding_in_the_order_of_the_states() -> None:
    bars = [line[2] for line in rows_of(report(of(form(SAMPLE))))]
    assert bars == ["█▄", "▓▁", "▄·", None]


def test_the_numbers_of_a_table_stand_under_each_other() -> None:
    long = "云山县关心下一代工作委员会办公室和老干部活动中心"
    body = f"- 问题: 一\n  责任单位: {long}\n- 问题: 二\n  责任单位: A科"
    text = report(of(form(SAMPLE), other(body, issuer="中共云山县“两新”工作委员会")))
    forms, departments = text.split("责任单位", 1)

    for part in (forms, departments):
        assert len({width(line[1]) for line in rows_of(part)}) == 1
    assert f"\n  {long}\n" in departments  # whole, its numbers in the next line


def test_a_line_fits_the_console_where_its_name_allows() -> None:
    many = "\n".join(f"- 问题: 第{n}个\n  责任单位: 科室{n % 3}" for n in range(200))
    for line in report(of(form(many), other(many), other("- 问题: 一", "甲局"))).splitlines()[:12]:
        assert width(line) <= 80 or "逾期0个" in line


def test_a_small_share_of_many_still_has_a_mark() -> None:
    many = "\n".join(f"- 问题: 第{n}个\n  状态: 已完成" for n in range(300))
    bar = rows_of(report(of(form(many + "\n- 问题: 末\n  状态: 未完成"))))[0][2]

    assert bar.strip("█") == "▁"
    assert len(bar) < 30


def test_the_report_can_be_written_on_a_gbk_console() -> None:
    report(of(form(SAMPLE), other(SAMPLE))).encode("gbk")


def test_the_record_keeps_its_names() -> None:
    entries = [Entry("甲.yaml", notice_of(form(SAMPLE))), Entry("坏.yaml", None, "第3行：错。")]
    found = json.loads(record.as_json(progress(entries, DAY)))
    numbers = {
        "findings": 6,
        "measures": 1,
        "completed": 1,
        "substantially_completed": 1,
        "ongoing": 2,
        "not_completed": 1,
        "not_given": 1,
        "overdue": 2,
        "overdue_status_not_given": 1,
        "withheld": 1,
    }

    assert list(found) == ["as_of", "total", "forms", "departments", "overdue", "broken"]
    assert found["as_of"] == "2024-06-10"
    assert found["total"] == numbers
    assert found["forms"] == [{"file": "甲.yaml", "issuer": "中共云山县示范局党组", **numbers}]
    assert [one["department"] for one in found["departments"]] == ["办公室", "财务科", ""]
    assert found["overdue"][1] == {
        "file": "甲.yaml",
        "issuer": "中共云山县示范局党组",
        "finding": "丁",
        "department": "财务科",
        "status": "未完成",
        "deadline": "2024年6月9日",
        "days_late": 1,
        "withheld": True,
    }
    assert found["broken"] == [{"file": "坏.yaml", "message": "第3行：错。"}]


def drawn(root: html.HtmlElement) -> dict[str, list[int]]:
    """What the pictures say of each name: how many of each state, how many overdue."""
    found = {}
    for bar in root.xpath("//svg/g"):
        told = [str(title.text) for title in bar.xpath("g/title")]
        counts = dict(re.fullmatch(r"(\D+)(\d+)个", text).groups() for text in told)  # type: ignore[union-attr,misc]  # ours
        late = re.findall(r"逾期(\d+)个", bar.text_content())
        numbers = [int(counts.get(name, 0)) for name in NAMES]
        found[bar.find("text").text] = [*numbers, int(late[0]) if late else 0]
    return found


def tabled(root: html.HtmlElement) -> dict[str, list[int]]:
    """What the tables below say of each name: the same."""
    return {
        row.find("th").text: [int(cell.text) for cell in row.findall("td")][1:7]
        for row in root.xpath("//tr[th[@scope='row']]")
        if row.find("th").text != "合计"
    }


def test_picture_and_table_of_the_page_tell_the_same_numbers() -> None:
    root = html.fromstring(page.as_html(of(form(SAMPLE), other(SAMPLE.replace("科", "股")))))

    assert drawn(root) == tabled(root)
    assert drawn(root)["办公室"] == [1, 0, 1, 0, 0, 1]
    assert len(drawn(root)) == 2 + 4  # forms; 办公室 and none stand in both
    assert root.xpath("//tfoot/tr/td[1]/text()") == ["12", "12"]


def test_the_lengths_in_the_picture_are_in_proportion() -> None:
    root = html.fromstring(
        page.as_html(of(form("- 问题: 一\n  状态: 已完成\n- 问题: 二\n- 问题: 三")))
    )
    one, two = (float(rect.get("width")) for rect in root.xpath("//rect"))
    assert two == pytest.approx(2 * one, abs=0.2)


def test_the_page_can_be_read_aloud_and_is_marked_as_internal() -> None:
    root = html.fromstring(page.as_html(of(form(SAMPLE), other(SAMPLE))))
    marks = root.xpath("//@id")

    assert len(marks) == len(set(marks))
    for picture in root.xpath("//svg"):
        assert picture.get("role") == "img"
        assert set(picture.get("aria-labelledby").split()) <= set(marks)
    assert root.xpath("//p[@class='mark']/text()") == ["内部使用"]
    assert root.get("lang") == "zh-CN"


def test_many_bars_are_several_pictures_of_one_scale() -> None:
    body = "\n".join(f"- 问题: 第{n}个\n  责任单位: 科室{n}" for n in range(40))
    root = html.fromstring(page.as_html(of(form(body))))

    assert len(root.xpath("//svg")) == 3
    assert len(root.xpath("//svg/g")) == 40
    assert len(set(root.xpath("//rect/@width"))) == 1


def test_the_page_runs_and_fetches_nothing_and_text_stays_text() -> None:
    bad = "<script>alert(1)</script><img src=http://a/b>"
    text = form(f"- 问题: '{bad}'\n  责任单位: '{bad}'\n  状态: 未完成\n  完成时限: 2023年")
    data = page.as_html(of(text)).decode()

    assert "&lt;script&gt;" in data
    for word in ("<script", "<img", "src=", "href=", "url(", "@import"):
        assert word not in data.replace("&lt;img src=", "")


def test_a_page_of_ours_is_known_and_an_edited_one_too() -> None:
    data = page.as_html(of(form(SAMPLE)))

    assert page.as_html(of(form(SAMPLE))) == data
    assert digest.is_untouched(data) is True
    assert digest.is_untouched(data.replace("财务科".encode(), "财务股".encode())) is False
    assert digest.is_untouched(b"<html></html>") is None
