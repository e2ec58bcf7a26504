"""A package that means harm is refused in a sentence, in bounded memory and time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz import packages, targets

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")

SOURCE = str(Path(targets.__file__).parents[2] / "src")
MOST_MEMORY = 140  # MB, the modules' own 60 included
MOST_SECONDS = 60  # of one command; each takes under two on a machine with nothing else to do
LIMITED = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
from noticegen import cli, office
office.find = lambda: None
codes = [cli.run(arguments) for arguments in json.loads(sys.argv[1])]
lines = open("/proc/self/status").read().splitlines()
[peak] = [int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")]
print(json.dumps([codes, peak]))
"""


def _commands(name: str) -> list[list[str]]:
    if name.endswith(".xlsx"):
        return [["import", name, "-o", "新.yaml"], ["check", "表.yaml", "--rules", name]]
    return [
        ["inspect", name],
        ["check", name],
        ["import", name, "-o", "新.yaml"],
        ["template", "check", name],
        ["build", "表.yaml", "--template", name],
    ]


@pytest.mark.parametrize("name", packages.HARMFUL)
def test_a_harmful_package_costs_little_and_ends_in_a_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(packages.HARMFUL[name]())
    Path("表.yaml").write_bytes(targets.FORM)
    commands = _commands(name)

    ran = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", LIMITED, json.dumps(commands)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": SOURCE, "PYTHONIOENCODING": "utf-8"},
        timeout=MOST_SECONDS * len(commands),
    )

    *said, figures = ran.stdout.decode().splitlines()
    codes, peak = json.loads(figures)
    assert set(codes) <= set(targets.PROMISED), said
    assert peak < MOST_MEMORY
    assert "root:" not in ran.stdout.decode()
    assert set(os.listdir()) <= {name, "表.yaml", "表.docx", "新.yaml"}  # noqa: PTH208  # names are enough
    assert not any(folder.joinpath("evil").exists() for folder in tmp_path.parents)


@pytest.mark.parametrize("name", ["reading.docx", "reading.xlsx"])
def test_no_file_of_the_machine_is_read_into_a_form(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(packages.HARMFUL[name]())

    assert targets.run("import", name, "-o", "新.yaml").code == 1
    assert not Path("新.yaml").exists()
