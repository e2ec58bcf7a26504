"""Files out, whole or not at all; nobody's hand work is overwritten unasked."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from noticegen import leftovers
from noticegen.errors import NoticegenError

_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EEXIST: "路径里有一段不是文件夹",
    errno.EINVAL: "文件名里有不能用的字符",
    errno.ELOOP: "链接绕回了自己",
    errno.EFBIG: "文件超过了允许的大小",
}
_WRITTEN = count()


def write(
    path: Path,
    data: bytes,
    *,
    is_untouched: Callable[[bytes], bool | None] | None = None,
    force: bool = False,
) -> None:
    """Write *data* to *path* in one step.

    A file that *is_untouched* finds to be ours and unchanged is replaced; any other one
    that differs is kept unless *force*; None where the file carries no digest. A link is
    followed. Raises NoticegenError, with a Chinese sentence, where the file is kept or
    cannot be written.
    """
    with writing(path, data, is_untouched=is_untouched, force=force) as number:
        os.fsync(number)


@contextlib.contextmanager
def writing(
    path: Path,
    data: bytes,
    *,
    is_untouched: Callable[[bytes], bool | None] | None = None,
    force: bool = False,
) -> Iterator[int]:
    """Do as `write` does, the number of the file given: it must be synced within.

    It gets its name on leaving: who has several to write need not wait for the disk in between.
    """
    try:
        real = _followed(path)
        if real.exists():
            _refuse_overwriting(path, real, data, is_untouched, force=force)
        yield from _replacing(real, data)
    except PermissionError as error:
        raise NoticegenError(
            f"写不进“{path}”：文件可能正被 Word 或 WPS 打开，或者文件夹不许写入，请关闭文件后再试。"
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        number = error.errno if isinstance(error, OSError) else errno.EINVAL
        reason = _REASONS.get(number or 0) or getattr(error, "strerror", None) or "原因不明"
        raise NoticegenError(f"写不进“{path}”（{reason}），请换一个位置再试。") from error


def _followed(path: Path) -> Path:
    """Return what *path* is a link to, itself where it is none."""
    if not path.is_symlink():
        return path
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, "a loop")
    return real


def _refuse_overwriting(
    path: Path,
    real: Path,
    data: bytes,
    is_untouched: Callable[[bytes], bool | None] | None,
    *,
    force: bool,
) -> None:
    if real.is_dir():
        raise NoticegenError(f"“{path}”是一个文件夹，请换一个文件名。")
    if not real.is_file():
        raise NoticegenError(f"“{path}”不是普通文件，请换一个文件名。")
    present = b"" if force else real.read_bytes()
    if force or present == data:
        return
    if is_untouched is None:
        raise NoticegenError(
            f"“{path}”已经存在，内容和这次生成的不同，没有覆盖。"
            "要留着它请用 -o 另存一份，确实要覆盖请加 --force。"
        )
    ours = is_untouched(present)
    if ours:
        return
    if ours is False:
        raise NoticegenError(
            f"“{path}”生成后有人改过，没有覆盖。要留着改动请用 -o 另存一份，确实要覆盖请加 --force。"
        )
    raise NoticegenError(
        f"“{path}”已经存在，不是本程序生成的，没有覆盖。请用 -o 另存一份，确实要覆盖请加 --force。"
    )


def _replacing(path: Path, data: bytes) -> Iterator[int]:
    """Write beside *path* first, then rename: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    leftovers.sweep(path.parent.absolute())
    beside = path.parent / f".{leftovers.label()}{next(_WRITTEN)}.tmp"
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            yield file.fileno()
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
