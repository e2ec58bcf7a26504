"""Words to be found, however many: a text is asked once which two signs stand side by side."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import pairwise
from struct import unpack_from

_PAIR = 2
_PLANE = 0xFFFF


class Vocabulary:
    """Words, each remembered by its pairs of signs: a text that lacks one lacks the word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._single: list[str] = []
        self._of_two: dict[int, str] = {}
        self._longer: dict[int, list[tuple[str, AbstractSet[int]]]] = {}
        known: set[int] = set()
        for word in set(words):
            pairs = _pairs(word)
            known |= pairs
            if not pairs:
                self._single.append(word)
            elif len(word) == _PAIR and len(pairs) == 1:
                self._of_two[min(pairs)] = word
            else:
                self._longer.setdefault(min(pairs), []).append((word, pairs))
        self._known = frozenset(known)
        self._pairs, self._firsts = frozenset(self._of_two), frozenset(self._longer)

    def occurring(self, text: str) -> set[str]:
        """Return those of the words that occur in *text*."""
        found = {word for word in self._single if word in text}
        here = _pairs_in(text, self._known)
        found.update([self._of_two[pair] for pair in self._pairs & here])
        for pair in self._firsts & here:
            for word, needed in self._longer[pair]:
                if needed <= here and word in text:
                    found.add(word)
        return found


def _pairs_in(text: str, known: frozenset[int]) -> AbstractSet[int]:
    """Return which of the *known* pairs, each as one number, stand in *text*."""
    units = text.encode("utf-16-le", "surrogatepass")  # a sign outside the first plane is two
    number = len(units) // 2
    pairs = known.intersection(unpack_from(f"<{number // 2}I", units))
    if number:
        pairs |= known.intersection(unpack_from(f"<{(number - 1) // 2}I", units, 2))
    return pairs


def _pairs(word: str) -> AbstractSet[int]:
    """Return the pairs of *word* as `_pairs_in` finds them."""
    units = word.encode("utf-16-le", "surrogatepass")
    signs = unpack_from(f"<{len(units) // 2}H", units)
    return {one | other << 16 for one, other in pairwise(signs)}
