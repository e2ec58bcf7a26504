"""The command inspect: any Word file in, what in it does not meet GB/T 9704-2012 out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticegen import console
from noticegen.commands import filenames
from noticegen.commands import files as shared
from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.problem import Problem

_FILE_ONLY = "只检查了文件本身，没有检查画出的页面"


@click.command(cls=console.Command)
@click.argument("file", metavar="FILE.docx", type=filenames.FileName())
@shared.JSON
def inspect(file: Path, *, as_json: bool) -> int:
    """检查任何一份 Word 文件的版面是否符合 GB/T 9704-2012。"""
    from noticegen import report
    from noticegen.inspect import judge, lines
    from noticegen.problem import errors_in

    [(_, data)] = shared.read([file])
    problems = judge(data)
    problems = sorted([*problems, *_judge_drawn(data, problems)])
    if as_json:
        click.echo(report.as_json([(str(file), problems)]))
    elif problems:
        paragraphs = lines(data)
        for problem in problems:  # one of the whole page has no words to show
            click.echo(report.as_text(str(file), [problem], paragraphs if problem.text else ()))
        click.echo(f"{file}: {report.tally(problems)}。")
    else:
        click.echo(f"{file}: 没有发现不符合 GB/T 9704-2012 的地方。")
    return shared.PROBLEMS if errors_in(problems) else shared.FINE


def _judge_drawn(data: bytes, known: "Sequence[Problem]") -> "list[Problem]":
    """Judge the drawn page too; where that cannot be, say so and how it could."""
    from noticegen.inspect import RefusedError, read

    try:
        case = read(data)
    except RefusedError:
        return []
    pdf = _drawn(data)
    if pdf is None:
        return []
    from noticegen.inspect.drawn import judge_drawn, missing_faces

    if missing := missing_faces(pdf, case):
        click.echo(
            f"提示: 这台机器没有{'、'.join(missing)}字体，页面是用替代字体画的，"
            "受字体影响的位置放宽了尺度。",
            err=True,
        )
    return judge_drawn(pdf, case, known)


def _drawn(data: bytes) -> bytes | None:
    """Return the file as a PDF; None, and one sentence to the user, where that cannot be."""
    from importlib.util import find_spec

    from noticegen import office

    if office.find() is None:
        _tell("；安装 LibreOffice 后，画出的页面也会检查。")
    elif find_spec("pdfplumber") is None:
        _tell("；运行 pip install noticegen[page] 后，画出的页面也会检查。")
    else:
        try:
            return office.to_pdf(data)
        except NoticegenError as fault:
            _tell(f"：{fault}")
    return None


def _tell(reason: str) -> None:
    click.echo(f"{_FILE_ONLY}{reason}", err=True)
