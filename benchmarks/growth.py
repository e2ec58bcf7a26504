"""How the work grows with the notice: CPU time of each stage at 28, 280 and 2,800 findings.

    python benchmarks/growth.py

The form is examples/tianchang.yaml, its findings repeated; in each copy the clauses of a line
are swapped so that few sentences stand twice. A figure is the best of several rounds;
the last column is what ten times the findings cost against 280: 10 is linear.
"""

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from noticegen import form, pipeline, template
from noticegen.compose import compose
from noticegen.model import all_labels, top_labels, validate
from noticegen.rules import judge, place_in_form
from noticegen.rules.from_notice import subject_of
from noticegen.rules.registry import RULES
from noticegen.writers import docx

EXAMPLE = Path(__file__).parents[1] / "examples" / "tianchang.yaml"
SIZES = (28, 280, 2800)
_LINE = re.compile(r" *(?:- )?(?:[一-龥]+: ?)?")
ROUNDS = {28: 9, 280: 5, 2800: 2}


def enlarged(times: int) -> bytes:
    """Return the example with its second part *times* over, each copy's words its own."""
    text = EXAMPLE.read_text(encoding="utf-8")
    first, start, rest = text.partition("  - 方面:")
    part, end, last = rest.rpartition("  - 部分: 巩固")
    chance = random.Random(0)  # noqa: S311  # no secret
    copies = (
        start + part if not copy else _shuffled(start + part, chance) for copy in range(times)
    )
    return (first + "".join(copies) + end + last).encode()


def _shuffled(part: str, chance: random.Random) -> str:
    """Swap the clauses within each line of *part*; labels stay where they are."""
    return "\n".join(_swapped(line, chance) for line in part.split("\n"))


def _swapped(line: str, chance: random.Random) -> str:
    found = _LINE.match(line)
    label, words = (found.group(), line[found.end() :]) if found else (line, "")
    clauses = [clause for clause in re.split("[，。；]", words) if clause]
    chance.shuffle(clauses)
    return label + "，".join(clauses) + ("。" if clauses else "")


def stages(data: bytes) -> dict[str, Callable[[], object]]:
    """Return each stage as something to call, fed with what the stage before it made."""
    read, _ = form.read(data, all_labels(), top_labels())
    assert read is not None  # noqa: S101  # the example reads
    notice, problems = validate(read)
    assert notice is not None, problems[:3]  # noqa: S101  # and is sound
    outline = template.resource("rectification/outline.j2").decode()
    document = compose(notice, outline)
    look = pipeline.shipped("plain")
    return {
        "form": lambda: form.read(data, all_labels(), top_labels()),
        "model": lambda: validate(read),
        "rules": lambda: list(judge(subject_of(notice), RULES, place_in_form(read))),
        "compose": lambda: compose(notice, outline),
        "docx": lambda: docx.write(document, look),
        "check, all of it": lambda: pipeline.check(data),
    }


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the least CPU time of *rounds* runs, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def main() -> None:
    """Measure and print the table."""
    measured: dict[str, list[float]] = {}
    for size in SIZES:
        for name, work in stages(enlarged(size // SIZES[0])).items():
            measured.setdefault(name, []).append(best(work, ROUNDS[size]))
    print("ms CPU".ljust(18), *(f"{size:>9}" for size in SIZES), "2800÷280".rjust(9))
    for name, times in measured.items():
        print(name.ljust(18), *(f"{time:9.1f}" for time in times), f"{times[2] / times[1]:9.1f}")


if __name__ == "__main__":
    main()
