"""Zones: the lines of a source in; title, opening, body, contact, signature, the rest out.

What surrounds the notice on a web page is told apart here; nothing is thrown away, it
goes to ``left_out``.
"""

from noticegen.importers import heads, tails
from noticegen.importers.lines import Source
from noticegen.importers.parts import Zones


def divide(source: Source, *, drops: bool) -> Zones:
    """Return the zones of *source*; *drops*: what surrounds the notice is no part of it."""
    zones = Zones(left_out=[line for line in source.lines if line.aside])
    lines = [line for line in source.lines if not line.aside]
    zones.imprint = [line for line in lines if tails.is_imprint(line)]
    lines = [line for line in lines if not tails.is_imprint(line)]
    end = tails.signature(lines, zones)
    start = heads.title(lines[:end], zones)
    tail = lines[end:]
    body = heads.opened(lines[: start[0]], lines[start[1] : end], zones, drops=drops)
    rest = tails.closed(tail, zones, drops=drops) if zones.date else tail
    if drops and not zones.date:
        body = tails.without_foot(body, zones)
    body = tails.note(body, zones)
    zones.body = tails.contact(body, zones)
    if drops:
        zones.left_out += rest
    else:
        zones.after = rest
    zones.left_out.sort(key=lambda line: line.number)
    return zones
