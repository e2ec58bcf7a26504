"""The commands new and schema: what one needs before there is a form."""

from pathlib import Path

import click

from noticegen import console
from noticegen.commands import filenames
from noticegen.commands import files as shared
from noticegen.errors import NoticegenError

_SCHEMA = "填报表.schema.json"  # one for all forms of a folder; editors take no blank in its name
_FIRST = "\n格式: 1\n"
_FOR_EDITORS = f"""
# 下一行给 VS Code 一类的编辑器看，它照着提示标签；用记事本填表不用管它。
# yaml-language-server: $schema={_SCHEMA}
"""


@click.command(cls=console.Command)
@click.argument("file", metavar="[FILE]", default="填报表.yaml", type=filenames.FileName())
@click.option(
    "--example", "is_example", is_flag=True, help="给一份填好的完整示例，单位和内容都是虚构的。"
)
def new(file: Path, *, is_example: bool) -> int:
    """生成一张带说明的填报表，不改也能生成通报。"""
    from noticegen import output
    from noticegen.template import resource

    path = filenames.with_ending(file, filenames.FORM)
    if filenames.is_there(path):
        raise NoticegenError(f"“{path}”已经存在，没有覆盖，请换一个文件名。")
    text = resource("examples/redhead.yaml" if is_example else "rectification/form.yaml").decode()
    beside = path.with_name(_SCHEMA)
    is_hinted = _has_schema(beside)
    if is_hinted:
        text = text.replace(_FIRST, f"{_FOR_EDITORS}{_FIRST}", 1)
    output.write(path, text.encode())
    click.echo(_told(path, is_example=is_example))
    click.echo(f"  noticegen check {shared.quoted(path)}\n  noticegen build {shared.quoted(path)}")
    if is_hinted:
        click.echo(f"{beside} 让 VS Code 一类的编辑器提示标签，用记事本填表不用管它。")
    else:
        click.echo(f"“{beside}”不是本程序生成的，或者有人改过，没有动它，编辑器照它提示不了标签。")
    return shared.FINE


@click.command(cls=console.Command)
def schema() -> int:
    """输出填报表的 JSON Schema，供编辑器提示用。"""
    from noticegen.schema import as_json

    click.echo(as_json())
    return shared.FINE


def _told(path: Path, *, is_example: bool) -> str:
    if is_example:
        return f"已生成 {path}，是一份虚构的示例。\n把里面的每一项都换成本单位的内容，再运行："
    return f"已生成 {path}。\n用记事本打开它，照着说明改成本单位的内容，再运行："


def _has_schema(path: Path) -> bool:
    """Write the schema to *path*; False where a file is there that is not ours alone."""
    from noticegen import digest, output
    from noticegen.schema import as_file

    if filenames.is_there(path) and not (
        filenames.is_file(path) and digest.is_untouched(path.read_bytes())
    ):
        return False
    output.write(path, as_file(), is_untouched=digest.is_untouched)
    return True
