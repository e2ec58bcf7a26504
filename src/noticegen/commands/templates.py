"""The commands template list, copy and check: looks in, what they are or lack out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticegen import console
from noticegen.commands import filenames
from noticegen.commands import files as shared
from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.problem import Problem

_OWN = "自己的模板：先用 template copy 复制一份，在 Word 里改好，再用 build --template 文件.docx 生成。"


@click.group(cls=console.Group)
def template() -> None:
    """看有哪些版式，复制一份来改，检查改好的模板。"""


@template.command("list")
def listed() -> int:
    """列出自带的版式。"""
    from noticegen.template import LOOKS

    widest = max(map(len, LOOKS))
    for name, told in LOOKS.items():
        click.echo(f"{name:<{widest}}  {told}")
    click.echo(_OWN)
    return shared.FINE


@template.command()
@click.argument("name", metavar="NAME")
@click.argument(
    "file", metavar="[FILE.docx]", required=False, type=filenames.FileName(), default=None
)
def copy(name: str, file: Path | None) -> int:
    """复制一个自带的版式，在 Word 或者 WPS 里改成自己的。"""
    from noticegen import output
    from noticegen.template import LOOKS, look

    if name not in LOOKS:
        raise click.UsageError(f"没有叫“{name}”的版式，可以写{'、'.join(LOOKS)}。")
    path = filenames.with_ending(file or Path(name), [".docx"])
    if filenames.is_there(path):
        raise NoticegenError(f"“{path}”已经存在，没有覆盖，请换一个文件名。")
    output.write(path, look(name))
    shown = shared.quoted(path)
    click.echo(f"已复制到 {path}。\n在 Word 或者 WPS 里修改，样式和槽位的名称要留着，改好后运行：")
    click.echo(f"  noticegen template check {shown}")
    click.echo(f"  noticegen build 填报表.yaml --template {shown}")
    return shared.FINE


@template.command()
@click.argument("file", metavar="FILE.docx", type=filenames.FileName())
@shared.JSON
def check(file: Path, *, as_json: bool) -> int:
    """检查一个模板能不能用，再用它排一份样张，看版面合不合 GB/T 9704-2012。"""
    from noticegen import lookcheck, report
    from noticegen.problem import errors_in

    [(_, data)] = shared.read([file])
    problems = lookcheck.problems(data)
    is_usable = not errors_in(problems)
    if is_usable:
        problems += _sample_problems(data)
    if as_json:
        click.echo(report.as_json([(str(file), problems)]))
    else:
        if problems:
            click.echo(report.as_text(str(file), problems, ()))
        click.echo(f"{file}: {_verdict(problems, is_usable=is_usable)}")
    return shared.FINE if is_usable else shared.PROBLEMS


def _sample_problems(data: bytes) -> "list[Problem]":
    """Set a sample notice in the look *data* and judge its page: all a look can do is warn."""
    from noticegen import inspect, pipeline
    from noticegen.problem import Mark, Problem, Severity
    from noticegen.writers.docx import compile_look

    return [
        Problem(Mark(1, 1), found.code, f"用它排的样张：{found.message}", Severity.WARNING)
        for found in inspect.judge(pipeline.sample(compile_look(data)))
    ]


def _verdict(problems: "list[Problem]", *, is_usable: bool) -> str:
    from noticegen import report

    if not problems:
        return "可以用，没有发现问题。"
    told = report.tally(problems)
    return f"{told}，可以用。" if is_usable else f"{told}，改正前不能用。"
