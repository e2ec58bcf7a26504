"""A text typed with | below its label, taken in line by line as YAML would."""

_LONGEST = 100_000


class OddError(Exception):
    """A line that is not plainly right: the form is to be read the long way."""


class Literal:
    """A text under way, its lines deeper than *owner*."""

    def __init__(self, owner: int) -> None:
        self._owner = owner
        self._indent = 0
        self._lines: list[str] = []
        self._is_cut = False

    def takes(self, line: str) -> bool:
        """Take in a line that is the text's; False for one that is not."""
        content = line.lstrip(" ")
        indent = len(line) - len(content)
        if content and indent <= self._owner:
            # A comment here may cut the text in two, which is no plain form.
            self._is_cut = True
            return False
        if not self._lines:
            self._indent = indent
        if content and (self._is_cut or indent < self._indent):
            raise OddError
        if not content and not self._lines:
            raise OddError
        self._lines.append(line[self._indent :] if content else "")
        return True

    def text(self) -> str:
        """Return the text; blank lines behind it do not count."""
        text = "\n".join(self._lines).rstrip("\n") + "\n"
        if not self._lines or len(text) > _LONGEST:
            raise OddError
        return text
