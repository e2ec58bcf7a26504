"""Files as they happen to be: full disks, folders nobody may write to, links, odd names, inputs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from forms import form
from fuzz import targets

from noticegen import cli, office

SOURCE = str(Path(cli.__file__).parents[1])
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX files")
MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("表.yaml").write_text(form(), encoding="utf-8")


def _limited(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program on *arguments* in a process of its own, after *code*."""
    program = f"import os, resource, sys\n{code}\nfrom noticegen import cli\nsys.exit(cli.run(sys.argv[1:]))"
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program, *arguments],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": SOURCE, "PYTHONIOENCODING": "utf-8"},
    )


@POSIX
@pytest.mark.parametrize("kind", ["docx", "html", "txt"])
def test_a_disk_that_fills_up_is_told_and_nothing_is_left_of_the_file(kind: str) -> None:
    ran = _limited(
        "resource.setrlimit(resource.RLIMIT_FSIZE, (99, 99))", "build", "表.yaml", "--to", kind
    )

    assert ran.returncode == 1
    assert "写不进" in ran.stderr.decode()
    assert os.listdir() == ["表.yaml"]  # noqa: PTH208  # names are enough


@POSIX
def test_a_disk_that_fills_up_leaves_the_old_file() -> None:
    assert cli.run(["build", "表.yaml"]) == 0
    before = Path("表.docx").read_bytes()
    Path("表.yaml").write_text(form("- 段落: 二稿。"), encoding="utf-8")

    ran = _limited("resource.setrlimit(resource.RLIMIT_FSIZE, (99, 99))", "build", "表.yaml")

    assert ran.returncode == 1
    assert Path("表.docx").read_bytes() == before


@pytest.mark.skipif(office.find() is None, reason="no LibreOffice")
@POSIX
def test_a_disk_that_is_full_where_libreoffice_works_is_told() -> None:
    ran = _limited(
        "resource.setrlimit(resource.RLIMIT_FSIZE, (99, 99))", "build", "表.yaml", "--to", "pdf"
    )

    assert ran.returncode == 1
    assert "腾出磁盘空间" in ran.stderr.decode()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("chattr"),
    reason="root may write everywhere but where chattr forbids it",
)
@pytest.mark.may_skip
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    def forbid(sign: str) -> int:
        command = ["chattr", f"{sign}i", str(tmp_path)]
        return subprocess.run(command, check=False, capture_output=True).returncode  # noqa: S603

    if forbid("+"):
        pytest.skip("this file system knows no chattr")
    try:
        assert "不许写入" in _refused("build", "表.yaml")
        assert "不许写入" in _refused("new", "新.yaml")
        assert os.listdir() == ["表.yaml"]  # noqa: PTH208  # names are enough
    finally:
        forbid("-")


def _refused(*arguments: str, code: int = 1) -> str:
    """Return what the program says of *arguments*, which leave the form as it was."""
    before = Path("表.yaml").read_bytes()
    ran = targets.run(*arguments)
    assert ran.code == code, ran.printed
    assert Path("表.yaml").read_bytes() == before
    return ran.printed


@POSIX
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_no_notice_is_written_over_its_form_not_even_by_force(link: object) -> None:
    assert callable(link)
    link("表.yaml", "通报.docx")

    assert "是要读的文件" in _refused("build", "表.yaml", "-o", "通报.docx", "--force")


def test_nothing_is_written_over_what_was_read_whatever_its_name() -> None:
    for name in ("表.txt", "表.xlsx", "表.html"):
        Path(name).write_bytes(Path("表.yaml").read_bytes())
    assert cli.run(["template", "copy", "plain", "表.docx"]) == 0
    look = Path("表.docx").read_bytes()

    _refused("build", "表.txt", "--to", "txt", "--force")
    _refused("ledger", "表.xlsx", "--force")
    _refused("status", "表.html", "--to", "html", "-o", "表.html", "--force")
    _refused("build", "表.yaml", "--template", "表.docx", "--force")
    assert Path("表.docx").read_bytes() == look
    assert Path("表.txt").read_bytes() == Path("表.yaml").read_bytes()


