"""The rules on counts: what is stated is what is listed, totals are what their parts come to."""

import pytest
from forms import form
from rules_on import faults_in, faults_in_form, silent_on, speaking_alone

from noticegen.rules.reading import in_unit_of, number, quantities

WRONG = [
    ("书面检查3人、批评教育2人、提醒谈话2人，共计8人。", "count-sum", "8人"),
    ("党纪处分0人、诫勉谈话2人、批评教育3人，共计6人。", "count-sum", "6人"),
    ("召开党组会五次、专题会八次、推进会六次，合计二十次。", "count-sum", "二十次"),
    ("清退资金12.6万元、补缴税款3.4万元，共计17万元。", "count-sum", "17万元"),
    ("全局共处理7人次：书面检查3人次、批评教育2人次、提醒谈话1人次。", "count-sum", "7人次"),
    ("新制定制度5项，修订制度3项，共9项。", "count-sum", "9项"),
    ("修订制度8项，其中财务类5项、人事类4项。", "count-parts", "8项"),
    ("清退违规资金3.62万元，其中津补贴2.1万元、差旅费1.53万元。", "count-parts", "3.62万元"),
    ("批评教育3人、提醒谈话4人，共计6人。", "count-persons", "6人"),
    ("问责6人（批评教育3人、提醒谈话4人）。", "count-persons", "6人"),
    ("建立健全制度12项，其中新制定5项，修订6项。", "count-split", "12项"),
    ("修订完善8项制度（新制定5项、修订4项）。", "count-split", "8项"),
    ("反馈的27个问题已完成整改25个，持续推进3个。", "count-progress", "27个"),
    ("27个问题，已完成25个、基本完成1个、正在推进2个。", "count-progress", "27个"),
    ("86条整改措施已完成82条，正在推进3条。", "count-progress", "86条"),
    ("全市29家学会已推动23家成立党建工作小组，还剩7家未成立。", "count-progress", "29家"),
    ("出台《考勤办法》《接待办法》《采购办法》4项制度。", "count-titles", "4项制度"),
    ("学习《考勤办法》《接待办法》《采购办法》等2份文件。", "count-titles", "2份文件"),
    ("采取以下四项措施：一是集中学习。二是完善制度。三是强化督查。", "count-announced", "四项措施"),
    ("重点抓好三个方面：一是学习；二是整改。", "count-announced", "三个方面"),
    ("党建工作小组由23个增加到12个。", "count-direction", "23个增加到12个"),
    ("违规事项从3起减少到5起。", "count-direction", "3起减少到5起"),
]
RIGHT = [
    "书面检查3人、批评教育2人、提醒谈话2人，共计7人。",
    "书面检查3人、批评教育2人、提醒谈话2人。",
    "党纪处分0人、诫勉谈话2人、批评教育3人，共计5人。",
    "党纪处分3人、政务处分2人，共计4人。",
    "共开展活动6次：专题党课2次、座谈交流3次等。",
    "问责334人（其中党纪处分315人、政务处分40人）。",
    "提醒谈话、批评教育或责令检查共计5人次。",
    "全体职工分成3个小组，每组5人，共计15人。",
    "开展培训3期、座谈2次，共计120人次参加。",
    "新增党员3人、调出2人，共计41人。",
    "召开会议约10次、座谈5次，共计16次。",
    "修订制度8项，其中财务类5项、人事类2项。",
    "检查单位12家，其中发现问题8家、完成整改8家。",
    "收缴津补贴4.14万元，其中机关2.5万元、中心1.64万元。",
    "建立健全制度12项，其中新建5项、修订6项、废止1项。",
    "修订完善8项制度。",
    "反馈的27个问题已完成整改25个，持续推进2个。",
    "反馈的25个问题，已完成整改19个、正在整改6个，整改完成率76%。",
    "27个问题中，立行立改12个，限期整改10个，长期坚持5个。",
    "29个学会已成立党建工作小组23个，目前还有2个正在换届。",
    "全市29家学会已推动23家成立党建工作小组，还剩6家未成立。",
    "出台《考勤办法》《接待办法》《采购办法》3项制度。",
    "学习《考勤办法》《接待办法》等5份文件。",
    "修订《财务管理办法》和《采购办法》《接待办法》两项制度。",
    "采取以下三项措施：一是集中学习。二是完善制度。三是强化督查。",
    "研究确定整改方案，明确整改措施71条。一是明确责任主体。二是扎实推进整改。三是强化督查指导。",
    "党建工作小组由12个增加到23个。",
    "巡查由每月两次提升到每周一次。",
    "科普工作排名由12名上升到8名。",
    "反馈的党的建设方面3个问题和工作作风方面5个问题已整改到位。",
    "班子成员梳理汇总问题15个，提出针对性措施15条。",
]


test_a_wrong_count_is_found_by_its_own_rule_only = speaking_alone(WRONG)
test_right_counts_stay_silent = silent_on(RIGHT)


def _listing(said: str, findings: int = 3) -> list[str]:
    areas = ("学习制度", "财务管理", "会议记录", "档案整理")
    listed = [
        f"（{number}）针对{area}不够规范问题。由分管领导牵头完善{area}办法，逐项对照抓好落实。"
        for number, area in enumerate(areas[:findings], 1)
    ]
    return ["一、组织落实情况", said, "二、整改进展情况", *listed]


