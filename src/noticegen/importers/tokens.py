"""Tokens: the lines of the body with their ordinals told apart, in groups under a 部分 each."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from noticegen import numerals
from noticegen.importers import ordinals
from noticegen.importers.lines import Line

NONE = numerals.NONE
_PART = "一、"
_BODY = "公文正文"
_LONGEST_HEADING = 60
_CLOSED = re.compile("[。；：，！？…、]$")
_HEADING_WORDS = re.compile("情况|打算|事项|成效|方面|措施|工作$|责任$")
_QUOTES = {"“": "”", "（": "）", "《": "》", "‘": "’"}


@dataclass(slots=True)
class Token:
    """A line of the body: *sample* is the form of its ordinal, 无 for a heading without one.

    A line that is no heading has "" there; *rest* is its text without the ordinal.
    """

    line: Line
    sample: str = ""
    number: int = 0
    rest: str = ""
    ordinal: str = ""
    depth: float = 0

    @property
    def is_plain(self) -> bool:
        """Whether it is running text."""
        return not self.sample

    @property
    def text(self) -> str:
        """Its text as it stands."""
        return self.line.text

    def head(self) -> tuple[str, str]:
        """Its text without the ordinal as heading and running text; the latter may be ""."""
        if self.line.head:
            return _of_head(self.line, self.ordinal)
        at = first_stop(self.rest)
        return self.rest[:at], self.rest[at:]


@dataclass(slots=True)
class Group:
    """A 部分 and what stands under it; *part* is None above the first one."""

    part: Token | None = None
    tokens: list[Token] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The heading of the 部分."""
        return self.part.rest if self.part else ""


def first_stop(text: str) -> int:
    """Return where the first sentence of *text* ends, stops within quotes not counted."""
    closing: list[str] = []
    for at, character in enumerate(text):
        if character in _QUOTES:
            closing.append(_QUOTES[character])
        elif closing and character == closing[-1]:
            closing.pop()
        elif character == "。" and not closing:
            return at + 1
    return len(text)


def group(lines: Sequence[Line]) -> list[Group]:
    """Return the groups that *lines* make, the one above the first 部分 first."""
    tokens = [_token(line) for line in lines]
    _promote_headings(tokens)
    _rejoin_circled(tokens)
    groups = [Group()]
    top = _top(tokens)
    for token in tokens:
        if _is_part(token, top):
            groups.append(Group(token))
        else:
            groups[-1].tokens.append(token)
    for one in groups:
        _place_labelled(one.tokens)
    return groups


def _token(line: Line) -> Token:
    if line.rows:
        return Token(line)
    mark = ordinals.mark(line.text)
    if line.exact and not line.level:
        # A paragraph of ours without a heading in it is running text, whatever it begins with.
        if not line.head or line.style != _BODY:
            return Token(line)
        mark = mark or ordinals.running(line.text)
    if mark and line.exact and numerals.level(mark.sample) not in (None, 0, line.level or None):
        mark = mark if line.head and not line.level else None
    if mark:
        depth = ordinals.depth(mark.sample)
        return Token(line, mark.sample, mark.number, mark.rest, mark.text, depth)
    if line.level and (line.exact or len(line.text) <= _LONGEST_HEADING):
        return Token(line, NONE, 0, line.text, "", line.level)
    if line.exact and line.head:
        return Token(line, NONE, 0, line.text, "", 2)
    return Token(line)


def _of_head(line: Line, ordinal: str) -> tuple[str, str]:
    head = line.head.removeprefix(ordinal).strip()
    return head, line.text.removeprefix(line.head).strip()


def _promote_headings(tokens: list[Token]) -> None:
    """Take short lines without a stop for headings where nothing else divides the text."""
    if any(token.sample == _PART or token.line.level or token.line.exact for token in tokens):
        return
    for token, following in itertools.pairwise(tokens):
        text = token.text
        is_short = token.is_plain and 0 < len(text) <= _LONGEST_HEADING and "：" not in text
        if is_short and not _CLOSED.search(text) and _HEADING_WORDS.search(text):
            opens = following.number == 1 and following.depth > 1
            if opens or (following.is_plain and following.text.endswith("。")):
                token.sample, token.rest, token.depth = NONE, text, 1


def _rejoin_circled(tokens: Sequence[Token]) -> None:
    """Take （21） after ⑳ for its next: no circle holds a higher number."""
    last = 0
    for token in tokens:
        if token.sample == "（1）" and last >= numerals.LAST_CIRCLED and token.number == last + 1:
            token.sample, token.depth = "①", ordinals.depth("①")
        if token.sample == "①":
            last = token.number


def _place_labelled(tokens: Sequence[Token]) -> None:
    """Put 反馈问题一： below the forms that stand before it, above those that come later."""
    first = next((at for at, token in enumerate(tokens) if "问题" in token.sample), 0)
    above = [token.depth for token in tokens[:first] if token.number]
    for token in tokens[first:]:
        if "问题" in token.sample:
            token.depth = max(above, default=0) + 0.5


def _top(tokens: Sequence[Token]) -> float:
    """Return the depth of the headings that are 部分; 0 for none."""
    if any(token.sample == _PART for token in tokens):
        return 1
    bare = [token.depth for token in tokens if token.sample == NONE]
    marked = [token.depth for token in tokens if token.number]
    if not bare or (marked and min(marked) <= min(bare)):
        return 1 if bare and min(bare) == 1 else 0
    return min(bare)


def _is_part(token: Token, top: float) -> bool:
    if not top or token.is_plain:
        return False
    if token.sample == _PART:
        return token.line.level in (0, 1) or not token.line.exact
    if token.sample != NONE:
        return False
    return token.depth == 1 if token.line.exact else token.depth <= top


def followers(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """Yield what stands under the token number *at*: up to the next that is no deeper."""
    for token in tokens[at + 1 :]:
        if not token.is_plain and token.depth <= tokens[at].depth:
            return
        yield token
