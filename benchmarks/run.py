"""Measure noticegen against its bars and print them: ratios, taken in one run.

    python benchmarks/run.py

Takes some minutes; exit code 1 where a bar is missed. README.md beside this says how to read it.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import machine
import table
import timing
from contest import BATCH, JOBS, PANDOC, SIZES, Contest, prepare
from table import Row
from timing import Usage, ratio

COLD, LARGE, MANY = 15, 15, 7
"""Rounds: of the cold starts, of the large forms, of the batches."""

LINEAR = 11
"""The bar for ten times the work."""


def cold(contest: Contest) -> Iterator[Row]:
    """One notice, one process."""
    commands = {
        "docxtpl": contest.docxtpl(["28"]),
        "build": contest.build(["28"]),
        "check": contest.noticegen("check", contest.form("28")),
        "--version": contest.noticegen("--version"),
        **({"pandoc": contest.pandoc()} if PANDOC else {}),
    }
    runs = timing.rotated(commands, COLD, contest.made)
    cpu = {name: [usage.cpu for usage in usages] for name, usages in runs.items()}
    for name, bar, goal in (("build", 1, 0.8), ("check", 0.75, None), ("--version", 0.25, None)):
        yield _cpu_row(f"cold {name} ÷ docxtpl", cpu[name], cpu["docxtpl"], bar, goal)
    yield _peak_row("28", runs["build"], runs["docxtpl"])
    if PANDOC:
        yield _cpu_row("cold build ÷ pandoc", cpu["build"], cpu["pandoc"])
    else:
        yield Row("cold build ÷ pandoc", None, note="pandoc is not installed")


def in_process(contest: Contest) -> Iterator[Row]:
    """The same notice in a process that is warm."""
    files = contest.form("28"), contest.plain("28"), contest.template
    cpu = _reported("inprocess.py", *files)
    yield _cpu_row(
        "in process, form → .docx ÷ docxtpl", cpu["noticegen"], cpu["docxtpl"], 0.4, 0.25
    )
    yield _cpu_row("in process, form → .docx ÷ floor", cpu["noticegen"], cpu["floor"])
    yield _cpu_row("in process, docxtpl ÷ floor", cpu["docxtpl"], cpu["floor"])


def large(contest: Contest) -> Iterator[Row]:
    """Ten and a hundred times the findings."""
    small, big = map(str, SIZES[1:])
    commands = {
        f"{maker.__name__} {size}": maker([size])
        for size in (small, big)
        for maker in (contest.docxtpl, contest.build)
    }
    runs = timing.rotated(commands, LARGE, contest.made)
    cpu = {name: [usage.cpu for usage in usages] for name, usages in runs.items()}
    ours, theirs = cpu[f"build {big}"], cpu[f"docxtpl {big}"]
    yield _cpu_row("2,800 findings, build ÷ docxtpl", ours, theirs, 0.8, 0.5)
    yield _cpu_row("build of 2,800 ÷ of 280", ours, cpu[f"build {small}"], LINEAR)
    for size in (small, big):
        yield _peak_row(size, runs[f"build {size}"], runs[f"docxtpl {size}"])


def batch(contest: Contest) -> Iterator[Row]:
    """Two hundred forms, two processes."""
    usage = subprocess.run(  # noqa: S603  # our own program
        contest.noticegen("build", "--help"), check=True, capture_output=True, text=True
    )
    has_jobs = JOBS[0] in usage.stdout
    commands = {
        "docxtpl": contest.docxtpl(BATCH, *JOBS),
        "ours": contest.build(BATCH, *(JOBS if has_jobs else ())),
    }
    runs = timing.rotated(commands, MANY, contest.made)
    wall = {name: [usage.wall for usage in usages] for name, usages in runs.items()}
    speed, theirs = (len(BATCH) / median(wall[name]) for name in ("ours", "docxtpl"))
    note = f"{speed:.0f} against {theirs:.0f} notices/s"
    note += "" if has_jobs else "; one process: build has no --jobs yet"
    measured = ratio(wall["docxtpl"], wall["ours"])
    yield Row("200 forms, two processes, notices/s", measured, 2.5, 4, note, at_least=True)
    cpu = {name: [usage.cpu for usage in usages] for name, usages in runs.items()}
    yield _cpu_row("200 forms, CPU ÷ docxtpl", cpu["ours"], cpu["docxtpl"])


def growth(_: Contest) -> Iterator[Row]:
    """Each stage alone, at three sizes: the worse of the two steps."""
    for name, (times, peaks) in _reported("growth.py").items():
        small, middle, big = zip(*times, strict=True)
        step = max(ratio(middle, small), ratio(big, middle))
        note = " → ".join(f"{median(values):,.1f}" for values in (small, middle, big))
        yield Row(f"{name}: ten times the findings, time", step, LINEAR, note=f"{note} ms CPU")
        step = max(peaks[1] / peaks[0], peaks[2] / peaks[1])
        note = " → ".join(f"{value:,.2f}" for value in peaks)
        yield Row(f"{name}: ten times the findings, memory", step, LINEAR, note=f"{note} MiB")


def main() -> int:
    """Measure all and print the table; return 1 where a bar is missed."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        contest = prepare(Path(folder))
        for measure in (cold, in_process, large, batch, growth):
            print(f"{measure.__name__} …", file=sys.stderr)
            rows += measure(contest)
    print(*machine.lines(), "", *table.lines(rows), sep="\n")
    return int(any(row.is_missed for row in rows))


def _cpu_row(
    name: str,
    ours: Sequence[float],
    theirs: Sequence[float],
    bar: float | None = None,
    goal: float | None = None,
) -> Row:
    note = f"{1000 * median(ours):,.1f} ÷ {1000 * median(theirs):,.1f} ms CPU"
    return Row(name, ratio(ours, theirs), bar, goal, note)


def _peak_row(size: str, ours: Sequence[Usage], theirs: Sequence[Usage]) -> Row:
    mine, other = ([usage.peak / 1024 for usage in usages] for usages in (ours, theirs))
    note = f"{median(mine):.0f} ÷ {median(other):.0f} MiB"
    return Row(f"peak memory, {int(size):,} findings ÷ docxtpl", ratio(mine, other), 1, note=note)


def _reported(script: str, *arguments: Path) -> dict[str, Any]:
    """Return what *script*, in a process of its own, prints."""
    command: timing.Command = [sys.executable, Path(__file__).with_name(script), *arguments]
    done = subprocess.run(  # noqa: S603  # a script of ours
        command, check=True, stdout=subprocess.PIPE, text=True, env=timing.ENVIRONMENT
    )
    reported: dict[str, Any] = json.loads(done.stdout)
    return reported


if __name__ == "__main__":
    sys.exit(main())
