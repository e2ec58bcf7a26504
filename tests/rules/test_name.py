"""The rules on names speak where two names cannot both be right, and only they do."""

import pytest
from forms import HEAD, form
from rules_on import faults_in, faults_in_form

from noticegen import pipeline

TITLE = "中共云山县科学技术局党组关于巡察整改进展情况的通报"
PREAMBLE = "2022年10月24日至11月19日，县委第三巡察组对县科学技术局党组进行了巡察。"


def notice(
    *paragraphs: str,
    title: str = TITLE,
    preamble: str = PREAMBLE,
    organ: str = "中共云山县科学技术局党组",
) -> list[str]:
    return [title, preamble, "一、整改情况", *paragraphs, organ, "2023年9月26日"]


def head(issuers: str, **given: str) -> str:
    lines = "".join(f"  {label}: {value}\n" for label, value in given.items())
    return f"发文:\n  机关: {issuers}\n  成文日期: 2024年6月20日\n{lines}"


ORGANS = {
    "中共云山县审计局党组": [("name-title", "中共云山县科学技术局党组")],
    "中共云山县委员会": [("name-title", "中共云山县科学技术局党组")],
    "中共白鹭县科学技术局党组": [("name-title", "中共云山县科学技术局党组")],
    "中共云山县科技局党组": [],
    "云山县科学技术局": [],
    "特此通报。": [],
}


@pytest.mark.parametrize(("organ", "found"), ORGANS.items())
def test_the_title_and_the_signature_name_one_organ(
    organ: str, found: list[tuple[str, str]]
) -> None:
    assert faults_in(notice(organ=organ)) == found


TITLES = {
    "中共东浦市委统一战线工作部关于巡察整改进展情况的通报": "中共东浦市委统战部",
    "中共石桥镇委员会关于巡察整改进展情况的通报": "中共石桥镇党委",
    "中共望湖街道工作委员会关于巡察整改进展情况的通报": "中共望湖街道党工委",
    "【通报】中共云山县统计局党组关于巡察整改进展情况的通报": "中共云山县统计局党组",
    "关于云山县统计局党组巡察整改进展情况的通报": "中共云山县委员会",
    "中共甲县统计局党组、中共甲县审计局党组关于巡察整改进展情况的通报": "中共甲县审计局党组",
}


@pytest.mark.parametrize(("title", "organ"), TITLES.items())
def test_a_short_form_is_the_same_organ(title: str, organ: str) -> None:
    assert faults_in(notice(title=title, organ=organ)) == []


def test_a_form_names_its_issuer_in_title_and_signature() -> None:
    issuer = "中共云山县统计局党组"
    other = "中共云山县审计局党组"
    wrong = head(issuer, 标题=f"{other}关于巡察整改进展情况的通报")
    assert faults_in_form(form(head=wrong)) == [("name-title", other)]
    assert faults_in_form(form(head=head(issuer, 署名=other))) == [("name-signature", other)]
    short = head("中共云山县委统一战线工作部", 署名="中共云山县委统战部")
    assert faults_in_form(form(head=short)) == []


def test_an_issuer_need_not_be_the_inspected_body() -> None:
    more = "巡察:\n  巡察组: 县委第一巡察组\n  对象: [城投公司党委, 交投公司党委]\n"
    assert faults_in_form(form(more=more)) == []
    title = head("中共云山县委员会", 标题="城投公司党委关于巡察整改进展情况的通报")
    assert faults_in_form(form(head=title, more=more)) == []


TEAMS = {
    "未接到县委巡察三组移交的线索。": [("name-team", "县委巡察三组")],
    "未接到巡察三组移交的线索。": [("name-team", "巡察三组")],
    "未接到县委第二巡察组移交的线索。": [],
    "县委第二巡察组移交问题线索2件。": [("name-team", "县委第二巡察组")],
    "县委第二巡察组反馈的意见已经传达。": [("name-team", "县委第二巡察组")],
    "县委第三巡察组移交问题线索2件。": [],
    "上一轮县委第二巡察组反馈的问题已经整改。": [],
    "省委第二巡视组反馈的问题已经整改。": [],
    "接受县委第四巡察组业务指导。": [],
}
TEAMS["未接到县委第二巡察组移交的线索。"] = [("name-team", "县委第二巡察组")]


@pytest.mark.parametrize(("text", "found"), TEAMS.items())
def test_one_team_is_written_one_way(text: str, found: list[tuple[str, str]]) -> None:
    assert faults_in(notice(text)) == found


def test_a_forms_team_is_the_one_of_its_label() -> None:
    more = "巡察:\n  巡察组: 县委第三巡察组\n"
    body = "- 段落: 未接到县委巡察三组移交的线索。"
    assert faults_in_form(form(body, more)) == [("name-team", "县委巡察三组")]


