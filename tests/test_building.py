"""build: several formats, many forms at once, and again on every save."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from forms import HEAD, form

from noticegen import cli, office

SOURCE = str(Path(__file__).resolve().parents[1] / "src")
BROKEN = form("- 段落: {{ 没有这个名称 }}")
RUN = [sys.executable, "-m", "noticegen"]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def _names(folder: str = ".") -> list[str]:
    return sorted(found.name for found in Path(folder).iterdir() if found.is_file())


def test_several_formats_stand_beside_the_form(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form())

    assert cli.run(["build", "表.yaml", "--to", "docx, html，txt"]) == 0
    assert _names() == ["表.docx", "表.html", "表.txt", "表.yaml"]
    assert "已生成 表.docx、表.html、表.txt（" in capsys.readouterr().out


def test_the_ending_of_the_output_says_the_format() -> None:
    _write("表.yaml", form())

    assert cli.run(["build", "表.yaml", "-o", "成品/通报.txt"]) == 0
    assert _names("成品") == ["通报.txt"]


def test_a_text_may_be_in_the_encoding_of_an_old_portal() -> None:
    _write("表.yaml", form("- 段落: 甲㊣乙𠮷。"))

    assert cli.run(["build", "表.yaml", "--to", "txt", "--encoding", "gb18030"]) == 0
    data = Path("表.txt").read_bytes()
    assert "　　甲㊣乙𠮷。\r\n".encode("gb18030") in data
    assert cli.run(["build", "表.yaml", "--to", "txt", "-o", "另.txt"]) == 0
    assert Path("另.txt").read_bytes() == data.decode("gb18030").encode()


def test_a_text_that_differs_is_kept_unless_forced(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form())
    _write("表.txt", "别的内容")

    assert cli.run(["build", "表.yaml", "--to", "txt"]) == 1
    assert "内容和这次生成的不同，没有覆盖" in capsys.readouterr().err
    assert Path("表.txt").read_text(encoding="utf-8") == "别的内容"
    assert cli.run(["build", "表.yaml", "--to", "txt", "--force"]) == 0
    assert cli.run(["build", "表.yaml", "--to", "txt"]) == 0  # the same text again


def test_a_page_edited_by_hand_is_kept_unless_forced(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form())
    for more in ([], ["--fragment"]):
        assert cli.run(["build", "表.yaml", "--to", "html", "--force", *more]) == 0
        assert cli.run(["build", "表.yaml", "--to", "html", *more]) == 0
        edited = Path("表.html").read_text(encoding="utf-8").replace("正文", "改文")
        _write("表.html", edited)
        assert cli.run(["build", "表.yaml", "--to", "html", *more]) == 1
        assert "有人改过" in capsys.readouterr().err
        assert Path("表.html").read_text(encoding="utf-8") == edited


def test_of_several_formats_those_that_can_be_written_are() -> None:
    _write("表.yaml", form())
    _write("表.txt", "别的内容")

    assert cli.run(["build", "表.yaml", "--to", "txt,html"]) == 1
    assert _names() == ["表.html", "表.txt", "表.yaml"]


def test_forms_of_one_name_are_told_apart_by_their_folders() -> None:
    for folder in ("甲局", "乙局"):
        _write(f"{folder}/填报表.yaml", form(f"- 段落: {folder}。"))
    _write("丙局.yaml", form())

    assert cli.run(["build", "甲局/填报表.yaml", "乙局/填报表.yaml", "丙局.yaml", "-o", "出"]) == 0
    assert _names("出") == ["丙局.docx", "乙局-填报表.docx", "甲局-填报表.docx"]


def test_two_forms_never_share_an_output(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("表.yaml", "表.yml"):
        _write(name, form())

    assert cli.run(["build", "表.yaml", "表.yml"]) == 2
    assert "都要存成" in capsys.readouterr().err
    assert _names() == ["表.yaml", "表.yml"]


def test_a_pattern_that_no_shell_spelt_out_is_spelt_out() -> None:
    for name in ("甲", "乙", "丙"):
        _write(f"表/{name}.yaml", form())
    _write("表/单位信息.yaml", "联系:\n  电话: 0000-1234567\n")
    _write("表/用词.yaml", "- 错误写法: 甲乙\n  正确写法: 乙甲\n")

    assert cli.run(["build", "表/*.yaml", "-o", "出"]) == 0
    assert _names("出") == ["丙.docx", "乙.docx", "甲.docx"]


def test_three_bad_forms_of_many_stop_none_and_are_named_at_the_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in range(20):
        _write(f"表/{number:02}.yaml", BROKEN if number in (3, 11, 19) else form())
    forms = [str(path) for path in sorted(Path("表").iterdir())]

    assert cli.run(["build", *forms, "-o", "出", "--jobs", "2"]) == 1
    said = capsys.readouterr()
    assert len(_names("出")) == 17
    assert "共 20 张表，生成 17 份。" in said.out
    summary = said.err.partition("没有生成的 3 张：\n")[2]
    line = 5
    assert summary.splitlines() == [
        f"  {Path('表') / name}（第{line}行）" for name in ("03.yaml", "11.yaml", "19.yaml")
    ]


def test_many_processes_make_the_same_files_as_one() -> None:
    for number in range(12):
        _write(f"表/{number}.yaml", form(f"- 段落: 第{number}份。"))

    for jobs in ("1", "3"):
        run = [*RUN, "build", "表/*.yaml", "--to", "docx,html,txt", "-o", jobs, "--jobs", jobs]
        done = subprocess.run(  # noqa: S603  # our own program
            run, check=False, capture_output=True, text=True, env=_environment()
        )
        assert done.returncode == 0, done.stderr
        said = done.stdout.replace(f"{jobs}{os.sep}", "出/")
        assert "共 12 张表，生成 12 份。" in said
    for name in _names("1"):
        assert Path("1", name).read_bytes() == Path("3", name).read_bytes()
    assert _names("1") == _names("3")


def test_a_bug_on_one_form_stops_none_of_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from noticegen import pipeline

    check = pipeline.check

    def failing(data: bytes, *rest: object, **more: object) -> pipeline.Checked:
        if "坏".encode() in data:
            raise ZeroDivisionError("机密内容")
        return check(data, *rest, **more)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(pipeline, "check", failing)
    _write("坏.yaml", form("- 段落: 坏。"))
    _write("好.yaml", form())

    assert cli.run(["build", "坏.yaml", "好.yaml"]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "机密内容" not in said
    assert Path("好.docx").is_file()


def test_without_libreoffice_a_pdf_is_refused_with_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from noticegen import office

    monkeypatch.setattr(office, "find", lambda: None)
    _write("表.yaml", form())

    assert cli.run(["build", "表.yaml", "--to", "docx,pdf"]) == 1
    assert "LibreOffice" in capsys.readouterr().err
    assert _names() == ["表.docx", "表.yaml"]


def test_a_file_in_the_way_is_told_and_the_others_are_made(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("甲.yaml", form())
    _write("乙.yaml", form())
    Path("出/甲.docx").mkdir(parents=True)

    assert cli.run(["build", "甲.yaml", "乙.yaml", "-o", "出"]) == 1
    assert "是一个文件夹" in capsys.readouterr().err
    assert _names("出") == ["乙.docx"]


SECRET = HEAD + "  文号: 云示组〔2024〕12号\n  密级: 秘密★1年\n  范围: 党内\n"


def test_a_secret_notice_becomes_no_page_and_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    _write("表.yaml", form(head=SECRET))

    assert cli.run(["build", "表.yaml", "--to", "docx,html,txt"]) == 1
    assert "不能上网" in capsys.readouterr().err
    assert _names() == ["表.docx", "表.yaml"]


def test_a_page_of_a_notice_within_the_party_is_warned_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("表.yaml", form(head=HEAD + "  范围: 党内\n"))

    assert cli.run(["build", "表.yaml", "--to", "html"]) == 0
    assert "不要放到公开的网站上" in capsys.readouterr().err


@pytest.fixture
def watching() -> Iterator[subprocess.Popen[bytes]]:
    _write("表.yaml", form("- 段落: 初稿。"))
    command = [*RUN, "build", "表.yaml", "--to", "html", "--watch"]
    with Path("说.txt").open("wb") as said:
        process = subprocess.Popen(  # noqa: S603  # our own program
            command, stdout=said, stderr=subprocess.STDOUT, env=_environment()
        )
        yield process
        process.kill()
        process.wait()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": SOURCE, "PYTHONIOENCODING": "utf-8"}


def _soon(file: str, words: str) -> bool:
    """Tell whether *words* come to stand in *file* before long."""
    for _ in range(200):
        if Path(file).is_file() and words in Path(file).read_text(encoding="utf-8"):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals to end it")
def test_watching_builds_again_on_every_save_and_survives_errors(
    watching: subprocess.Popen[bytes],
) -> None:
    assert _soon("表.html", "初稿。")
    _write("表.yaml", form("- 段落: 二稿。"))
    assert _soon("表.html", "二稿。")
    _write("表.yaml", BROKEN)
    assert _soon("说.txt", "[model-unknown-name]")
    _write("别.yaml", form("- 段落: 三稿，存在旁边再改名。"))
    Path("别.yaml").replace("表.yaml")
    assert _soon("表.html", "三稿，存在旁边再改名。")
    Path("表.yaml").unlink()
    time.sleep(0.7)
    assert watching.poll() is None
    _write("表.yaml", form("- 段落: 四稿。"))
    assert _soon("表.html", "四稿。")
    _write("单位信息.yaml", "联系:\n  电话: 0000-7654321\n")
    assert _soon("表.html", "0000-7654321")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(10) == 0


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_kill_at_any_moment_leaves_whole_files_or_none() -> None:
    for number in range(50):
        _write(f"表/{number:02}.yaml", form(f"- 段落: 第{number}份。", head=HEAD))
    assert cli.run(["build", "表/*.yaml", "-o", "全", "--to", "docx,txt"]) == 0
    whole = {path.name: path.read_bytes() for path in Path("全").iterdir()}

    for round_ in range(12):
        command = [*RUN, "build", "表/*.yaml", "-o", "出", "--to", "docx,txt", "--jobs", "2"]
        process = subprocess.Popen(  # noqa: S603  # our own program
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=_environment(),
        )
        time.sleep(0.35 + 0.04 * round_)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for path in Path("出").glob("*"):
            assert path.suffix == ".tmp" or path.read_bytes() == whole[path.name]
    time.sleep(1)  # the processes of the last round may take a moment to end
    assert cli.run(["build", "表/*.yaml", "-o", "出", "--to", "docx,txt"]) == 0
    assert {path.name: path.read_bytes() for path in Path("出").iterdir()} == whole


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.skipif(office.find() is None, reason="no LibreOffice")
def test_a_kill_while_libreoffice_draws_leaves_nothing_after_later_builds(
    tmp_path: Path,
) -> None:
    _write("表.yaml", form())
    work = tmp_path / "临时"
    work.mkdir()
    environment = {**_environment(), "TMPDIR": str(work)}
    command = [*RUN, "build", "表.yaml", "--to", "docx,html,txt,pdf"]
    process = subprocess.Popen(  # noqa: S603  # our own program
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )
    while not list(work.glob("noticegen-*/profile")):
        assert process.poll() is None
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not Path("表.pdf").exists()

    for _ in range(5):  # LibreOffice itself was not killed, and may go on for a while
        subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603  # the same
        if not list(work.iterdir()):
            break

    assert _names() == ["表.docx", "表.html", "表.pdf", "表.txt", "表.yaml"]
    assert list(work.iterdir()) == []
