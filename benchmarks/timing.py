"""Whole processes, timed in turn: commands in, what each run took and ratios out."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

Command = Sequence[str | Path]

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""Nothing that changes the interpreter: PYTHONDONTWRITEBYTECODE would cost at every start."""

_LAUNCHER = Path(__file__).with_name("launcher.py")


class Usage(NamedTuple):
    """What a finished process took: CPU seconds (user and system), seconds, peak KiB."""

    cpu: float
    wall: float
    peak: float


def afresh(command: Command, made: Path) -> Usage:
    """Run *command* with the folder *made*, which it writes to, empty; return what it took.

    Raises:
        CalledProcessError: It failed; run it by hand to see why.
    """
    shutil.rmtree(made)
    made.mkdir()
    done = subprocess.run(  # noqa: S603  # commands of our own
        [sys.executable, "-I", "-S", _LAUNCHER, *command],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )
    return Usage(*map(float, done.stdout.split()))


def rotated(
    commands: Mapping[str, Command], rounds: int, made: Path
) -> dict[str, tuple[Usage, ...]]:
    """Run *commands* one after the other, *rounds* times, after one round to warm up.

    *made*, the folder they write to, is empty before each.
    """
    turns = [[afresh(command, made) for command in commands.values()] for _ in range(rounds + 1)]
    return dict(zip(commands, zip(*turns[1:], strict=True), strict=True))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of *ours* ÷ *theirs*, pair by pair: the machine's drift cancels out."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))