def test_several_teams_are_not_compared() -> None:
    preamble = "2022年10月，县委第一、第三、第五巡察组对全县12所学校党组织进行了巡察。"
    text = notice("县委第二巡察组移交问题线索2件。", preamble=preamble)
    assert faults_in(text) == []


SHORT = {
    "学习《监督条例释义》（以下简称《条例》）和《问责条例释义》（以下简称《条例》）。": [
        ("name-short", "《条例》")
    ],
    "东山水务公司（以下简称水务）、西山水泥公司（以下简称水务）已经整改。": [
        ("name-short", "水务")
    ],
    "《财务管理办法》（以下简称《办法》）印发。修订《财务管理办法》（以下简称《财务办法》）。": [
        ("name-short", "《财务办法》")
    ],
    "《财务管理办法》（以下简称《办法》）印发。修订《财务管理办法》（以下简称《办法》）。": [],
    "学习《监督条例释义》（以下简称《监督条例》）和《问责条例释义》（以下简称《问责条例》）。": [],
    "集团党委研究了方案，东浦城投集团有限公司党委（以下简称集团党委）逐项落实。": [
        ("name-short-early", "集团党委")
    ],
    "东浦城投集团有限公司党委（以下简称集团党委）逐项落实，集团党委研究了方案。": [],
    "县城投集团党委研究了方案，东浦城投集团有限公司党委（以下简称集团党委）逐项落实。": [],
}


@pytest.mark.parametrize(("text", "found"), SHORT.items())
def test_a_short_name_is_defined_once_and_before_its_use(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert faults_in(notice(text)) == found


MENTIONS = {
    "印发《云山县科学技木局财务管理办法》。": [("name-variant", "云山县科学技木局")],
    "云山县科学枝术局召开会议。": [("name-variant", "云山县科学枝术局")],
    "云山县科学技术局召开会议。": [],
    "云山县科学技术协会召开会议。": [],
    "云山县科技局、云山县教育局召开会议。": [],
    "会同云山县城市管理局开展检查。": [],
}


@pytest.mark.parametrize(("text", "found"), MENTIONS.items())
def test_the_issuer_is_spelt_one_way(text: str, found: list[tuple[str, str]]) -> None:
    assert faults_in(notice(text)) == found


def test_a_numbered_or_short_name_has_neighbours() -> None:
    first = HEAD.replace("云山县示范局", "云山县第一人民医院")
    assert faults_in_form(form("- 段落: 云山县第二人民医院协助整改。", head=first)) == []
    short = HEAD.replace("云山县示范局", "云山县统计局")
    assert faults_in_form(form("- 段落: 云山县审计局协助整改。", head=short)) == []


RARE = {
    "党组书记张喆主持会议。": [("name-rare-character", "喆")],
    "李堃、朱镕、王珺、赵祎、孙翀作了表态发言，李堃牵头。": [
        ("name-rare-character", one) for one in "堃镕珺祎翀"
    ],
    "到甪直镇、㙟村走访。": [("name-rare-character", one) for one in "甪㙟"],
    "聘请专家𫖯、龍某。": [("name-rare-character", one) for one in "𫖯龍"],
    "二〇二四年清理12㎡、3‰、—…·～〔2024〕“”‘’①Ⅲ°µ²×÷≥€é、café、ā，〇〇。": [],
    "完成整改👍。": [],
    "网页里写作&#21894;和&#999999;。": [],
}


@pytest.mark.parametrize(("text", "found"), RARE.items())
def test_a_character_the_usual_fonts_lack_is_named_once(
    text: str, found: list[tuple[str, str]]
) -> None:
    rare = [fault for fault in faults_in(notice(text)) if fault[0] == "name-rare-character"]
    assert rare == found


def test_a_rare_character_is_counted_and_placed_where_it_stands_first() -> None:
    body = """\
- 问题: 理论学习不够深入
  措施: 党组书记张喆带头学习。
  责任人: 王堃
- 段落: 张喆同志作了总结，会后张喆走访。"""
    problems = pipeline.check(form(body).encode()).problems
    [rare] = [problem for problem in problems if problem.code == "name-rare-character"]
    assert rare.text == "喆"
    assert "共3处" in rare.message
    assert form(body).splitlines()[rare.mark.line - 1][rare.mark.column - 1] == "喆"


@pytest.mark.parametrize(
    "issuers", ["中共甪直镇委员会", "[中共云山县示范局党组, 中共甪直镇委员会]"]
)
def test_a_rare_character_of_an_issuer_is_placed_at_its_label(issuers: str) -> None:
    problems = pipeline.check(form(head=head(issuers)).encode()).problems
    [rare] = [problem for problem in problems if problem.code == "name-rare-character"]
    assert (rare.mark.line, rare.text) == (2, "甪")
    assert rare.mark.column == 7 + issuers.index("甪")
