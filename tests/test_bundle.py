"""The ways to a machine without network: the zips with their installer, and the one executable."""

import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from importlib.metadata import PathDistribution, version
from pathlib import Path

import pytest
from docx import Document
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[1]
DESK = ROOT / "packaging" / "desk"
BATCH = sorted(DESK.glob("*.bat"))
EXAMPLES = ("tianchang", "longyan")
VERSION = version("noticegen")
THIS_PYTHON = "{}.{}".format(*sys.version_info[:2])
THIS_SYSTEM = f"manylinux_{platform.machine()}"
# A folder as a clerk has it, with what shells and cmd.exe take for their own.
FOLDER = "巡察 整改&通报(1) 50%!"
# Nothing here leads to a package.
OFFLINE = {
    "LC_ALL": "C.UTF-8",
    "PATH": os.pathsep.join((str(Path(sys.base_prefix) / "bin"), "/usr/bin", "/bin")),
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_NO_INDEX": "1",
    **dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9"),
}
MARKERS = {
    "win_amd64": {
        "os_name": "nt",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
    },
    "manylinux_aarch64": {
        "os_name": "posix",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": "aarch64",
    },
}
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")


def run(
    *command: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own files
        command,
        check=False,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )


def bundle(*arguments: str | Path) -> Path:
    """Run scripts/bundle.py and return the zip it names."""
    done = run(sys.executable, ROOT / "scripts" / "bundle.py", *arguments)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.split("  ")[0])


def unpacked(archive: Path, folder: Path) -> Path:
    """Unpack as a desktop does, modes and all, and return the zip's own folder."""
    with zipfile.ZipFile(archive) as opened:
        for info in opened.infolist():
            Path(opened.extract(info, folder)).chmod(info.external_attr >> 16)
    return folder / archive.stem


