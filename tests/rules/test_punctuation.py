"""What the rules of the family punctuation find, and that no other rule speaks there."""

from forms import form
from rules_on import faults_in, faults_in_form, silent_on, speaking_alone, text_subject

from noticegen.rules import punctuation_half_width, punctuation_no_stop

WRONG = [
    ("覆盖率提高到79.3%。。", "punctuation-doubled", "。。"),
    ("认真学习，，深入研讨。", "punctuation-doubled", "，，"),
    ("建立台账、，逐项销号。", "punctuation-doubled", "、，"),
    ("完善制度；；加强监督。", "punctuation-doubled", "；；"),
    ("分类处置，。", "punctuation-doubled", "，。"),
    ("问题根源在哪里？。", "punctuation-doubled", "？。"),
    ("增强“四个意识，坚定信心。", "punctuation-unpaired", "“"),
    ("学习中国共产党章程》，增强党性。", "punctuation-unpaired", "》"),
    ("参会人员（含列席人员共36人。", "punctuation-unpaired", "（"),
    ("落实云办〔2021号文件要求。", "punctuation-unpaired", "〔"),
    ("参会人员(含列席人员共36人。", "punctuation-unpaired", "("),
    ("提出“抓‘关键少数”的要求。", "punctuation-unpaired", "‘"),
    ("印发《关于落实《中国共产党章程》的通知》。", "punctuation-nested", "《"),
    ("他说“要落实“三会一课”制度”。", "punctuation-nested", "“"),
    ("大家表示“坚决做到立行立改。”。", "punctuation-inner-stop", "。”。"),
    ("印发《议事规则》（试行）。", "punctuation-trial", "》（试行）"),
    ("一是完善制度。二是加强监督", "punctuation-no-stop", "度。二是加强监督"),
    ("中共云山县示范局党组关于巡察整改进展情况的通报。", "punctuation-heading-stop", "。"),
    ("第一责任人--党组书记负总责。", "punctuation-dash", "--"),
    ("2018一2020年实施项目29个。", "punctuation-dash", "一"),
    ("合同约定“缴纳年租金。。。按时上交”。", "punctuation-ellipsis", "。。。"),
    ("合同约定“缴纳年租金...按时上交”。", "punctuation-ellipsis", "..."),
    ("合同约定“缴纳年租金…按时上交”。", "punctuation-ellipsis", "…"),
    ("（一）、提高政治站位。坚决落实整改要求。", "punctuation-ordinal", "（一）、"),
    ("按照云财（2021）7号文件要求执行。", "punctuation-document-number", "（2021）7号"),
    ("按照云财[2021]7号文件要求执行。", "punctuation-document-number", "[2021]7号"),
    ("每天就餐达到20-80人。", "punctuation-range", "20-80"),
    ("增强“四个意识”、“四个自信”。", "punctuation-pause", "”、"),
    ("1、学习研讨不深入。", "punctuation-numeral", "1、"),
    ("召开会议１２次。", "punctuation-wide-digit", "12"),
    ("提高站位,压实责任。", "punctuation-half-width", "，"),
]
RIGHT = [
    "他说：“要坚持‘两手抓’，不松劲。”",
    "1）召开会议；2）完善制度。",
    "报告题目为“People’s voice”。",
    "印发《关于落实〈中国共产党党组工作条例〉的实施意见（试行）》。",
    "学习《中国共产党章程》《中国共产党纪律处分条例》。",
    "设备型号为XL(B)-200。",
    "真的做到了吗？！",
    "合同约定“缴纳年租金……按时上交”。",
    "联系电话：0550-7770320。",
    "2023-09-26召开会议。",
    "依据（2020）云01民终1234号民事判决执行。",
    "欢迎监督。联系电话：0550-1234567。",
]


test_only_this_rule_speaks_on = speaking_alone(WRONG)
test_every_rule_is_silent_on = silent_on(RIGHT)


def test_a_title_that_ends_in_a_stop_is_told() -> None:
    text = form("- 部分: 整改落实情况、\n- 段落: 正文。")
    assert faults_in_form(text) == [("punctuation-heading-stop", "、")]


def test_a_quotation_of_several_paragraphs_is_opened_in_each_and_closed_in_the_last() -> None:
    assert faults_in(["“第一段引文。", "“第二段引文。”"]) == []


def test_marks_of_any_depth_have_their_mates() -> None:
    assert faults_in("开展整改" + "（" * 30 + "见附件" + "）" * 30 + "。") == []
    assert [code for code, _ in faults_in("（" * 30 + "见附件" + "）" * 29 + "。")] == [
        "punctuation-unpaired"
    ]


def test_a_mark_may_find_its_mate_on_the_next_line_of_a_text_broken_into_lines() -> None:
    assert faults_in(["学习《关于进一步加强", "干部监督的意见》等文件。"]) == []
    assert [code for code, _ in faults_in(["学习《意见。", "开展研讨。"])] == [
        "punctuation-unpaired"
    ]


def test_the_pause_between_titles_is_told_once_and_counted() -> None:
    text = "学习《章程》、《准则》、《条例》。"
    [fault] = [code for code, _ in faults_in(text)]
    assert fault == "punctuation-pause"


def test_half_width_marks_are_told_once_a_text() -> None:
    subject = text_subject(["提高站位,压实责任。", "统一思想,明确分工。"])
    assert len(list(punctuation_half_width.check(subject))) == 1


def test_a_text_broken_into_lines_is_not_asked_for_stops() -> None:
    lines = ["一是完善制度。二是加强", "监督检查。三是开展专项", "整治工作。四是建立长效", "机制。"]
    assert list(punctuation_no_stop.check(text_subject(lines))) == []


def test_a_form_needs_no_stop_where_the_composer_sets_it() -> None:
    text = form("- 问题: 学习不深入\n  措施:\n    - 开展研讨。每月一次\n    - 检查学习笔记")
    assert faults_in_form(text) == []
