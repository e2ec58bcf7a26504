"""How rules follow runs of ordinals: where one breaks, and where one never goes on.

A run may stand in one paragraph or go through several; a heading or a finding suspends
it. Runs nest, and a second one may begin after the first: all that is lawful.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from noticegen.rules.ordinals import CARRIED, Ordinal, may_begin, ordinals
from noticegen.rules.subject import Fault, Passage, Role, Subject, shared

_CARRYING = (Role.PARAGRAPH, Role.MEASURE, Role.PREAMBLE, Role.ATTACHMENT)
_DEEPEST = 3
_SURE = 10  # 十一是 may be the day: a run must lead up to it


class Step(NamedTuple):
    """An ordinal where it stands."""

    passage: Passage
    ordinal: Ordinal

    def fault(self, message: str) -> Fault:
        """Return a fault of the ordinal."""
        return Fault(self.passage, self.ordinal.start, self.ordinal.end, message)


class Break(NamedTuple):
    """A step that does not follow the one before it, *last*; None where none is before."""

    step: Step
    last: Step | None


class Alone(NamedTuple):
    """A first ordinal that no second follows."""

    step: Step


class _Run:
    def __init__(self, last: Step) -> None:
        self.last = last
        self.length = 1
        self.missing: set[int] = set()

    def holds(self, first: Step) -> bool:
        """Tell whether a run that begins with *first* may stand within this one."""
        is_leading = self.last.ordinal.start == 0 and first.ordinal.start > 0
        return is_leading or self.last.passage is first.passage


class _Runs:
    """The open runs of one style, the innermost last."""

    def __init__(self) -> None:
        self.open: list[_Run] = []
        self.is_suspended = False

    def take(self, step: Step) -> Iterator[Break | Alone]:
        """Yield what is wrong once *step* follows."""
        if step.ordinal.value == 1:
            yield from self._begin(step)
            return
        at = self._before(step.ordinal.value)
        if self.is_suspended and at is None:
            yield from self.close()
        self.is_suspended = False
        if at is None:
            yield from self._break(step)
        else:
            yield from _alone(self.open[at + 1 :])
            del self.open[at + 1 :]
            self.open[at].length += 1
            self.open[at].last = step

    def _begin(self, step: Step) -> Iterator[Alone]:
        """Open a run; only a run of this paragraph or one that leads paragraphs holds it."""
        kept = [run for run in self.open if not self.is_suspended and run.holds(step)][-_DEEPEST:]
        yield from _alone([run for run in self.open if all(run is not each for each in kept)])
        self.open = [*kept, _Run(step)]
        self.is_suspended = False

    def close(self) -> Iterator[Alone]:
        """Yield the runs of one ordinal and forget all."""
        yield from _alone(self.open)
        self.open.clear()

    def _before(self, value: int) -> int | None:
        """The innermost run that *value* continues."""
        places = range(len(self.open) - 1, -1, -1)
        follows = (at for at in places if self.open[at].last.ordinal.value == value - 1)
        return next(follows, None)

    def _break(self, step: Step) -> Iterator[Break]:
        value = step.ordinal.value
        run = self.open[-1] if self.open else None
        last = run.last if run else None
        if value >= _SURE or _is_hidden(step, last):
            return
        if run is None:
            self.open.append(_Run(step))
            if step.ordinal.style not in CARRIED:  # （1） may lead the paragraph
                return
        elif value in run.missing:  # 三是 stood before 二是: said once is enough
            run.missing.discard(value)
            return
        else:
            run.missing |= set(range(run.last.ordinal.value + 1, value))
            run.last, run.length = step, run.length + 1
        yield Break(step, last)


@shared
def walked(subject: Subject) -> list[Break | Alone]:
    """Return what is wrong with the runs of *subject*."""
    return list(_walk(subject))


def _walk(subject: Subject) -> Iterator[Break | Alone]:
    styles: dict[str, _Runs] = {}
    passages = subject.printed
    begun = _begun(subject)
    last = -1
    for number in sorted(begun):
        passage = passages[number]
        styles = {style: runs for style, runs in styles.items() if style in CARRIED}
        if any(between.role not in _CARRYING for between in passages[last + 1 : number + 1]):
            for runs in styles.values():
                runs.is_suspended = True
        last = number
        for ordinal in ordinals(passage.text, begun[number]):
            for found in styles.setdefault(ordinal.style, _Runs()).take(Step(passage, ordinal)):
                if not _is_torn(found, passages):
                    yield found
    for style, runs in styles.items():
        if style in CARRIED:
            yield from (found for found in runs.close() if not _is_torn(found, passages))


def _begun(subject: Subject) -> dict[int, list[int]]:
    """Where ordinals may begin in each printed passage, by its number."""
    begun: dict[int, list[int]] = {}
    for place in may_begin(subject.text):
        number = subject.number_at(place)
        begun.setdefault(number, []).append(place - subject.starts[number])
    return begun


def _is_torn(found: Break | Alone, passages: Sequence[Passage]) -> bool:
    """Tell whether what is missing may stand outside the text: it begins or ends there."""
    passage, ordinal = found.step
    if isinstance(found, Break):
        return found.last is None and passage is passages[0] and ordinal.start == 0
    return passage is passages[-1] and ordinal.start == 0


def _is_hidden(step: Step, last: Step | None) -> bool:
    """Tell whether the ordinal that is missing stands there in another form."""
    expected = last.ordinal.value + 1 if last else 1
    if step.ordinal.value < expected:
        return False
    sign = re.escape(step.ordinal.sign(expected))
    first = "|首先|一方面" if last is None else ""
    form = re.compile(f"{sign}[是要为则来、，]|[第其]{sign}{first}")
    if last is None or last.passage is step.passage:
        start = last.ordinal.end if last else 0
        return bool(form.search(step.passage.text, start, step.ordinal.start))
    return bool(
        form.search(last.passage.text, last.ordinal.end)
        or form.search(step.passage.text, 0, step.ordinal.start)
    )


def _alone(runs: list[_Run]) -> Iterator[Alone]:
    return (Alone(run.last) for run in runs if run.length == 1 and run.last.ordinal.value == 1)