def test_a_ledger_that_comes_back_twice_leaves_both_older_forms() -> None:
    Path("表.yaml").write_text(form("- 问题: 甲\n  状态: 已完成"), encoding="utf-8")
    forms = []
    for old, new in (("已完成", "持续推进"), ("持续推进", "未完成")):
        forms.append(Path("表.yaml").read_bytes())
        assert cli.run(["ledger", "表.yaml", "-o", f"{old}.xlsx"]) == 0
        parts = targets.parts_of(Path(f"{old}.xlsx").read_bytes())
        sheet = "xl/worksheets/sheet1.xml"
        parts[sheet] = parts[sheet].replace(old.encode(), new.encode())
        Path("回.xlsx").write_bytes(targets.zipped(parts))
        assert cli.run(["import", "回.xlsx", "--into", "表.yaml"]) == 0

    assert [Path(name).read_bytes() for name in ("表.yaml.bak", "表.yaml.bak1")] == forms


@pytest.mark.parametrize("name", ["大.yaml", "大.txt", "大.docx", "大.html", "大.xlsx"])
@pytest.mark.parametrize("command", [["check"], ["import"], ["build"], ["inspect"], ["status"]])
def test_a_file_too_big_to_be_one_is_refused_not_cut(name: str, command: list[str]) -> None:
    with Path(name).open("wb") as file:
        file.truncate(100 * MEGABYTE)

    assert "超过 32 MB" in _refused(*command, name)


def test_a_file_of_the_office_too_big_to_be_one_is_refused_not_cut() -> None:
    with Path("单位信息.yaml").open("wb") as file:
        file.truncate(33 * MEGABYTE)

    assert "单位信息.yaml”超过 32 MB" in _refused("build", "表.yaml")


@POSIX
@pytest.mark.parametrize("command", ["check", "build", "import", "inspect", "ledger", "status"])
def test_what_has_no_end_or_no_beginning_is_not_waited_for(command: str) -> None:
    os.mkfifo("管道.yaml")
    Path("零.yaml").symlink_to("/dev/zero")
    Path("圈.yaml").symlink_to("圈.yaml")

    assert "不是普通文件" in _refused(command, "管道.yaml", code=2)
    assert "不是普通文件" in _refused(command, "零.yaml", code=2)
    assert "找不到" in _refused(command, "圈.yaml", code=2)


@POSIX
def test_links_in_the_way_are_followed_or_told() -> None:
    Path("圈.docx").symlink_to("圈.docx")
    Path("零.docx").symlink_to("/dev/null")
    Path("空.docx").symlink_to("里/通报.docx")

    assert "绕回了自己" in _refused("build", "表.yaml", "-o", "圈.docx", "--force")
    assert "不是普通文件" in _refused("build", "表.yaml", "-o", "零.docx", "--force")
    assert cli.run(["build", "表.yaml", "-o", "空.docx"]) == 0
    assert Path("里/通报.docx").is_file()


NAMES = [
    "带 空格.yaml",
    "-减号.yaml",
    "引'号\".yaml",
    "%PATH%$(id)&.yaml",
    "{{ 名 }}.yaml",
    "=cmd|'x'!A1.yaml",
    "😀👨‍👩‍👧.yaml",
    "<b>&amp;.yaml",
    "长" * 83 + ".yaml",
    os.fsdecode(b"\xb1\xed.yaml"),  # GBK in a UTF-8 file system
]


@POSIX
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_any_name_will_do(name: str) -> None:
    Path(name).write_text(form("- 问题: 甲"), encoding="utf-8")
    stem = name.removesuffix(".yaml")

    assert cli.run(["build", "--to", "docx,html,txt", "--", name]) == 0
    assert cli.run(["ledger", "表.yaml", "-o", "账.xlsx", "--", name]) == 0
    assert cli.run(["status", "--to", "html", "-o", "进展.html", "--", name]) == 0
    assert all(Path(f"{stem}.{kind}").is_file() for kind in ("docx", "html", "txt"))
