"""What a killed process leaves behind: names that tell whose it is, and its removal later."""

import contextlib
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

_OURS = re.compile(r"\.?noticegen-(?P<host>[A-Za-z0-9]*)-(?P<process>\d+)-.*")


def label() -> str:
    """Return how the names of all that this process makes for a while begin."""
    return f"noticegen-{_host()}-{os.getpid()}-"


def temporary_folder() -> "TemporaryDirectory[str]":
    """Return a new folder that is gone after use; if this process is killed, at a later sweep."""
    import tempfile

    sweep(Path(tempfile.gettempdir()))
    return tempfile.TemporaryDirectory(prefix=label(), ignore_cleanup_errors=True)


@cache
def sweep(folder: Path) -> None:
    """Remove from *folder* what processes of this machine left when they were killed."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = _OURS.fullmatch(entry.name)
            if found and found["host"] == _host() and not _is_alive(int(found["process"])):
                _remove(entry)


def _remove(entry: "os.DirEntry[str]") -> None:
    """Remove *entry* if it is this user's."""
    with contextlib.suppress(OSError):
        if os.name != "nt" and entry.stat(follow_symlinks=False).st_uid != os.getuid():
            return
        if entry.is_dir(follow_symlinks=False):
            import shutil

            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            Path(entry.path).unlink()


def _is_alive(process: int) -> bool:
    """Tell whether *process* may still be writing."""
    if os.name == "nt":
        return False  # a file that is open cannot be removed there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return not _is_defunct(process)


def _is_defunct(process: int) -> bool:
    """Tell whether *process* has ended, and only nobody has asked for its exit code yet."""
    with contextlib.suppress(OSError):  # no /proc but on Linux
        state = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2]
        return state.split()[:1] == [b"Z"]
    return False


@cache
def _host() -> str:
    """A word for this machine: another one's processes are not ours to judge."""
    name = os.environ.get("COMPUTERNAME", "") if os.name == "nt" else os.uname().nodename
    return re.sub(r"[^A-Za-z0-9]", "", name)
