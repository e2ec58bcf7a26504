"""Records of a ledger ↔ rows of a form: by key, else by exactly the same words."""

from collections.abc import Sequence
from typing import NamedTuple

from noticegen.importers.ledger.records import Record
from noticegen.ledger import keys
from noticegen.ledger.keys import Key
from noticegen.ledger.rows import Row
from noticegen.model import Kind


class Pair(NamedTuple):
    """A record with its row; *key*, where the ledger is ours, tells what its cells said."""

    record: Record
    row: Row
    key: Key | None


class Matched(NamedTuple):
    """The pairs, the records without a row, those with several, the rows without a record."""

    pairs: list[Pair]
    unknown: list[Record]
    ambiguous: list[Record]
    missing: list[Row]


def match(records: Sequence[Record], rows: Sequence[Row]) -> Matched:
    """Pair each record with the row of the form it tells of."""
    by_key = dict(zip(keys.identities(rows), rows, strict=True))
    owners = _owners(records)
    result = Matched([], [], [], [])
    free = {row.at: row for row in rows}
    rest = []
    for record in records:
        key = record.key if owners.get(id(record)) else None
        row = by_key.get((key.finding, key.nth)) if key else None
        if row and row.at in free:
            result.pairs.append(Pair(record, free.pop(row.at), key))
        else:
            rest.append(record)
    for record in rest:
        alike = _alike(record, list(free.values()))
        if len(alike) == 1:
            result.pairs.append(Pair(record, free.pop(alike[0].at), None))
        else:
            (result.ambiguous if alike else result.unknown).append(record)
    result.missing.extend(free.values())
    result.pairs.sort(key=lambda pair: pair.row.at)
    return result


def _owners(records: Sequence[Record]) -> dict[int, bool]:
    """Tell of each record whether its key is its own: a row copied in the sheet brings another's."""
    first: dict[tuple[str, int], Record] = {}
    for record in records:
        if record.key is None:
            continue
        name = (record.key.finding, record.key.nth)
        holder = first.get(name)
        if holder is None or (not _unchanged(holder) and _unchanged(record)):
            first[name] = record
    return {id(record): True for record in first.values()}


def _unchanged(record: Record) -> bool:
    """Tell whether the finding's words are those the key was made for."""
    said = keys.fingerprint("反馈问题", record.given.get("反馈问题", ""))
    return record.key is not None and record.key.hashes["反馈问题"] == said


def _alike(record: Record, rows: Sequence[Row]) -> list[Row]:
    wanted = keys.folded(record.text)
    found = [row for row in rows if keys.folded(row.text) == wanted and _same_kind(record, row)]
    if len(found) > 1:
        found = [row for row in found if _same_place(record, row)] or found
    return found


def _same_kind(record: Record, row: Row) -> bool:
    return (record.kind is Kind.MATTER) == (row.kind is Kind.MATTER)


def _same_place(record: Record, row: Row) -> bool:
    given = record.place.items()
    return bool(given) and all(
        keys.folded(row.place.get(kind, "")) == keys.folded(text) for kind, text in given
    )
