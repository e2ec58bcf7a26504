"""四个字以上的词组或者一个分句原样连写了两遍。

正确：完善规章制度，堵塞管理漏洞。

错误：完善规章制度，完善规章制度，堵塞管理漏洞。
"""

from collections.abc import Iterator
from itertools import compress, pairwise
from operator import eq
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "duplicate-phrase"
SEVERITY: Final = Severity.ERROR
_CLAUSE = pattern("[^，。；、：！？]+")
_OTHER_MARKS = "、。；：！？\n"  # that end a clause, as ， does
_SHORTEST, _LONGEST = 4, 12
_SHORTEST_CLAUSE = 5
_MANY = 50  # clauses to look for in all that is printed: it is quicker to read it all
_CHINESE = pattern("[\u4e00-\u9fff]+")
_ORGAN = pattern("[组会部室所局院校馆站办委处科队厅司系党团]$")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each phrase and each clause that stands twice running."""
    for passage in _suspects(subject):
        if passage.role in (Role.CONTACT, Role.ATTACHMENT):
            continue
        clauses = list(_CLAUSE.finditer(passage.text))
        for one, other in pairwise(clauses):
            joint = passage.text[one.end() : other.start()]
            if one.group() == other.group() and joint in "，、" and _is_long(one.group()):
                yield _fault(passage, one.start(), other.end(), one.group())
        for clause in clauses:
            if found := _run(clause.group()):
                start, length = clause.start() + found[0], found[1]
                words = passage.text[start : start + length]
                yield _fault(passage, start, start + 2 * length, words)


def _suspects(subject: Subject) -> list[Passage]:
    """Return the passages that may have a phrase or a clause twice: most have none."""
    text = subject.text.replace("，、", "，")
    for mark in _OTHER_MARKS:
        text = text.replace(mark, "，")
    clauses = text.split("，")
    twice = set(filter(_is_long, compress(clauses, map(eq, clauses, clauses[1:]))))
    if len(twice) > _MANY:
        return list(subject.printed)
    doubled = [clause + joint + clause for clause in twice for joint in ("，", "、", "，、")]
    numbers = {*_repeated(subject), *subject.numbers_of(*doubled)}
    return [subject.printed[at] for at in sorted(numbers)]


def _repeated(subject: Subject) -> Iterator[int]:
    """Yield the passages, by number, in which a phrase is followed by itself.

    All even places are compared at once: of each character there a byte, of all a number.
    It differs from that of the characters a phrase's length on in no byte of what stands
    there twice; half of a phrase's places are even, whether it begins at one or before it.
    """
    text, starts = subject.text, [*subject.starts, len(subject.text) + 1]
    signs = text.encode("utf-32-le", "surrogatepass")
    even, odd = (int.from_bytes(signs[first::8], "little") for first in (0, 4))
    for length in range(_SHORTEST, _LONGEST + 1):
        like = bytes(length // 2)
        moved = (odd if length % 2 else even) >> 8 * len(like)
        unlike = (even ^ moved).to_bytes(len(text) // 2 + 1, "little")
        at = unlike.find(like)
        while at >= 0:
            for start in range(max(2 * at - 1, 0), 2 * at + 1):
                end = start + length
                if text.startswith(text[start:end], end):
                    number = subject.number_at(start)
                    yield number
                    at = max(at, starts[number + 1] // 2 - 1)  # once in a passage is enough
            at = unlike.find(like, at + 1)


def _is_long(clause: str) -> bool:
    return len(clause) >= _SHORTEST_CLAUSE


def _fault(passage: Passage, start: int, end: int, words: str) -> Fault:
    return Fault(passage, start, end, f"“{words}”连写了两遍，请删去一遍。")


def _run(clause: str) -> tuple[int, int] | None:
    """Where a run of characters stands twice running in *clause*, and its length."""
    last: dict[str, int] = {}
    for at in range(len(clause) - _SHORTEST + 1):
        piece = clause[at : at + _SHORTEST]
        start = last.get(piece)
        last[piece] = at
        if start is None or not _SHORTEST <= at - start <= _LONGEST:
            continue
        words = clause[start:at]
        if clause.startswith(words, at) and _is_phrase(words):
            return start, at - start
    return None


def _is_phrase(words: str) -> bool:
    """Tell whether writing *words* twice is a slip: 一步一步 and 办公室办公室主任 are none."""
    if words.startswith("一") or _ORGAN.search(words) or words[: len(words) // 2] * 2 == words:
        return False
    return bool(_CHINESE.fullmatch(words))
