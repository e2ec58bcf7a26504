"""The command import: exit codes, where the form goes, what is never overwritten."""

from pathlib import Path

import pytest
from importers.sources import GOLDEN, VARIANTS

from noticegen import cli

RAW = (GOLDEN / "raw-longyan.txt").read_bytes()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "通报.txt"
    path.write_bytes(RAW)
    return path


def test_a_form_is_made_beside_the_source(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["import", str(source)]) == 0
    told = capsys.readouterr()

    form = source.with_suffix(".yaml")
    assert f"已生成 {form}（27个问题、65条措施）" in told.out
    assert "[file-chrome]" in told.err


def test_a_form_so_made_builds(tmp_path: Path) -> None:
    source = tmp_path / "通报.txt"
    source.write_bytes(VARIANTS[0].with_suffix(".txt").read_bytes())

    assert cli.run(["import", str(source)]) == 0
    assert cli.run(["build", str(tmp_path / "通报.yaml")]) == 0
    assert (tmp_path / "通报.docx").is_file()


def test_a_form_goes_where_it_is_told(source: Path, tmp_path: Path) -> None:
    (tmp_path / "表").mkdir()

    assert cli.run(["import", str(source), "-o", str(tmp_path / "甲.yaml")]) == 0
    assert cli.run(["import", str(source), "-o", str(tmp_path / "乙")]) == 0
    assert cli.run(["import", str(source), "-o", str(tmp_path / "表")]) == 0

    for form in ("甲.yaml", "乙.yaml", "表/通报.yaml"):
        assert (tmp_path / form).is_file()


def test_a_form_that_is_there_is_never_overwritten(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = source.with_suffix(".yaml")
    form.write_text("手填的表", encoding="utf-8")

    assert cli.run(["import", str(source)]) == 1
    assert form.read_text(encoding="utf-8") == "手填的表"
    assert "没有覆盖" in capsys.readouterr().err


def test_a_source_that_is_refused_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "通报.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")

    assert cli.run(["import", str(pdf)]) == 1
    assert "不能导入" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [pdf]
    assert cli.run(["import", str(tmp_path / "没有.txt")]) == 2


def test_a_form_made_of_our_own_file_reads_like_one_that_was_typed(tmp_path: Path) -> None:
    example = GOLDEN.parents[1] / "examples" / "redhead.yaml"
    made = tmp_path / "红头.docx"

    assert cli.run(["build", str(example), "-o", str(made)]) == 0
    assert cli.run(["import", str(made)]) == 0
    form = made.with_suffix(".yaml").read_text(encoding="utf-8")
    assert "'" not in form
    assert "      4 | 往来款项清理不及时 | 财务科 | 持续推进\n\n联系:" in form
