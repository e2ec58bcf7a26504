"""The zip: every reader takes it apart into the parts it was made of, the same bytes each time."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticegen.writers.package import CONTENT_TYPES, ROOT_RELATIONS, entry, packed, unpacked

PARTS = {
    "word/document.xml": "巡察整改".encode() * 5000,
    "word/空.xml": b"",
    ROOT_RELATIONS: b"<a/>",
    CONTENT_TYPES: b"<b/>",
}
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\\"), min_size=1, max_size=9)


@given(st.dictionaries(NAMES.filter(lambda name: name[-1] != "/"), st.binary()), st.integers(0, 9))
def test_any_parts_come_back(parts: dict[str, bytes], level: int) -> None:
    assert unpacked(packed(parts, level=level)) == parts


def test_a_zip_says_what_every_reader_checks() -> None:
    with zipfile.ZipFile(BytesIO(packed(PARTS))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            CONTENT_TYPES,
            ROOT_RELATIONS,
            "word/document.xml",
            "word/空.xml",
        ]
        assert {it.date_time for it in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.getinfo("word/document.xml").compress_size < 500


def test_a_part_that_is_packed_already_gives_the_same_bytes() -> None:
    ready = {name: entry(part) for name, part in PARTS.items()}
    assert packed(PARTS, ready) == packed(PARTS)


def test_a_part_that_has_changed_since_is_packed_anew() -> None:
    ready = {name: entry(part) for name, part in PARTS.items()}
    changed = {**PARTS, CONTENT_TYPES: b"<c/>"}
    assert unpacked(packed(changed, ready)) == changed


@pytest.mark.skipif(not shutil.which("unzip"), reason="no unzip on this machine")
def test_unzip_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "parts.zip"
    path.write_bytes(packed(PARTS))
    done = subprocess.run(["unzip", "-tq", path], capture_output=True, text=True, check=False)  # noqa: S603, S607  # our own arguments
    assert (done.returncode, done.stderr) == (0, "")
