"""What the rules of the family placeholder find, and what is left out on purpose."""

from rules_on import faults_in, silent_on, speaking_alone

WRONG = [
    ("共反馈问题{{问题数}}个。", "placeholder-name", "{{问题数}}"),
    ("由${leader}牵头。", "placeholder-name", "${leader}"),
    ("由｛｛责任人｝｝牵头。", "placeholder-name", "｛｛责任人｝｝"),
    ("向清江XX万元项目拨款。", "placeholder-number", "XX万元"),
    ("召开会议XX次。", "placeholder-number", "XX次"),
    ("清退资金××万元。", "placeholder-number", "××万元"),
    ("20XX年召开会议。", "placeholder-number", "20XX年"),
    ("于2023年X月召开会议。", "placeholder-number", "X月"),
    ("清退资金共计万元。", "placeholder-number", "共计万元"),
    ("完成率达到%。", "placeholder-number", "%"),
    ("组织学习《XX工作条例》。", "placeholder-crosses", "XX"),
    ("由××科室负责落实。", "placeholder-crosses", "××"),
    ("会议由____主持。", "placeholder-blank", "____"),
    ("□□□参加会议。", "placeholder-blank", "□□□"),
    ("学习贯彻\ufffd精神。", "placeholder-blank", "\ufffd"),
    ("印发《》，明确责任。", "placeholder-empty", "《》"),
    ("增强“ ”，坚定信心。", "placeholder-empty", "“”"),
    ("于2023年 月 日召开会议。", "placeholder-date", "2023年月日"),
    ("于2023年9月 日召开会议。", "placeholder-date", "2023年9月日"),
    ("完成时间为0000-00-00。", "placeholder-date", "0000-00-00"),
    ("清退资金（待补充）。", "placeholder-note", "（待补充）"),
    ("TODO", "placeholder-note", "TODO"),
    ("此处填写整改情况。", "placeholder-note", "此处填写整改情况"),
    ("待定", "placeholder-note", "待定"),
    ("整改情况：……", "placeholder-ellipsis", "……"),
]
RIGHT = [
    "张某某名下房产2套，李某某次日退款。",
    "王××名下的违规补贴已清退。",
    "提交申请（填写登记表）后受理。",
    "会上，局党组在此补充说明了有关情况。",
    "李××已作出书面检查。",
    "张某某因违纪受到处分。",
    "李某和某单位负责人被约谈。",
    "对闽F××××号车辆进行核查。",
    "举报人电话138××××5678已登记。",
    "使用X光机3台。",
    "规格为3×2×1米。",
    "2023年月均收入3万元。",
    "2023年9月日均接待量为120人次。",
    "合同约定“缴纳年租金……租金上交按照就高标准”。",
    "按照申请表填写说明补充材料。",
    "明确专人负责补充更新。",
    "人选待定的岗位已重新公示。",
    "高出3个百分点，占比12%。",
]


test_only_this_rule_speaks_on = speaking_alone(WRONG)
test_every_rule_is_silent_on = silent_on(RIGHT)


def test_every_measure_left_open_is_told() -> None:
    codes = [code for code, _ in faults_in("一是……。二是……。")]
    assert codes.count("placeholder-ellipsis") == 2
