"""new: a form or a whole example, with a schema beside it that an editor can read by."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from forms import form, messages_of

from noticegen import cli
from noticegen.form import read
from noticegen.model import all_labels, top_labels
from noticegen.schema import as_json

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = "填报表.schema.json"
LINE = f"# yaml-language-server: $schema={SCHEMA}"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def text_of(name: str) -> str:
    return Path(name).read_text(encoding="utf-8")


def faults(values: object) -> list[str]:
    """Return what an editor would underline in a form of these *values*."""
    validator = jsonschema.Draft202012Validator(json.loads(as_json()))
    return [error.message for error in validator.iter_errors(values)]


def test_the_example_is_a_whole_notice_that_is_clean_and_builds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["new", "示例", "--example"]) == 0
    assert "虚构" in capsys.readouterr().out
    assert cli.run(["check", "示例.yaml", "--strict"]) == 0
    assert "没有发现问题" in capsys.readouterr().out
    assert cli.run(["build", "示例.yaml"]) == 0
    shared = (ROOT / "examples" / "redhead.yaml").read_text(encoding="utf-8")
    assert [line for line in text_of("示例.yaml").splitlines() if line not in shared][1:] == [LINE]


@pytest.mark.parametrize("more", [[], ["--example"]])
def test_an_editor_finds_the_schema_beside_the_form_and_agrees_with_it(more: list[str]) -> None:
    assert cli.run(["new", "表/甲.yaml", *more]) == 0
    assert text_of("表/甲.yaml").splitlines().count(LINE) == 1
    schema = json.loads(text_of(f"表/{SCHEMA}"))
    jsonschema.Draft202012Validator.check_schema(schema)
    values = yaml.safe_load(text_of("表/甲.yaml"))  # as an editor reads it
    jsonschema.validate(values, schema, jsonschema.Draft202012Validator)


def test_forms_of_a_folder_share_one_schema_and_a_newer_program_renews_it() -> None:
    from noticegen import digest

    older = digest.signed(f'{{"$comment": "版本校验码 {digest.UNKNOWN}"}}')
    Path(SCHEMA).write_bytes(older)
    assert cli.run(["new", "甲"]) == 0
    assert cli.run(["new", "乙"]) == 0
    assert {path.name for path in Path().iterdir()} == {"甲.yaml", "乙.yaml", SCHEMA}
    assert json.loads(text_of(SCHEMA))["title"] == "巡察整改填报表"


@pytest.mark.parametrize("there", [b"{}", b'{"$comment": "\xe7\x89\x88"}'])
def test_a_schema_of_somebody_else_is_kept_and_no_form_names_it(
    there: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(SCHEMA).write_bytes(there)
    assert cli.run(["new"]) == 0
    assert Path(SCHEMA).read_bytes() == there
    assert "$schema" not in text_of("填报表.yaml")
    assert "没有动它" in capsys.readouterr().out
    assert cli.run(["check", "填报表.yaml", "--strict"]) == 0


def test_where_the_form_is_there_already_no_schema_is_left() -> None:
    Path("填报表.yaml").write_text("填了一半", encoding="utf-8")
    assert cli.run(["new"]) == 1
    assert [path.name for path in Path().iterdir()] == ["填报表.yaml"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_schema_has_nothing_against_an_example(path: Path) -> None:
    form_of, _ = read(path.read_bytes(), all_labels(), top_labels())
    assert form_of is not None
    assert faults(form_of.values) == []


MISTAKES = {
    "  成文日期:": "  成文日其:",
    "正文:": "内容:",
    "格式: 1": "格式: 2",
    "状态: 已完成": "状态: 整改中",
    "    措施:": "    举措:",
    "  - 部分: 整改工作组织情况": "  - 整改工作组织情况",
    "责任单位: 财务科": "责任单位: [财务科]",
    "  机关: 中共云山县水务局党组": "  机关:\n    名称: 中共云山县水务局党组",
}


@pytest.mark.parametrize(("right", "wrong"), MISTAKES.items())
def test_the_schema_refuses_a_usual_mistake(right: str, wrong: str) -> None:
    text = (ROOT / "examples" / "redhead.yaml").read_text(encoding="utf-8")
    assert faults(yaml.safe_load(text)) == []
    assert faults(yaml.safe_load(text.replace(right, wrong, 1))) != []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2", "更新的版本"),
        ("12", "更新的版本"),
        ("1.0", "只能写 1"),
        ("一", "只能写 1"),
        ("0", "只能写 1"),
        ("v1", "只能写 1"),
    ],
)
def test_a_format_that_is_not_known_tells_what_to_do(written: str, told: str) -> None:
    [message] = messages_of(form(more=f"格式: {written}\n"))
    assert told in message
    assert message.endswith("请写成 `格式: 1`。")


def test_a_form_without_a_format_is_fine() -> None:
    assert messages_of(form()) == messages_of(form(more="格式: 1\n")) == []
