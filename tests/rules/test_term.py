"""What the rules of the family term find, and that no other rule speaks there."""

import pytest
from rules_on import faults_in, silent_on, speaking_alone

WRONG = [
    ("增强“四个意思”。", "term-fixed-phrase", "“四个意思”"),
    ("落实“三会一科”制度。", "term-fixed-phrase", "“三会一科”"),
    ("推进“两学一作”学习教育。", "term-fixed-phrase", "“两学一作”"),
    ("学习习近平新时代中国特色社会主意思想。", "term-fixed-phrase", "特色社会主意"),
    ("学习习近平新时代社会主义思想。", "term-fixed-phrase", "习近平新时代社会主义思想"),
    (
        "学习习近平总书记新时代中国特色社会主义思想。",
        "term-fixed-phrase",
        "习近平总书记新时代中国特色",
    ),
    ("开展批评与自我批判。", "term-fixed-phrase", "批评与自我批判"),
    ("学习党的20大精神。", "term-loose-phrase", "党的20大"),
    (
        "开展“不忘初心，牢记使命”主题教育。",
        "term-loose-phrase",
        "“不忘初心，牢记使命”主题教育",
    ),
    ("学习中纪委全会精神。", "term-abbreviation", "中纪委"),
    ("建立整改台帐，逐项销号。", "term-account", "台帐"),
    ("清理银行帐户3个。", "term-account", "帐户"),
    ("长期挂帐的款项已清理。", "term-account", "挂帐"),
    ("截止2023年9月20日，整改完成。", "term-as-of", "截止"),
    ("截止目前，问题已全部整改。", "term-as-of", "截止"),
    ("截止巡察结束，食堂未上交承包费。", "term-as-of", "截止"),
    ("市委第二巡查组反馈了意见。", "term-patrol", "巡查"),
    ("走访群众约20余人。", "term-approximate", "约20余"),
    ("参加培训的大约50人左右。", "term-approximate", "大约50人左右"),
    ("参会的超过50人以上。", "term-approximate", "超过50人以上"),
    ("每年至少召开2次以上。", "term-approximate", "至少召开2次以上"),
    ("费用不超过3万元以内。", "term-approximate", "不超过3万元以内"),
]
RIGHT = [
    "截止日期为2023年9月20日。",
    "截止2022年底为止，共召开会议6次。",
    "报名于2023年9月20日截止。",
    "蚊帐账目清楚，营帐号牌齐全。",
    "搭建帐篷12顶。",
    "清理《帐外资产管理规定》等旧文件。",
    "园区巡查组每日巡查。",
    "签约20余家，节约20余万元。",
    "近10多年来，未开展清查。",
    "道路左右两侧各绿化约20米。",
    "单价超过5万元以上限制的设备须论证。",
    "练习近乎实战。",
    "党的20大类工作任务全部分解。",
    "汇总书计划采购图书300册。",
]
TITLE = "关于巡察整改进展情况的通报"
OWN = "坚持把巡察整改抓在手上，落实巡察反馈意见。"


test_only_this_rule_speaks_on = speaking_alone(WRONG)
test_every_rule_is_silent_on = silent_on(RIGHT)


def test_the_other_inspection_is_told_in_a_notice_that_speaks_of_none() -> None:
    assert faults_in([TITLE, OWN, "推动巡视整改走深走实。"]) == [("term-inspection", "巡视整改")]


@pytest.mark.parametrize(
    "more",
    [
        "对巡视、审计等监督发现的问题一并整改，推动巡视整改。",
        "配合完成省委巡视整改任务。",
        "学习《中国共产党巡视工作条例》。",
        "统筹抓好巡视巡察整改。",
        "材料中写有“巡视整改”字样。",
    ],
)
def test_another_inspection_that_is_named_is_lawful(more: str) -> None:
    assert faults_in([TITLE, OWN, more]) == []


def test_two_writings_of_a_word_are_told_where_both_stand() -> None:
    both = ["未制订请假制度。", "制定议事规则。"]
    assert faults_in(both) == [("term-mixed", "制订")]
    assert faults_in(["未制订请假制度。", "印发《预案制定办法》。"]) == []
