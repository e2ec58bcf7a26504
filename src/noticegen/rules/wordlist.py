"""Words that are wrong: entries made ready to be found in any text, in one pass.

The lists that ship are data beside this module; an office's own becomes rules by own_rules.
"""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import NamedTuple

from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.titles import without_titles
from noticegen.rules.vocabulary import Vocabulary

_DATA = Path(__file__).with_name("data")
LEVELS = {"错误": Severity.ERROR, "警告": Severity.WARNING, "提示": Severity.HINT}


class Entry(NamedTuple):
    """A wrong word, the right one, and the longer words in which it is right."""

    wrong: str
    right: str
    severity: Severity = Severity.WARNING
    exceptions: tuple[str, ...] = ()
    note: str = ""

    @property
    def message(self) -> str:
        """The sentence that a fault of this word says."""
        note = f"，{self.note.rstrip('。')}" if self.note else ""
        if not self.right:
            return f"{quoted(self.wrong)}不宜使用{note}，请改写。"
        return f"{quoted(self.wrong)}应写作{quoted(self.right)}{note}。"


class Words:
    """Entries made ready to be found, however many, in one pass over a text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.wrong: entry for entry in entries}

    def hits(self, text: str, words: Iterable[str]) -> Iterator[tuple[int, Entry]]:
        """Yield where each of the wrong *words* begins in *text*, unless in an exception."""
        end = 0
        for at, _, word in sorted(_places(text, words)):  # of those at one place the longest
            if at < end:
                continue
            entry, end = self._entries[word], at + len(word)
            if not _is_excepted(entry, text, at):
                yield at, entry

    def faults(
        self, subject: Subject, printed: AbstractSet[str], *, in_titles: bool = True
    ) -> Iterator[Fault]:
        """Yield a fault for each wrong word of *subject*: *printed* has those that occur."""
        words = self._entries.keys() & printed
        for passage in subject.holding(*words):
            hits = list(self.hits(passage.text, words))
            if hits and not in_titles:
                outside = without_titles(passage.text)
                hits = [(at, entry) for at, entry in hits if outside.startswith(entry.wrong, at)]
            for at, entry in hits:
                yield Fault(passage, at, at + len(entry.wrong), entry.message)


def _places(text: str, words: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at, -len(word), word
            at = text.find(word, at + 1)


def _is_excepted(entry: Entry, text: str, start: int) -> bool:
    end = start + len(entry.wrong)
    reaches = ((word, len(word) - 1) for word in entry.exceptions)
    return any(text.find(word, max(start - more, 0), end + more) >= 0 for word, more in reaches)


def quoted(word: str) -> str:
    """Return *word* as a sentence names it, with no second quotation marks around “…”."""
    return word if word.startswith("“") else f"“{word}”"


@cache
def shipped(name: str, severity: Severity) -> Words:
    """Return the words of that severity in the list *name* that ships with the program."""
    return Words(entry for entry in shipped_entries(name) if entry.severity is severity)


@cache
def shipped_entries(name: str) -> tuple[Entry, ...]:
    """Return the entries of the list *name* that ships with the program."""
    # Our own data are known to be well made: a test reads them as an office's list is read,
    # so they need pass neither through YAML nor through all that guards against slips.
    data = (_DATA / f"{name}.yaml").read_text(encoding="utf-8")
    entries = []
    for lines in data.split("\n- ")[1:]:
        row = dict(line.strip().split(": ", 1) for line in lines.split("\n") if ": " in line)
        entries.append(
            Entry(
                row["错误写法"],
                row["正确写法"],
                LEVELS[row["级别"]],
                tuple(row["例外"].split("、")) if "例外" in row else (),
                row.get("说明", ""),
            )
        )
    return tuple(entries)


class OwnRule:
    """A rule made of entries of one severity; it has what a rule module has.

    它查本单位词表里的写法。
    """

    def __init__(self, entries: Collection[Entry], severity: Severity = Severity.WARNING) -> None:
        self.CODE = "term-own"
        self.SEVERITY = severity
        self._words = Words(entries)
        self._vocabulary = Vocabulary(entry.wrong for entry in entries)

    def check(self, subject: Subject) -> Iterator[Fault]:
        """Yield a fault for each word of the list that *subject* prints."""
        return self._words.faults(subject, self._vocabulary.occurring(subject.text))


def own_rules(entries: Iterable[Entry]) -> tuple[OwnRule, ...]:
    """Return the rules that find *entries*: one for each severity among them.

    A rule has one severity, entries have three.
    """
    entries = list(entries)
    return tuple(
        OwnRule(chosen, severity)
        for severity in Severity
        if (chosen := [entry for entry in entries if entry.severity is severity])
    )
