"""The data: one published notice, made longer or said in other words; texts in, bytes out."""

import random
import re
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "tianchang.yaml"
FINDINGS = 28
"""How many findings the example holds."""

_EXEMPTED = re.compile(r" *# 豁免.*\n(.*\n)")
_ENTRY = re.compile(r"(?m)^( *(?:- [一-龥]+: |- |[一-龥]+: ))(.+)$")
_CLAUSE = re.compile(r"(?:“[^”]*”|《[^》]*》|（[^）]*）|[^，。；])+")
_BRACED = re.compile(r"(?m)^( *[一-龥]+: )(\{\{.*)$")


def enlarged(times: int) -> bytes:
    """Return the example with the findings of its second part *times* over, in other words."""
    first, part, last = _parts()
    chance = random.Random(0)  # noqa: S311  # no secret
    copies = (_reworded(part, chance) for _ in range(times - 1))
    return "".join((first, part, *copies, last)).encode()


def reworded(number: int) -> bytes:
    """Return the example with its findings in other words, one way for each *number*."""
    first, part, last = _parts()
    return "".join((first, _reworded(part, random.Random(number)), last)).encode()  # noqa: S311  # no secret


def plain(form: bytes) -> bytes:
    """Return *form* as a YAML parser takes it: values that begin with {{ in quotes."""
    return _BRACED.sub(r"\1'\2'", form.decode()).encode()


def _parts() -> tuple[str, str, str]:
    text = EXAMPLE.read_text(encoding="utf-8")
    first, start, rest = text.partition("  - 方面:")
    part, end, last = rest.rpartition("  - 部分: 巩固")
    return first, start + part, end + last


def _reworded(part: str, chance: random.Random) -> str:
    """Return *part* with each entry's clauses drawn from all that it holds.

    What its exemptions excuse is not drawn, so no copy has errors that the example has not.
    """
    entries = _ENTRY.finditer(_EXEMPTED.sub("", part))
    clauses = list(
        dict.fromkeys(clause for entry in entries for clause in _CLAUSE.findall(entry[2]))
    )

    def drawn(entry: re.Match[str]) -> str:
        count = max(2, len(_CLAUSE.findall(entry[2])))
        return f"{entry[1]}{'，'.join(chance.sample(clauses, count))}。"

    return _ENTRY.sub(drawn, _EXEMPTED.sub(r"\1", part))
