"""The command build: forms in, notices beside them out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from noticegen import console
from noticegen.commands import files as shared
from noticegen.commands.checking import beside, own_rules
from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.pipeline import CountPages
    from noticegen.writers.look import Look

_DRAWING = 120.0  # seconds LibreOffice may take; its first start makes a profile
_ESTIMATED = "版记所在页按每页22行、每行28字推算，请打开看一眼末页，版记应当在双数页的最下面。"


class _Order(NamedTuple):
    """One form to build: its path, its bytes, where the notice goes, the errors let pass."""

    form: Path
    data: bytes
    made: Path
    allowed: tuple[str, ...]


@click.command(cls=console.Command)
@shared.FILES
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
@click.option(
    "--template",
    "chosen",
    metavar="NAME|FILE.docx",
    help="用哪个版式：自带的 plain、redhead，或者自己的模板文件；不写则看填没填「文号」。",
)
@click.option("--force", is_flag=True, help="已有的文件被人改过也覆盖。")
@click.option(
    "--allow", "allowed", metavar="CODE", multiple=True, help="放行这个代号的错误，可以写几次。"
)
def build(  # noqa: PLR0913  # an option each
    files: tuple[Path, ...],
    *,
    target: str | None,
    formats: str,
    chosen: str | None,
    force: bool,
    allowed: tuple[str, ...],
) -> int:
    """由填报表生成通报。"""
    targets = _targets(files, target, f".{formats}")
    forms = shared.read(files)
    look = _look(chosen) if chosen else None
    outcomes = [
        _build(_Order(path, data, made, allowed), look, force=force)
        for (path, data), made in zip(forms, targets, strict=True)
    ]
    if len(outcomes) > 1:
        click.echo(f"共 {len(outcomes)} 张表，生成 {sum(outcomes)} 份。")
    return shared.FINE if all(outcomes) else shared.PROBLEMS


def _look(chosen: str) -> "Look":
    """Return the look that --template names, compiled; raise where it cannot be used."""
    from noticegen import pipeline, report, template
    from noticegen.problem import Severity

    if chosen in template.LOOKS:
        return pipeline.shipped(chosen)
    path = Path(chosen)
    if not path.suffix and not path.exists():
        names = "、".join(template.LOOKS)
        raise click.UsageError(
            f"没有叫“{chosen}”的版式，自带的有 {names}，自己的模板请写带 .docx 的文件名。"
        )
    [(_, data)] = shared.read([path])
    from noticegen import lookcheck
    from noticegen.writers import docx

    found = lookcheck.problems(data)
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if errors:
        click.echo(report.as_text(chosen, errors, ()), err=True)
        raise NoticegenError(f"模板“{chosen}”有 {len(errors)} 个错误，没有生成通报，请改正后再试。")
    return docx.compile_look(data)


def _build(order: _Order, look: "Look | None", *, force: bool) -> bool:
    """Build one form; tell what came of it; return whether a notice was made."""
    from noticegen import output, pipeline, report
    from noticegen.writers import docx

    form = order.form
    slots = look.slots if look else None
    own = own_rules(beside(form))
    result = pipeline.check(order.data, shared.pictures_beside(form), slots, own=own)
    shared.show(form, result, err=True)
    if result.notice is None or pipeline.blocking(result, order.allowed):
        told = f"{report.tally(result.problems)}，没有生成通报，请改正后再试。"
        click.echo(f"{form}: {told}", err=True)
        return False
    try:
        count, blocked = _page_counter()
        built = pipeline.build(result.notice, look, seals=result.seals, count_pages=count)
        output.write(order.made, built.data, is_untouched=docx.is_untouched, force=force)
    except NoticegenError as error:
        click.echo(f"{form}: 错误: {error}", err=True)
        return False
    if built.estimated:
        click.echo(f"{form}: 提示: {blocked[0]}，{_ESTIMATED}", err=True)
    click.echo(f"已生成 {order.made}（{pipeline.summary(result.notice)}）。")
    return True


def _page_counter() -> "tuple[CountPages, list[str]]":
    """Return what counts pages with LibreOffice, and the list of why it could not."""
    blocked: list[str] = []

    def count(data: bytes) -> int | None:
        from noticegen import office, pdfpages

        if office.find() is None:
            blocked.append("没有找到 LibreOffice")
            return None
        try:
            pages = pdfpages.count(office.to_pdf(data, timeout=_DRAWING))
        except (NoticegenError, OSError):
            pages = None
        if pages is None:
            blocked.append("LibreOffice 没能画出页面")
        return pages

    return count, blocked


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
