"""The command doctor: nothing in, what this machine has and lacks for noticegen out."""

import sys

import click

from noticegen import console
from noticegen.commands import files as shared
from noticegen.errors import NoticegenError


@click.command(cls=console.Command)
@shared.JSON
def doctor(*, as_json: bool) -> int:
    """看这台机器缺不缺什么：LibreOffice、字体、写入权限等，缺的怎么办。"""
    from noticegen import health, machine

    found = health.conditions(machine.look(sys.stdout.encoding), _fault())
    click.echo(health.as_json(found) if as_json else health.as_text(found))
    return shared.FINE if health.is_able(found) else shared.PROBLEMS


def _fault() -> str:
    """Make a notice in memory; return why that failed, "" where it did not."""
    try:
        from noticegen import pipeline

        pipeline.sample(pipeline.shipped("plain"))
    except (ImportError, OSError, NoticegenError) as error:  # what a broken installation raises
        return str(error)
    return ""
