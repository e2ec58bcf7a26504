"""A file is written whole or not at all, and nobody's work is overwritten unasked."""

import errno
import os
from pathlib import Path

import pytest

from noticegen import output
from noticegen.errors import NoticegenError


def _ours(data: bytes) -> bool | None:
    """A stand-in digest: ours begins with +, ours but edited with -."""
    return {b"+": True, b"-": False}.get(data[:1])


def test_a_new_file_is_written_into_folders_made_for_it(tmp_path: Path) -> None:
    made = tmp_path / "输出" / "通报.docx"
    output.write(made, b"+1", is_untouched=_ours)

    assert made.read_bytes() == b"+1"
    assert [found.name for found in made.parent.iterdir()] == ["通报.docx"]


def test_a_file_of_ours_that_nobody_touched_is_replaced(tmp_path: Path) -> None:
    made = tmp_path / "通报.docx"
    made.write_bytes(b"+1")
    output.write(made, b"+2", is_untouched=_ours)

    assert made.read_bytes() == b"+2"


@pytest.mark.parametrize(("present", "said"), [(b"-1", "有人改过"), (b"?", "不是本程序生成的")])
def test_any_other_file_is_kept_without_force(tmp_path: Path, present: bytes, said: str) -> None:
    made = tmp_path / "通报.docx"
    made.write_bytes(present)

    with pytest.raises(NoticegenError, match=said):
        output.write(made, b"+2", is_untouched=_ours)
    assert made.read_bytes() == present


def test_force_overwrites(tmp_path: Path) -> None:
    made = tmp_path / "通报.docx"
    made.write_bytes(b"?")
    output.write(made, b"+2", is_untouched=_ours, force=True)

    assert made.read_bytes() == b"+2"


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "通报.docx"
    made.write_bytes(b"+1")

    def held(_source: str, _target: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(NoticegenError, match="Word 或 WPS 打开"):
        output.write(made, b"+2", is_untouched=_ours)
    assert made.read_bytes() == b"+1"
    assert [found.name for found in tmp_path.iterdir()] == ["通报.docx"]


def test_a_folder_in_the_file_s_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "通报.docx").mkdir()

    with pytest.raises(NoticegenError, match="是一个文件夹"):
        output.write(tmp_path / "通报.docx", b"+", is_untouched=_ours)


def test_a_file_gets_its_name_only_when_the_disk_has_it(tmp_path: Path) -> None:
    made = tmp_path / "通报.docx"
    with output.writing(made, b"+1", is_untouched=_ours) as number:
        assert os.fstat(number).st_size == len(b"+1")
        assert not made.exists()
    assert made.read_bytes() == b"+1"


def test_a_file_that_the_disk_does_not_take_is_told_and_nothing_is_left_of_it(
    tmp_path: Path,
) -> None:
    made = tmp_path / "通报.docx"
    with (
        pytest.raises(NoticegenError, match="磁盘满了"),
        output.writing(made, b"+1", is_untouched=_ours),
    ):
        raise OSError(errno.ENOSPC, "full")
    assert not list(tmp_path.iterdir())