def text_of(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


@cache
def ask_registry() -> None:
    """Skip where the package registry does not answer."""
    with tempfile.TemporaryDirectory() as folder:
        done = run(
            sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, "click"
        )
    if done.returncode:
        pytest.skip("the package registry does not answer")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ask_registry()
    folder = tmp_path_factory.mktemp("zips")
    return bundle("--platform", THIS_SYSTEM, "--python", THIS_PYTHON, "-o", folder)


@pytest.fixture(scope="session")
def desk(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(archive, tmp_path_factory.mktemp("desk") / FOLDER)


@pytest.fixture(scope="session")
def installed(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed") / FOLDER
    shutil.copytree(desk, folder)
    done = run("sh", folder / "install.sh", env=OFFLINE)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session", params=["win_amd64", "manylinux_aarch64"])
def elsewhere(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    ask_registry()
    folder = tmp_path_factory.mktemp(request.param)
    made = bundle("--platform", request.param, "-o", folder)
    return request.param, unpacked(made, folder)


@needs_linux
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_installed_program_builds_the_examples(
    installed: Path, name: str, tmp_path: Path
) -> None:
    made = tmp_path / FOLDER / f"{name}.docx"
    made.parent.mkdir()
    form = installed / "examples" / f"{name}.yaml"
    done = run(installed / "noticegen", "build", form, "-o", made, env=OFFLINE)
    assert done.returncode == 0, done.stderr
    assert len(text_of(made)) > 50


@needs_linux
def test_a_form_dropped_on_the_launcher_is_built_beside_it(installed: Path, tmp_path: Path) -> None:
    form = tmp_path / "甲&乙 50%!.yaml"
    shutil.copy(installed / "填报表.yaml", form)
    start = installed / "support" / "start.sh"
    assert run("sh", start, "drop", form, env=OFFLINE).returncode == 0
    assert text_of(form.with_suffix(".docx"))
    nothing = run("sh", start, "drop", env=OFFLINE)
    assert nothing.returncode == 2
    assert "拖到" in nothing.stdout
    icon = (installed / "通报生成.desktop").read_text(encoding="utf-8")
    assert f'Exec=sh "{str(start).replace("%", "%%")}" drop %F\n' in icon


@needs_linux
def test_the_installed_program_needs_no_package_of_the_machine(installed: Path) -> None:
    python = Path(sys.base_prefix) / "bin" / f"python{THIS_PYTHON}"
    form = installed / "examples" / "minimal.yaml"
    # Without site-packages, as the embeddable package for Windows is.
    bare = (python, "-I", "-S", installed / "program")
    assert run(*bare, "check", form, env=OFFLINE).returncode == 0
    code = "import sys; sys.path.insert(0, sys.argv[1]); import pdfplumber, pypdfium2"
    done = run(python, "-I", "-S", "-c", code, installed / "program", env=OFFLINE)
    assert done.returncode == 0, done.stderr


@needs_linux
def test_a_broken_wheel_is_refused_and_what_was_installed_stays(
    installed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / FOLDER
    shutil.copytree(installed, folder)
    wheel = next((folder / "wheels").glob("click-*.whl"))
    whole = wheel.read_bytes()
    with zipfile.ZipFile(wheel, "a") as opened:
        opened.writestr("click/more.py", "")

    refused = run("sh", folder / "install.sh", env=OFFLINE)
    assert refused.returncode == 1
    assert "没有安装。“wheels”里的文件不全，或者被改动过" in refused.stderr
    assert not (folder / "program.new").exists()
    assert run(folder / "noticegen", "--version", env=OFFLINE).returncode == 0

    wheel.write_bytes(whole)
    (folder / "program" / "left_over.py").touch()
    (folder / "program.new").mkdir()  # of an installation that was cut off
    again = run("sh", folder / "install.sh", env=OFFLINE)
    assert again.returncode == 0, again.stderr
    assert not (folder / "program" / "left_over.py").exists()
    assert run(folder / "noticegen", "--version", env=OFFLINE).stdout == f"noticegen {VERSION}\n"


@needs_linux
def test_a_broken_pip_is_refused_before_it_runs(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    shutil.copytree(desk, folder)
    pip = next((folder / "support").glob("pip-*.whl"))
    pip.write_bytes(pip.read_bytes()[:-1])
    refused = run("sh", folder / "install.sh", env=OFFLINE)
    assert refused.returncode == 1
    assert f"没有安装。“support/{pip.name}”同清单不符" in refused.stderr


@needs_linux
def test_half_an_installation_does_not_look_whole(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    shutil.copytree(desk, folder)
    (folder / "program.new").mkdir()
    told = run(folder / "noticegen", "--version", env=OFFLINE)
    assert told.returncode == 1
    assert told.stderr == "还没有安装，请先运行“install.sh”。\n"


@needs_linux
def test_without_a_python_the_installer_says_what_to_put_beside_it(
    desk: Path, tmp_path: Path
) -> None:
    for name in ("sh", "cat", "dirname", "readlink"):
        found = shutil.which(name)
        assert found
        (tmp_path / name).symlink_to(found)
    told = run("sh", desk / "install.sh", env={**OFFLINE, "PATH": str(tmp_path)})
    assert told.returncode == 1
    assert (
        f"cpython-3.12.*-{platform.machine()}-unknown-linux-gnu-install_only.tar.gz" in told.stderr
    )
    assert "https://github.com/astral-sh/python-build-standalone/releases" in told.stderr
    assert not (desk / "program").exists()


@needs_linux
def test_a_python_put_beside_the_installer_is_found(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    shutil.copytree(desk, folder, ignore=shutil.ignore_patterns("wheels"))
    (folder / "python" / "bin").mkdir(parents=True)
    (folder / "python" / "bin" / "python3").symlink_to(
        Path(sys.base_prefix) / "bin" / f"python{THIS_PYTHON}"
    )
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "cat", "dirname", "readlink"):
        (tools / name).symlink_to(shutil.which(name) or name)
    told = run("sh", folder / "install.sh", env={**OFFLINE, "PATH": str(tools)})
    assert "正在安装到" in told.stdout
    assert "“wheels”里的文件不全" in told.stderr


@needs_linux
def test_the_zip_has_the_guide_as_a_page_to_open_and_as_pages_to_read(desk: Path) -> None:
    page = (desk / "使用说明.html").read_text(encoding="utf-8")
    assert "把填好的表拖到“通报生成”上" in page
    assert {"guide.md", "slips.md"} <= {path.name for path in (desk / "docs").iterdir()}
    assert (desk / "docs" / "images" / "form.png").is_file()


@needs_linux
def test_the_same_wheels_make_the_same_zip(archive: Path, tmp_path: Path) -> None:
    again = bundle("--platform", THIS_SYSTEM, "--python", THIS_PYTHON, "-o", tmp_path)
    assert again.read_bytes() == archive.read_bytes()


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_a_zip_for_another_system_holds_all_that_each_python_there_needs(
    elsewhere: tuple[str, Path], python: str, tmp_path: Path
) -> None:
    system, folder = elsewhere
    tags = (
        [system] if system == "win_amd64" else ["manylinux2014_aarch64", "manylinux_2_28_aarch64"]
    )
    pip = next((folder / "support").glob("pip-*.whl")) / "pip"
    report = tmp_path / "report.json"
    done = run(
        *(sys.executable, pip, "install", "--dry-run", "--no-index", "--find-links", "wheels"),
        *("--require-hashes", "--only-binary=:all:", "--implementation=cp", "--python-version"),
        *(python, *(f"--platform={tag}" for tag in tags), "--target", tmp_path / "none"),
        *("--report", report, "--quiet", "-r", "requirements.txt"),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr

    # pip asks the markers about this machine; here they are asked about the other.
    chosen = set(re.findall(r"/wheels/([^\"/]+\.whl)", report.read_text("utf-8")))
    had = {parse_wheel_filename(name)[0]: folder / "wheels" / name for name in chosen}
    there = {
        **MARKERS[system],
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_python_implementation": "CPython",
        "extra": "page",
    }
    for wheel in had.values():
        for line in requires(wheel):
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate(there):
                pinned = parse_wheel_filename(had[canonicalize_name(wanted.name)].name)[1]
                assert wanted.specifier.contains(pinned), (wheel.name, line)
    assert {"noticegen", "pdfplumber", "pypdfium2", "lxml"} <= set(had)


def requires(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as opened:
        inside = next(name for name in opened.namelist() if name.endswith(".dist-info/METADATA"))
    return PathDistribution(zipfile.Path(wheel, inside.removesuffix("METADATA"))).requires or []


@pytest.mark.parametrize("elsewhere", ["win_amd64"], indirect=True)
def test_the_windows_zip_is_written_as_windows_reads_it(elsewhere: tuple[str, Path]) -> None:
    _, folder = elsewhere
    scripts = [*folder.glob("*.bat"), folder / "support" / "start.bat"]
    assert {path.name for path in scripts} == {
        *("安装.bat", "通报生成.bat", "noticegen.bat", "start.bat"),
    }
    for path in scripts:
        data = path.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n"), path.name
        assert data.decode("cp936").encode("cp936") == data
        for pair in re.findall(rb"[^\x00-\x7f]+", data):
            assert min(pair) >= 0xA1, path.name  # no byte that cmd.exe could take for a sign
        for named in re.findall(r'"%~dp0([^"]+)"', data.decode("cp936")):
            assert (folder / named.replace("\\", "/")).is_file()
    start = (folder / "support" / "start.bat").read_bytes()
    assert start.isascii()
    for named in re.findall(r'%HERE%\\(support\\[^"%]+)"', start.decode()):
        assert (folder / named.replace("\\", "/")).is_file()
    told = (folder / "support" / "no-python.txt").read_bytes()
    assert told.startswith(b"\xff\xfe")
    assert "python-3.12.10-embed-amd64.zip\r\n" in told.decode("utf-16")
    assert "“安装.bat”" in (folder / "support" / "not-installed.txt").read_text("utf-16")
    assert "win-amd64" in (folder / "版本.txt").read_text("utf-8-sig")


@pytest.mark.parametrize("path", BATCH, ids=lambda path: path.name)
def test_a_batch_file_jumps_to_labels_it_has_and_quotes_every_path(path: Path) -> None:
    code = "\n".join(
        line for line in path.read_text("utf-8").splitlines() if not line.startswith("rem ")
    )
    labels = set(re.findall(r"^:(\w+)", code, re.MULTILINE)) | {":eof"}
    jumps = set(re.findall(r"(?:goto|call) (:?\w+)", code))
    assert {jump if jump == ":eof" else jump.lstrip(":") for jump in jumps} <= labels
    if "%NOTICEGEN_MODE%" in code:
        assert {"install", "drop", "command"} <= labels
    bare = re.sub(r'"[^"\n]*"', "", code)
    assert set(re.findall(r"%\w+%", bare)) <= {
        *("%PYFLAG%", "%FLAG%", "%WANTED%", "%CODE%", "%NOTICEGEN_MODE%", "%errorlevel%"),
    }


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (r'C:\W\cmd.exe /c ""D:\工 具\通报生成.bat" D:\a&b.yaml"', [r"D:\a&b.yaml"]),
        (
            r'C:\W\cmd.exe /c ""D:\通报生成.bat" "D:\a b!.yaml" D:\50%.yaml"',
            [r"D:\a b!.yaml", r"D:\50%.yaml"],
        ),
        (r'C:\W\cmd.exe /c ""D:\通报生成.bat" "', []),
        (r"cmd /C 通报生成.bat 表.yaml", ["表.yaml"]),
        (r'C:\W\cmd.exe /c ""D:\全部.bat" 表.yaml"', None),
        (r'"C:\W\cmd.exe" ', None),
        ("", None),
    ],
)
def test_the_dropped_names_are_read_from_the_command_line_of_cmd(
    line: str, names: list[str] | None
) -> None:
    spec = importlib.util.spec_from_file_location("drop", DESK / "drop.py")
    assert spec is not None
    assert spec.loader is not None
    drop = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drop)
    assert drop.dropped(line, "通报生成.bat") == names


@pytest.mark.may_skip
@pytest.mark.skipif(not shutil.which("wine"), reason="needs wine, whose cmd.exe runs the .bat")
def test_cmd_hands_the_dropped_name_to_python_as_it_is(tmp_path: Path) -> None:
    # wine's cmd.exe cannot give its own command line, and takes the % of a path away.
    folder = tmp_path / FOLDER.replace("%", "")
    (folder / "support").mkdir(parents=True)
    (folder / "program").mkdir()
    (folder / "program" / "__main__.py").touch()
    for source, name in (("drop", "通报生成.bat"), ("start", "support/start.bat")):
        text = (DESK / f"{source}.bat").read_text("utf-8").replace("\n", "\r\n")
        (folder / name).write_bytes(text.encode("gb2312"))
    # wine starts what is no .exe as a program of this system, and does not wait for it.
    python = folder / "python-3.12.10-embed-amd64" / "python.exe"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{tmp_path}/log"\n')
    python.chmod(0o755)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "WINEPREFIX": str(tmp_path / "wine"),
        "WINEDEBUG": "-all",
        "LC_ALL": "C.UTF-8",
    }
    launcher = "Z:" + str(folder / "通报生成.bat").replace("/", "\\")
    run("wine", launcher, "Z:\\甲 & 乙!.yaml", env=environment)
    subprocess.run(["wineserver", "-w"], check=False, env=environment)  # noqa: S607  # wine's own
    log = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert log[-1] == "Z:\\甲 & 乙!.yaml"
    assert log[-2].endswith("support\\drop.py")


@pytest.fixture(scope="session")
def executable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if importlib.util.find_spec("PyInstaller") is None:
        pytest.skip("needs PyInstaller: pip install '.[bundle]'")
    folder = tmp_path_factory.mktemp("executable")
    done = run(
        *(sys.executable, "-m", "PyInstaller", "--distpath", folder, "--workpath", folder / "work"),
        *("--log-level", "ERROR", ROOT / "packaging" / "noticegen.spec"),
    )
    assert done.returncode == 0, done.stderr
    moved = folder / FOLDER
    moved.mkdir()
    return (folder / "noticegen").rename(moved / "noticegen")


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    folder = tmp_path / FOLDER
    shutil.copytree(ROOT / "examples", folder)
    return folder


def alone(program: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the executable where there is no Python, and nothing else either."""
    return run(program, *arguments, cwd=cwd, env={"PATH": "/nonexistent", "LC_ALL": "C.UTF-8"})


@needs_linux
def test_the_executable_builds_what_the_program_builds(executable: Path, forms: Path) -> None:
    done = alone(executable, *(f"{name}.yaml" for name in EXAMPLES), cwd=forms)
    assert done.returncode == 0, done.stderr
    for name in EXAMPLES:
        here = forms / f"{name}-here.docx"
        run(sys.executable, "-m", "noticegen", "build", f"{name}.yaml", "-o", here, cwd=forms)
        assert text_of(forms / f"{name}.docx") == text_of(here)


@needs_linux
def test_every_command_works_in_the_executable(executable: Path, forms: Path) -> None:
    assert alone(executable, "--version", cwd=forms).stdout == f"noticegen {VERSION}\n"
    for arguments in (
        ["new", "新 表.yaml"],
        ["check", "新 表.yaml"],
        ["build", "redhead.yaml"],
        ["check", "redhead.docx"],
        ["inspect", "redhead.docx"],
        ["ledger", "redhead.yaml", "minimal.yaml", "-o", "台账.xlsx"],
        ["import", "redhead.docx", "-o", "旧 表.yaml"],
        ["import", "台账.xlsx", "-o", "台账.yaml"],
        ["template", "copy", "redhead", "本 单位.docx"],
        ["schema"],
    ):
        done = alone(executable, *arguments, cwd=forms)
        assert done.returncode == 0, (arguments, done.stderr)
    text = (forms / "minimal.yaml").read_text("utf-8").replace("持续推进", "整改中")
    (forms / "错.yaml").write_text(text, encoding="utf-8")
    wrong = alone(executable, "错.yaml", cwd=forms)
    assert wrong.returncode == 1
    assert "[model-choice]" in wrong.stderr
