"""The command: what it prints where, the exit code it leaves, what it does without LibreOffice."""

import importlib.util
import json
from pathlib import Path

import pytest
from mutants import Draft, correct, empty_row, face, mutated, put, retype

from noticegen import cli, office
from noticegen.errors import NoticegenError
from noticegen.writers.wordml import w

FIND = office.find


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)


def saved(data: bytes) -> str:
    Path("通报.docx").write_bytes(data)
    return "通报.docx"


def blanks_for_an_indent(draft: Draft) -> None:
    paragraph = draft.one("根据")
    put(paragraph, "ind", firstLine=0, firstLineChars=0)
    retype(paragraph, "　　根据安排，现将情况予以公布。")


def test_a_correct_file_is_said_to_be_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["inspect", saved(correct())]) == 0
    assert capsys.readouterr().out == "通报.docx: 没有发现不符合 GB/T 9704-2012 的地方。\n"


def test_a_binding_clause_is_an_error_with_its_clause_place_and_paragraph(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["inspect", saved(mutated(correct(), blanks_for_an_indent))]) == 1
    first, words, *_ = capsys.readouterr().out.splitlines()
    assert first == (
        "通报.docx:3:1: 错误: 7.3.3 正文每个自然段左空二字，第3段“根据安排，现将情况予以公…”"
        "用空格代替了缩进，请删去这些空格，把首行缩进设为2字符。 [page-typed-indent]"
    )
    assert words.startswith("    3 | ")
    assert words.endswith("根据安排，现将情况予以公布。")


def test_a_clause_that_may_be_adjusted_is_a_warning_and_leaves_0(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrong = mutated(correct(), lambda draft: face(draft.one("中共"), "宋体"))
    assert cli.run(["inspect", saved(wrong)]) == 0
    assert "警告: 7.3.1 标题一般用2号小标宋体" in capsys.readouterr().out


def test_a_fault_of_the_whole_page_shows_no_paragraph(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = mutated(correct(), lambda draft: draft.section("pgMar").set(w("top"), "1440"))
    assert cli.run(["inspect", saved(wrong)]) == 1
    assert "    1 | " not in capsys.readouterr().out


def test_json_is_one_array_whose_line_counts_paragraphs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def change(draft: Draft) -> None:
        empty_row(draft.one("坚持"))
        face(draft.one("坚持"), "宋体")

    assert cli.run(["inspect", "--json", saved(mutated(correct(), change))]) == 0
    [entry] = json.loads(capsys.readouterr().out)
    assert entry.pop("message").startswith("7.3.3 ")
    assert entry == {
        "file": "通报.docx",
        "line": 5,
        "column": 1,
        "code": "page-body-face",
        "severity": "warning",
        "text": "坚持把巡察整改作为一项严",
    }


def test_json_of_a_correct_file_is_an_empty_array(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["inspect", "--json", saved(correct())]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_file_that_is_no_docx_is_one_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["inspect", saved(b"%PDF-1.7")]) == 1
    shown = capsys.readouterr()
    assert "[page-not-docx]" in shown.out
    assert shown.err == ""


def test_a_file_that_is_not_there_is_wrong_usage() -> None:
    assert cli.run(["inspect", "没有.docx"]) == 2


def test_without_libreoffice_one_sentence_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["inspect", saved(correct())])
    assert capsys.readouterr().err == (
        "只检查了文件本身，没有检查画出的页面；安装 LibreOffice 后，画出的页面也会检查。\n"
    )


def test_without_pdfplumber_one_sentence_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find", lambda: Path("soffice"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert cli.run(["inspect", saved(correct())]) == 0
    assert capsys.readouterr().err.endswith(
        "运行 pip install noticegen[page] 后，画出的页面也会检查。\n"
    )


def test_where_libreoffice_fails_the_file_is_judged_and_the_reason_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: bytes) -> bytes:
        raise NoticegenError("LibreOffice 画了120秒还没有画完，已经停止。")

    monkeypatch.setattr(office, "find", lambda: Path("soffice"))
    monkeypatch.setattr(office, "to_pdf", fails)
    assert cli.run(["inspect", saved(correct())]) == 0
    shown = capsys.readouterr()
    assert "没有发现" in shown.out
    assert shown.err == (
        "只检查了文件本身，没有检查画出的页面：LibreOffice 画了120秒还没有画完，已经停止。\n"
    )


def test_with_libreoffice_the_drawn_page_is_judged_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find", FIND)
    if office.find() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    wrong = mutated(correct(), lambda draft: draft.section("pgMar").set(w("footer"), "1000"))
    assert cli.run(["inspect", saved(wrong)]) == 1
    shown = capsys.readouterr()
    assert "错误: 7.5 页码一字线上距版心下边缘7毫米，第1页量得" in shown.out
    assert "只检查了文件本身" not in shown.err
