"""A ledger that comes back: the workbook in, the form with its changes written in place.

The form as it was stays beside it as .bak; what is changed is printed line by line.
"""

from pathlib import Path

import click

from noticegen.commands import files as shared
from noticegen.errors import NoticegenError


def into(ledger: Path, data: bytes, form: Path) -> int:
    """Bring the changes of the *ledger*, whose bytes are *data*, into *form*; say what came of it."""
    from noticegen import output, report
    from noticegen.importers.ledger import RefusedError, update_form
    from noticegen.problem import Severity

    [(_, source)] = shared.read([form])
    try:
        updated = update_form(source, data)
    except RefusedError as refusal:
        raise NoticegenError(f"“{ledger}”没有导入：{refusal}") from None
    if updated.problems:
        click.echo(report.as_text(str(ledger), updated.problems, ()), err=True)
    for change in updated.changes:
        click.echo(change)
    if updated.changes:
        backup = form.with_name(form.name + ".bak")
        if form.read_bytes() != source:
            raise NoticegenError(f"“{form}”刚刚被人改过，没有写入，请重新导入。")
        output.write(backup, source, is_untouched=lambda _: None, force=True)
        output.write(form, updated.data, is_untouched=lambda _: None, force=True)
        click.echo(f"已更新 {form}（{len(updated.changes)}处），原来的存为 {backup}。")
    elif not any(one.severity is Severity.ERROR for one in updated.problems):
        click.echo(f"{form}: 台账里没有要改的，表没有动。")
    grave = any(one.severity is Severity.ERROR for one in updated.problems)
    return shared.PROBLEMS if grave else shared.FINE
