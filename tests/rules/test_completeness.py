"""The rules on completeness speak in forms that give statuses, and only they do."""

import pytest
from forms import HEAD, form, problems_of
from rules_on import faults_in_form

DONE = "- 问题: 往来款项清理不及时\n  措施: 逐笔核对往来款项。\n  状态: 已完成\n"
STATUS = "\n  状态: 已完成"


def found(body: str, more: str = "", head: str = HEAD) -> list[tuple[str, str]]:
    """Return what is found in a form with statuses; without any there must be nothing."""
    bare = (DONE + body).replace(STATUS, "")
    assert faults_in_form(form(bare, more, head)) == []
    return faults_in_form(form(DONE + body, more, head))


@pytest.mark.parametrize("kind", ["问题", "任务"])
def test_a_finding_without_status_is_told(kind: str) -> None:
    body = f"- {kind}: 台账不全\n  措施: 补齐台账。"
    assert found(body) == [("completeness-status", "台账不全")]


def test_a_status_may_stand_at_the_heading() -> None:
    body = "- 类别: 台账管理\n  状态: 已完成\n- 问题: 台账不全\n  措施: 补齐台账。"
    assert found(body) == []


def test_a_withheld_finding_needs_nothing() -> None:
    assert found("- 问题: 台账不全\n  不公开: 涉及线索") == []


def test_a_finding_without_measures_is_told() -> None:
    assert found(f"- 问题: 台账不全{STATUS}") == [("completeness-measures", "台账不全")]


@pytest.mark.parametrize("below", ["  措施: 补齐台账。", "  内容: 已补齐台账。"])
def test_measures_or_content_will_do(below: str) -> None:
    assert found(f"- 问题: 台账不全{STATUS}\n{below}") == []


def test_a_paragraph_may_speak_for_several_findings() -> None:
    body = f"- 问题: 台账不全{STATUS}\n- 问题: 票据不全{STATUS}\n- 段落: 台账、票据均已补齐。"
    assert found(body) == []


def test_a_matter_says_what_will_be_done() -> None:
    body = "- 事项: 消防改造\n  存在问题: 缺资金\n  完成时限: 2024年12月底"
    assert found(body) == [("completeness-matter", "消防改造")]


MATTER = "- 事项: 消防改造\n  存在问题: 缺资金\n  措施: {}"


def test_a_matter_sets_itself_a_date() -> None:
    assert found(MATTER.format("落实资金。")) == [("completeness-deadline", "消防改造")]
    assert found(MATTER.format("2024年12月底前落实资金。")) == []
    assert found(MATTER.format("落实资金。") + "\n  完成时限: 2024年12月底") == []


@pytest.mark.parametrize("kind", ["部分", "单位", "方面", "类别"])
def test_a_heading_has_something_below(kind: str) -> None:
    assert found(f"- {kind}: 财务管理") == [("completeness-heading", "财务管理")]
    assert found(f"- {kind}: 财务管理\n- 部分: 下一步\n- 段落: 继续整改。") == [
        ("completeness-heading", "财务管理")
    ]
    assert found(f"- {kind}: 财务管理\n- 段落: 继续整改。") == []
    assert found(f"- {kind}: 财务管理\n  内容: 继续整改。") == []


def test_a_heading_above_headings_or_withheld_findings_is_let_be() -> None:
    assert found(f"- 部分: 整改情况\n- 方面: 财务管理\n{DONE}") == []
    assert found("- 类别: 财务管理\n- 问题: 台账不全\n  不公开: 涉及线索") == []
    assert found("- 部分: 问题线索处理情况。未接到巡察组移交的问题线索。") == []


CONTACT = {
    "引语: 欢迎监督。": [("completeness-contact", "欢迎监督。")],
    "邮编: 000100": [("completeness-contact", "000100")],
    "电话: 0000-1234567": [],
    "邮箱: sfj@example.com": [],
    "地址: 云山县行政中心": [],
    "监督信箱: 一楼大厅意见箱": [],
    "引语: 请拨打0000-1234567反映。": [],
}


@pytest.mark.parametrize(("line", "told"), CONTACT.items())
def test_a_contact_tells_a_way(line: str, told: list[tuple[str, str]]) -> None:
    assert found("", f"联系:\n  {line}\n") == told


ATTACHED = "附件:\n  - 名称: 整改情况一览表\n    内容: 全部完成。\n"


def test_an_attachment_that_is_named_is_there() -> None:
    assert found("- 段落: 完成情况见附件。") == [("completeness-attachment", "附件")]
    assert found("- 段落: 完成情况详见附件2。", ATTACHED) == [("completeness-attachment", "附件2")]
    assert found("- 段落: 完成情况见附件。", ATTACHED) == []
    assert found("- 段落: 学习《关于规范公文（含附件）的通知》。") == []


NUMBERED = HEAD + "  文号: 云示党组〔2024〕5号\n"
IMPRINT = {
    "抄送: 县委巡察办": [("completeness-imprint", "县委巡察办")],
    "印发机关: 云山县示范局办公室": [("completeness-imprint", "云山县示范局办公室")],
    "印发日期: 2024年6月21日": [("completeness-imprint", "2024年6月21日")],
    "印发机关: 云山县示范局办公室\n  印发日期: 2024年6月21日": [],
}


@pytest.mark.parametrize(("lines", "told"), IMPRINT.items())
def test_an_imprint_is_whole(lines: str, told: list[tuple[str, str]]) -> None:
    assert found("", f"版记:\n  {lines}\n", NUMBERED) == told


@pytest.mark.parametrize("lines", IMPRINT)
def test_an_imprint_without_a_document_number_is_told_of_once(lines: str) -> None:
    told = problems_of(form(DONE, f"版记:\n  {lines}\n"))
    assert [code for _, code in told if code != "completeness-contact"] == ["template-no-slot"]
