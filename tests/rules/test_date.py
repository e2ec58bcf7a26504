"""The rules on dates speak where a date is certainly wrong, and only they do."""

from collections.abc import Sequence

import pytest
from forms import form
from rules_on import faults_in, faults_in_form

PREAMBLE = (
    "根据县委巡察工作统一部署，2022年10月24日至11月19日，县委第三巡察组对县示范局党组进行了巡察，"
    "并于2023年1月16日反馈了巡察意见。现将巡察整改情况予以公布。"
)


def notice(*paragraphs: str, preamble: str = PREAMBLE, date: str = "2023年9月26日") -> list[str]:
    title = "中共云山县示范局党组关于巡察整改进展情况的通报"
    return [title, preamble, *paragraphs, "中共云山县示范局党组", date]


def inspected(body: str = "- 段落: 正文。", **given: str) -> str:
    lines = "".join(f"  {label}: {value}\n" for label, value in given.items())
    return form(body, more=f"巡察:\n  巡察组: 县委第三巡察组\n{lines}")


WRONG = {
    "换届方案已经县委同意并于2023年12月6日印发实施。": [("date-late", "2023年12月6日")],
    "2023年11月3日，召开党组会议，研究整改工作。": [("date-late", "2023年11月3日")],
    "2024年5月10日印发了财务管理办法。": [("date-late", "2024年5月10日")],
    "截至2023年12月20日，已完成整改25个。": [("date-late", "2023年12月20日")],
    "2023年12月开展专项检查，整改到位。": [("date-ahead", "2023年12月")],
    "2023年8月4日召开会议，12月9日，组织全体干部培训。": [("date-ahead", "12月9日")],
    "2023年2月30日召开党组会议。": [("date-impossible", "2023年2月30日")],
    "2023年4月31日召开党组会议。": [("date-impossible", "2023年4月31日")],
    "2023年13月召开党组会议。": [("date-impossible", "2023年13月")],
    "2023年2月29日召开党组会议。": [("date-impossible", "2023年2月29日")],
    "20233年4月3日召开党组会议。": [("date-impossible", "20233年4月3日")],
    "202年4月3日召开党组会议。": [("date-impossible", "202年4月3日")],
    "2023年9月20日（星期一）召开党组会议。": [("date-weekday", "2023年9月20日（星期一")],
    "2023年9月20日，周五，召开党组会议。": [("date-weekday", "2023年9月20日，周五")],
    "2022年11月19日至10月24日开展自查。": [("date-period", "2022年11月19日至10月24日")],
    "2023年3月至2022年11月开展自查。": [("date-period", "2023年3月至2022年11月")],
    "2022年11月15日至1月13日开展自查。": [("date-period-year", "1月13日")],
    "3月24日，召开党组会议，研究整改方案。": [("date-year", "3月24日")],
    "专项检查将于2023年5月开展。": [("date-deadline", "2023年5月")],
}


@pytest.mark.parametrize(("text", "found"), WRONG.items())
def test_a_wrong_date_is_told(text: str, found: list[tuple[str, str]]) -> None:
    assert faults_in(notice("一、整改工作组织情况", text)) == found


FINDINGS = {
    "（1）针对2023年3月未公开招标问题。已重新招标。": [("date-finding", "2023年3月")],
    "（1）针对公开招标不规范问题。2023年3月已重新招标。": [],
    "（1）针对承诺2023年6月底前完工未兑现问题。已完工。": [],
}


