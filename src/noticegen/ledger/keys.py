"""What a ledger's hidden column holds: which finding a row is, and what its cells said.

With both, a ledger that comes back tells what was changed in it from what was changed in
the form meanwhile. The column is 1:finding:nth:cells, the cells' hashes in order of FIELDS.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from noticegen import punctuation
from noticegen.ledger import days
from noticegen.ledger.rows import Row
from noticegen.model.kinds import LEDGER

FIELDS = ("反馈问题", "整改措施", *LEDGER)
"""What is compared, in the order of the key's hashes; the ledger's own words for them."""

_VERSION = "1"
_KEY = re.compile(rf"{_VERSION}:([0-9a-f]{{12}}):(\d{{1,4}}):((?:[0-9a-f]{{6}}\.?)+)")


class Key(NamedTuple):
    """A hidden cell, read: the finding, which of those alike, its cells' hashes by field."""

    finding: str
    nth: int
    hashes: Mapping[str, str]


def folded(text: str) -> str:
    """Return *text* without blanks, all widths folded: what two texts are compared by."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).rstrip("。.;")


def identities(rows: Sequence[Row]) -> list[tuple[str, int]]:
    """Return for each row what it is, and which of those that are the same."""
    seen: Counter[str] = Counter()
    found = []
    for row in rows:
        what = _hash(12, row.kind, *row.place.values(), row.text)
        seen[what] += 1
        found.append((what, seen[what]))
    return found


def written(identity: tuple[str, int], cells: Mapping[str, str]) -> str:
    """Return the hidden cell of a row with that identity and these *cells*."""
    hashes = ".".join(fingerprint(name, cells[name]) for name in FIELDS)
    return f"{_VERSION}:{identity[0]}:{identity[1]}:{hashes}"


def read(cell: str) -> Key | None:
    """Return the key that a hidden cell holds; None where it holds none."""
    found = _KEY.fullmatch(cell.strip())
    if not found:
        return None
    hashes = found[3].split(".")
    if len(hashes) != len(FIELDS):
        return None
    return Key(found[1], int(found[2]), dict(zip(FIELDS, hashes, strict=True)))


def fingerprint(name: str, cell: str) -> str:
    """Return the hash of what a cell says."""
    return _hash(6, canonical(name, cell))


def canonical(name: str, cell: str) -> str:
    """Return what a cell says, however it is typed: a date as a date, measures as lines."""
    if name == "整改措施":
        return "\n".join(filter(None, map(punctuation.normalize, cell.splitlines())))
    text = punctuation.normalize(cell)
    if name == "完成时限":
        try:
            return str(days.read(text))
        except ValueError:
            return text
    return text


def _hash(length: int, *texts: str) -> str:
    return hashlib.sha256("\0".join(_lengths(texts)).encode()).hexdigest()[:length]


def _lengths(texts: Iterable[str]) -> Iterable[str]:
    return (f"{len(text)} {text}" for text in texts)
