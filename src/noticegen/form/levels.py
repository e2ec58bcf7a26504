"""How deep a line stands: the blocks open above it, and which of them a line is to join."""

from dataclasses import dataclass, field

from noticegen.form.labels import Label


@dataclass(slots=True)
class Level:
    """An open block: its indentation, list or labels.

    *labelled*: a list's items start with labels; None until its first item tells. *entries*
    are the lines of its labels or items until one stands elsewhere.
    """

    indent: int
    is_list: bool
    labelled: bool | None = None
    entries: list[int] | None = field(default_factory=list)


class Levels:
    """The blocks open at a line, outermost first; the first is the form itself."""

    def __init__(self, indent: int) -> None:
        self._stack = [Level(indent, is_list=False)]

    @property
    def last(self) -> Level:
        """The innermost block."""
        return self._stack[-1]

    @property
    def at_root(self) -> bool:
        """Whether only the form itself is open."""
        return len(self._stack) == 1

    def __len__(self) -> int:
        return len(self._stack)

    def open(self, level: Level) -> None:
        """Go into *level*."""
        self._stack.append(level)

    def close_above(self, level: Level) -> None:
        """Go back out to *level*."""
        while self._stack[-1] is not level and len(self._stack) > 1:
            self._stack.pop()

    def around(self, level: Level) -> Level:
        """Return the block that *level* is in; of the form, itself."""
        at = next(at for at, other in enumerate(self._stack) if other is level)
        return self._stack[max(at - 1, 0)]

    def exact(self, indent: int, *, is_list: bool) -> Level | None:
        """Return the innermost list (or block of labels) at this very indentation."""
        for level in reversed(self._stack):
            if level.indent == indent and level.is_list is is_list:
                return level
        return None

    def list_for(self, *, labelled: bool) -> Level | None:
        """Return the innermost list whose items are of this sort."""
        for level in reversed(self._stack):
            if level.is_list and bool(level.labelled) is labelled:
                return level
        return None

    def map_for(self, indent: int, label: Label, *, is_top: bool) -> Level:
        """Return the block of labels that *label*, at this indentation, is to join."""
        root = self._stack[0]
        maps = [level for level in self._stack if not level.is_list]
        exact = self.exact(indent, is_list=False)
        if exact is not None and (exact is not root or is_top or not label.known):
            return exact
        candidates = maps if is_top else maps[1:] or maps
        # Of two as near, the inner one: a blank too few is the commoner slip.
        return min(
            reversed(candidates),
            key=lambda level: (abs(level.indent - indent), is_top and level is not root),
        )
