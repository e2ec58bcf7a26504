"""A draft: the form to be, as plain values, and which lines of the source each item must give."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from noticegen.form import Value
from noticegen.importers.lines import Line

Values = dict[str, Value]


@dataclass(slots=True)
class Entry:
    """An item of 正文 and the lines it was made of.

    *number* and *sample* are its ordinal in the source, 0 and "" for none; *anew*: the
    source's numbers are broken there, and it gets another one. *ways* are the
    values to try, the best first; the last one, a plain 段落, always gives the lines.
    """

    lines: list[Line]
    ways: list[Values]
    sample: str = ""
    number: int = 0
    ordinal: str = ""
    anew: bool = False

    @property
    def values(self) -> Values:
        """What it is taken for now."""
        return self.ways[0]

    @property
    def kind(self) -> str:
        """The label that makes it what it is."""
        return next(iter(self.values))

    @property
    def is_plain(self) -> bool:
        """Whether nothing is left to fall back to."""
        return len(self.ways) == 1

    @property
    def texts(self) -> list[str]:
        """The paragraphs it must compose."""
        return [text for line in self.lines for text in texts_of(line)]

    def fall_back(self) -> None:
        """Take it for the next best thing."""
        if not self.is_plain:
            del self.ways[0]


def texts_of(line: Line) -> list[str]:
    """Return the paragraphs that *line* is: a table's rows are one each."""
    return ["｜".join(row) for row in line.rows] or [line.text]


def plain(lines: Sequence[Line]) -> Values:
    """Return *lines* as a 段落."""
    texts = [text for line in lines for text in texts_of(line)]
    return {"段落": one_or_list(texts)}


def one_or_list(texts: Sequence[str]) -> Value:
    """Return a single text as it is, several as a list."""
    return texts[0] if len(texts) == 1 else list(texts)


@dataclass(slots=True)
class Draft:
    """A whole form to be: what stands around 正文, by top label, and the items of 正文."""

    facts: dict[str, Values] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    attachments: list[Value] = field(default_factory=list)

    @property
    def values(self) -> Values:
        """The values of the form."""
        body: list[Value] = [entry.values for entry in self.entries]
        around: Values = {label: part for label, part in self.facts.items() if part}
        attached: Values = {"附件": self.attachments} if self.attachments else {}
        return {**around, "正文": body, **attached}
