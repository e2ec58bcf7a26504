"""The command ledger: forms in, one workbook of all their findings out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticegen import console
from noticegen.commands import filenames
from noticegen.commands import files as shared
from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.ledger import Entry

_SUFFIX = ".xlsx"
_NAME = "台账.xlsx"


@click.command(cls=console.Command)
@shared.FILES
@click.option(
    "-o",
    "--output",
    "target",
    metavar="台账.xlsx",
    type=filenames.PlaceName(),
    help="存到哪个文件或者文件夹，不写则存在表的旁边，几张表存为 台账.xlsx。",
)
@click.option("--force", is_flag=True, help="已有的台账被人改过也覆盖。")
def ledger(files: tuple[Path, ...], *, target: str | None, force: bool) -> int:
    """由填报表生成整改台账，几张表汇总成一份。"""
    from noticegen import output
    from noticegen.ledger import workbook
    from noticegen.writers import package

    made = _target(files, target)
    entries = [shared.entry(path, data) for path, data in shared.read(files)]
    good = [entry for entry in entries if entry.notice]
    if not good:
        click.echo("没有一张表可以用，没有生成台账，请改正后再试。", err=True)
        return shared.PROBLEMS
    try:
        shared.spare(shared.with_companions(files), [made])
        output.write(made, workbook(entries), is_untouched=package.is_untouched, force=force)
    except NoticegenError as error:
        click.echo(f"{made}: 错误: {error}", err=True)
        return shared.PROBLEMS
    click.echo(f"已生成 {made}（{_held(good)}）。")
    if len(good) < len(entries):
        click.echo(f"{len(entries) - len(good)} 张表有错误，没有汇总，请改正后再生成。", err=True)
    return shared.FINE if len(good) == len(entries) else shared.PROBLEMS


def _held(entries: "Sequence[Entry]") -> str:
    from noticegen.ledger.rows import counted, rows

    found = [row for entry in entries if entry.notice for row in counted(rows(entry.notice))]
    units = f"{len(entries)}张表、" if len(entries) > 1 else ""
    return f"{units}{len(found)}个问题、{sum(len(row.measures) for row in found)}条措施"


def _target(files: Sequence[Path], target: str | None) -> Path:
    name = files[0].with_suffix(_SUFFIX).name if len(files) == 1 else _NAME
    if target is None:
        return files[0].parent / name if len(files) == 1 else Path(name)
    if filenames.means_folder(target):
        return Path(target) / name
    given = Path(target)
    if given.suffix.lower() in (".xls", ".xlsm", ".et", ".csv", ".yaml", ".yml"):
        raise click.UsageError(f"台账是 Excel 工作簿，“{target}”要以 {_SUFFIX} 结尾。")
    return filenames.with_ending(given, [_SUFFIX])
