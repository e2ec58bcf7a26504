"""The command line: reads files, calls the stages, prints, sets the exit code.

0 fine, 1 problems in what was given, 2 wrong usage, 3 a bug of ours.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticegen import console
from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.pipeline import Checked

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
_INTERRUPTED = 130
_MOST_BYTES = 32 * 1024 * 1024
_LISTED = 5

_FILES = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)


@click.group(cls=console.Group, context_settings={"max_content_width": 100})
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
    from noticegen import output, template

    path = file if file.suffix.lower() in (".yaml", ".yml") else file.with_name(file.name + ".yaml")
    if path.exists():
        raise NoticegenError(f"“{path}”已经存在，没有覆盖，请换一个文件名。")
    output.write(path, template.resource("rectification/form.yaml"), is_untouched=lambda _: None)
    click.echo(f"已生成 {path}。\n用记事本打开它，照着说明改成本单位的内容，再运行：")
    click.echo(f"  noticegen check {_quoted(path)}\n  noticegen build {_quoted(path)}")
    return FINE


@program.command()
@_FILES
@click.option("--json", "as_json", is_flag=True, help="按 JSON 输出，供其他程序读取。")
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
def check(files: tuple[Path, ...], *, as_json: bool, strict: bool) -> int:
    """检查填报表，指出哪一行有什么问题、该怎样写。"""
    from noticegen import pipeline, report
    from noticegen.problem import Severity

    results = [(path, pipeline.check(data)) for path, data in _read(files)]
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if as_json:
        click.echo(report.as_json([(str(path), result.problems) for path, result in results]))
    else:
        for path, result in results:
            _show(path, result, err=False)
            click.echo(_verdict(path, result))
    problems = (problem for _, result in results for problem in result.problems)
    return PROBLEMS if any(problem.severity in grave for problem in problems) else FINE


@program.command()
@_FILES
@click.option(
    "-o",
    "--output",
    "target",
    metavar="PATH",
    help="存到哪个文件或者文件夹，不写则存在表的旁边。",
)
@click.option(
    "--to",
    "formats",
    metavar="docx",
    default="docx",
    type=click.Choice(["docx"]),
    help="生成哪种文件，目前是 docx。",
)
@click.option("--force", is_flag=True, help="已有的文件被人改过也覆盖。")
def build(files: tuple[Path, ...], *, target: str | None, formats: str, force: bool) -> int:
    """由填报表生成通报。"""
    targets = _targets(files, target, f".{formats}")
    outcomes = [
        _build(path, data, made, force=force)
        for (path, data), made in zip(_read(files), targets, strict=True)
    ]
    if len(outcomes) > 1:
        click.echo(f"共 {len(outcomes)} 张表，生成 {sum(outcomes)} 份。")
    return FINE if all(outcomes) else PROBLEMS


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


def _read(files: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
    """Yield each file's bytes; one that is not there is wrong usage, found before any is read."""
    for path in files:
        if not path.is_file():
            raise click.UsageError(_not_there(path))
    for path in files:
        try:
            with path.open("rb") as file:
                yield path, file.read(_MOST_BYTES)
        except OSError as error:
            raise NoticegenError(
                f"读不了“{path}”（{error.strerror}），请检查文件是否被占用。"
            ) from error


def _not_there(path: Path) -> str:
    if path.is_dir():
        return f"“{path}”是一个文件夹，请写填报表的文件名。"
    folder = path.parent
    beside = sorted(found.name for found in folder.glob("*.y*ml")) if folder.is_dir() else []
    listed = f"，这个文件夹里有：{'、'.join(beside[:_LISTED])}" if beside else ""
    return f"找不到文件“{path}”{listed}。"


def _show(path: Path, result: "Checked", *, err: bool) -> None:
    from noticegen import report

    if result.problems:
        click.echo(report.as_text(str(path), result.problems, result.lines), err=err)


def _verdict(path: Path, result: "Checked") -> str:
    from noticegen import pipeline, report

    if result.problems:
        return f"{path}: {report.tally(result.problems)}。"
    held = f"（{pipeline.summary(result.notice)}）" if result.notice else ""
    return f"{path}: 没有发现问题{held}。"


def _build(path: Path, data: bytes, made: Path, *, force: bool) -> bool:
    """Build one form; tell what came of it; return whether a notice was made."""
    from noticegen import output, pipeline, report
    from noticegen.writers import docx

    result = pipeline.check(data)
    _show(path, result, err=True)
    if result.notice is None:
        click.echo(
            f"{path}: {report.tally(result.problems)}，没有生成通报，请改正后再试。",
            err=True,
        )
        return False
    try:
        output.write(
            made,
            pipeline.build(result.notice),
            is_untouched=docx.is_untouched,
            force=force,
        )
    except NoticegenError as error:
        click.echo(f"{path}: 错误: {error}", err=True)
        return False
    click.echo(f"已生成 {made}（{pipeline.summary(result.notice)}）。")
    return True


def _targets(files: Sequence[Path], target: str | None, suffix: str) -> list[Path]:
    """Where each form's notice goes; two forms never share a place."""
    if target is None:
        targets = [path.with_suffix(suffix) for path in files]
    elif len(files) > 1 or target.endswith(("/", "\\")) or Path(target).is_dir():
        targets = [Path(target) / path.with_suffix(suffix).name for path in files]
    else:
        given = Path(target)
        if given.suffix.lower() not in ("", suffix):
            raise click.UsageError(f"生成的是 Word 文件，“{target}”要以 {suffix} 结尾。")
        targets = [given if given.suffix else given.with_suffix(suffix)]
    if twice := {str(made) for made in targets if targets.count(made) > 1}:
        raise click.UsageError(f"几张表都要存成“{min(twice)}”，请改表的文件名或者分几次生成。")
    return targets


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
