"""The guide for clerks says what is so: its commands run, its reports are the program's own."""

import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from noticegen import cli, office, output

ROOT = Path(__file__).resolve().parents[1]
GUIDE, GUIDE_IT, SLIPS = (ROOT / "docs" / f"{name}.md" for name in ("guide", "guide-it", "slips"))
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
SLIP = re.compile(
    r"^### ([^\n]+)\n[^`]*```yaml\n(.*?)^```\n\n```text\n(.*?)^```\n\n```yaml\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
NEEDS_OFFICE = ("preview", "pdf")


def blocks(page: Path, language: str) -> list[str]:
    return [text for found, text in BLOCK.findall(page.read_text("utf-8")) if found == language]


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> str:
    """A clerk's folder: the form that `new` gives, and its text."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["new"]) == 0
    capfd.readouterr()
    return Path("填报表.yaml").read_text("utf-8")


def with_lines(form: str, right: str, put: str) -> str:
    """Put lines into *form* where it says *right*, or else begins to, or has that label."""
    plain = [re.sub(r"^( *)# |  +# .*", r"\1", line) for line in form.splitlines()]
    wanted = right.splitlines()
    [first, *_] = wanted
    label = first.partition(": ")[0] + ": "
    wholes = [at for at in range(len(plain)) if plain[at : at + len(wanted)] == wanted]
    firsts = [at for at, line in enumerate(plain) if line == first]
    labels = [at for at, line in enumerate(plain) if line.startswith(label)]
    [at] = wholes or firsts or labels
    end = at + (len(wanted) if wholes else 1)
    return "\n".join((*form.splitlines()[:at], *put.splitlines(), *form.splitlines()[end:], ""))


def checked(form: str, capfd: pytest.CaptureFixture[str]) -> tuple[int, str]:
    Path("填报表.yaml").write_text(form, encoding="utf-8")
    return cli.run(["check", "填报表.yaml"]), capfd.readouterr().out


def run_all(page: Path) -> str:
    """Run the commands of *page*, each after the other, and return what they print."""
    printed = ""
    for command in "".join(blocks(page, "sh")).splitlines():
        program, *arguments = shlex.split(command)
        assert program == "noticegen"
        if office.find() is None and any(word in arguments for word in NEEDS_OFFICE):
            continue
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-m", "noticegen", *arguments],
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        )
        printed += done.stdout.decode()
        assert done.returncode == 0, (command, printed)
    return printed


@pytest.mark.usefixtures("form")
def test_the_commands_of_the_guide_run_and_print_what_it_shows() -> None:
    assert cli.run(["build", "填报表.yaml", "-o", "旧通报.docx"]) == 0
    printed = run_all(GUIDE)
    assert [text for text in blocks(GUIDE, "text") if text not in printed] == []


@pytest.mark.usefixtures("form")
def test_the_commands_of_the_it_guide_run_and_print_what_it_shows() -> None:
    defaults, words = blocks(GUIDE_IT, "yaml")
    Path("单位信息.yaml").write_text(defaults, encoding="utf-8")
    Path("用词.yaml").write_text(words, encoding="utf-8")
    shutil.copytree(ROOT / "examples", "各单位")
    assert cli.run(["build", "填报表.yaml"]) == 0
    printed = run_all(GUIDE_IT)
    assert [text for text in blocks(GUIDE_IT, "text") if text not in printed] == []


def test_the_office_s_words_of_the_guide_are_found(
    form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("用词.yaml").write_text(blocks(GUIDE_IT, "yaml")[1], encoding="utf-8")
    code, told = checked(form.replace("局党组将持续", "县示范管理局党组将持续"), capfd)
    assert code == 1
    assert "县示范局" in told


@pytest.mark.parametrize("lines", blocks(GUIDE, "yaml"), ids=lambda lines: lines.split()[0])
def test_the_lines_the_guide_shows_may_stand_in_the_form(
    lines: str, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    code, told = checked(with_lines(form, lines, lines), capfd)
    assert code == 0, told


def test_every_slip_gets_the_report_that_the_page_shows_and_its_cure_none(
    form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """With NOTICEGEN_UPDATE the reports on the page are written anew."""
    page = SLIPS.read_text("utf-8")
    slips = SLIP.findall(page)
    assert len(slips) == page.count("```text") == page.count("```yaml") / 2 > 20
    wrong_ones = []
    for name, wrong, shown, right in slips:
        _, told = checked(with_lines(form, right, wrong), capfd)
        report, _, _ = told.rpartition("填报表.yaml: ")
        assert report, f"{name}: nothing is said of it"
        if report != shown:
            wrong_ones.append(name)
            page = page.replace(
                f"{wrong}```\n\n```text\n{shown}", f"{wrong}```\n\n```text\n{report}"
            )
        code, told = checked(with_lines(form, right, right), capfd)
        assert (code, told.count("\n")) == (0, 1), (name, told)
    if os.environ.get("NOTICEGEN_UPDATE"):
        SLIPS.write_text(page, encoding="utf-8")
    else:
        assert wrong_ones == [], "run NOTICEGEN_UPDATE=1 pytest tests/test_guide.py, read the diff"


@pytest.mark.usefixtures("form")
def test_what_the_page_says_of_files_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    busy, edited, no_form, absent = re.findall(r"^> (.+)$", SLIPS.read_text("utf-8"), re.MULTILINE)

    assert cli.run(["build", "填报表.yaml"]) == 0
    notice = docx.Document("填报表.docx")
    notice.add_paragraph("领导改的一句。")
    notice.save("填报表.docx")
    assert cli.run(["build", "填报表.yaml"]) == 1
    assert edited in capfd.readouterr().err

    Path("单位信息.yaml").write_text("联系:\n  电话: 0000-1234567\n", encoding="utf-8")
    assert cli.run(["build", "单位信息.yaml"]) == 2
    assert no_form in capfd.readouterr().err

    # Only Windows locks a file that is open.
    assert busy.replace("填报表.docx", "{path}") in inspect.getsource(output)
    told = (ROOT / "packaging" / "desk" / "not-installed.txt").read_text("utf-8")
    assert absent == told.strip().replace("{installer}", "安装.bat")
