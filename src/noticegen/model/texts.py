"""The texts of a form's plain values: what they hold, and where each stands."""

from collections.abc import Collection, Iterable, Mapping

from noticegen.model.labels import Path


class Texts:
    """Every text of the form's plain *values*, in the form's order.

    Paths are worked out for the few that somebody asks after: a large form's take more
    memory than its texts.
    """

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values
        self.texts: list[str] = []
        _gather(values.values(), self.texts)
        self._whole = "\n".join(self.texts)

    def holding(self, signs: str) -> set[str]:
        """Return the texts that hold one of *signs*."""
        return {
            text for sign in signs if sign in self._whole for text in self.texts if sign in text
        }

    def located(self, wanted: Collection[str]) -> list[tuple[Path, str]]:
        """Return the texts that are among *wanted*, each with its path, in the form's order."""
        found: list[tuple[Path, str]] = []
        if wanted:
            _locate(self._values.items(), (), wanted, found)
        return found


def _gather(values: Iterable[object], found: list[str]) -> None:
    for value in values:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            _gather(value.values(), found)
        elif isinstance(value, list):
            _gather(value, found)


def _locate(
    values: Iterable[tuple[str | int, object]],
    path: Path,
    wanted: Collection[str],
    found: list[tuple[Path, str]],
) -> None:
    for part, value in values:
        if isinstance(value, str):
            if value in wanted:
                found.append(((*path, part), value))
        elif isinstance(value, dict):
            _locate(value.items(), (*path, part), wanted, found)
        elif isinstance(value, list):
            _locate(enumerate(value), (*path, part), wanted, found)
