"""Package data is found in a checkout and in an installed wheel, or its absence is told."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from noticegen import template
from noticegen.errors import TemplateError


def test_a_template_of_the_checkout_is_found() -> None:
    assert template.resource("rectification/plain.docx").startswith(b"PK")


def test_a_template_beside_the_package_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "noticegen"
    for folder, data in ((package, b"installed"), (tmp_path, b"checkout")):
        (folder / "templates" / "rectification").mkdir(parents=True)
        (folder / "templates" / "rectification" / "plain.docx").write_bytes(data)
    monkeypatch.setattr(template, "_PACKAGE", package)
    assert template.resource("rectification/plain.docx") == b"installed"


def test_a_template_inside_a_zipped_package_is_found(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "app.pyz", "w") as archive:
        for name in ("__init__", "template", "errors"):
            archive.write(Path(template.__file__).with_name(f"{name}.py"), f"noticegen/{name}.py")
        archive.writestr("noticegen/templates/form.yaml", b"zipped")
    done = subprocess.run(  # our own program
        [
            sys.executable,
            "-c",
            "from noticegen import template as t; print(t.resource('form.yaml'))",
        ],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "app.pyz")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "b'zipped'\n", done.stderr


def test_a_template_that_is_not_there_is_named_in_one_sentence() -> None:
    with pytest.raises(TemplateError, match=r"^找不到.*「nowhere/plain.docx」.*。$"):
        template.resource("nowhere/plain.docx")
