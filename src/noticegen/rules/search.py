"""How rules look for a pattern: in what is printed, the cheap test first."""

import re
from collections.abc import Callable, Iterable, Iterator

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
    near = tuple(near)
    for passage in subject.printed:
        text = passage.text
        for word in near:  # a plain loop: this is what every rule spends its time on
            if word in text:
                for found in pattern.finditer(view(text) if view else text):
                    yield passage, found
                break
