"""What an office keeps for all its forms: taken where a form leaves it out, told where wrong."""

import json
from pathlib import Path

import pytest
from forms import HEAD, folded, form, lines_of

from noticegen import cli, pipeline
from noticegen.compose import compose
from noticegen.problem import Severity

NUMBER = "  文号: 云示组〔2024〕12号\n"
CONTACT = "联系:\n  电话: 0000-1234567\n  邮箱: sfj@example.com\n"


def checked(text: str, defaults: str) -> pipeline.Checked:
    return pipeline.check(text.encode(), defaults=pipeline.File("单位信息.yaml", defaults.encode()))


def words(text: str, defaults: str) -> str:
    result = checked(text, defaults)
    assert result.notice is not None, result.problems
    return folded("\n".join(lines_of(compose(result.notice))))


def told(text: str, defaults: str) -> list[tuple[str, int, str]]:
    found = checked(text, defaults).problems
    return [(problem.mark.source, problem.mark.line, problem.code) for problem in found]


def test_a_form_without_contact_gets_the_office_s() -> None:
    assert "联系电话:0000-1234567;电子邮箱:sfj@example.com。" in words(form(), CONTACT)


def test_what_the_form_fills_counts_for_more_label_by_label() -> None:
    said = words(form(more="联系:\n  电话: 0000-7654321\n"), CONTACT)

    assert "联系电话:0000-7654321;电子邮箱:sfj@example.com。" in said


def test_a_wording_of_the_office_holds_for_its_forms() -> None:
    defaults = "写法:\n  序号:\n    方面: 1.\n  措施: 逐条\n"
    body = "- 方面: 甲方面\n- 问题: 乙问题\n  措施: [甲措施, 乙措施]"

    assert words(form(body), defaults) == words(form(body, more=defaults), "写法:\n  措施: 逐条\n")


def test_an_organ_and_a_team_may_be_the_same_for_a_whole_folder() -> None:
    defaults = (
        "发文:\n  机关: 中共云山县示范局党组\n巡察:\n  巡察组: 县委第三巡察组\n  部署: 县委\n"
    )
    said = words(form(head="发文:\n  成文日期: 2024年6月20日\n"), defaults)

    assert "县委第三巡察组对" in said
    assert said.startswith("中共云山县示范局党组关于")


def test_an_imprint_is_taken_only_with_a_red_head() -> None:
    imprint = "版记:\n  印发机关: 办公室\n  印发日期: 2024年6月21日\n"
    plain, red = checked(form(), imprint), checked(form(head=HEAD + NUMBER), imprint)

    assert plain.problems == []
    assert plain.notice is not None
    assert plain.notice.imprint is None
    assert red.notice is not None
    assert red.notice.imprint is not None


def test_a_fault_of_the_office_s_file_is_told_at_its_line_there() -> None:
    assert told(form(), "联系:\n  电话: 123\n  电活: 456\n写发:\n  措施: 逐条\n") == [
        ("单位信息.yaml", 3, "model-unknown-label"),
        ("单位信息.yaml", 4, "model-unknown-label"),
    ]
    assert told(form(), "写法:\n  措施: 随便\n") == [("单位信息.yaml", 2, "model-choice")]
    assert told(form(), "联系：\n  电话: 123\n") == [("单位信息.yaml", 1, "form-fullwidth-colon")]


def test_a_name_nobody_knows_is_told_where_it_stands() -> None:
    found = told(form(), "写法:\n  联系: 请打{{ 没有 }}。\n联系:\n  电话: 0000-1234567\n")

    assert found == [("单位信息.yaml", 2, "model-unknown-name")]


def test_what_is_one_notice_s_own_may_not_stand_there() -> None:
    assert ("单位信息.yaml", 1, "form-not-shared") in told(form(), "正文:\n  - 段落: 甲。\n")


def test_a_file_that_cannot_be_read_stops_the_notice_and_asks_for_nothing_else() -> None:
    result = checked(form(head="发文:\n  成文日期: 2024年6月20日\n"), "不是表")

    assert [problem.mark.source for problem in result.problems] == ["单位信息.yaml"]
    assert result.notice is None


def test_what_a_rule_finds_in_it_is_placed_there_and_exempted_there() -> None:
    defaults = "联系:\n  引语: 涉及到整改的意见请来电。\n  电话: 0000-1234567\n"
    result = checked(form(), defaults)
    (problem,) = result.problems
    assert problem.mark[::2] == (2, "单位信息.yaml")
    assert problem.text in defaults

    exempted = defaults.replace("来电。", f"来电。  # 豁免: {problem.code} 原文如此")
    assert checked(form(), exempted).problems == []
    unused = exempted.replace("涉及到", "涉及")
    assert checked(form(), unused).problems == []


@pytest.mark.parametrize("command", ["check", "build", "ledger"])
def test_every_command_uses_the_file_beside_the_form(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.joinpath("表.yaml").write_text(form(), encoding="utf-8")
    shared = tmp_path / "单位信息.yaml"
    shared.write_text("联系:\n  电活: 123\n", encoding="utf-8")

    assert cli.run([command, str(tmp_path / "表.yaml")]) == 1
    said = capsys.readouterr()
    assert f"{shared}:2:3: 错误: " in said.out + said.err
    assert "    2 |   电活: 123" in said.out + said.err


def test_json_names_the_file_at_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.joinpath("表.yaml").write_text(form(), encoding="utf-8")
    shared = tmp_path / "单位信息.yaml"
    shared.write_text("联系:\n  电活: 123\n", encoding="utf-8")

    assert cli.run(["check", "--json", str(tmp_path / "表.yaml")]) == 1
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["file"], entry["line"]) == (str(shared), 2)
    assert entry["severity"] == Severity.ERROR
