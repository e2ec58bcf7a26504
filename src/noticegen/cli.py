"""The command line: reads files, calls the stages, prints, sets the exit code.

0 fine, 1 problems in what was given, 2 wrong usage, 3 a bug of ours.
"""

import sys
from collections.abc import Sequence

import click

from noticegen import __version__, console
from noticegen.commands.files import BUG, FINE, PROBLEMS, USAGE
from noticegen.errors import NoticegenError

_INTERRUPTED = 130
_COMMANDS = {
    "new": "starting",
    "check": "checking",
    "build": "building",
    "preview": "previewing",
    "import": "importing",
    "inspect": "inspecting",
    "ledger": "ledgers",
    "status": "statuses",
    "template": "templates",
    "schema": "starting",
    "doctor": "doctoring",
}
"""The modules of noticegen.commands that the commands are in, in the order of the work."""


@click.group(cls=console.Program, modules=_COMMANDS, context_settings={"max_content_width": 100})
@click.version_option(__version__, "--version", message="noticegen %(version)s", help="显示版本。")
def program() -> None:
    """把巡察整改填报表（YAML）变成符合 GB/T 9704-2012 的通报（Word）。

    先用 new 得到一张填报表，填好后用 check 检查，再用 build 生成。
    把填报表拖到程序上，也会生成。
    """


def run(arguments: Sequence[str]) -> int:
    """Run the program with *arguments* and return its exit code; nothing is raised."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        return int(program.main(list(arguments), "noticegen", standalone_mode=False) or FINE)
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last resort: a bug is reported, not shown raw
        code, message = _failure(error)
        click.echo(message, err=True)
        return code


def _failure(error: Exception) -> tuple[int, str]:
    """Return the exit code and the Chinese message for what ended a command."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return USAGE, error.ctx.get_help()
    if isinstance(error, click.ClickException):
        return USAGE, console.usage_fault(error)
    if isinstance(error, NoticegenError):
        return PROBLEMS, f"错误: {error}"
    return BUG, console.bug_report(error, __version__)
