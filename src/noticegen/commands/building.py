"""The command build: forms in, notices beside them out."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import click

from noticegen import console
from noticegen.commands import drawing, filenames, looks, naming
from noticegen.commands import files as shared
from noticegen.commands.checking import ALLOW, own_rules
from noticegen.commands.making import FORMATS, Order, Outcome, Wishes, make_all
from noticegen.errors import NoticegenError

_MOST_JOBS = 61  # more processes than that Windows does not wait for


@click.command(cls=console.Command)
@shared.FILES
@click.option(
    "-o",
    "--output",
    "target",
    metavar="PATH",
    type=filenames.PlaceName(),
    help="存到哪个文件或者文件夹，不写则存在表的旁边。",
)
@click.option(
    "--to",
    "wanted",
    metavar=",".join(FORMATS),
    help="生成哪种文件，几种之间用逗号隔开，不写则是 docx。",
)
@looks.TEMPLATE
@click.option("--force", is_flag=True, help="已有的文件被人改过也覆盖。")
@ALLOW
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, _MOST_JOBS),
    default=1,
    help="几张表同时做，表多的时候写电脑的核数。",
)
@click.option("--watch", is_flag=True, help="表一保存就重新生成，按 Ctrl+C 结束。")
@click.option("--fragment", is_flag=True, help="网页只要正文部分，供粘贴到网站的编辑器里。")
@click.option(
    "--encoding",
    metavar="E",
    type=click.Choice(["utf-8", "gb18030"]),
    help="文本文件用哪种编码：utf-8（不写时）或者 gb18030。",
)
def build(  # noqa: PLR0913  # an option each
    files: tuple[Path, ...],
    *,
    target: str | None,
    wanted: str | None,
    chosen: str | None,
    force: bool,
    allowed: tuple[str, ...],
    jobs: int,
    watch: bool,
    fragment: bool,
    encoding: str | None,
) -> int:
    """由填报表生成通报。"""
    formats = naming.formats_for(wanted, target)
    _refuse_unused(formats, fragment=fragment, encoding=encoding)
    places = naming.targets(files, target, formats)
    shared.require(files)
    look = looks.chosen_look(chosen)
    if chosen:
        shared.spare([Path(chosen)], (path for made in places for path in made.values()))
    for folder in dict.fromkeys(form.parent for form in files):
        own_rules(shared.word_lists(folder))  # one at fault stops all, said once
    wishes = Wishes(look, allowed, force, fragment, encoding or "utf-8")
    orders = [Order(form, made, wishes) for form, made in zip(files, places, strict=True)]
    return _watch(orders, jobs) if watch else _run(orders, jobs)


def _refuse_unused(formats: tuple[str, ...], *, fragment: bool, encoding: str | None) -> None:
    if fragment and "html" not in formats:
        raise click.UsageError("--fragment 只用于网页，请加上 --to html。")
    if encoding and "txt" not in formats:
        raise click.UsageError("--encoding 只用于文本，请加上 --to txt。")


def _watch(orders: Sequence[Order], jobs: int) -> int:
    """Build, and build again what was saved, until the user stops it."""
    from noticegen.commands.watching import watch

    forms = {order.form for order in orders}
    shared_files = {path for form in forms for path in shared.companions(form)}

    def rebuild(saved: set[Path]) -> None:
        is_for_all = saved & shared_files
        _run([order for order in orders if is_for_all or order.form in saved], jobs)
        click.echo("保存表就重新生成，按 Ctrl+C 结束。", err=True)

    watch(forms | shared_files, rebuild)
    return shared.FINE


def _run(orders: Sequence[Order], jobs: int) -> int:
    """Make all the orders, tell what came of each, and return the exit code."""
    has_bar = len(orders) > 1 and sys.stderr.isatty()
    outcomes = []
    for outcome in _shown(_each(orders, jobs), len(orders)) if has_bar else _each(orders, jobs):
        outcomes.append(outcome)
        if not has_bar and not drawing.is_waiting(outcome):
            _tell(outcome)
    waiting = [drawing.is_waiting(outcome) for outcome in outcomes]
    if has_bar and any(waiting):
        click.echo(f"正在用 LibreOffice 画 {sum(waiting)} 份……", err=True)
    outcomes, warnings = drawing.finished(outcomes)
    for outcome, waited in zip(outcomes, waiting, strict=True):
        if has_bar or waited:
            _tell(outcome)
    for warning in warnings:
        click.echo(warning, err=True)
    if len(outcomes) > 1:
        _sum_up(outcomes)
    if any(outcome.bug for outcome in outcomes):
        return shared.BUG
    return shared.FINE if all(outcome.is_good for outcome in outcomes) else shared.PROBLEMS


def _each(orders: Sequence[Order], jobs: int) -> Iterator[Outcome]:
    """Make *orders* in as many processes, and yield what comes of them in their order."""
    jobs = min(jobs, len(orders))
    if jobs == 1:
        yield from make_all(orders)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    yield from make_all(orders[:1])  # here, so that the processes inherit what it loads
    pool = ProcessPoolExecutor(jobs)
    try:
        yield from chain.from_iterable(pool.map(_made, _shares(orders[1:], jobs)))
    except BrokenProcessPool as error:
        raise NoticegenError(
            "有一个进程意外结束，没有做完，请再运行一次，或者去掉 --jobs。"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _shares(orders: Sequence[Order], jobs: int) -> Iterator[Sequence[Order]]:
    """Yield *orders* in shares, ever smaller ones, so that the processes end together."""
    while orders:
        size = max(1, len(orders) // (4 * jobs))
        yield orders[:size]
        orders = orders[size:]


def _made(orders: Sequence[Order]) -> list[Outcome]:
    return list(make_all(orders))


def _shown(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """Yield *outcomes* while a bar on the terminal tells how many are done."""
    with click.progressbar(
        outcomes, length=total, label="正在生成", file=sys.stderr, show_eta=False, show_pos=True
    ) as bar:
        yield from bar


def _tell(outcome: Outcome) -> None:
    """Print what was found in a form, and what became of it."""
    form = outcome.order.form
    if outcome.report:
        click.echo(outcome.report, err=True)
    if outcome.bug:
        click.echo(f"{form}: {outcome.bug}", err=True)
    for failure in outcome.failures:
        click.echo(f"{form}: {'' if outcome.faulty else '错误: '}{failure}", err=True)
    for hint in outcome.hints:
        click.echo(f"{form}: 提示: {hint}", err=True)
    if outcome.written:
        click.echo(f"已生成 {'、'.join(map(str, outcome.written))}（{outcome.summary}）。")


def _sum_up(outcomes: Iterable[Outcome]) -> None:
    """Print how many forms became notices, and which did not, with the lines to mend."""
    outcomes = list(outcomes)
    bad = [outcome for outcome in outcomes if not outcome.is_good]
    click.echo(f"共 {len(outcomes)} 张表，生成 {len(outcomes) - len(bad)} 份。")
    if bad:
        click.echo(f"没有生成的 {len(bad)} 张：", err=True)
    for outcome in bad:
        lines = f"（第{'、'.join(map(str, outcome.faulty))}行）" if outcome.faulty else ""
        click.echo(f"  {outcome.order.form}{lines}", err=True)
