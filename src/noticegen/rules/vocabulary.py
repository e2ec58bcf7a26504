"""Words to be found, however many: a text is asked once which two signs stand side by side."""

from collections.abc import Iterable
from itertools import pairwise

from noticegen.rules.subject import Pairs, Subject, pairs_of

_PAIR = 2
_PLANE = 0xFFFF


class Vocabulary:
    """Words, each remembered by its pairs of signs: a text that lacks one lacks the word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._single: list[str] = []
        self._of_two: dict[int, str] = {}
        self._longer: dict[int, list[tuple[str, Pairs]]] = {}
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

    def printed(self, subject: Subject) -> set[str]:
        """Return those of the words that *subject* prints."""
        return self._found(subject.text, subject.pairs)

    def occurring(self, text: str) -> set[str]:
        """Return those of the words that occur in *text*."""
        return self._found(text, pairs_of(text))

    def _found(self, text: str, pairs: Pairs) -> set[str]:
        found = {word for word in self._single if word in text}
        here = self._known & pairs
        found.update([self._of_two[pair] for pair in self._pairs & here])
        for pair in self._firsts & here:
            for word, needed in self._longer[pair]:
                if needed <= here and word in text:
                    found.add(word)
        return found


def _pairs(word: str) -> Pairs:
    """The same as pairs_of, quicker for what is short."""
    signs = list(map(ord, word))
    if max(signs, default=0) > _PLANE:
        return pairs_of(word)
    return {one | other << 16 for one, other in pairwise(signs)}
