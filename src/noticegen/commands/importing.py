"""The command import: what the office already has in, a form beside it out.

A notice (.txt .html .docx) is read by ``importers``, a ledger (.xlsx) by ``returning``.
"""

from pathlib import Path

import click

from noticegen import console
from noticegen.commands import filenames, returning
from noticegen.commands import files as shared
from noticegen.errors import NoticegenError

_LEDGERS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods", ".csv")
"""What is read as a ledger: all but the first only to be told what to save it as."""


@click.command("import", cls=console.Command)
@click.argument("source", metavar="SOURCE", type=filenames.FileName())
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    type=filenames.FileName(),
    help="存成哪个文件，不写则存在原来的文件旁边；已有的文件不覆盖。",
)
@click.option(
    "--into",
    "updated",
    metavar="FILE",
    type=filenames.FileName(),
    help="不另存，把台账里改过的状态、措施等写进这张已有的填报表，别的都不动。",
)
def import_(source: Path, *, target: Path | None, updated: Path | None) -> int:
    """把已有的通报（.txt、.html、.docx）或者台账（.xlsx）变成填报表。"""
    is_ledger = source.suffix.lower() in _LEDGERS
    if updated and (target or not is_ledger):
        raise click.UsageError("--into 只用来把台账（.xlsx）写进已有的表，不能同 -o 一起用。")
    form = _form_path(source, target)
    [(_, data)] = shared.read([source])
    if updated:
        return returning.into(source, data, updated)
    if filenames.is_there(form):
        raise NoticegenError(f"“{form}”已经存在，没有覆盖，请用 -o 换一个文件名。")
    return returning.fresh(source, data, form) if is_ledger else _notice(source, data, form)


def _form_path(source: Path, target: Path | None) -> Path:
    if target is None:
        return source.with_suffix(filenames.FORM[0])
    if filenames.is_folder(target):
        return target / f"{source.stem}{filenames.FORM[0]}"
    return filenames.with_ending(target, filenames.FORM)


def _notice(source: Path, data: bytes, form: Path) -> int:
    """Import a finished notice; say what could not be placed and what it holds."""
    from noticegen import output, pipeline, report
    from noticegen.importers import import_notice

    imported = import_notice(data, source.suffix)
    if not imported.form_text:
        raise NoticegenError(f"“{source}”没有导入：{imported.problems[0].message}")
    if imported.problems:
        click.echo(report.as_text(str(source), imported.problems, imported.lines), err=True)
    output.write(form, imported.form_text.encode())
    notice = pipeline.check(imported.form_text.encode()).notice
    held = pipeline.summary(notice) if notice else "还有要填的项"
    click.echo(f"已生成 {form}（{held}）。\n用记事本打开核对，再运行：")
    click.echo(f"  noticegen check {shared.quoted(form)}\n  noticegen build {shared.quoted(form)}")
    return shared.FINE
