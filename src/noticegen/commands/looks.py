"""The option --template: a name or a file in, the look to set a notice in out."""

from pathlib import Path

import click

from noticegen.commands import filenames
from noticegen.commands import files as shared
from noticegen.errors import NoticegenError

TEMPLATE = click.option(
    "--template",
    "chosen",
    metavar="NAME|FILE.docx",
    type=filenames.PlaceName(),
    help="用哪个版式：自带的 plain、redhead，或者自己的模板文件；不写则看填没填「文号」。",
)


def chosen_look(chosen: str | None) -> str | bytes | None:
    """Return the look that --template names, None where it was not given; raise for one of no use."""
    from noticegen import report, template
    from noticegen.problem import errors_in

    if chosen is None or chosen in template.LOOKS:
        return chosen
    path = Path(chosen)
    if not path.suffix and not filenames.is_there(path):
        names = "、".join(template.LOOKS)
        raise click.UsageError(
            f"没有叫“{chosen}”的版式，自带的有 {names}，自己的模板请写带 .docx 的文件名。"
        )
    [(_, data)] = shared.read([path])
    from noticegen import lookcheck

    errors = errors_in(lookcheck.problems(data))
    if errors:
        click.echo(report.as_text(chosen, errors, ()), err=True)
        raise NoticegenError(f"模板“{chosen}”有 {len(errors)} 个错误，不能用，请改正后再试。")
    return data
