"""Where the notices of a run go: the forms and what -o says in, a path a format out."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from noticegen.commands import filenames
from noticegen.commands.making import FORMATS

_SUFFIXES = {f".{kind}": kind for kind in FORMATS}


def formats_for(wanted: str | None, target: str | None) -> tuple[str, ...]:
    """Return the formats that --to names; without it what the ending of -o says, else docx."""
    if wanted is None:
        kind = _SUFFIXES.get(Path(target).suffix.lower()) if target else None
        return (kind or FORMATS[0],)
    kinds = [kind.strip().lower().lstrip(".") for kind in wanted.replace("，", ",").split(",")]
    if unknown := [kind for kind in kinds if kind not in FORMATS]:
        raise click.UsageError(
            f"--to 只能是 {'、'.join(FORMATS)}，几种之间用逗号隔开，不能是“{unknown[0]}”。"
        )
    return tuple(kind for kind in FORMATS if kind in kinds)


def targets(
    files: Sequence[Path], target: str | None, formats: Sequence[str]
) -> list[dict[str, Path]]:
    """Return where each form's notice goes, by format; two forms never share a place."""
    if target is None:
        stems = [path.with_suffix("") for path in files]
    elif len(files) > 1 or filenames.means_folder(target):
        stems = [Path(target) / name for name in _names(files)]
    else:
        stems = [_stem(target, formats)]
    if twice := _repeated(stems):
        raise click.UsageError(f"几张表都要存成“{twice}”，请改表的文件名或者分几次生成。")
    return [{kind: stem.with_name(f"{stem.name}.{kind}") for kind in formats} for stem in stems]


def _stem(target: str, formats: Sequence[str]) -> Path:
    given = Path(target)
    suffix = given.suffix.lower()
    if suffix and [_SUFFIXES.get(suffix)] != list(formats):
        endings = " 或者 ".join(f".{kind}" for kind in formats)
        raise click.UsageError(
            f"“{target}”要以 {endings} 结尾。"
            if len(formats) == 1
            else f"要生成几种文件，-o 请写文件夹，不能写一个文件“{target}”。"
        )
    return given.with_suffix("")


def _names(files: Sequence[Path]) -> list[str]:
    """Return a name for each form in one folder: its own, with its folder's where two are alike."""
    alike = Counter(path.stem.casefold() for path in files)
    return [
        path.stem
        if alike[path.stem.casefold()] == 1
        else f"{Path(os.path.realpath(path)).parent.name}-{path.stem}"
        for path in files
    ]


def _repeated(stems: Sequence[Path]) -> Path | None:
    """Return a name that stands twice; Windows takes capitals and small letters for the same."""
    seen = Counter(str(stem).casefold() for stem in stems)
    return next((stem for stem in stems if seen[str(stem).casefold()] > 1), None)
