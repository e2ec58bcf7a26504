"""SECURITY.md promises what tests show: no network, no code of others, nothing leaks, no warnings."""

import ast
import html
import json
import os
import re
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path

import click
import pytest
from forms import form
from fuzz import packages, targets

from noticegen import cli, console, office
from noticegen.problem import MOST_LISTED

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
NETWORK = {"socket", "ssl", "urllib.request", "http", "ftplib", "smtplib", "asyncio", "requests"}
ALONE = """
import sys
def forbid(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(forbid)
from noticegen import cli, office
office.find = lambda: None
for line in sys.stdin.read().splitlines():
    code = cli.run(line.split())
    if code not in (0, 1):
        raise SystemExit(f"{line}: {code}")
"""
ALL_COMMANDS = """\
new 新.yaml
check 新.yaml
check --json --strict --all --rules 词.yaml 新.yaml
build 新.yaml --to docx,html,txt,pdf --jobs 2
build 新.yaml --to html,txt --fragment --encoding gb18030 --force
template list
template copy plain 我.docx
template check 我.docx
build 新.yaml --template 我.docx -o 出/
inspect 新.docx
check 新.docx 新.txt
import 新.docx -o 回一.yaml
import 新.txt -o 回二.yaml
import 新.html -o 回三.yaml
ledger 新.yaml
import 新.xlsx -o 回四.yaml
import 新.xlsx --into 新.yaml
status 新.yaml
status 新.yaml --to html -o 进展.html
preview 新.yaml
schema
doctor
"""

HEAP = 190_000  # characters: nearly all that a value of a form may have
MOST_SECONDS = 60  # of all heaps together; a fifth of it on a machine with nothing else to do
IN_FORM = ("“”", "(甲", "{{ x }}")
IN_TEXT = ("a1@b.cn，", "20", "2025年3月1日完成，", "3项措施：一是", "反馈的3个问题")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("词.yaml").write_text(targets.WORDS, encoding="utf-8")


def _alone(*options: str) -> subprocess.CompletedProcess[bytes]:
    """Run all commands in one process that may not open a socket."""
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, *options, "-c", ALONE],
        check=False,
        capture_output=True,
        input=ALL_COMMANDS.encode(),
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"},
    )


def test_no_command_opens_a_socket() -> None:
    ran = _alone()

    assert ran.returncode == 0, ran.stderr.decode()


def test_no_command_warns_of_anything() -> None:
    ran = _alone("-W", "error", "-X", "dev")

    assert ran.returncode == 0, ran.stderr.decode()
    assert "Warning" not in ran.stderr.decode()


def test_the_list_of_commands_is_whole() -> None:
    run = {line.split()[0] for line in ALL_COMMANDS.splitlines()}
    assert run == set(cli.program.list_commands(click.Context(cli.program)))


def test_no_module_of_ours_imports_what_talks_to_the_network() -> None:
    for path in (SOURCE / "noticegen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            assert not NETWORK & {
                part for name in names for part in (name, name.partition(".")[0])
            }, path


@pytest.mark.skipif(office.find() is None, reason="no LibreOffice")
def test_libreoffice_fetches_nothing_that_a_file_links_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        link = f"http://127.0.0.1:{server.getsockname()[1]}/seal.png"
        office.to_pdf(packages.with_linked_picture(link), timeout=120)
        server.settimeout(0)

        with pytest.raises(BlockingIOError):  # nobody is waiting
            server.accept()


@pytest.mark.parametrize(
    "text", ["{{ ''.__class__ }}", "{{ 名.__init__ }}", "{{ 7*7 }}", "{{ cycler }}", "{{ self }}"]
)
def test_template_code_in_a_form_is_an_error_with_its_place(text: str) -> None:
    Path("表.yaml").write_text(form(f'- 段落: "甲{text}乙"'), encoding="utf-8")

    ran = targets.run("build", "表.yaml")

    assert ran.code == 1
    assert "表.yaml:5:" in ran.printed
    assert not Path("表.docx").exists()


@pytest.mark.parametrize("text", ["{{ ''.__class__ }}", "{% for x in y %}", "{{ 7*7 }}"])
def test_template_code_in_a_look_is_an_error_with_its_place(text: str) -> None:
    parts = targets.parts_of(packages.plain_look())
    body = parts[packages.MAIN].decode()
    spoilt = body.replace("<w:sectPr", f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:sectPr", 1)
    Path("版.docx").write_bytes(
        packages.with_parts(packages.plain_look(), {packages.MAIN: spoilt.encode()})
    )

    ran = targets.run("template", "check", "版.docx")

    assert ran.code == 1
    assert "正文第" in ran.printed


def test_a_text_that_looks_like_code_is_printed_as_it_stands() -> None:
    text = "甲{#乙#}丙<b>&amp</b>]]>丁'\"𠀀豈😀戊"
    Path("表.yaml").write_text(form(f"- 段落: |\n    说{text}完了。"), encoding="utf-8")

    assert targets.run("build", "表.yaml", "--to", "docx,html,txt").code == 0

    notice = targets.parts_of(Path("表.docx").read_bytes())[packages.MAIN].decode()
    page = Path("表.html").read_text(encoding="utf-8")
    assert f"说{text}完了" in html.unescape(re.sub("</?w:[^>]*>", "", notice))
    assert f"说{text}完了" in html.unescape(page)
    assert f"说{text}完了" in Path("表.txt").read_text(encoding="utf-8")


def test_a_heap_of_slips_is_answered_in_time_that_grows_with_it() -> None:
    heaps = {slip: slip * (HEAP // len(slip)) for slip in (*IN_FORM, *IN_TEXT)}
    files = {f"{at}.yaml": form(f"- 段落: 甲{heaps[slip]}") for at, slip in enumerate(IN_FORM)}
    signed = "云山县示范局\n2024年6月20日\n"
    files |= {f"{at}.txt": f"{heaps[slip]}\n{signed}" for at, slip in enumerate(IN_TEXT)}
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")

    ran = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "noticegen", "check", "--json", *files],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"},
        timeout=MOST_SECONDS,
    )

    told = Counter((entry["file"], entry["code"]) for entry in json.loads(ran.stdout))
    assert ran.returncode == 1
    assert max(told.values()) == MOST_LISTED + 1


def test_a_bug_report_holds_nothing_of_the_form_or_its_name() -> None:
    error = OSError(2, "某同志", "某同志.yaml")
    error.__cause__ = KeyError("机密")
    error.add_note("某同志")
    report = console.bug_report(error, "1")

    assert "某同志" not in report
    assert "机密" not in report
    assert "FileNotFoundError" in report


def test_each_promise_names_tests_that_exist() -> None:
    promised = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "SECURITY.md").read_text("utf-8"))

    assert len(promised) > 10
    for path, name in promised:
        assert f"\ndef {name}(" in (ROOT / path).read_text(encoding="utf-8"), name
