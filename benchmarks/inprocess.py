"""One warm process makes the same notice in turn: with noticegen, docxtpl and a bare floor.

    python benchmarks/inprocess.py FORM.yaml PLAIN.yaml TEMPLATE.docx

noticegen goes from the form's bytes through all its checks to the Word file's; docxtpl and
the floor only render what has been read, judged and worded before the clock starts.
Prints JSON: the CPU seconds of each run.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rivals import docxtpl_script, floor

from noticegen import pipeline

ROUNDS = 40


def checked_and_built(form: bytes) -> bytes:
    """Return the notice of *form*, checked."""
    checked = pipeline.check(form)
    assert checked.notice is not None  # noqa: S101  # the example is sound
    return pipeline.build(checked.notice).data


def main() -> None:
    """Measure and print."""
    form, plain, template = map(Path, sys.argv[1:])
    data = form.read_bytes()
    context = docxtpl_script.context(docxtpl_script.read(plain))
    notice = checked_and_built(data)
    prepared = floor.prepare(notice)
    assert floor.document(floor.render(prepared)) == floor.document(notice)  # noqa: S101  # the same
    works: dict[str, Callable[[], object]] = {
        "noticegen": lambda: checked_and_built(data),
        "docxtpl": lambda: docxtpl_script.render(template, context),
        "floor": lambda: floor.render(prepared),
    }
    turns = [{name: cpu(work) for name, work in works.items()} for _ in range(ROUNDS + 1)][1:]
    print(json.dumps({name: [turn[name] for turn in turns] for name in works}))


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that *work* takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
