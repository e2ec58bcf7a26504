"""Findings: a finding with what follows it in; the item of 正文 that gives it, out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from noticegen import numerals
from noticegen.form import Value
from noticegen.importers import measures, patterns
from noticegen.importers.draft import Entry, Values, one_or_list, plain
from noticegen.importers.lines import Line
from noticegen.importers.measures import Measures
from noticegen.importers.patterns import Pattern
from noticegen.importers.tokens import Token

_MATTER = re.compile(
    "(?P<matter>.+?)(?P<between>需要?(?:继续|进一步)整改[。：，；](?:(?:还|仍|尚)?存在的?(?:主要)?问题：)?)"
    "(?P<remaining>.*?)(?P<label>(?:下一步)?(?:的?整改|工作|主要)?措施：|$)"
)
USUAL_MATTER = "需进一步整改。还存在的问题："


@dataclass(slots=True)
class Unit:
    """A finding, a task or a matter: its token and the tokens below it."""

    token: Token
    below: list[Token]
    kind: str

    @property
    def together(self) -> tuple[str, str]:
        """The finding and its measures where they stand in one paragraph."""
        if self.token.line.head:
            return self.token.head()
        head, _ = self.token.head()
        return measures.split(self.token.rest, len(head))

    @property
    def lines(self) -> list[Line]:
        """The lines it is made of."""
        return [self.token.line, *(token.line for token in self.below)]


@dataclass(slots=True)
class Wording:
    """写法 as one group tells it: *said* by labels, *ordinals* by kinds; *weight* is its findings."""

    said: dict[str, str] = field(default_factory=dict)
    ordinals: dict[str, str] = field(default_factory=dict)
    weight: int = 0


def wording_of(units: Sequence[Unit]) -> Wording:
    """Return how most of *units*, all of one kind, are worded; what they do not tell is absent."""
    if not units:
        return Wording()
    kind, mode = units[0].kind, _mode(units)
    said: dict[str, str] = {}
    if kind == "事项":
        found = [answer for unit in units if (answer := _matter(unit)[1]) and answer.texts]
        between = Counter(text for unit in units if (text := _between(unit)))
        if between and (usual := between.most_common(1)[0][0]) != USUAL_MATTER:
            said["事项"] = f"{{{{ 事项 }}}}{usual}{{{{ 存在问题 }}}}"
    else:
        found = [answer for unit in units if (answer := _answer(unit, mode)) and answer.texts]
        said[kind] = patterns.shared([_head(unit, mode) for unit in units]).text(kind)
    if found:
        label, sample = measures.usual(found)
        said |= {"措施": mode, "措施引语": label}
        if sample:
            said["措施序号"] = sample
    return Wording(said, weight=len(units))


def entry_of(unit: Unit, wording: Wording) -> Entry:
    """Return the item that *unit* is in a group so worded."""
    token = unit.token
    ways: list[Values] = []
    if unit.kind == "事项":
        ways += _matter_ways(unit, wording)
    else:
        ways += _finding_ways(unit, wording)
    ways.append(plain(unit.lines))
    return Entry(unit.lines, ways, token.sample, token.number, token.ordinal)


def _finding_ways(unit: Unit, wording: Wording) -> list[Values]:
    mode = wording.said.get("措施", "另段")
    head = _head(unit, mode)
    pattern = Pattern.of(wording.said.get(unit.kind, ""), unit.kind)
    core = pattern.core(head)
    named: Values = {unit.kind: core} if core else {unit.kind: patterns.bare(head), "原文": head}
    ways = []
    if (answer := _answer(unit, mode)) and (said := _answered(answer, wording)) is not None:
        rest = _rest(unit, mode)
        ways.append({**named, **said, **_content(rest)})
    whole = unit.token.rest
    short = patterns.bare(unit.token.head()[0])
    below = [token.text for token in unit.below]
    ways.append({unit.kind: short, "原文": whole, **_content(below)})
    return ways


def _matter_ways(unit: Unit, wording: Wording) -> list[Values]:
    found, answer = _matter(unit)
    if not found or not answer:
        return []
    values: Values = {"事项": found["matter"]}
    if found["remaining"]:
        values["存在问题"] = found["remaining"]
    said = _answered(answer, wording)
    return [{**values, **said}] if said is not None else []


def _matter(unit: Unit) -> tuple[re.Match[str] | None, Measures | None]:
    """Return what the line of a 事项 tells, and its measures where all is theirs."""
    found = _MATTER.match(unit.token.rest)
    if not found:
        return None, None
    if after := unit.token.rest[found.start("label") :]:
        return found, None if unit.below else measures.parse(after)
    answer, taken = measures.parse_each(unit.below) or (
        measures.parse(unit.below[0].text if unit.below else ""),
        min(1, len(unit.below)),
    )
    return found, answer if taken == len(unit.below) else None


def _between(unit: Unit) -> str:
    found = _MATTER.match(unit.token.rest)
    return found["between"] if found and found["remaining"] else ""


def _mode(units: Sequence[Unit]) -> str:
    apart = [unit for unit in units if unit.below]
    within = [unit for unit in units if not unit.below and unit.together[1]]
    if len(apart) < len(within):
        return "同段"
    each = [unit for unit in apart if measures.parse_each(unit.below)]
    return "逐条" if 2 * len(each) >= len(apart) and each else "另段"


def _head(unit: Unit, mode: str) -> str:
    """The words of the finding itself."""
    head, rest = unit.together
    return head if mode == "同段" and rest else unit.token.rest


def _answer(unit: Unit, mode: str) -> Measures | None:
    """The measures of *unit*, None where they stand elsewhere than in *mode*."""
    _, rest = unit.together
    if mode == "同段":
        return measures.parse(rest) if rest else Measures("", "", (), "")
    if not unit.below:
        return Measures("", "", (), "")
    if mode == "逐条" and (each := measures.parse_each(unit.below)):
        return each[0]
    if not unit.below[0].is_plain:
        return None
    return measures.parse(unit.below[0].text)


def _rest(unit: Unit, mode: str) -> list[str]:
    """The paragraphs that follow the measures."""
    taken = 0 if mode == "同段" else min(1, len(unit.below))
    if mode == "逐条" and (each := measures.parse_each(unit.below)):
        taken = each[1]
    return [token.text for token in unit.below[taken:]]


def _answered(answer: Measures, wording: Wording) -> Values | None:
    """Return 导语 and 措施 as a group so worded has them; None where it cannot."""
    if not answer.texts:
        return {}
    usual, sample = wording.said.get("措施引语", ""), wording.said.get("措施序号", "一是")
    many = len(answer.texts) > 1
    if many and sample not in (answer.sample, numerals.NONE):
        return None
    if not answer.label.startswith(usual):
        return None
    lead = answer.label.removeprefix(usual) + answer.lead
    texts: list[Value] = list(answer.texts)
    said: Values = {"导语": lead} if lead else {}
    return {**said, "措施": texts}


def _content(texts: Sequence[str]) -> Values:
    return {"内容": one_or_list(texts)} if texts else {}
