"""Package data is found in a checkout and in an installed wheel, or its absence is told."""

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
    (tmp_path / "templates" / "rectification").mkdir(parents=True)
    (tmp_path / "templates" / "rectification" / "plain.docx").write_bytes(b"installed")
    monkeypatch.setattr(template, "files", lambda _package: tmp_path)
    assert template.resource("rectification/plain.docx") == b"installed"


def test_a_template_inside_a_zipped_package_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "app.pyz", "w") as archive:
        archive.writestr("noticegen/templates/form.yaml", b"zipped")
    inside = zipfile.Path(tmp_path / "app.pyz", "noticegen/")
    monkeypatch.setattr(template, "files", lambda _package: inside)
    assert template.resource("form.yaml") == b"zipped"


def test_a_template_that_is_not_there_is_named_in_one_sentence() -> None:
    with pytest.raises(TemplateError, match=r"^找不到.*「nowhere/plain.docx」.*。$"):
        template.resource("nowhere/plain.docx")
