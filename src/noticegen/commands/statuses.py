"""The command status: forms in, how far their findings have come out."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticegen import console
from noticegen.commands import filenames
from noticegen.commands import files as shared
from noticegen.dates import PartialDate

if TYPE_CHECKING:
    from noticegen.progress import Progress

_SUFFIXES = (".html", ".htm")
_NAME = "整改进展.html"
_WRITE_SO = "请写成 2023-9-26 这样。"


def _day(_: click.Context, __: click.Parameter, value: str | None) -> PartialDate:
    """Return the day that --as-of gives, else today."""
    from noticegen import dates

    if value is None:
        now = datetime.now().astimezone()
        return PartialDate(now.year, now.month, now.day)
    try:
        day = dates.parse(value)
    except ValueError as error:
        raise click.BadParameter(f"--as-of 的“{value}”{error}，{_WRITE_SO}") from error
    if day.day is None:
        raise click.BadParameter(f"--as-of 要写到日，“{value}”不完整，{_WRITE_SO}")
    return day


@click.command(cls=console.Command)
@shared.FILES
@click.option(
    "--as-of",
    "day",
    metavar="DATE",
    callback=_day,
    help="逾期算到哪一天，写成 2023-9-26 这样；不写就是今天，不用表里的「截至」。",
)
@shared.JSON
@click.option(
    "--to", "kind", type=click.Choice(["html"]), help="不在屏幕上列出，生成带图的网页，可以打印。"
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    type=filenames.PlaceName(),
    help="网页存到哪个文件或者文件夹，同 --to 一起用。",
)
@click.option("--force", is_flag=True, help="已有的网页被人改过也覆盖。")
def status(  # noqa: PLR0913  # an option each
    files: tuple[Path, ...],
    *,
    day: PartialDate,
    as_json: bool,
    kind: str | None,
    target: str | None,
    force: bool,
) -> int:
    """按状态和责任单位统计整改进展，列出逾期的问题；可以一次给几张表，只供内部使用。"""
    from noticegen.progress import progress, record, table

    made = _target(kind, target, as_json=as_json)
    entries = [
        shared.entry(path, data)._replace(name=str(path)) for path, data in shared.read(files)
    ]
    found = progress(entries, day)
    if as_json:
        click.echo(record.as_json(found))
    elif not found.forms:
        click.echo("没有一张表可以用，没有统计，请改正后再试。", err=True)
    elif made is None:
        click.echo(table.as_text(found))
    else:
        shared.spare(shared.with_companions(files), [made])
        _write(made, found, force=force)
    return shared.PROBLEMS if found.broken else shared.FINE


def _write(made: Path, found: "Progress", *, force: bool) -> None:
    from noticegen import digest, output
    from noticegen.progress import page, words

    output.write(made, page.as_html(found), is_untouched=digest.is_untouched, force=force)
    click.echo(f"已生成 {made}，{words.RESTRICTED}，请勿公开。{words.told(found)}")
    if found.broken:
        click.echo(f"{len(found.broken)} 张表有错误，没有计入，请改正后再生成。", err=True)


def _target(kind: str | None, target: str | None, *, as_json: bool) -> Path | None:
    if kind is None and target is None:
        return None
    if kind is None:
        raise click.UsageError("-o 要同 --to html 一起写。")
    if target is None:
        raise click.UsageError(f"--to html 要用 -o 写明存到哪个文件，例如 -o {_NAME}。")
    if as_json:
        raise click.UsageError("--json 和 --to html 只能写一个。")
    if filenames.means_folder(target):
        return Path(target) / _NAME
    return filenames.with_ending(Path(target), _SUFFIXES)
