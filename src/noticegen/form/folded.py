"""A value's source folded: punctuation half-width, no blanks, so that any text of it is found."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from noticegen.patterns import pattern
from noticegen.problem import Mark

# One character to one or none, so that a place in the folded text is a place in the source.
_FOLD = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FOLD |= dict(zip("“”‘’。", "\"\"''.", strict=True))
_BLANKS = " \t\r\n\u3000\xa0\u200b\u200c\u200d\ufeff\u2060\xad"
_VANISHING = pattern(f"[{_BLANKS}]")
_FOLDS = str.maketrans(_FOLD | dict.fromkeys(_BLANKS, ""))


class Folded:
    """What a source has, its blanks left out and its punctuation half-width; folded when asked."""

    def __init__(self, pieces: Sequence[tuple[Mark, str]]) -> None:
        """Take the *pieces*, a line's each, with the place where each begins."""
        self.source = "".join([piece for _, piece in pieces])
        self._marks = [mark for mark, _ in pieces]
        self._starts = list(accumulate([len(piece) for _, piece in pieces[:-1]], initial=0))
        self._places: dict[str, list[int]] = {}

    @cached_property
    def text(self) -> str:
        """The source folded."""
        return _fold(self.source)

    @cached_property
    def _vanished(self) -> list[int]:
        return _vanishing(self.source)

    @cached_property
    def _kept(self) -> list[int]:
        return [at - number for number, at in enumerate(self._vanished)]

    def mark(self, at: int) -> Mark:
        """Return the place of source[at]; below 0 that where the source begins."""
        if at < 0:
            return self._marks[0]
        number = bisect_right(self._starts, at) - 1
        mark = self._marks[number]
        return mark._replace(column=mark.column + at - self._starts[number])

    def unfolded(self, place: int) -> int:
        """Return where in the source stands what is text[place]; below 0 what is below 0."""
        return place + bisect_right(self._kept, place) if place >= 0 else place

    def piece(self, number: int) -> int:
        """Return where in the source the piece of that *number* begins; 0 where there is none."""
        return self._starts[number] if number < len(self._starts) else 0

    def place(self, at: int) -> int:
        """Return where in the text stands what is number *at* of the source's signs."""
        return at - bisect_left(self._vanished, at)

    def places_of(self, words: str) -> list[int]:
        """Return where *words* stand in the text, one after another."""
        if words not in self._places:
            self._places[words] = _places(self.text, words)
        return self._places[words]


class Written:
    """A text of the notice as a source has it: where each part of it stands there.

    The source differs in blanks and in the width of its punctuation. Where it differs in
    more, as in a name that was filled in, words are found by how often they stood before.
    """

    def __init__(self, text: str, source: Folded, number: int = 0) -> None:
        """Look for *text* in *source*, from the piece of that *number* on."""
        self._text, self._source = text, source
        start = source.piece(number)
        self._as_it_is = source.source.find(text, start)
        if self._as_it_is < 0:
            self._folded = Folded([(Mark(1, 1), text)])
            self._begin = source.place(start)
            self._at = source.text.find(self._folded.text, self._begin)
            if self._at < 0:
                self._at = source.text.find(self._folded.text)

    def locate(self, start: int, end: int) -> Mark:
        """Return the place of text[start:end]; that of the source where nothing such is in it."""
        if self._as_it_is >= 0:
            return self._source.mark(self._as_it_is + start)
        words = _fold(self._text[start:end])
        place = self._find(words, self._folded.place(start)) if words else -1
        return self._source.mark(self._source.unfolded(place))

    def _find(self, words: str, start: int) -> int:
        """Where in the folded source the *words* stand that the folded text has at *start*.

        Where the source has fewer of them, the last one stands in for more; -1 for none.
        """
        if self._at >= 0:
            return self._at + start
        places = self._source.places_of(words)
        nth = bisect_left(places, self._begin)
        nth += bisect_right(self._folded.places_of(words), start - len(words))
        return places[min(nth, len(places) - 1)] if places else -1


def _vanishing(text: str) -> list[int]:
    """Where the signs of *text* stand that are folded to nothing."""
    return [found.start() for found in _VANISHING.finditer(text)]


def _places(text: str, words: str) -> list[int]:
    """Where *words* stand in *text*, one after another."""
    places = []
    at = text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + len(words))
    return places


def _fold(text: str) -> str:
    return text.translate(_FOLDS)
