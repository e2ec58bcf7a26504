"""Files out, whole or not at all; nobody's hand work is overwritten unasked."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from noticegen.errors import NoticegenError


def write(
    path: Path,
    data: bytes,
    *,
    is_untouched: Callable[[bytes], bool | None],
    force: bool = False,
) -> None:
    """Write *data* to *path* in one step.

    A file that *is_untouched* finds to be ours and unchanged is replaced; any other one
    that differs is kept unless *force*. Raises NoticegenError, with a Chinese sentence,
    where the file is kept or cannot be written.
    """
    try:
        if not force and path.exists():
            _refuse_overwriting(path, data, is_untouched)
        _replace(path, data)
    except PermissionError as error:
        raise NoticegenError(
            f"写不进“{path}”：文件可能正被 Word 或 WPS 打开，或者文件夹不许写入，请关闭文件后再试。"
        ) from error
    except IsADirectoryError as error:
        raise NoticegenError(f"“{path}”是一个文件夹，请换一个文件名。") from error
    except OSError as error:
        raise NoticegenError(f"写不进“{path}”（{error.strerror}），请换一个位置再试。") from error


def _refuse_overwriting(
    path: Path, data: bytes, is_untouched: Callable[[bytes], bool | None]
) -> None:
    present = path.read_bytes()
    if present == data or (ours := is_untouched(present)):
        return
    if ours is False:
        raise NoticegenError(
            f"“{path}”生成后有人改过，没有覆盖。要留着改动请用 -o 另存一份，确实要覆盖请加 --force。"
        )
    raise NoticegenError(
        f"“{path}”已经存在，不是本程序生成的，没有覆盖。请用 -o 另存一份，确实要覆盖请加 --force。"
    )


def _replace(path: Path, data: bytes) -> None:
    """Write beside *path* first, then rename: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=".noticegen-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, _mode())  # noqa: PTH101  # mkstemp gives a name, not a Path
        os.replace(beside, path)  # noqa: PTH105  # the same
    except BaseException:
        os.unlink(beside)  # noqa: PTH108  # the same
        raise


def _mode() -> int:
    """The permissions an ordinary new file gets; mkstemp's are for its owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
