"""The command check: forms and finished notices in, what is wrong with them out."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticegen import console
from noticegen.commands import filenames
from noticegen.commands import files as shared
from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.pipeline import Checked
    from noticegen.rules import Rule

_FINISHED = (".txt", ".docx", ".doc", ".wps")
ALLOW = click.option(
    "--allow", "allowed", metavar="CODE", multiple=True, help="放行这个代号的错误，可以写几次。"
)


@click.command(cls=console.Command)
@shared.FILES
@shared.JSON
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@click.option("--all", "is_all", is_flag=True, help="表里豁免了的也报告。")
@click.option(
    "--rules",
    "words",
    metavar="FILE",
    type=filenames.FileName(),
    help="本单位的词表（YAML 或者 .xlsx）；表旁边的 用词.yaml、用词.xlsx 不用写也会用上。",
)
def check(
    files: tuple[Path, ...], *, as_json: bool, strict: bool, is_all: bool, words: Path | None
) -> int:
    """检查填报表，或者已经写成的通报（.docx、.txt），指出哪里有什么问题、该怎样写。"""
    from noticegen import report
    from noticegen.problem import Severity

    given = own_rules([words]) if words else ()
    results = [
        (path, _checked(path, data, given, is_all=is_all)) for path, data in shared.read(files)
    ]
    if as_json:
        click.echo(report.as_json([(str(path), result.problems) for path, result in results]))
    else:
        for path, result in results:
            shared.show(path, result, err=False)
            click.echo(_verdict(path, result))
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    found = (problem for _, result in results for problem in result.problems)
    return shared.PROBLEMS if any(problem.severity in grave for problem in found) else shared.FINE


def own_rules(lists: list[Path]) -> "tuple[Rule, ...]":
    """Return the rules that an office's word lists make; a list at fault is said and refused."""
    return _rules_of(tuple((str(path), data) for path, data in shared.read(lists)))


@lru_cache(maxsize=4)
def _rules_of(lists: tuple[tuple[str, bytes], ...]) -> "tuple[Rule, ...]":
    if not lists:
        return ()
    from noticegen import report
    from noticegen.rules import wordfile
    from noticegen.rules.wordlist import own_rules as made

    entries = []
    for name, data in lists:
        found, problems = wordfile.read(data)
        if problems:
            click.echo(report.as_text(name, problems, ()), err=True)
            raise NoticegenError(f"词表“{name}”有问题，没有检查，请先改正词表。")
        entries += found
    return made(entries)


def form_checked(
    path: Path,
    data: bytes,
    slots: Collection[str] | None = None,
    *,
    given: "tuple[Rule, ...]" = (),
    is_exempting: bool = True,
) -> "Checked":
    """Read and judge a form with all that stands beside it; *given* are further rules."""
    from noticegen import pipeline

    return pipeline.check(
        data,
        shared.pictures_beside(path),
        slots,
        own=(*given, *own_rules(shared.word_lists(path.parent))),
        is_exempting=is_exempting,
        defaults=shared.defaults_beside(path),
    )


def _checked(path: Path, data: bytes, given: "tuple[Rule, ...]", *, is_all: bool) -> "Checked":
    from noticegen import pipeline

    if path.suffix.lower() in _FINISHED:
        return pipeline.check_finished(data, (*given, *own_rules(shared.word_lists(path.parent))))
    return form_checked(path, data, given=given, is_exempting=not is_all)


def _verdict(path: Path, result: "Checked") -> str:
    from noticegen import pipeline, report

    if result.problems:
        return f"{path}: {report.tally(result.problems)}。"
    held = f"（{pipeline.summary(result.notice)}）" if result.notice else ""
    return f"{path}: 没有发现问题{held}。"
