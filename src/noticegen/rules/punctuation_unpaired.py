"""引号、书名号、括号不成对。

一段里有前半没有后半，或者有后半没有前半。引文分段时每段只用前引号、末段才用后引号的，不算。

正确：增强“四个意识”，学习《中国共产党章程》。

错误：增强“四个意识，学习《中国共产党章程。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.problem import Severity
from noticegen.rules import pairs
from noticegen.rules.pairs import MATES, Scan
from noticegen.rules.subject import Fault, Passage, Subject

CODE = "punctuation-unpaired"
SEVERITY: Final = Severity.ERROR
_NONE = Scan([], [], [])


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the first mark without its mate of each passage, unless the next has the mate."""
    scans = pairs.amiss(subject)
    for at, found in scans.items():
        passage = subject.printed[at]
        before = (subject.printed[max(at - 1, 0)], scans.get(at - 1, _NONE))
        after = (subject.printed[min(at + 1, len(subject.printed) - 1)], scans.get(at + 1, _NONE))
        opened = {before[0].text[place] for place in before[1].openers}
        closed = {after[0].text[place] for place in after[1].closers}
        amiss = [place for place in found.closers if MATES.get(passage.text[place]) not in opened]
        amiss += [
            place for place in found.openers if not _goes_on(passage, place, after[0], closed)
        ]
        if places := [place for place in sorted(amiss) if _is_chinese(passage.text, place)]:
            yield _fault(passage, places[0], is_opener=places[0] in found.openers)


def _goes_on(passage: Passage, place: int, following: Passage, closed: set[str]) -> bool:
    """Tell whether what opens here is closed in, or opened again by, the next passage."""
    mark = passage.text[place]
    again = following is not passage and following.text.startswith(mark)
    return again or MATES.get(mark) in closed


def _is_chinese(text: str, place: int) -> bool:
    """Leave half-width brackets of formulas alone."""
    return text[place] not in "()" or not text[max(place - 1, 0) : place + 2].isascii()


def _fault(passage: Passage, place: int, *, is_opener: bool) -> Fault:
    mark = passage.text[place]
    mate = MATES[{"(": "（", ")": "）"}.get(mark, mark)]
    where = "后面没有与它成对的" if is_opener else "前面没有与它成对的"
    return Fault(passage, place, place + 1, f"“{mark}”{where}“{mate}”，请补上或删去。")