FINDINGS = [
    ("针对反馈的2个问题逐项研究。", "count-findings", "2个问题"),
    ("紧紧围绕巡察反馈的两个具体问题推进整改。", "count-findings", "两个具体问题"),
    ("针对反馈意见指出的2个方面2项具体问题逐项研究。", "count-findings", "2项具体问题"),
    ("巡察反馈问题5个，逐项研究整改办法。", "count-unlisted", "5个"),
    ("针对反馈的4个问题逐项研究。", "count-unlisted", "4个问题"),
]


@pytest.mark.parametrize(("said", "code", "words"), FINDINGS)
def test_the_findings_fed_back_are_those_listed(said: str, code: str, words: str) -> None:
    assert faults_in(_listing(said)) == [(code, words)]


@pytest.mark.parametrize(
    "said",
    [
        "针对反馈的3个问题逐项研究。",
        "针对上一轮巡察反馈的8个问题，再次对账。",
        "反馈的党的建设方面2个问题由办公室牵头整改。",
        "反馈的2个问题，细化分解为3个具体问题逐项研究。",
        "意识形态专项检查反馈的5个问题一并整改。",
        "班子成员梳理汇总问题15个。",
        "针对反馈的近10个问题逐项研究。",
        "反馈的2条问题线索已经办结。",
        "对反馈的2个问题做到立行立改。",
        "反馈意见中2个问题由办公室牵头整改。",
        "对巡察反馈的2个突出问题挂牌督办。",
    ],
)
def test_numbers_of_other_things_are_not_the_findings(said: str) -> None:
    assert faults_in(_listing(said)) == []


def test_two_totals_of_one_thing_contradict_each_other() -> None:
    said = ["针对反馈的27个问题逐项研究。", "反馈的28个问题均已明确责任人。"]
    assert faults_in(said) == [("count-contradiction", "28个问题")]


def test_advice_has_aspects_of_its_own() -> None:
    said = ["反馈的3个方面27个问题逐项研究。", "反馈的5个方面意见建议一并落实。"]
    assert faults_in(said) == []


def test_two_sources_do_not_contradict_each_other() -> None:
    said = ["针对反馈的27个问题逐项研究。", "选人用人专项检查反馈的3个问题一并整改。"]
    assert faults_in(said) == []


def test_measures_that_differ_are_only_looked_at() -> None:
    said = "针对反馈的3个问题制定整改措施8条。"
    assert faults_in(_listing(said)) == [("count-measures", "整改措施8条")]


BODY = """
- 部分: 组织落实情况
- 段落: {said}
- 部分: 整改进展情况
- 方面: 贯彻落实决策部署情况
- 问题: 学习制度不够健全
  措施:
    - 由分管领导牵头完善学习制度，每月集中学习一次。
    - 由办公室牵头编印学习资料，发到每名党员。
  状态: 已完成
- 方面: 党的建设情况
- 问题: 会议记录不够规范
  措施: [由专人负责会议记录，会后三日内交书记审签。]
  状态: 持续推进
  完成时限: 2024年12月底
"""


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("针对反馈的2个方面2个问题，明确整改措施3条。", []),
        ("针对反馈的3个方面2个问题，逐项研究。", [("count-aspects", "3个方面")]),
        ("针对反馈的3个问题，逐项研究。", [("count-unlisted", "3个问题")]),
        ("反馈的2个问题，已完成整改1个。", []),
        ("反馈的2个问题，已完成整改2个。", [("count-statuses", "已完成整改2个")]),
        ("反馈的2个问题已全部完成整改。", [("count-statuses", "已全部完成")]),
        ("研究整改方案，明确整改措施5条。", [("count-measures", "整改措施5条")]),
    ],
)
def test_a_form_s_prose_is_compared_with_its_list(said: str, found: list[tuple[str, str]]) -> None:
    assert faults_in_form(form(BODY.format(said=said))) == found


def test_a_withheld_finding_may_be_counted() -> None:
    withheld = "- 问题: 某事项不便公开\n  不公开: 涉及未办结的线索\n"
    body = BODY.format(said="针对反馈的3个问题，逐项研究。")
    assert faults_in_form(form(body.rstrip() + "\n" + withheld)) == []


def test_the_lead_of_a_finding_announces_its_measures() -> None:
    body = "- 问题: 学习不深入\n  导语: 局党组采取{}项措施：\n  措施: [每月组织一次集中学习。, 每季度开展一次专题研讨。]"
    assert faults_in_form(form(body.format("两"))) == []
    assert faults_in_form(form(body.format("三"))) == [("count-announced", "三项措施")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28", 28),
        ("1,200", 1200),
        ("二十八", 28),
        ("两", 2),
        ("一百零五", 105),
        ("〇", 0),
        ("五一", None),
    ],
)
def test_numbers_are_read_as_notices_write_them(text: str, value: int | None) -> None:
    assert number(text) == value


def test_only_exact_numbers_are_quantities() -> None:
    text = "约30个、20余项、不少于12次、3至5人、第3名、每2次、10份以上，书面检查3人，清退36.28万元"
    found = quantities(text)
    assert [quantity.words for quantity in found] == ["3人", "36.28万元"]
    assert in_unit_of(found[1], found[1].value) == "36.28万元"
