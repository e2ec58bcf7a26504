"""What comes of one form: an order in, its files written, what there is to say out.

A form is made here up to what only LibreOffice can tell or draw; that is left to
`drawing`, for all forms at once. Orders and outcomes pass between processes.
"""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from noticegen.commands import files as shared
from noticegen.commands import storing
from noticegen.commands.checking import form_checked
from noticegen.errors import NoticegenError

if TYPE_CHECKING:
    from noticegen.document import Document
    from noticegen.writers.look import Look

FORMATS = ("docx", "pdf", "html", "txt")
_SECRET = "填了「密级」的通报不能上网，没有生成网页和文本，请去掉 --to 里的 html、txt。"  # noqa: S105  # no password
_WITHIN = "「范围」填的是{}，网页和文本上看不出来，请不要放到公开的网站上。"


class Wishes(NamedTuple):
    """What holds for all forms of a run.

    *look* is the name of a look that ships or the bytes of the office's own; None: the
    form chooses.
    """

    look: str | bytes | None = None
    allowed: tuple[str, ...] = ()
    force: bool = False
    fragment: bool = False
    encoding: str = "utf-8"


class Order(NamedTuple):
    """One form to build, and where each of the formats wanted goes."""

    form: Path
    targets: dict[str, Path]
    wishes: Wishes


class Outcome(NamedTuple):
    """What came of an order.

    *report* is what was found in the form, *faulty* the lines that stand in the way of a
    notice. *failures* say why a file was not written, *hints* what to look at. *unwritten*
    are files made, by their format. *document* waits for its pages to be counted, *docx* to
    be drawn. *bug* is a report of ours.
    """

    order: Order
    report: str = ""
    faulty: tuple[int, ...] = ()
    failures: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    unwritten: tuple[tuple[str, bytes], ...] = ()
    written: tuple[Path, ...] = ()
    summary: str = ""
    document: "Document | None" = None
    docx: bytes | None = None
    bug: str = ""

    @property
    def is_good(self) -> bool:
        """Whether every file wanted was written."""
        return not (self.failures or self.bug)


def make_all(orders: Sequence[Order]) -> Iterator[Outcome]:
    """Make what *orders* ask for, and yield what came of each in their order; nothing is raised.

    A file is only safe once the disk has it, and that is waited for: it takes one order's files
    while the next one's are made. All else is done in this thread, as two that have much to do
    keep each other waiting.
    """
    if len(orders) == 1:
        yield _stored(*_begun(orders[0]))
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as disk:
        last = None
        for order in orders:
            following = _begun(order, lambda number: disk.submit(os.fsync, number).result)
            if last:
                yield _stored(*last)
            last = following
        if last:
            yield _stored(*last)


def _begun(order: Order, sync: storing.Sync = storing.later) -> tuple[Outcome, storing.End]:
    """Make what *order* asks for, and write it up to where the disk is waited for."""
    try:
        outcome = _made(order)
        return outcome, _storing(outcome, sync)
    except NoticegenError as error:
        outcome = Outcome(order, failures=(str(error),))
    except click.UsageError as error:  # the form is gone since the command began
        outcome = Outcome(order, failures=(error.message,))
    except Exception as error:  # noqa: BLE001  # a bug on one form stops none of the others
        outcome = _broken(order, error)
    return outcome, storing.Stored


def _stored(outcome: Outcome, end: storing.End) -> Outcome:
    """Tell in *outcome* which files *end* gives their names."""
    try:
        written, failures = end()
    except Exception as error:  # noqa: BLE001  # the same
        return _broken(outcome.order, error)
    return outcome._replace(
        unwritten=(),
        written=(*outcome.written, *written),
        failures=(*outcome.failures, *failures),
    )


def _storing(outcome: Outcome, sync: storing.Sync = storing.later) -> storing.End:
    targets, wishes = outcome.order.targets, outcome.order.wishes
    return storing.begin(outcome.unwritten, targets, force=wishes.force, sync=sync)


def _broken(order: Order, error: Exception) -> Outcome:
    from noticegen import __version__, console

    return Outcome(order, bug=console.bug_report(error, __version__))


def look_for(wishes: Wishes) -> "Look | None":
    """Return the look wished for, compiled; None where the form chooses."""
    if wishes.look is None:
        return None
    if isinstance(wishes.look, bytes):
        return _compiled(wishes.look)
    from noticegen import pipeline

    return pipeline.shipped(wishes.look)


def written(outcome: Outcome, kind: str, data: bytes) -> Outcome:
    """Write *data* as the format *kind*, where that is wanted."""
    outcome = outcome._replace(unwritten=((kind, data),))
    return _stored(outcome, _storing(outcome))


def _made(order: Order) -> Outcome:
    from noticegen import pipeline
    from noticegen.problem import errors_in
    from noticegen.report import tally
    from noticegen.writers import docx

    [(_, data)] = shared.read([order.form])
    look = look_for(order.wishes)
    result = form_checked(order.form, data, look.slots if look else None)
    report = shared.report_on(order.form, result)
    notice = pipeline.let_through(result, order.wishes.allowed)
    if notice is None:
        faulty = dict.fromkeys(error.mark.line for error in errors_in(result.problems))
        told = f"{tally(result.problems)}，没有生成通报，请改正后再试。"
        return Outcome(order, report, tuple(faulty), (told,))
    shared.spare(shared.with_companions([order.form]), order.targets.values())
    document = pipeline.composed(notice, result.seals)
    look = look or pipeline.look_of(document)
    outcome = Outcome(order, report, summary=pipeline.summary(notice))
    if order.targets.keys() & {"docx", "pdf"}:
        if docx.needs_pages(document, look):
            outcome = outcome._replace(document=document)
        else:
            data = docx.write(document, look)
            outcome = outcome._replace(
                unwritten=(("docx", data),), docx=data if "pdf" in order.targets else None
            )
    if order.targets.keys() & _FOR_ALL.keys():
        outcome = _published(outcome, document, scope=notice.issuance.scope)
    return outcome


def _published(outcome: Outcome, document: "Document", scope: str) -> Outcome:
    """Make what anybody may read, unless the notice is not for anybody."""
    if "密级" in document.words:
        return outcome._replace(failures=(*outcome.failures, _SECRET))
    if scope != "公开":
        outcome = outcome._replace(hints=(*outcome.hints, _WITHIN.format(scope)))
    targets, wishes = outcome.order.targets, outcome.order.wishes
    made = [(kind, make(document, wishes)) for kind, make in _FOR_ALL.items() if kind in targets]
    return outcome._replace(unwritten=(*outcome.unwritten, *made))


def _page(document: "Document", wishes: Wishes) -> bytes:
    from noticegen.writers import html

    return html.fragment(document) if wishes.fragment else html.write(document)


def _text(document: "Document", wishes: Wishes) -> bytes:
    from noticegen.writers import text

    return text.write(document).encode(wishes.encoding)


_FOR_ALL = {"html": _page, "txt": _text}  # carry no mark of secrecy


@lru_cache(maxsize=2)
def _compiled(data: bytes) -> "Look":
    from noticegen.writers import docx

    return docx.compile_look(data)
