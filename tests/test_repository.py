"""What the repository says of itself is true: its pages, its examples, its commands."""

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import click
import pytest

from noticegen import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
MINIMAL = ROOT / "examples" / "minimal.yaml"

# The four slips of the README's report.
SLIPS = {
    "2024年1月12日": "1月12日",
    "持续推进": "整改中",
    "{{ 问题数 }}": "{{ 问题总数 }}",
    "电话: ": "电话：",
}


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fenced(language: str) -> list[str]:
    return [text for found, text in FENCED.findall(README) if found == language]


def said_to_run() -> Iterator[list[str]]:
    """Yield the arguments of every noticegen command in the README's shell blocks."""
    for block in fenced("sh") + fenced("bat"):
        for command in re.split(r"\n|&&", block):
            program, *arguments = shlex.split(command.replace("\\", "/")) or [""]
            if program.endswith("noticegen"):
                yield arguments


@pytest.fixture
def in_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_field_reference_is_what_the_script_makes() -> None:
    assert (ROOT / "docs" / "form.md").read_text(encoding="utf-8") == script("docs").page()


def test_every_picture_is_of_what_the_program_makes_now() -> None:
    pictures = script("pictures")
    noted = json.loads(pictures.DIGESTS.read_text(encoding="utf-8"))
    assert noted == pictures.digests(), "run python scripts/pictures.py"
    assert {path.name for path in pictures.IMAGES.glob("*.png")} == set(noted)


def test_the_pictures_are_small_enough_to_ship() -> None:
    sizes = [path.stat().st_size for path in (ROOT / "docs" / "images").glob("*.png")]
    assert max(sizes) <= 150_000
    assert sum(sizes) <= 1_000_000


def test_the_guide_becomes_one_web_page_that_needs_nothing_else() -> None:
    page = script("manual").page()
    names = set(re.findall(r' id="([^"]+)"', page))
    links = {unquote(link) for link in re.findall(r' href="([^"]+)"', page)}
    pictures = re.findall(r' src="([^"]+)"', page)
    assert {link for link in links if link[0] != "#" or link[1:] not in names} == {"README.md"}
    assert len(pictures) >= 10
    assert [picture for picture in pictures if not picture.startswith("data:image/png;")] == []


def test_the_field_reference_names_every_label() -> None:
    from noticegen.model import all_labels

    page = (ROOT / "docs" / "form.md").read_text(encoding="utf-8")
    assert [label for label in all_labels() if f"| {label} |" not in page] == []


def test_the_readme_shows_the_minimal_example_as_it_is() -> None:
    assert fenced("yaml")[0] == MINIMAL.read_text(encoding="utf-8")


def test_the_office_s_file_of_the_readme_serves_a_form(in_a_copy: Path) -> None:
    _, defaults = fenced("yaml")
    (in_a_copy / "examples" / "单位信息.yaml").write_text(defaults, encoding="utf-8")

    assert cli.run(["check", "examples/minimal.yaml", "--strict"]) == 0
    assert cli.run(["check", "examples/redhead.yaml", "--strict"]) == 0


def test_the_readme_shows_the_report_as_it_is(
    in_a_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MINIMAL.read_text(encoding="utf-8")
    for right, wrong in SLIPS.items():
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    (in_a_copy / "填报表.yaml").write_text(text, encoding="utf-8")

    assert cli.run(["check", "填报表.yaml"]) == 1
    assert fenced("text") == [capsys.readouterr().out]


@pytest.mark.parametrize("form", EXAMPLES, ids=lambda form: form.stem)
def test_every_example_is_without_problems_and_builds(form: Path, tmp_path: Path) -> None:
    assert cli.run(["check", str(form)]) == 0
    assert cli.run(["build", str(form), "-o", str(tmp_path / "通报.docx")]) == 0
    assert (tmp_path / "通报.docx").is_file()


def test_every_command_of_the_readme_runs(in_a_copy: Path) -> None:
    commands = list(said_to_run())
    assert {arguments[0] for arguments in commands} == {"new", "check", "build", "template"}
    for arguments in commands:
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-m", "noticegen", *arguments],
            check=False,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        )
        assert done.returncode == 0, (arguments, done.stderr.decode())
    assert (in_a_copy / "填报表.docx").is_file()
    assert (in_a_copy / "examples" / "tianchang.docx").is_file()


def options_of(command: click.Command) -> set[str]:
    parameters = command.get_params(click.Context(command))
    return {name for parameter in parameters for name in parameter.opts if name.startswith("-")}


def commands_of(program: click.Group) -> dict[str, click.Command]:
    context = click.Context(program)
    return {name: program.get_command(context, name) for name in program.list_commands(context)}


def test_every_command_and_option_is_documented() -> None:
    commands = {f"noticegen {name}": command for name, command in commands_of(cli.program).items()}
    wanted = set(commands) | {name for command in commands.values() for name in options_of(command)}
    assert [name for name in sorted(wanted) if f"`{name}" not in README] == []
    assert "`noticegen --version`" in README


def test_the_readme_names_no_command_and_no_option_that_is_not_there() -> None:
    commands = commands_of(cli.program)
    options = set().union(*map(options_of, [cli.program, *commands.values()]))
    named = re.findall(r"noticegen ([a-z]+)", README.partition("## In English")[0])
    assert set(named) == set(commands)
    spans = re.findall(r"`(?:noticegen )?(--?[a-z]+(?:-[a-z]+)*)[^`]*`", README)
    assert set(spans) <= options


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
def test_ci_runs_the_test_command_of_the_readme() -> None:
    reading = re.search(r"^command=.+$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    assert reading is not None
    command = subprocess.run(  # noqa: S603  # a line of our own
        ["bash", "-c", f'{reading.group()}; echo -n "$command"'],  # noqa: S607  # the bash there is
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout
    assert (
        command == "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
    )
    assert command in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_every_link_of_the_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
        for link in links:
            assert link.startswith("https://") or (page.parent / link).exists(), (page, link)


def test_the_glossary_has_only_words_that_the_code_uses() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    rows = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("| ")][2:]
    cells = [cell.strip() for row in rows for cell in (row[1], row[3])]
    words = [word for cell in cells for word in cell.split(", ")]
    assert [word for word in words if not re.search(rf"\b{word}\b", code)] == []
