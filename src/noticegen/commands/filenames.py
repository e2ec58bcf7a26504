"""Names of files: a word typed in; a path out, and what is there, whatever the word."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import click

from noticegen.terminal import printable

# Controls and what turns the direction of writing: Windows pastes U+202A before a path.
_STEERING = re.compile("[\x01-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FORM = (".yaml", ".yml")
"""How the name of a form ends."""


class FileName(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.4
    """The name of a file, which may not be there yet."""

    name = "file"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Return *value* as a path; a folder's own name, “.” or “/”, is wrong usage."""
        path = Path(typed(str(value)))
        if path.name in ("", ".."):
            self.fail(f"“{value}”是一个文件夹，请写文件名。", param, ctx)
        return path


class PlaceName(click.ParamType):  # type: ignore[type-arg]  # the same
    """The name of a file or of a folder, as it was typed: a stroke at its end says which."""

    name = "place"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return *value*; none at all is wrong usage."""
        if not value:
            self.fail("文件名是空的，请写文件名或者文件夹。", param, ctx)
        return typed(value)


def typed(name: str) -> str:
    """Return *name*, which is wrong usage where it would steer the terminal that shows it."""
    if found := _STEERING.search(name):
        sign = f"U+{ord(found[0]):04X}"
        raise click.UsageError(
            f"文件名“{printable(name)}”里有看不见的控制字符（{sign}），请重新键入，或者给文件改名。"
        )
    return name


def is_there(path: Path | str) -> bool:
    """Tell whether there is anything of the name *path*, whatever the name; never raises."""
    return os.path.exists(path)  # noqa: PTH110  # Path.exists raises on a name that is too long


def is_file(path: Path | str) -> bool:
    """Tell whether *path* is an ordinary file; never raises."""
    return os.path.isfile(path)  # noqa: PTH113  # Path.is_file raises on a name that is too long


def is_folder(path: Path | str) -> bool:
    """Tell whether *path* is a folder; never raises."""
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises on a name that is too long


def means_folder(word: str) -> bool:
    """Tell whether *word*, as it was typed, is a folder: by its last stroke, or one that is there."""
    return word.endswith(("/", "\\")) or is_folder(word)


def with_ending(path: Path, endings: Sequence[str]) -> Path:
    """Return *path*, the first of *endings* added to its name where it has none of them."""
    return path if path.suffix.lower() in endings else path.with_name(path.name + endings[0])
