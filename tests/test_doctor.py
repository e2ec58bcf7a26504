"""doctor: it looks at the machine it runs on, tells what is there, and leaves nothing behind."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from noticegen import cli, fonts, machine, office
from noticegen.template import resource

ROOT = Path(__file__).resolve().parents[1]
SONG = "AR PL SungtiL GB"

needs_libreoffice = pytest.mark.skipif(
    office.find() is None, reason="LibreOffice (soffice) is not installed"
)
needs_fontconfig = pytest.mark.skipif(
    shutil.which("fc-list") is None, reason="fontconfig (fc-list) is not installed"
)
on_unix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps its fonts in the registry")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "空"
    folder.mkdir()
    monkeypatch.chdir(folder)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine where no other program can be found."""
    nothing = tmp_path / "无"
    nothing.mkdir()
    monkeypatch.setenv("PATH", str(nothing))
    monkeypatch.setattr(office, "find", lambda: None)


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, str]]:
    assert cli.run(["doctor", "--json"]) == 0
    return {entry["item"]: entry for entry in json.loads(capsys.readouterr().out)}


@on_unix
@pytest.mark.usefixtures("bare")
def test_a_bare_machine_makes_word_files_and_is_told_what_it_lacks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = told(capsys)
    assert found["LibreOffice"]["status"] == "缺少"
    assert found["字体"]["status"] == "注意"
    assert found["生成 Word"]["status"] == "正常"
    assert cli.run(["doctor"]) == 0
    assert "可以生成 Word 通报；另有" in capsys.readouterr().out


@on_unix
@needs_fontconfig
def test_a_machine_without_any_font_lacks_every_face(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config(tmp_path, "", monkeypatch)
    found = told(capsys)
    assert {found[face]["status"] for face in fonts.FACES if not face.isascii()} == {"缺少"}
    assert found["Times New Roman"]["status"] == "注意"


@on_unix
@needs_fontconfig
def test_faces_that_fontconfig_knows_are_there_and_what_it_takes_for_others_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = song()
    rules = (
        f'<match target="scan"><test name="family"><string>{SONG}</string></test>'
        '<edit name="family" mode="append"><string>仿宋_GB2312</string></edit></match>'
        '<match target="pattern"><test name="family"><string>黑体</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{SONG}</string></edit></match>'
        f"<dir>{folder}</dir>"
    )
    config(tmp_path, rules, monkeypatch)
    found = told(capsys)
    assert found["仿宋_GB2312"]["status"] == "正常"
    assert found["黑体"]["status"] == "缺少"
    assert f"“{SONG}”代替" in found["黑体"]["found"]


def song() -> Path:
    """Return the folder of the font SONG."""
    command = ["fc-list", "-f", "%{file}\n", SONG]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own words
    files = done.stdout.splitlines()
    if not files:
        pytest.skip(f"the font {SONG} (fonts-arphic-gbsn00lp) is not installed")
    return Path(files[0]).parent


def config(folder: Path, rules: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have fontconfig go by *rules* alone, with a cache of its own."""
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<cachedir>{folder}/cache</cachedir>{rules}</fontconfig>",
        encoding="utf-8",
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(path))


@needs_libreoffice
def test_libreoffice_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys)["LibreOffice"]
    assert found["status"] == "正常"
    assert found["found"].partition("，")[0].replace(".", "").isdigit()


@on_unix
def test_a_libreoffice_that_never_answers_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {tmp_path}/child\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find", lambda: program)
    monkeypatch.setattr(machine, "_PATIENCE", 0.5)
    assert told(capsys)["LibreOffice"]["status"] == "注意"
    child = Path(f"/proc/{(tmp_path / 'child').read_text().strip()}")
    if child.parent.is_dir():
        assert not child.exists() or "Z" in (child / "stat").read_text().split()


def test_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import tempfile

    temporary, home = tmp_path / "临时", tmp_path / "家"
    temporary.mkdir()
    home.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("HOME", str(home))
    assert cli.run(["doctor"]) == 0
    capsys.readouterr()
    left = [path for folder in (Path(), temporary) for path in folder.iterdir()]
    assert left == []
    assert [path for path in home.rglob("*") if "libreoffice" in str(path)] == []


@on_unix
def test_what_a_killed_doctor_leaves_is_gone_after_the_next(tmp_path: Path) -> None:
    temporary, program = tmp_path / "临时", tmp_path / "soffice"
    temporary.mkdir()
    command = [sys.executable, "-m", "noticegen", "doctor"]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "TMPDIR": str(temporary),
    }
    left = []
    for script in ("kill -KILL $PPID", "exit 0"):
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        subprocess.run(command, check=False, capture_output=True, env=environment)  # noqa: S603  # our own program
        left.append(len(list(temporary.iterdir())))
    assert left == [1, 0]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder closed even to root")
def test_a_folder_that_cannot_be_written_is_what_stops_a_build(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir("/proc")
    assert cli.run(["doctor"]) == 1
    assert capsys.readouterr().out.endswith("现在不能生成 Word 通报，请先解决：当前文件夹。\n")


def test_an_installation_without_its_looks_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from noticegen import pipeline, template

    pipeline.shipped.cache_clear()
    assert resource("rectification/plain.docx")
    monkeypatch.setattr(template, "_folders", lambda: ())
    assert cli.run(["doctor"]) == 1
    assert "请重新安装 noticegen。" in capsys.readouterr().out


def test_an_installation_without_a_library_is_told_and_is_no_bug() -> None:
    broken = "import sys; sys.modules['yaml'] = None; from noticegen import cli; "
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", f"{broken}sys.exit(cli.run(['doctor']))"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "请重新安装 noticegen。" in done.stdout
    assert done.stdout.endswith("请先解决：生成 Word。\n")


@pytest.mark.parametrize("encoding", ["gbk", "latin-1"])
def test_a_console_of_any_encoding_is_never_too_poor(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "noticegen", "doctor"],
        check=False,
        capture_output=True,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONIOENCODING": encoding,
        },
    )
    assert (done.returncode, done.stderr) == (0, b"")
    shown = io.TextIOWrapper(io.BytesIO(done.stdout), encoding=encoding).read()
    assert ("可以生成 Word 通报" in shown) if encoding == "gbk" else ("PYTHONUTF8=1" in shown)
