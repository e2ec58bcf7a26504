"""What every command shares: its exit codes, files in, what it found out on the terminal."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticegen.commands import filenames
from noticegen.errors import NoticegenError
from noticegen.terminal import printable

if TYPE_CHECKING:
    from noticegen.ledger import Entry
    from noticegen.pipeline import Checked, File
    from noticegen.seal import Fetch

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
_MOST_BYTES = 32 * 1024 * 1024
_LISTED = 5

_DEFAULTS = "单位信息.yaml"
_WORD_LISTS = ("用词.yaml", "用词.xlsx")


def _forms(
    _context: click.Context, _parameter: click.Parameter, paths: tuple[Path, ...]
) -> tuple[Path, ...]:
    """Return what was meant by *paths*: patterns spelt out, what serves all forms left out."""
    files = [path for given in paths for path in _spelt_out(given) if filenames.typed(str(path))]
    forms = tuple(path for path in files if path.name not in (_DEFAULTS, *_WORD_LISTS))
    if not forms:
        raise click.UsageError(f"“{files[0]}”是各表共用的，不是填报表，请写填报表的文件名。")
    return forms


def _spelt_out(path: Path) -> list[Path]:
    """Return the files a pattern stands for: Windows leaves that to the program."""
    # ** would go through all folders below.
    if not set("*?[") & set(path.name) or "**" in path.name or filenames.is_there(path):
        return [path]
    return sorted(found for found in path.parent.glob(path.name) if filenames.is_file(found)) or [
        path
    ]


FILES = click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=filenames.FileName(),
    callback=_forms,
)
JSON = click.option("--json", "as_json", is_flag=True, help="按 JSON 输出，供其他程序读取。")


def read(files: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
    """Yield each file's bytes; one that is not there is wrong usage, found before any is read."""
    require(files)
    for path in files:
        try:
            with path.open("rb") as file:
                # Asked beforehand: to read so much at most takes memory for as much.
                is_too_large = os.fstat(file.fileno()).st_size > _MOST_BYTES
                data = b"" if is_too_large else file.read()
        except OSError as error:
            raise NoticegenError(
                f"读不了“{path}”（{error.strerror}），请检查文件是否被占用。"
            ) from error
        if is_too_large:  # half of a file must not pass for the whole
            raise NoticegenError(
                f"“{path}”超过 {_MOST_BYTES >> 20} MB，太大了，没有读，请核对是否选错了文件。"
            )
        yield path, data


def require(files: Sequence[Path]) -> None:
    """Refuse a file that is not there as wrong usage."""
    for path in files:
        if not filenames.is_file(path):
            raise click.UsageError(_not_there(path))


def spare(given: Iterable[Path], made: Iterable[Path]) -> None:
    """Refuse to write one of *made* over a file of *given*, links followed, by force or not."""
    there = [path for path in made if filenames.is_there(path)]
    kept = {_identity(path) for path in given if filenames.is_there(path)} if there else set()
    for path in there:
        if _identity(path) in kept:
            raise NoticegenError(f"“{path}”是要读的文件，结果不能存在它上面，请用 -o 换一个地方。")


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def report_on(path: Path, result: "Checked") -> str:
    """Return what was found in the form *path*, "" for nothing."""
    from noticegen import report

    return report.as_text(str(path), result.problems, result.lines, result.others)


def show(path: Path, result: "Checked", *, err: bool) -> None:
    """Print what was found in the form *path*, if anything was."""
    if result.problems:
        click.echo(report_on(path, result), err=err)


def companions(form: Path) -> list[Path]:
    """Return where the files would be that serve *form* among others."""
    return [form.parent / name for name in (_DEFAULTS, *_WORD_LISTS)]


def with_companions(forms: Iterable[Path]) -> Iterator[Path]:
    """Yield *forms* and all that may be read beside them."""
    return (path for form in forms for path in (form, *companions(form)))


def word_lists(folder: Path) -> list[Path]:
    """Return the office's word lists that stand in *folder*."""
    return [path for name in _WORD_LISTS if filenames.is_file(path := folder / name)]


def defaults_beside(form: Path) -> "File | None":
    """Return what the office keeps for all forms of the folder, None where it keeps nothing."""
    from noticegen.pipeline import File

    path = form.parent / _DEFAULTS
    if not filenames.is_file(path):
        return None
    [(_, data)] = read([path])
    return File(str(path), data)


def entry(path: Path, data: bytes) -> "Entry":
    """Read the form *path*; show what is wrong with it where that keeps it out."""
    from noticegen.ledger import Entry
    from noticegen.model import validate
    from noticegen.pipeline import Checked, read_form
    from noticegen.problem import abridged, errors_in

    read, problems = read_form(data, defaults_beside(path))
    notice, more = validate(read) if read else (None, [])
    problems = abridged([*problems, *more])
    errors = errors_in(problems)
    if notice and not errors:
        return Entry(path.name, notice)
    lines, others = (read.lines, read.others) if read else ((), {})
    show(path, Checked(None, problems, lines, others=others), err=True)
    return Entry(path.name, None, f"第{errors[0].mark.line}行：{errors[0].message}")


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
    if filenames.is_folder(path):
        return f"“{path}”是一个文件夹，请写文件名。"
    if filenames.is_there(path):
        return f"“{path}”不是普通文件，没有读，请写文件名。"
    folder, kind = path.parent, "*.docx" if path.suffix.lower() == ".docx" else "*.y*ml"
    beside = (
        sorted(found.name for found in folder.glob(kind)) if filenames.is_folder(folder) else []
    )
    listed = f"，这个文件夹里有：{'、'.join(map(printable, beside[:_LISTED]))}" if beside else ""
    return f"找不到文件“{path}”{listed}。"
