"""The table: rows of ratios with their bars in, lines for a terminal out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A ratio as *measured* (None: not, *note* says why); no *bar*: for information.

    *goal* is what we want beyond the bar. A throughput has to be above them: *at_least*.
    """

    name: str
    measured: float | None
    bar: float | None = None
    goal: float | None = None
    note: str = ""
    at_least: bool = False

    @property
    def is_missed(self) -> bool:
        """Tell whether there is a bar and it is not met; not measured is not met."""
        if self.bar is None:
            return False
        if self.measured is None:
            return True
        return self.measured < self.bar if self.at_least else self.measured > self.bar


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the table, a line for each row and one above them."""
    wide = max(len(row.name) for row in rows)
    yield f"{'':{wide}}  {'ratio':>6}  {'bar':>7}  {'goal':>7}  {'':6}  in figures"
    for row in rows:
        sign = "≥" if row.at_least else "≤"
        measured = "–" if row.measured is None else f"{row.measured:.2f}"
        bar, goal = ("" if line is None else f"{sign} {line:.2f}" for line in (row.bar, row.goal))
        verdict = "" if row.bar is None else "MISSED" if row.is_missed else "ok"
        yield f"{row.name:{wide}}  {measured:>6}  {bar:>7}  {goal:>7}  {verdict:6}  {row.note}"
