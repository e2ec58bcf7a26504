"""The command preview: a form or a Word file in, its pages as pictures out."""

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from noticegen import console
from noticegen.commands import drawing, filenames, looks
from noticegen.commands import files as shared
from noticegen.commands.checking import ALLOW, form_checked
from noticegen.commands.making import Wishes, look_for
from noticegen.errors import NoticegenError

_WORD = (".docx", ".doc", ".wps")  # the last two are refused, with what to do
_NO_READER = "没有安装画图片要用的组件，请运行 pip install noticegen[page]，装好后再试。"


@click.command(cls=console.Command)
@click.argument("file", metavar="FILE", type=filenames.FileName())
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    type=Path,
    help="图片存到哪个文件夹，不写则存在文件的旁边。",
)
@looks.TEMPLATE
@ALLOW
@click.option("--open", "is_opened", is_flag=True, help="画好后打开第一页。")
def preview(
    file: Path,
    *,
    folder: Path | None,
    chosen: str | None,
    allowed: tuple[str, ...],
    is_opened: bool,
) -> int:
    """把填报表或者 Word 文件（.docx）的每一页画成图片，先看一眼版面。"""
    from noticegen import office, pdf, picture
    from noticegen.inspect import RefusedError, used

    is_word = file.suffix.lower() in _WORD
    if is_word and (chosen or allowed):
        raise click.UsageError("--template 和 --allow 只用于填报表，画 Word 文件请去掉。")
    [(_, data)] = shared.read([file])
    if not all(map(find_spec, ("pypdfium2", "PIL"))):
        raise NoticegenError(_NO_READER)
    word = data if is_word else _built(file, data, Wishes(looks.chosen_look(chosen), allowed))
    if word is None:
        return shared.PROBLEMS
    try:
        faces = used.faces(word)
    except RefusedError as refusal:
        raise NoticegenError(f"“{file}”画不出来：{refusal}") from refusal
    drawn = office.to_pdf(word)
    paths = _saved(list(picture.pages(drawn)), (folder or file.parent) / file.stem)
    if said := pdf.substitutes(drawn, faces).sentence:
        click.echo(f"{file}: 提示: {said}", err=True)
    last = f" 到 {paths[-1]}" if len(paths) > 1 else ""
    click.echo(f"共 {len(paths)} 页，已画成 {paths[0]}{last}。")
    if is_opened:
        _open(paths[0])
    return shared.FINE


def _built(form: Path, data: bytes, wishes: Wishes) -> bytes | None:
    """Return the notice of *form* as a Word file; None where its errors, now told, forbid it."""
    from noticegen import pipeline, report

    look = look_for(wishes)
    result = form_checked(form, data, look.slots if look else None)
    shared.show(form, result, err=True)
    notice = pipeline.let_through(result, wishes.allowed)
    if notice is None:
        told = f"{report.tally(result.problems)}，没有画出页面，请改正后再试。"
        click.echo(f"{form}: {told}", err=True)
        return None
    count, _ = drawing.page_counter()
    return pipeline.build(notice, look, seals=result.seals, count_pages=count).data


def _saved(pages: Sequence[bytes], stem: Path) -> list[Path]:
    """Save *pages* as *stem*-1.png and so on, in place of all that were drawn there before."""
    from noticegen import output, picture

    paths = [stem.with_name(f"{stem.name}-{number}.png") for number in range(1, len(pages) + 1)]
    for path in paths:
        if filenames.is_there(path) and not _is_ours(path):
            raise NoticegenError(
                f"“{path}”已经存在，不是 preview 画的，或者画好后有人改过，没有覆盖，"
                "请用 -o 换一个文件夹。"
            )
    for path, page in zip(paths, pages, strict=True):
        output.write(path, page, is_untouched=picture.is_untouched)
    for path in _stale(stem, len(pages)):
        try:
            path.unlink()
        except OSError as error:
            raise NoticegenError(
                f"删不掉以前画的“{path}”（{error.strerror}），它已经不是这份通报的页面，请手工删除。"
            ) from error
    return paths


def _stale(stem: Path, count: int) -> Iterator[Path]:
    """Yield the pages beyond *count* that a longer notice left in the place of *stem*."""
    numbered = re.compile(rf"{re.escape(stem.name)}-([1-9]\d*)\.png")
    for path in stem.parent.iterdir():
        found = numbered.fullmatch(path.name)
        if found and int(found[1]) > count and _is_ours(path):
            yield path


def _is_ours(path: Path) -> bool:
    from noticegen import picture

    try:
        return filenames.is_file(path) and picture.is_untouched(path.read_bytes()) is True
    except OSError:  # not to be read
        return False


def _open(path: Path) -> None:
    """Show *path* with the program that the system has for pictures, and say so."""
    is_shown = click.launch(str(path)) == 0
    click.echo(f"已打开 {path}。" if is_shown else f"没有找到看图片的程序，请自己打开 {path}。")