@pytest.mark.parametrize(("text", "found"), FINDINGS.items())
def test_a_finding_cannot_be_later_than_the_feedback(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert faults_in(notice("一、整改落实情况", text)) == found


COMING = {
    "（一）加快项目建设。2023年3月底前完成验收。": [("date-deadline", "2023年3月底")],
    "（一）加快项目建设。2024年3月底前完成验收。": [],
    "（一）加快项目建设。2024年3月组织验收。": [],
    "（一）加快项目建设。2023年3月底前已完成主体工程。": [],
}


@pytest.mark.parametrize(("text", "found"), COMING.items())
def test_a_deadline_of_things_to_come_is_not_past(text: str, found: list[tuple[str, str]]) -> None:
    assert faults_in(notice("一、需要进一步整改的事项", text)) == found


ORDER = {
    "2022年10月24日至9月19日，县委第三巡察组进行了巡察，并于2023年1月16日反馈了巡察意见。": [
        ("date-order", "9月19日"),
    ],
    "2022年10月24日至11月19日，县委第三巡察组进行了巡察，并于2022年1月16日反馈了巡察意见。": [
        ("date-order", "2022年1月16日")
    ],
    "2022年10月24日至11月19日，县委第三巡察组进行了巡察，并于2022年11月19日反馈了巡察意见。": [
        ("date-order", "2022年11月19日")
    ],
    "2022年10月24日至11月19日，县委第三巡察组进行了为期45天的巡察。": [("date-span", "为期45天")],
    "2022年10月24日至11月19日，县委第三巡察组进行了为期27天的巡察。": [],
}


@pytest.mark.parametrize(("preamble", "found"), ORDER.items())
def test_the_inspection_has_its_order(preamble: str, found: list[tuple[str, str]]) -> None:
    assert faults_in(notice("一、整改情况", preamble=preamble)) == found


def test_the_issue_is_later_than_the_feedback() -> None:
    assert faults_in(notice("一、整改情况", date="2022年12月26日")) == [
        ("date-order", "2022年12月26日")
    ]


def test_a_date_below_the_title_is_that_of_the_signature() -> None:
    text = notice("一、整改情况")
    assert faults_in([*text[:1], "（2023年9月20日）", *text[1:]]) == [
        ("date-issue", "2023年9月20日")
    ]
    assert faults_in([*text[:1], "（2023年9月26日）", *text[1:]]) == []


FORMS: Sequence[tuple[dict[str, str], list[tuple[str, str]]]] = (
    (
        {"开始": "2023年10月16日", "结束": "2023年12月15日", "反馈日期": "2024年1月12日"},
        [],
    ),
    ({"开始": "2023年10月", "结束": "2023年10月16日", "反馈日期": "2023年10月"}, []),
    ({"开始": "2023年12月上旬", "结束": "2023年11月"}, [("date-order", "2023年11月")]),
    ({"结束": "2023年12月15日", "反馈日期": "2023-1-12"}, [("date-order", "2023年1月12日")]),
    ({"反馈日期": "2024年7月12日"}, [("date-order", "2024年6月20日")]),
    (
        {"开始": "2023年10月16日", "结束": "2023年11月15日", "历时": "45天"},
        [("date-span", "45天")],
    ),
)


@pytest.mark.parametrize(("given", "found"), FORMS)
def test_a_form_tells_which_label_is_wrong(
    given: dict[str, str], found: list[tuple[str, str]]
) -> None:
    assert faults_in_form(inspected(**given)) == found


def test_the_imprint_is_not_earlier_than_the_issue() -> None:
    more = "版记:\n  印发机关: 云山县示范局办公室\n  印发日期: 2024年6月19日\n"
    assert faults_in_form(form(more=more)) == [("date-order", "2024年6月19日")]
    imprint = ["云山县示范局办公室", "2023年9月25日印发"]
    assert faults_in([*notice("一、整改情况"), *imprint]) == [("date-order", "2023年9月25日")]


def test_an_open_finding_past_its_deadline_is_looked_at() -> None:
    body = "- 问题: 台账不全\n  措施: 补齐台账。\n  状态: {}\n  完成时限: 2024年3月底"
    assert faults_in_form(form(body.format("持续推进"))) == [("date-overdue", "2024年3月底")]
    assert faults_in_form(form(body.format("已完成"))) == []


def test_a_matter_is_due_after_the_issue() -> None:
    body = "- 事项: 消防改造\n  存在问题: 缺资金\n  措施: 落实资金。\n  完成时限: {}"
    assert faults_in_form(form(body.format("2024年3月底"))) == [("date-deadline", "2024年3月底")]
    assert faults_in_form(form(body.format("2024年12月底"))) == []


RIGHT = (
    "巡察反馈后，局党组于2023年1月18日召开专题会议，传达学习反馈意见。",
    "2023年1月至8月，共开展督查12次。",
    "对2021年以来的决策事项开展“回头看”。",
    "根据《中国共产党章程》（2022年10月22日修改）的规定，修订议事规则。",
    "与12家企业续签了2023年10月至2024年9月的服务协议。",
    "建立2023年10月起执行的新标准。",
    "项目计划工期18个月，预计2024年8月竣工。",
    "完成2024年部门预算编制，2023年12月底前报人大审议。",
    "新一届党组织任期自2023年5月至2028年5月。",
    "“十四五”期间，到2025年底建成示范点20个。",
    "并于2023年3月1日印发实施；同时，时时提醒。",
    "2023年6月30日（星期五）下午，召开“七一”表彰大会。",
    "2023年4月3日上午8：30，组织干部到县廉政教育基地参观。",
    "对2022年12月31日前形成的往来款项逐笔核对。",
    "截至2023年8月31日，28个问题已完成整改26个。",
    "退回多发补贴1.2万元（2018年3月至2020年12月）。",
    "第二批主题教育自2023年9月开始，至2024年1月结束。",
    "2023年9月28日将召开全局干部大会。",
    "9月上旬开展专项检查。",
    "2023年五一、端午期间开展明察暗访。",
    "落实“第一议题”制度，2023年以来组织学习23次。",
    "2022年第四季度、2023年第一季度各开展自查1次。",
    "12.4宪法宣传日、4.15国家安全教育日开展宣传。",
    "自2023.3.1起执行新的报销标准。",
    "文号为云示党组〔2023〕5号，日期为2023-03-05。",
    "合同金额20.23万元，占比20.19%。",
    "2月份、5月份、8月份分别召开调度会。",
    "2023年3月24日，召开党组会议，研究整改方案；4月6日，召开推进会。",
    "2024年6月底前完成管网改造，到2025年实现全覆盖。",
    "签订租赁合同，租期至2026年12月31日。",
    "将于2023年12月召开年度总结会。",
    "计划2024年3月建成投用。",
    "项目已列入2024年1月的会议议程。",
    "制定《2024年5月至12月整改工作安排》。",
    "每月10日前更新公开内容，每年3月开展一次自查。",
    "结合12月4日国家宪法日开展宣传。",
    "4月15日全民国家安全教育日，组织干部职工学习。",
    "2023年9月26日（星期二）召开党组会议。",
    "2023年9月25日周一至周五开放。",
    "2022年12月至2023年2月，集中清理往来款项。",
    "防火期为每年11月1日至5月31日。",
    "经核查，会议记录出现“2月30日”，已批评教育记录人。",
    "托育机构接收18月以上婴幼儿。",
    "截至2023年9月20日，已完成整改25个。",
    "今年3月24日，召开党组会议。",
    "印发文件（岩委办〔2012〕10号），落实请假报告制度。",
    "二〇二三年三月二十四日，召开党组会议。",
    "2023年度民主生活会将于年底召开。",
    "开展2024年度预算编制培训。",
    "2023年上半年开展自查，覆盖率由2019年底的41.4%提高到79.3%。",
    "与第三方签订协议，约定2024年10月10日交付使用。",
    "已选派3人参加2023年10月10日举办的培训班。",
    "修订后的办法自2023年12月1日起施行，新规定2024年1月1日正式实施。",
    "截至2025年12月底，力争培训500人次。",
    "将2022年12月检查发现的问题逐项分解。",
    "将在2022年12月检查中发现的线索移交。",
    "对拟于2023年3月到期的合同逐一清理。",
    "公示时间为2023年10月8日至10月14日。",
    "原定于2023年3月召开的会议推迟到5月召开。",
)


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_date_is_let_be(text: str) -> None:
    assert faults_in(notice("一、整改工作组织情况", text)) == []


def test_without_a_date_of_issue_nothing_is_late() -> None:
    assert faults_in("方案已于2093年12月6日印发实施。") == []
