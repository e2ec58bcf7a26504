"""How rules read a total and its parts in one sentence: 其中3人、2人, 共计7人."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from noticegen.patterns import pattern
from noticegen.rules.gleaned import NO_UNITS, codes, gleaned, others
from noticegen.rules.reading import BEGINNINGS, CHINESE, Quantity, masked, quantities, sentences
from noticegen.rules.subject import Fault, Passage, Subject, shared

LISTED = pattern("[^，：（）、]{0,6}(?:、|和|以及|及)[^，：（）、]{0,14}")
LOOSELY_LISTED = pattern("[^，：（）、]{0,6}(?:、|，|和|以及|及|，以及)[^，：（）、]{0,14}")
"""What stands between two parts of a list."""
_ADDED = pattern("[，、](?:共计|合计|总计|总共|共)(?:问责|处理|追责|完成|处置|涉及)?")
_LABEL = pattern("[^，：（）、]{0,14}")
_SHORT = pattern("[^，、：（）]{0,8}")
_TAIL = pattern("(?!等)[^，、：；（）]{0,8}(?:[，）]|$)")

# Of what is gleaned all digits are one, units that are added up too: three alike are looked for.
_DIGITS = f"0123456789{CHINESE}"
_OTHERS = others(f"{_DIGITS}{BEGINNINGS}{NO_UNITS}\n")
_KINDS = bytes.maketrans(
    codes(f"{_DIGITS}{NO_UNITS}名万亿"),
    codes("0" * len(_DIGITS) + "\0" * len(NO_UNITS) + "人元元"),
)
_BREAK, _DIGIT = codes("\n"), codes("0")
_THRICE = re.compile(
    b"%(digit)b([^\0%(break)b%(digit)b])(?:[^%(break)b]*?%(digit)b\\1){2}"
    % {b"digit": _DIGIT, b"break": _BREAK}
)

_FEWEST = 2
_MOST = 40  # numbers in a sentence: nobody adds up more


class Tally(NamedTuple):
    """A sentence of a passage, where it begins there, quoted words filled out; its quantities."""

    passage: Passage
    offset: int
    sentence: str
    found: list[Quantity]


class Breakdown(NamedTuple):
    """A total, its parts, the words before each part, and the sentence's place."""

    passage: Passage
    offset: int
    total: Quantity
    parts: tuple[Quantity, ...]
    labels: tuple[str, ...]

    @property
    def sum(self) -> Decimal:
        """What the parts come to, in the words' own unit where all have the same."""
        return sum((part.value for part in self.parts), Decimal(0))

    def fault(self, message: str) -> Fault:
        """Return a fault of the total."""
        start, end = self.offset + self.total.start, self.offset + self.total.end
        return Fault(self.passage, start, end, message)


@shared
def tallies(subject: Subject) -> list[Tally]:
    """Return the printed sentences with three quantities or more of one unit: a total and parts."""
    return [tally for passage in _counting(subject) for tally in _tallies(passage)]


def _counting(subject: Subject) -> list[Passage]:
    """The printed passages that may have three numbers with one unit.

    What stands between a digit and a unit may not be gleaned: there may be fewer, never more.
    """
    signs = gleaned(subject).translate(_KINDS, _OTHERS)
    if signs.count(_BREAK) != len(subject.printed) - 1:  # a line break within a text
        return list(subject.printed)
    numbers, number, end = [], 0, 0
    for found in _THRICE.finditer(signs):
        number += signs.count(_BREAK, end, found.start())
        end = found.start()
        numbers.append(number)
    return [subject.printed[number] for number in dict.fromkeys(numbers)]


def _tallies(passage: Passage) -> Iterator[Tally]:
    for offset, sentence in sentences(masked(passage.text)):
        found = quantities(sentence)
        if len(found) > _FEWEST and max(Counter(each.unit for each in found).values()) > _FEWEST:
            yield Tally(passage, offset, sentence, found)


def added(subject: Subject) -> Iterator[Breakdown]:
    """Yield each list of parts that 共计 adds up, if the sentence has no other such number."""
    for passage, offset, sentence, found in tallies(subject):
        for mark in _ADDED.finditer(sentence) if len(found) <= _MOST else ():
            total = next((each for each in found if each.start == mark.end()), None)
            if total is None:
                continue
            before = [each for each in found if each.end <= mark.start()]
            parts = [each for each in before if each.unit == total.unit]
            if len(parts) < _FEWEST or not _SHORT.fullmatch(sentence, parts[-1].end, mark.start()):
                continue
            start = _label_start(sentence, parts[0])
            if _run(sentence, parts, start, total.unit, LOOSELY_LISTED) == parts:
                labels = _labels(sentence, start, parts)
                yield Breakdown(passage, offset, total, tuple(parts), labels)


def opened(subject: Subject, opening: str, join: re.Pattern[str] = LISTED) -> Iterator[Breakdown]:
    """Yield each total with the parts listed after *opening*, a pattern (其中, a bracket)."""
    marked = pattern(f"[^，：（）、]{{0,12}}?(?:{opening})")
    for passage, offset, sentence, found in tallies(subject):
        for at, total in enumerate(found if len(found) <= _MOST else ()):
            if mark := marked.match(sentence, total.end):
                parts = _run(sentence, found[at + 1 :], mark.end(), total.unit, join)
                if len(parts) >= _FEWEST and _TAIL.match(sentence, parts[-1].end):
                    labels = _labels(sentence, mark.end(), parts)
                    yield Breakdown(passage, offset, total, tuple(parts), labels)


def _label_start(sentence: str, part: Quantity) -> int:
    """Where the words before *part* begin."""
    return max(sentence.rfind(mark, 0, part.start) for mark in "，、：") + 1


def _run(
    sentence: str, found: Sequence[Quantity], start: int, unit: str, join: re.Pattern[str]
) -> list[Quantity]:
    """Return the quantities of *unit* that stand in one list from *start* on.

    A list that goes on in another unit is none: nobody can tell what it adds up.
    """
    parts: list[Quantity] = []
    for each in found:
        between = join if parts else _LABEL
        if not between.fullmatch(sentence, parts[-1].end if parts else start, each.start):
            break
        if each.unit != unit:
            return []
        parts.append(each)
    return parts


def _labels(sentence: str, start: int, parts: Sequence[Quantity]) -> tuple[str, ...]:
    """The words before each of *parts*, those before the first from *start* on."""
    ends = [start, *(part.end for part in parts)]
    return tuple(sentence[end : part.start] for end, part in zip(ends, parts, strict=False))
