"""The rules on repetition speak where something stands twice, and only they do."""

import pytest
from forms import form
from rules_on import faults_in, faults_in_form, silent_on

WORDS = {
    "运用监督执纪第一种形态对对领导班子进行了提醒谈话。": "对对",
    "完善制度建设的的长效机制。": "的的",
    "在在党组会议上学习有关文件。": "在在",
    "班子成员和和各股室负责人签订责任书。": "和和",
    "将将整改任务分解到人。": "将将",
    "把把整改任务分解到人。": "把把",
    "与与物业公司签订补充协议。": "与与",
    "对往来款项进行进行清理。": "进行进行",
    "进一步进一步规范报销程序。": "进一步进一步",
    "班子成员与股室（创业中心中心）负责人谈话。": "中心中心",
    "安排专人做好整改工作工作。": "工作工作",
    "达到规定的要求求，": "要求求",
    "整改工工作已经完成。": "",
    "整改任务已已落实到人。": "已已",
    "关于关于规范财务管理的办法已经印发。": "关于关于",
    "方案于于2023年8月印发。": "于于",
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_a_word_written_twice_is_told(text: str, words: str) -> None:
    assert faults_in(text) == ([("duplicate-word", words)] if words else [])


PHRASES = {
    "落实意识形态意识形态工作责任制。": "意识形态意识形态",
    "健全完善规章制度规章制度，堵塞漏洞。": "规章制度规章制度",
    "扎实开展扫黑除恶扫黑除恶专项斗争。": "扫黑除恶扫黑除恶",
    "完善规章制度，完善规章制度，堵塞管理漏洞。": "完善规章制度，完善规章制度",
}


@pytest.mark.parametrize(("text", "words"), PHRASES.items())
def test_a_phrase_written_twice_is_told(text: str, words: str) -> None:
    assert faults_in(text) == [("duplicate-phrase", words)]


@pytest.mark.parametrize("length", range(4, 13))
@pytest.mark.parametrize("before", range(3))
def test_a_phrase_written_twice_is_told_wherever_it_begins(length: int, before: int) -> None:
    phrase = "统筹谋划深化改革激发活力"[:length]
    assert faults_in(f"{'再次重'[:before]}{phrase}{phrase}，") == [("duplicate-phrase", phrase * 2)]


def test_an_adverb_used_twice_is_looked_at() -> None:
    assert faults_in("真正使廉政教育真正入心见效。") == [("duplicate-adverb", "真正使廉政教育真正")]


FIRST = "加强财务人员教育培训，提升政策理论水平和业务技能。"
TWO = [
    "中共云山县示范局党组关于巡察整改进展情况的通报",
    "一、整改落实情况",
    "（1）大额使用现金。",
    f"整改完成情况：一是{FIRST}二是建立现金使用台账。",
    "（2）往来款项长期不清理。",
]


def test_a_sentence_under_two_findings_is_looked_at() -> None:
    found = faults_in([*TWO, f"整改完成情况：一是逐笔核对往来款。二是{FIRST}"])
    assert found == [("duplicate-sentence", FIRST.rstrip("。"))]


def test_a_sentence_that_differs_in_particles_is_looked_at() -> None:
    close = "进一步加强财务人员的教育培训，提升政策理论水平、业务技能"
    found = faults_in([*TWO, f"整改完成情况：一是逐笔核对往来款。二是{close}。"])
    assert found == [("duplicate-similar", close)]


def test_a_measure_twice_under_a_finding_is_told() -> None:
    text = "（1）大额使用现金。一是修订财务管理制度。二是修订财务管理制度。"
    assert faults_in(["一、整改落实情况", text]) == [("duplicate-measure", "修订财务管理制度")]


def test_a_status_may_follow_every_measure() -> None:
    text = "（1）大额使用现金。一是修订制度。已完成整改并长期坚持。二是开展培训。已完成整改并长期坚持。"
    assert faults_in(["一、整改落实情况", text]) == []


def test_a_measure_twice_under_a_forms_finding_is_told() -> None:
    body = "- 问题: 大额使用现金\n  措施:\n    - 修订财务管理制度。\n    - 修订财务管理制度。"
    assert faults_in_form(form(body)) == [("duplicate-measure", "修订财务管理制度")]


FINDING = "- 问题: 往来款项长期没有清理完毕\n  措施: {}"


def test_a_finding_listed_twice_is_told() -> None:
    twice = "\n".join(
        [
            "- 方面: 从严治党方面",
            "- 类别: 财务管理不规范",
            FINDING.format("逐笔核对。"),
            "- 类别: 工程管理不规范",
            FINDING.format("建立台账。"),
        ]
    )
    assert faults_in_form(form(twice)) == [("duplicate-finding", "往来款项长期没有清理完毕")]


def test_a_finding_listed_twice_is_told_whatever_its_marks() -> None:
    first, second = "往来款项：长期没有清理完毕。", "往来款项“长期”没有清理完毕"
    twice = (
        f"- 类别: 财务管理不规范\n- 问题: {first}\n  措施: 核对。\n- 问题: {second}\n  措施: 建账。"
    )
    assert faults_in_form(form(twice)) == [("duplicate-finding", second)]
    texts = ["一、财务管理不规范", f"（1）{first}已核对。", f"（2）{second}。已建账。"]
    assert [code for code, _ in faults_in(texts)] == ["duplicate-finding"]


def test_a_finding_of_two_units_or_a_short_one_of_two_categories_is_let_be() -> None:
    units = ["- 单位: {}", FINDING.format("逐笔核对。")]
    two = "\n".join([units[0].format("东山中学"), units[1], units[0].format("西山中学"), units[1]])
    assert faults_in_form(form(two)) == []
    short = "- 类别: {}\n- 问题: 重视不够\n  措施: {}"
    two = f"{short.format('党建工作', '研究党建。')}\n{short.format('廉政建设', '研究廉政。')}"
    assert faults_in_form(form(two)) == []


def test_a_paragraph_twice_is_told() -> None:
    text = "局党组坚持把巡察整改作为重大政治任务，逐项研究、逐项落实。"
    body = f"- 部分: 整改组织情况\n- 段落: {text}\n- 部分: 巩固整改成效\n- 段落: {text}"
    assert faults_in_form(form(body)) == [("duplicate-paragraph", text)]


def test_a_heading_twice_is_told() -> None:
    item = "- 类别: 财务管理不规范\n- 问题: {}\n  措施: {}"
    body = f"- 方面: 从严治党方面\n{item.format('票据不全', '补票据。')}\n"
    body += item.format("台账不清", "理台账。")
    assert faults_in_form(form(body)) == [("duplicate-heading", "财务管理不规范")]


RIGHT = (
    "成立以党组书记为组长的领导小组，组长组织组员学习。",
    "按照谁主管谁负责的原则，层层压实责任，逐级逐层传导压力。",
    "党委委员带头作检查，检查检验工作成效。",
    "会议会务从简，资金资产资源统一管理。",
    "坚持学习学习再学习，研究研究新情况。",
    "对对标对表不严的单位进行约谈。",
    "要把把握政治方向放在首位。",
    "为为企服务活动提供场地，与与会代表交流。",
    "在在职教师中开展师德教育，在在校学生中开展法治教育。",
    "各乡镇乡镇长负总责，各县区区长负总责。",
    "县科学技术局局长、副局长，局党组党组成员参加。",
    "意识形态意识不强的问题得到解决。",
    "责任责任人都已明确，问题问责到位。",
    "其其他科室配合，应应急管理局要求补充材料。",
    "中小学校校长、校车车主、村村通公路、户户通电话。",
    "一把手把好关，把把脉、开开方。",
    "公开公示公告内容，真真切切、明明白白、清清楚楚。",
    "有效有序推进，高效高质完成。",
    "各部门门类齐全，文件件件有落实，事事有人管。",
    "干部部务会、组织部部务会、宣传部部长、委员会会议、大会会场。",
    "妥善处理理赔事项，发现现金管理漏洞。",
    "用好好差评制度，做到到岗到位，达到到期清零。",
    "就就业帮扶召开座谈会，以以案促改为抓手。",
    "必须坚持党的领导，必须坚持人民至上。",
    "加强党的领导、加强党的建设，全面全过程监督。",
    "切实增强政治自觉、切实扛起主体责任。",
    "人人有责、层层落实，事事有回音，件件有着落。",
    "扎扎实实、方方面面、点点滴滴、实实在在做好工作。",
    "以解决问题为目的的整改措施。",
    "针对对象不同，对对口支援单位、对对外开放场所分别指导。",
    "核对对账单，反对对上级决定打折扣。",
    "在在建项目、在在职党员中开展排查，问题仍存在在部分单位。",
    "总和和比例都已核对，营造和和气气的氛围。",
    "重点看是是非非面前是否坚定，一是是否及时，二是是否准确。",
    "邀请与会人员参与与群众有关的活动。",
    "以及及时清理、普及及推广。",
    "视为为民服务的举措，作为为基层减负的内容。",
    "为了了解情况，开展走访，坚决防止不了了之。",
    "缺席的理由由本人书面提供。",
    "坚持从从严治党高度认识问题。",
    "应该该公司承担的费用已经收回。",
    "尤其其他单位要引以为戒。",
    "党委委员、巡察组组长、党组组织干部学习，派出所所长到会。",
    "创业中心中心组学习，党组理论学习中心组组织全体干部学习。",
    "市科协党组党组书记、党支部党支部书记参加。",
    "加强组织组织生活会的能力，提升领导领导干部学习的水平。",
    "推动经济发展展望未来，做好工作作风建设，落实实名制管理。",
    "根据上级要求要求各单位自查，工作工作要点已经印发。",
    "整整改了三个月，问问题、查原因。",
    "一步一步推进，一件一件落实，一项一项销号。",
    "办公室办公室主任、办事处办事处主任。",
    "学习、学习、再学习，落实、落实、再落实。",
    "合并并撤销三个机构，参与与否由本人决定。",
    "任何何某、于某、向某的问题都已查清。",
    "关于于某违规报销问题，已由纪委处理，向向某送达决定。",
    "严格落实刚刚印发的办法，渐渐形成习惯，往往事半功倍。",
    "切实把压力传导到位，切实解决问题。",
    "对于对象明确的任务，进行行业自查。",
    "将将来可能出现的风险列入清单。",
    "及时发现及时处理，必须坚持、必须落实。",
    "逐条逐项核查，家家户户走访，形形色色的问题都有答复。",
    "等等看、慢慢来的思想得到纠正。",
    "如实实行请销假制度，其实实际情况已经改善。",
)


test_what_only_looks_doubled_is_let_be = silent_on(RIGHT)


def test_what_remains_of_a_finding_may_repeat_its_measure() -> None:
    body = f"""
    - 部分: 整改落实情况
    - 问题: 科技馆项目推进缓慢
      措施: {FIRST}
    - 部分: 需要进一步整改的事项
    - 事项: 科技馆项目建设
      存在问题: 缺资金
      措施: {FIRST}
    """
    assert faults_in_form(form(body)) == []
