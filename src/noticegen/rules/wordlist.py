"""Words that are wrong: entries made ready to be found in any text, in one pass.

The lists that ship are data beside this module; an office's own becomes rules by own_rules.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.titles import without_titles

LEVELS = {"错误": Severity.ERROR, "警告": Severity.WARNING, "提示": Severity.HINT}
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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
        firsts = sorted({wrong[0] for wrong in self._entries})
        self._first = re.compile(f"[{re.escape(''.join(firsts))}]" if firsts else r"(?!)")
        lengths: dict[str, set[int]] = {first: set() for first in firsts}
        for wrong in self._entries:
            lengths[wrong[0]].add(len(wrong))
        self._lengths = {first: sorted(found)[::-1] for first, found in lengths.items()}

    def hits(self, text: str) -> Iterator[tuple[int, Entry]]:
        """Yield where each wrong word of *text* begins; those in their exceptions are none."""
        at = 0
        while found := self._first.search(text, at):
            at = found.start()
            entry = self._at(text, at)
            if entry and not _is_excepted(entry, text, at):
                yield at, entry
            at += len(entry.wrong) if entry else 1

    def faults(self, subject: Subject, *, in_titles: bool = True) -> Iterator[Fault]:
        """Yield a fault for each wrong word that is printed."""
        for passage in subject.printed:
            hits = list(self.hits(passage.text))
            if hits and not in_titles:
                outside = without_titles(passage.text)
                hits = [(at, entry) for at, entry in hits if outside.startswith(entry.wrong, at)]
            for at, entry in hits:
                yield Fault(passage, at, at + len(entry.wrong), entry.message)

    def _at(self, text: str, at: int) -> Entry | None:
        candidates = (text[at : at + length] for length in self._lengths[text[at]])
        return next((self._entries[word] for word in candidates if word in self._entries), None)


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
    # Our own data are known to be well made (a test reads them as an office's list is
    # read), so they need not pass through all that guards against a clerk's slips.
    data = resources.files("noticegen.rules").joinpath("data", f"{name}.yaml").read_bytes()
    rows: list[dict[str, str]] = yaml.load(data, _Loader)  # noqa: S506  # it makes strings only
    return tuple(
        Entry(
            row["错误写法"],
            row["正确写法"],
            LEVELS[row["级别"]],
            tuple(row["例外"].split("、")) if "例外" in row else (),
            row.get("说明", ""),
        )
        for row in rows
    )


class OwnRule:
    """A rule made of entries of one severity; it has what a rule module has.

    它查本单位词表里的写法。
    """

    def __init__(self, entries: Iterable[Entry], severity: Severity = Severity.WARNING) -> None:
        self.CODE = "term-own"
        self.SEVERITY = severity
        self._words = Words(entries)

    def check(self, subject: Subject) -> Iterator[Fault]:
        """Yield a fault for each word of the list that *subject* prints."""
        return self._words.faults(subject)


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
