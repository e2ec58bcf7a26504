"""What was made, by format, in; which of the files were written, and why others were not, out."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from noticegen.errors import NoticegenError

Sync = Callable[[int], Callable[[], object]]
"""Has the disk take the file of a number; what it returns waits for that."""


class Stored(NamedTuple):
    """The files *written*, and a sentence for each that was not."""

    written: tuple[Path, ...] = ()
    failures: tuple[str, ...] = ()


End = Callable[[], Stored]


def later(number: int) -> Callable[[], object]:
    """Have the disk take the file *number* only when it is waited for: a Sync."""
    return partial(os.fsync, number)


def begin(
    made: Iterable[tuple[str, bytes]], targets: Mapping[str, Path], *, force: bool, sync: Sync
) -> End:
    """Write those of *made* that have a target, up to where the disk is waited for.

    What is returned waits, and gives the files their names.
    """
    from noticegen import output

    files: list[tuple[Path, ExitStack]] = []
    failures: list[str] = []
    for kind, data in made:
        path = targets.get(kind)
        if path is None:
            continue
        file = ExitStack()
        writing = output.writing(path, data, is_untouched=_recogniser(kind), force=force)
        try:
            number = file.enter_context(writing)
        except NoticegenError as error:
            failures.append(str(error))
        else:
            file.callback(sync(number))
            files.append((path, file))
    return partial(_end, files, failures)


def _end(files: Iterable[tuple[Path, ExitStack]], failures: list[str]) -> Stored:
    written = []
    for path, file in files:
        try:
            file.close()
        except NoticegenError as error:
            failures.append(str(error))
        else:
            written.append(path)
    return Stored(tuple(written), tuple(failures))


def _recogniser(kind: str) -> Callable[[bytes], bool | None] | None:
    """Return what tells a file of ours that nobody touched; None: a text carries no digest."""
    if kind == "docx":
        from noticegen.writers import docx

        return docx.is_untouched
    if kind == "pdf":
        from noticegen import pdf

        return pdf.is_untouched
    if kind == "html":
        from noticegen import digest

        return digest.is_untouched
    return None
