"""The command status: which day, several forms, a broken one among them, the page it writes."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from forms import HEAD, form

from noticegen import cli

ROOT = Path(__file__).resolve().parents[1]
OPEN = form(
    "- 问题: 一\n  责任单位: 办公室\n  状态: 未完成\n  完成时限: 2023年6月",
    "数据:\n  截至: 2023年5月1日\n",
)
OTHER = form("- 问题: 二\n  状态: 已完成", head=HEAD.replace("示范局", "教育局"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲.yaml").write_text(OPEN, encoding="utf-8")
    (tmp_path / "乙.yaml").write_text(OTHER, encoding="utf-8")
    (tmp_path / "坏.yaml").write_text("发文:\n  机关: 某局\n", encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_day_is_the_one_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["status", "甲.yaml", "--as-of", "2023-6-30"]) == 0
    assert "逾期0个" in capsys.readouterr().out
    assert cli.run(["status", "甲.yaml", "--as-of", "2023年7月1日"]) == 0
    assert "逾期1天" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_the_day_is_today_where_none_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    before = datetime.now().astimezone().date().isoformat()
    assert cli.run(["status", "甲.yaml", "--json"]) == 0
    after = datetime.now().astimezone().date().isoformat()

    found = json.loads(capsys.readouterr().out)
    assert before <= found["as_of"] <= after
    assert found["total"]["overdue"] == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("day", ["2023-6", "昨天", "2023-2-30"])
def test_a_day_that_is_none_is_wrong_usage(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["status", "甲.yaml", "--as-of", day]) == 2
    assert f"“{day}”" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_a_broken_form_stops_none_of_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["status", "甲.yaml", "坏.yaml", "乙.yaml", "--as-of", "2024-1-1"]) == 1

    shown = capsys.readouterr()
    assert "2张表、2个问题：已完成1个" in shown.out
    assert "1张表有错误，没有计入：坏.yaml。" in shown.out
    assert "坏.yaml:" in shown.err
    assert "[model-missing]" in shown.err


@pytest.mark.usefixtures("folder")
def test_only_broken_forms_are_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["status", "坏.yaml", "--to", "html", "-o", "进展.html"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "没有一张表可以用" in shown.err
    assert not Path("进展.html").exists()


@pytest.mark.usefixtures("folder")
def test_broken_forms_stand_in_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["status", "坏.yaml", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["file"] for one in found["broken"]] == ["坏.yaml"]
    assert found["total"]["findings"] == 0


def test_what_goes_to_a_file_has_no_colours(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["status", str(folder / "甲.yaml")]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_the_command_replaces_its_own_page_and_keeps_an_edited_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["status", "甲.yaml", "乙.yaml", "--to", "html", "-o", "进展"]
    assert cli.run([*command, "--as-of", "2023-1-1"]) == 0
    assert cli.run([*command, "--as-of", "2024-1-1"]) == 0
    assert "已生成 进展.html，内部使用，请勿公开。" in capsys.readouterr().out
    made = folder / "进展.html"
    edited = made.read_text(encoding="utf-8").replace("办公室", "办公厅")
    made.write_text(edited, encoding="utf-8")

    assert cli.run(command) == 1
    assert made.read_text(encoding="utf-8") == edited
    assert "没有覆盖" in capsys.readouterr().err
    assert cli.run([*command, "--force"]) == 0
    assert "办公厅" not in made.read_text(encoding="utf-8")


def test_a_folder_gets_the_page_under_its_own_name(folder: Path) -> None:
    assert cli.run(["status", "甲.yaml", "--to", "html", "-o", "夹/"]) == 0
    assert (folder / "夹" / "整改进展.html").is_file()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "options",
    [["-o", "a.html"], ["--to", "html"], ["--to", "html", "-o", "a.html", "--json"]],
)
def test_options_that_do_not_go_together_are_wrong_usage(options: list[str]) -> None:
    assert cli.run(["status", "甲.yaml", *options]) == 2
    assert not Path("a.html").exists()


@pytest.mark.parametrize(("name", "findings"), [("tianchang", 28), ("longyan", 27)])
def test_the_published_notices_are_counted(
    name: str, findings: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["status", str(ROOT / "examples" / f"{name}.yaml"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["total"]["findings"] == found["total"]["not_given"] == findings
