"""Building: the zones of a source to a draft of its form."""

from noticegen.importers import contact, issuance, preamble, trial, zones
from noticegen.importers.draft import Draft, Entry, Values, plain
from noticegen.importers.lines import Line, Source
from noticegen.importers.outline import outline
from noticegen.importers.parts import Zones


def draft_of(source: Source, *, drops: bool) -> tuple[Draft, Zones]:
    """Return the draft that *source* makes, and which of its lines are what.

    *drops*: what surrounds the notice is a page's, and no part of it.
    """
    found = zones.divide(source, drops=drops)
    if not any((found.body, found.title, found.date, found.contact, found.after)):
        found = Zones(body=list(source.lines))
    genre = _genre(found)
    issued = issuance.issuance(found, source.shown, genre)
    inspection, wording = _opening(found, issued, genre)
    attachments = issuance.attachments(found)
    if not attachments:
        _keep_attachments(found)
    reached, told, above = contact.fields(found.contact, {"发文": issued, "巡察": inspection})
    entries, own = outline(found.body)
    closing = _contact_entries(found, above, told=bool(reached))
    facts: dict[str, Values] = {"发文": issued, "巡察": inspection, "联系": reached}
    facts |= {"写法": {**wording, **own, **told}, "版记": issuance.imprint(found.imprint)}
    body = [*entries, *closing, *map(_verbatim, found.after)]
    return Draft(facts, body or [_verbatim(Line(1, trial.EMPTY))], attachments), found


def _verbatim(line: Line) -> Entry:
    return Entry([line], [plain([line])])


def _opening(found: Zones, issued: Values, genre: str) -> tuple[Values, Values]:
    """Return 巡察 and 写法 of the opening, and take it out of the body."""
    lines = preamble.opening(found.body)
    inspection, wording = preamble.facts(lines, issued)
    if inspection or wording:
        del found.body[: len(lines)]
    return ({"类型": genre, **inspection} if genre != "巡察" else inspection), wording


def _genre(found: Zones) -> str:
    title = "".join(line.text for line in found.title)
    return "巡视" if "巡视" in title and "巡察" not in title else "巡察"


def _keep_attachments(found: Zones) -> None:
    """Take attachments that are not those the front names for text at the end, word for word."""
    back = [line for one in found.attachments for line in (one.label, *one.title, *one.content)]
    found.after = [*found.note, *back, *found.after]
    found.note, found.attachments = [], []


def _contact_entries(found: Zones, above: list[str], *, told: bool) -> list[Entry]:
    """Return the contact paragraphs that 写法.联系 does not give."""
    if not told:
        return [_verbatim(line) for line in found.contact]
    pairs = zip(found.contact, above, strict=False)
    return [_named(line, text) for line, text in pairs]


def _named(line: Line, text: str) -> Entry:
    named: Values = {"段落": text}
    return Entry([line], [named, plain([line])])
