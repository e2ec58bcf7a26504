"""Continuity: which kinds count through the whole notice, and what numbers they then get.

The composer counts the same way; here it is asked before there is a form, so that 连续
can be told from the numbers of the source.
"""

from collections.abc import Iterable, Sequence

from noticegen import numerals
from noticegen.importers.draft import Entry
from noticegen.model.kinds import HEADINGS

USUAL = ("问题", "任务")
_RANKS = {str(kind): rank for rank, kind in enumerate(HEADINGS)}
_LEAF = len(HEADINGS)
_BROKEN_LEAST = 2


def continuous(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the kinds that count through, so that most numbers are the source's own."""
    kinds = dict.fromkeys(entry.kind for entry in entries if entry.number)
    chosen = set(USUAL)
    for kind in kinds:
        other = chosen ^ {kind}
        if len(wrong(entries, other)) < len(wrong(entries, chosen)):
            chosen = other
    if not chosen & set(kinds) and set(USUAL) & set(kinds):
        return ()
    return tuple(kind for kind in (*_RANKS, "要点", "事项", *USUAL) if kind in chosen)


def wrong(entries: Sequence[Entry], kinds: Iterable[str]) -> list[Entry]:
    """Return the entries that get another number than they have in the source."""
    through = set(kinds)
    counts: dict[tuple[str, int, bool], int] = {}
    found = []
    for entry in entries:
        if entry.kind == "段落" or not entry.sample:
            continue
        rank = _RANKS.get(entry.kind, _LEAF)
        run = (entry.sample, rank, entry.kind in through)
        number = counts.get(run, 0) + 1
        counts = {one: count for one, count in counts.items() if one[1] <= rank or one[2]}
        counts[run] = number
        if entry.sample != numerals.NONE and number != entry.number:
            found.append(entry)
    return found


def beyond_repair(entries: Sequence[Entry], kinds: Iterable[str]) -> list[Entry]:
    """Return the wrong entries whose numbers mean something else than their order.

    A list that has lost its numbers prints the same one throughout, and a slip leaves most
    numbers right; such entries are numbered anew. Any other number is left as it stands,
    and so is every one of a file that we wrote ourselves.
    """
    found = wrong(entries, kinds)
    lost = []
    for kind in {entry.kind for entry in found}:
        mine = [entry for entry in entries if entry.kind == kind and entry.number]
        amiss = [entry for entry in found if entry.kind == kind]
        is_lost = len(mine) >= _BROKEN_LEAST and len({entry.number for entry in mine}) == 1
        is_ours = any(entry.lines[0].exact for entry in amiss)
        if is_ours or (not is_lost and 2 * len(amiss) > len(mine)):
            lost += amiss
    return lost
