"""How rules look for a pattern: in what is printed, the cheap test first."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from noticegen.rules.subject import Passage, Subject

Found = tuple[Passage, re.Match[str]]


def search(
    subject: Subject,
    pattern: re.Pattern[str],
    near: Iterable[str],
    view: Callable[[str], str] | None = None,
) -> Iterator[Found]:
    """Yield each match of *pattern* in a printed passage that has one of the words *near*.

    *view* gives the text to match in, as long as the passage's, what is quoted filled out.
    """
    for passage in subject.holding(*near):
        for found in pattern.finditer(view(passage.text) if view else passage.text):
            yield passage, found


def not_after(found: Iterable[Found], earlier: re.Pattern[str]) -> Iterator[Found]:
    """Yield those of *found* before which their passage has no match of *earlier*."""
    for passage, matches in groupby(found, itemgetter(0)):
        first = earlier.search(passage.text)
        for _, match in matches:
            if first is None or match.start() < first.end():
                yield passage, match
