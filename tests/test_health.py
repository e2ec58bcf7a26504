"""What the facts of a machine come to: what is missing, what to do, and whether it matters."""

import json
from dataclasses import replace

import pytest

from noticegen import fonts, health
from noticegen.health import Condition, State
from noticegen.machine import Machine

WHOLE = Machine(
    system="Windows",
    python=(3, 12, 4),
    version="0.1.0",
    place=r"C:\noticegen",
    office=r"C:\Program Files\LibreOffice\program\soffice.exe",
    office_version="24.2.5.2",
    broken=(),
    lacking=(),
    families=frozenset(fonts.FACES),
    stand_ins={},
    encoding="cp936",
    folder=r"D:\通报",
    is_writable=True,
    temporary=r"C:\Temp",
    free=50 << 30,
    processors=4,
    has_processes=True,
)


def of(machine: Machine, item: str) -> Condition:
    [found] = [one for one in health.conditions(machine) if one.item == item]
    return found


def test_a_machine_that_has_all_needs_nothing() -> None:
    found = health.conditions(WHOLE)
    assert {one.status for one in found} == {State.GOOD}
    assert {one.remedy for one in found} == {""}
    assert health.as_text(found).endswith("\n可以生成 Word 通报。")


OPTIONAL = {
    "LibreOffice": ({"office": ""}, State.LACKING, "libreoffice-writer"),
    "看页面的组件": ({"lacking": ("pdfplumber",)}, State.LACKING, "noticegen[page]"),
    "屏幕上的中文": ({"encoding": "cp1252"}, State.NOTE, "set PYTHONUTF8=1"),
    "临时文件夹": ({"temporary": ""}, State.LACKING, "TEMP"),
    "磁盘空间": ({"free": 90 << 20}, State.NOTE, "200 MB"),
    "几张表同时做": ({"has_processes": False}, State.NOTE, "--jobs"),
    "Python": ({"python": (3, 14, 0)}, State.NOTE, "3.11 到 3.13"),
    "字体": ({"families": None, "system": "Darwin"}, State.NOTE, "字体册"),
    "黑体": ({"families": frozenset({"宋体"})}, State.LACKING, "字体文件"),
    "仿宋_GB2312": ({"families": frozenset({"仿宋"})}, State.NOTE, "符合标准"),
    "Times New Roman": ({"families": frozenset({"宋体"})}, State.NOTE, "用了才要装"),
}


@pytest.mark.parametrize("item", OPTIONAL)
def test_what_a_word_file_does_not_need_is_told_with_its_remedy_and_is_no_fault(item: str) -> None:
    given, status, words = OPTIONAL[item]
    machine = replace(WHOLE, **given)
    found = of(machine, item)
    assert found.status is status
    assert words in found.remedy
    assert found.remedy.endswith("。")
    assert health.is_able(health.conditions(machine))
    assert "可以生成 Word 通报；另有" in health.as_text(health.conditions(machine))


def test_what_a_word_file_needs_is_a_fault_and_is_named_last() -> None:
    found = health.conditions(replace(WHOLE, is_writable=False), "找不到程序自带的模板「plain」")
    assert not health.is_able(found)
    text = health.as_text(found)
    assert "找不到程序自带的模板「plain」" in text
    assert text.endswith("\n现在不能生成 Word 通报，请先解决：生成 Word、当前文件夹。")


def test_a_library_that_every_installation_has_is_needed() -> None:
    found = health.conditions(replace(WHOLE, broken=("lxml",)))
    assert not health.is_able(found)
    assert "没有组件 lxml" in health.as_text(found)


def test_libreoffice_that_says_nothing_is_told_from_one_that_is_not_there() -> None:
    silent = of(replace(WHOLE, office_version=""), "LibreOffice")
    assert silent.status is State.NOTE
    assert "soffice.exe" in silent.found


def test_what_stands_in_for_a_face_is_named() -> None:
    machine = replace(WHOLE, families=frozenset({"文泉驿正黑"}), stand_ins={"宋体": "文泉驿正黑"})
    assert "“文泉驿正黑”代替" in of(machine, "宋体").found


def test_one_remedy_for_several_faces_is_said_once() -> None:
    found = health.conditions(replace(WHOLE, families=frozenset()))
    text = health.as_text(found)
    assert text.count("字体文件") == 1
    assert text.count("缺少") == 5 + 1  # a face a line, and the sum
    assert "5 项缺少、1 项注意" in text


def test_the_lines_are_aligned_and_a_gbk_console_can_show_them() -> None:
    machine = replace(WHOLE, office="", families=frozenset(), lacking=("pypdfium2",), free=1)
    text = health.as_text(health.conditions(machine))
    rows = [line for line in text.splitlines()[:-1] if "怎么办" not in line]
    columns = {
        len(row[: row.index(status)].encode("gbk"))
        for row in rows
        for status in State
        if f"  {status}  " in row
    }
    assert len(columns) == 1
    assert all(line.isprintable() for line in text.splitlines())


@pytest.mark.parametrize("encoding", ["utf-8", "cp936", "gb18030"])
def test_a_console_for_chinese_is_fine(encoding: str) -> None:
    assert of(replace(WHOLE, encoding=encoding), "屏幕上的中文").status is State.GOOD


def test_json_is_one_array_of_four_texts_each() -> None:
    entries = json.loads(health.as_json(health.conditions(replace(WHOLE, office=""))))
    assert all(list(entry) == ["item", "status", "found", "remedy"] for entry in entries)
    assert all(isinstance(text, str) for entry in entries for text in entry.values())
    [office] = [entry for entry in entries if entry["item"] == "LibreOffice"]
    assert (office["status"], office["found"]) == ("缺少", "没有找到")
