"""The commands new and schema: what one needs before there is a form."""

from pathlib import Path

import click

from noticegen import console
from noticegen.commands.files import FINE, quoted
from noticegen.errors import NoticegenError


@click.command(cls=console.Command)
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


@click.command(cls=console.Command)
def schema() -> int:
    """输出填报表的 JSON Schema，供编辑器提示用。"""
    from noticegen.schema import as_json

    click.echo(as_json())
    return FINE
