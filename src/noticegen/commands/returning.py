"""A ledger that comes back: the workbook in, a new form or the changes to a form out.

A form that is changed stays beside itself as .bak; what is changed is printed.
"""

import itertools
import os
from pathlib import Path

import click

from noticegen.commands import files as shared
from noticegen.errors import NoticegenError


def fresh(ledger: Path, data: bytes, form: Path) -> int:
    """Make a new *form* of the *ledger*, whose bytes are *data*; say what is not in it."""
    from noticegen import output, report
    from noticegen.importers.ledger import RefusedError, import_ledger

    try:
        imported = import_ledger(data)
    except RefusedError as refusal:
        raise NoticegenError(f"“{ledger}”没有导入：{refusal}") from None
    if imported.problems:
        click.echo(report.as_text(str(ledger), imported.problems, ()), err=True)
    output.write(form, imported.text.encode())
    click.echo(f"已生成 {form}（{imported.findings}个问题，「发文」「巡察」还要填）。")
    click.echo(f"用记事本打开它，照着说明填好，再运行：\n  noticegen check {shared.quoted(form)}")
    return shared.FINE


def into(ledger: Path, data: bytes, form: Path) -> int:
    """Bring the changes of the *ledger*, whose bytes are *data*, into *form*; say what came of it."""
    from noticegen import report
    from noticegen.importers.ledger import RefusedError, update_form
    from noticegen.problem import errors_in

    [(_, source)] = shared.read([form])
    try:
        updated = update_form(source, data)
    except RefusedError as refusal:
        raise NoticegenError(f"“{ledger}”没有导入：{refusal}") from None
    if updated.problems:
        click.echo(report.as_text(str(ledger), updated.problems, ()), err=True)
    if errors_in(updated.problems):
        return shared.PROBLEMS
    if not updated.changes:
        click.echo(f"{form}: 台账里没有要改的，表没有动。")
        return shared.FINE
    backup = _exchange(form, source, updated.data)
    click.echo("\n".join(updated.changes))
    click.echo(f"已更新 {form}（{len(updated.changes)}处），原来的存为 {backup}。")
    return shared.FINE


def _exchange(form: Path, before: bytes, after: bytes) -> Path:
    """Write *after* for *before*, which stays in the file that is returned."""
    from noticegen import output

    if form.read_bytes() != before:
        raise NoticegenError(f"“{form}”刚刚被人改过，没有写入，请重新导入。")
    backup = _backup(form)
    for path, data in ((backup, before), (form, after)):
        output.write(path, data, force=True)
    return backup


def _backup(form: Path) -> Path:
    """Return where *form* is kept: an older copy stays what it is."""
    names = (f"{form.name}.bak{number or ''}" for number in itertools.count())
    return next(path for name in names if not os.path.lexists(path := form.with_name(name)))
