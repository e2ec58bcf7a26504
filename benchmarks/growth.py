"""How each stage grows with the notice: its CPU time and peak memory at 28, 280, 2,800 findings.

    python benchmarks/growth.py

The sizes take turns, so that their ratios hold on a machine whose speed drifts; memory is what
Python allocates (lxml's trees are not in it). Prints JSON: for each stage the milliseconds of
the three sizes in each round, and their MiB.
"""

import gc
import json
import time
import tracemalloc
from collections.abc import Callable

import forms

from noticegen import form, pipeline
from noticegen.compose import compose
from noticegen.model import all_labels, top_labels, validate
from noticegen.rules import judge, place_in_form
from noticegen.rules.from_notice import subject_of
from noticegen.rules.registry import RULES
from noticegen.writers import docx

SIZES = {28: 100, 280: 10, 2800: 1}
"""Of each size, how many runs make a round: all take about as long."""

ROUNDS = 11


def stages(data: bytes) -> dict[str, Callable[[], object]]:
    """Return each stage as something to call, fed with what the stage before it made."""
    read, _ = form.read(data, all_labels(), top_labels())
    assert read is not None  # noqa: S101  # the example reads
    notice, problems = validate(read)
    assert notice is not None, problems[:3]  # noqa: S101  # and is sound
    document = compose(notice)
    look = pipeline.shipped("plain")
    return {
        "form": lambda: form.read(data, all_labels(), top_labels()),
        "model": lambda: validate(read),
        "rules": lambda: list(judge(subject_of(notice), RULES, place_in_form(read))),
        "compose": lambda: compose(notice),
        "docx": lambda: docx.write(document, look),
    }


def spent(work: Callable[[], object], runs: int) -> float:
    """Return the CPU time of a run of *work*, the mean of *runs*, in milliseconds.

    Garbage is collected before and not within, as the program hardly ever does.
    """
    gc.collect()
    gc.disable()
    start = time.process_time()
    for _ in range(runs):
        work()
    spent = time.process_time() - start
    gc.enable()
    return 1000 * spent / runs


def peak(work: Callable[[], object]) -> float:
    """Return the most memory that *work* holds at once, in MiB."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def main() -> None:
    """Measure and print."""
    sizes = [(stages(forms.enlarged(size // forms.FINDINGS)), runs) for size, runs in SIZES.items()]
    grown = {}
    for name in sizes[0][0]:
        works = [(works[name], runs) for works, runs in sizes]
        times = [[spent(work, runs) for work, runs in works] for _ in range(ROUNDS)]
        grown[name] = times, [peak(work) for work, _ in works]
    print(json.dumps(grown))


if __name__ == "__main__":
    main()
