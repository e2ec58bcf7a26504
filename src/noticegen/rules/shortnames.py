"""Short names that a notice defines: …有限公司党委（以下简称集团党委）."""

from collections.abc import Iterator
from typing import NamedTuple

from noticegen.patterns import pattern
from noticegen.rules.subject import Passage, Subject

_DEFINED = pattern(
    "(?P<long>《[^《》]{2,60}》|[^，。；：、（）“”《》]{2,40})"
    "（(?:以下|下)(?:统|简)?称：?(?P<short>[“《]?[^（）]{2,20}?[”》]?)）"
)
_LEAD = pattern(
    "^.*(?:[对向]|关于|根据|按照|依据|印发|制定|修订|出台|学习|贯彻|落实|执行|遵守|违反)(?=.{4})"
)
_MARKS = "“”"


class Defined(NamedTuple):
    """A short name, what it stands for, where the short name stands in the passage."""

    long: str
    short: str
    start: int
    end: int
    long_start: int


def definitions(subject: Subject) -> Iterator[tuple[Passage, Defined]]:
    """Yield each definition of a short name in reading order."""
    for passage in subject.printed:
        if "称" not in passage.text or "（" not in passage.text:
            continue
        for found in _DEFINED.finditer(passage.text):
            long = found["long"]
            if not long.startswith("《"):
                long = _LEAD.sub("", long)
            short = found["short"].strip(_MARKS)
            start = found.start("short") + found["short"].index(short)
            long_start = found.end("long") - len(long)
            yield passage, Defined(long, short, start, start + len(short), long_start)
