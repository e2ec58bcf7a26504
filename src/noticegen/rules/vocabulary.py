"""Words to be found, however many: a text is asked once which two signs stand side by side."""

from collections.abc import Iterable

from noticegen.rules.subject import Pairs, Subject, pairs_of

_PAIR = 2


class Vocabulary:
    """Words, each remembered by its pairs of signs: a text that lacks one lacks the word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._single: list[str] = []
        self._by_pair: dict[int, list[tuple[str, Pairs]]] = {}
        known: set[int] = set()
        for word in set(words):
            pairs = pairs_of(word)
            if not pairs:
                self._single.append(word)
                continue
            known |= pairs
            self._by_pair.setdefault(min(pairs), []).append((word, pairs))
        self._known = frozenset(known)

    def printed(self, subject: Subject) -> set[str]:
        """Return those of the words that *subject* prints."""
        return self._found(subject.text, subject.pairs)

    def occurring(self, text: str) -> set[str]:
        """Return those of the words that occur in *text*."""
        return self._found(text, pairs_of(text))

    def _found(self, text: str, pairs: Pairs) -> set[str]:
        found = {word for word in self._single if word in text}
        here = self._known & pairs
        for pair in here & self._by_pair.keys():
            for word, needed in self._by_pair[pair]:
                if len(word) == _PAIR or (needed <= here and word in text):
                    found.add(word)
        return found
