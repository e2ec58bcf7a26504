"""Outline: the lines of the body in; the items of 正文 and the 写法 they share out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from noticegen.importers import continuity, findings
from noticegen.importers.draft import Entry, Values, one_or_list, plain
from noticegen.importers.findings import Unit, Wording
from noticegen.importers.kinds import kinds_of
from noticegen.importers.lines import Line
from noticegen.importers.tokens import Group, Token, followers, group
from noticegen.model.wording import Ordinals, PartWording

_LEAVES = ("问题", "任务", "事项")
_STOPS = "。！？：；"
_USUAL_ORDINALS = {str(field.alias): str(field.default) for field in Ordinals.model_fields.values()}
_USUAL = {
    str(field.alias): field.default
    for field in PartWording.model_fields.values()
    if isinstance(field.default, str)
}


@dataclass(slots=True)
class _Plan:
    """A group, what its ordinals number, its findings by their places, how they are worded."""

    group: Group
    kinds: dict[str, str]
    units: dict[int, Unit]
    wording: Wording


def outline(lines: Sequence[Line]) -> tuple[list[Entry], Values]:
    """Return the items of 正文 that *lines* make, and the 写法 of the whole notice."""
    plans = [_plan(one) for one in group(lines)]
    base = _base(plans)
    entries = [entry for plan in plans for entry in _entries(plan, base)]
    through = continuity.continuous(entries)
    while lost := continuity.beyond_repair(entries, through):
        for entry in lost:
            del entry.ways[:-1]
        through = continuity.continuous(entries)
    for entry in continuity.wrong(entries, through):
        entry.anew = True
    wording = _differing(base.said, _USUAL)
    if ordinals := _differing(base.ordinals, _USUAL_ORDINALS):
        wording["序号"] = ordinals
    if set(through) != set(continuity.USUAL):
        wording["连续"] = one_or_list(list(through) or ["无"])
    return entries, wording


def _plan(found: Group) -> _Plan:
    kinds = kinds_of(found)
    units = {
        at: Unit(token, list(followers(found.tokens, at)), kinds[token.sample])
        for at, token in enumerate(found.tokens)
        if kinds.get(token.sample) in _LEAVES
    }
    wording = findings.wording_of(list(units.values()))
    wording.ordinals = {kind: sample for sample, kind in kinds.items() if kind != "措施"}
    if found.part:
        wording.ordinals["部分"] = found.part.sample
    return _Plan(found, kinds, units, wording)


def _base(plans: Sequence[_Plan]) -> Wording:
    """Return the wording of the whole notice.

    What stands above the first 部分 has no wording of its own, so that is the notice's;
    else it is what most findings have, and for ordinals what most groups have.
    """
    base = Wording()
    said, ordinals = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for plan in plans:
        weight = 0 if "事项" in plan.wording.ordinals else plan.wording.weight
        said.update(dict.fromkeys(plan.wording.said.items(), weight))
        ordinals.update(plan.wording.ordinals.items())
    for (label, value), _ in said.most_common():
        base.said.setdefault(label, value)
    for (kind, sample), _ in ordinals.most_common():
        base.ordinals.setdefault(kind, sample)
    base.said |= plans[0].wording.said
    base.ordinals |= plans[0].wording.ordinals
    return base


def _differing(said: dict[str, str], usual: dict[str, str]) -> Values:
    return {label: value for label, value in said.items() if usual.get(label) != value}


def _entries(plan: _Plan, base: Wording) -> Iterator[Entry]:
    own = _own(plan.wording, base) if plan.group.part else {}
    said = {**base.said, **plan.wording.said}
    if plan.group.part:
        yield _heading(plan.group.part, "部分", [], own)
    at = 0
    while at < len(plan.group.tokens):
        token = plan.group.tokens[at]
        if at in plan.units:
            unit = plan.units[at]
            yield findings.entry_of(unit, Wording(said))
            at += 1 + len(unit.below)
            continue
        kind = plan.kinds.get(token.sample, "")
        below = _content(plan.group.tokens[at + 1 :], token, kind)
        if not kind or kind == "措施":
            yield Entry([token.line], [plain([token.line])])
        else:
            yield _heading(token, kind, below, {})
        at += 1 + len(below)


def _own(wording: Wording, base: Wording) -> Values:
    """Return the 写法 that a 部分 carries for itself."""
    own = _differing(wording.said, base.said)
    if ordinals := _differing(wording.ordinals, base.ordinals):
        own["序号"] = ordinals
    return {"写法": own} if own else {}


def _content(tokens: Sequence[Token], token: Token, kind: str) -> list[Token]:
    """Return the running text that is the 内容 of a 要点 on a line of its own."""
    head, rest = token.head() if kind == "要点" else ("", "")
    below: list[Token] = []
    if kind != "要点" or rest or head[-1:] in _STOPS:
        return below
    for following in tokens:
        if not following.is_plain or following.line.rows:
            break
        below.append(following)
    return below


def _heading(token: Token, kind: str, below: Sequence[Token], own: Values) -> Entry:
    """Return a heading with the text that runs on from it, or the paragraphs *below*."""
    head, rest = token.head()
    if head[-1:] not in _STOPS:
        head, rest = token.rest, ""
    texts = [rest] if rest else [one.text for one in below]
    content: Values = {"内容": one_or_list(texts)} if texts else {}
    lines = [token.line, *(one.line for one in below)]
    ways: list[Values] = [{kind: head, **content, **own}, plain(lines)]
    return Entry(lines, ways, token.sample, token.number, token.ordinal)
