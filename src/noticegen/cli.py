"""The command line: reads files, calls the stages, prints, sets the exit code.

0 fine, 1 problems in what was given, 2 wrong usage, 3 a bug of ours.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from noticegen import console
from noticegen.commands.building import build
from noticegen.commands.checking import check
from noticegen.commands.files import BUG, FINE, PROBLEMS, USAGE, quoted
from noticegen.commands.importing import import_
from noticegen.commands.inspecting import inspect
from noticegen.commands.ledgers import ledger
from noticegen.commands.previewing import preview
from noticegen.commands.statuses import status
from noticegen.commands.templates import template
from noticegen.errors import NoticegenError

_INTERRUPTED = 130


@click.group(cls=console.Program, context_settings={"max_content_width": 100})
@click.version_option(
    None,
    "--version",
    package_name="noticegen",
    message="noticegen %(version)s",
    help="显示版本。",
)
def program() -> None:
    """把巡察整改填报表（YAML）变成符合 GB/T 9704-2012 的通报（Word）。

    先用 new 得到一张填报表，填好后用 check 检查，再用 build 生成。
    把填报表拖到程序上，也会生成。
    """


@program.command()
@click.argument("file", metavar="[FILE]", default="填报表.yaml", type=click.Path(path_type=Path))
def new(file: Path) -> int:
    """生成一张带说明的填报表，不改也能生成通报。"""
    from noticegen import output
    from noticegen.template import resource

    path = file if file.suffix.lower() in (".yaml", ".yml") else file.with_name(file.name + ".yaml")
    if path.exists():
        raise NoticegenError(f"“{path}”已经存在，没有覆盖，请换一个文件名。")
    output.write(path, resource("rectification/form.yaml"), is_untouched=lambda _: None)
    click.echo(f"已生成 {path}。\n用记事本打开它，照着说明改成本单位的内容，再运行：")
    click.echo(f"  noticegen check {quoted(path)}\n  noticegen build {quoted(path)}")
    return FINE


program.add_command(check)
program.add_command(build)
program.add_command(preview)
program.add_command(import_)
program.add_command(inspect)
program.add_command(ledger)
program.add_command(status)
program.add_command(template)


@program.command()
def schema() -> int:
    """输出填报表的 JSON Schema，供编辑器提示用。"""
    from noticegen.schema import as_json

    click.echo(as_json())
    return FINE


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
    from importlib.metadata import version

    return BUG, console.bug_report(error, version("noticegen"))
