"""Watching: files in, something done again each time one of them is saved."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

_PAUSE = 0.3  # seconds between two looks

_Stamp = tuple[int, int, int] | None


def watch(files: Iterable[Path], act: Callable[[set[Path]], object]) -> None:
    """Call *act* at once, then with those of *files* that were saved, until Ctrl+C.

    A file is looked at by its name, so one that an editor saves beside and renames is
    seen; while it is away nothing is done.
    """
    known = {path: _stamp(path) for path in files}
    saved = set(known)
    try:
        while True:
            if saved:
                act(saved)
            time.sleep(_PAUSE)
            now = {path: _stamp(path) for path in known}
            saved = {path for path, stamp in now.items() if stamp and stamp != known[path]}
            known |= {path: now[path] for path in saved}
    except KeyboardInterrupt:
        return


def _stamp(path: Path) -> _Stamp:
    """What changes when *path* is saved; None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
