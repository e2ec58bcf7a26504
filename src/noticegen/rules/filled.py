"""What a form that gives statuses has filled in, as the rules on completeness ask it.

A form without any status only sets a finished notice; it is asked for nothing.
"""

from collections.abc import Iterator

from noticegen.model import Item, Kind
from noticegen.model.kinds import HEADINGS, Status
from noticegen.model.notice import statuses
from noticegen.rules.subject import Passage, Subject


def has_status(subject: Subject) -> bool:
    """Tell whether the form gives any status."""
    return subject.notice is not None and any(item.status for item in subject.notice.body)


def headed(subject: Subject, kind: Kind) -> Iterator[tuple[Passage, Item]]:
    """Yield the printed items of *kind* with the passage that heads each."""
    if subject.notice is None or not has_status(subject):
        return
    body = subject.notice.body
    public = set(map(id, subject.notice.public_body))
    for passage in subject.printed:
        if passage.place[0] == "正文" and passage.place[-1] == kind:
            item = body[passage.item]
            if id(item) in public:
                yield passage, item


def findings(subject: Subject) -> Iterator[tuple[Passage, Item, Status | None]]:
    """Yield the printed findings and tasks with their statuses."""
    if subject.notice is None or not has_status(subject):
        return
    known = {id(item): status for item, status in statuses(subject.notice.body)}
    for kind in (Kind.FINDING, Kind.TASK):
        for passage, item in headed(subject, kind):
            yield passage, item, known.get(id(item))


def inherited_deadlines(subject: Subject) -> frozenset[int]:
    """Return the places in 正文 that stand below a heading with 完成时限."""
    given: dict[Kind, str | None] = {}
    below = set()
    for place, item in enumerate(subject.notice.body if subject.notice else ()):
        if item.kind in HEADINGS:
            rank = HEADINGS.index(item.kind)
            given = {kind: given.get(kind) for kind in HEADINGS[:rank]} | {item.kind: item.deadline}
        elif any(given.values()):
            below.add(place)
    return frozenset(below)
