"""What every command shares: its exit codes, files in, what it found out on the terminal."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.pipeline import Checked
    from noticegen.seal import Fetch

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
_MOST_BYTES = 32 * 1024 * 1024
_LISTED = 5

FILES = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)


def read(files: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
    """Yield each file's bytes; one that is not there is wrong usage, found before any is read."""
    for path in files:
        if not path.is_file():
            raise click.UsageError(_not_there(path))
    for path in files:
        try:
            with path.open("rb") as file:
                yield path, file.read(_MOST_BYTES)
        except OSError as error:
            raise NoticegenError(
                f"读不了“{path}”（{error.strerror}），请检查文件是否被占用。"
            ) from error


def show(path: Path, result: "Checked", *, err: bool) -> None:
    """Print what was found in the form *path*, if anything was."""
    from noticegen import report

    if result.problems:
        click.echo(report.as_text(str(path), result.problems, result.lines), err=err)


def pictures_beside(form: Path) -> "Fetch":
    """Return what fetches the pictures that *form* names, from its folder or a full path."""
    from noticegen.seal import MOST_BYTES

    def fetch(name: str) -> bytes | None:
        try:
            path = form.parent / name
            if not path.is_file():
                return None
            with path.open("rb") as file:
                return file.read(MOST_BYTES + 1)
        except (OSError, ValueError):  # ValueError: a NUL in the name
            return None

    return fetch


def quoted(path: Path) -> str:
    """Return *path* as one types it on a command line."""
    return f'"{path}"' if " " in str(path) else str(path)


def _not_there(path: Path) -> str:
    if path.is_dir():
        return f"“{path}”是一个文件夹，请写文件名。"
    folder, kind = path.parent, "*.docx" if path.suffix.lower() == ".docx" else "*.y*ml"
    beside = sorted(found.name for found in folder.glob(kind)) if folder.is_dir() else []
    listed = f"，这个文件夹里有：{'、'.join(beside[:_LISTED])}" if beside else ""
    return f"找不到文件“{path}”{listed}。"
