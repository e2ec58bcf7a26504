"""Patterns of 写法: the wordings of many findings in, the one they share out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_BEFORE = ("针对", "关于", "反馈问题：", "存在问题：", "具体问题：", "问题：")
_NEEDS_AFTER = ("针对", "关于")
_AFTER = re.compile(
    "(?:的?问题(?:的?整改)?(?:落实|进展|完成)?(?:情况)?|(?:的?整改)(?:落实|进展)?(?:情况)?|方面)[。：；，]?$"
)
PHRASE = re.compile(
    "针对|反馈问题|问题：|存在问题：|关于.{2,}?问题|.*(?:问题的整改|的问题|等问题)[。：]?$"
)


class Pattern(NamedTuple):
    """A wording: what stands *before* and *after* the finding itself."""

    before: str = ""
    after: str = ""

    def text(self, name: str) -> str:
        """Return it as 写法 has it."""
        return f"{self.before}{{{{ {name} }}}}{self.after}"

    @classmethod
    def of(cls, text: str, name: str) -> "Pattern":
        """Return the pattern that 写法 has as *text*; the bare one for ""."""
        before, _, after = text.partition(f"{{{{ {name} }}}}")
        return cls(before, after)

    def core(self, head: str) -> str:
        """Return the finding that *head* words this way; "" where it is worded otherwise."""
        if len(head) <= len(self.before) + len(self.after) or not self._frames(head):
            return ""
        core = head[len(self.before) : len(head) - len(self.after)]
        is_kept = not self.after or core.rstrip("。；") == core
        says_it_twice = self.after.startswith("问题") and core.endswith("问题")
        return core if is_kept and not says_it_twice else ""

    def _frames(self, head: str) -> bool:
        return head.startswith(self.before) and head.endswith(self.after)


BARE = Pattern()


def shared(heads: Sequence[str]) -> Pattern:
    """Return the pattern that most of *heads* have: BARE where fewer than half share one."""
    found = Counter(pattern for head in heads for pattern in _patterns(head))
    fitting = {pattern: sum(1 for head in heads if pattern.core(head)) for pattern in found}
    if not fitting:
        return BARE
    best = max(fitting, key=lambda pattern: (fitting[pattern], sum(map(len, pattern))))
    return best if 2 * fitting[best] >= len(heads) else BARE


def bare(head: str) -> str:
    """Return what *head* is about, whatever its wording: a short name for the finding."""
    return next((core for pattern in _patterns(head) if (core := pattern.core(head))), head).rstrip(
        "。；："
    )


def _patterns(head: str) -> Iterator[Pattern]:
    """Yield the patterns that *head* may be an instance of, the closest first."""
    for before in _BEFORE:
        if not head.startswith(before):
            continue
        for after in _afters(head[len(before) :]):
            core = head[len(before) : len(head) - len(after)]
            if core[:1] == "“" and core[-1:] == "”" and core.count("“") == 1:
                yield Pattern(f"{before}“", f"”{after}")
            if after or before not in _NEEDS_AFTER:
                yield Pattern(before, after)


def _afters(text: str) -> Iterator[str]:
    found = _AFTER.search(text)
    if found:
        yield found.group()
        if found.group().startswith("的"):
            yield found.group()[1:]
    yield ""
