"""Look for input that breaks the program, guided by coverage: python scripts/fuzz.py TARGET.

Needs the extra `fuzz` (atheris, Linux). What breaks the program, and what reached new code, is kept in
the folder given by --into; put it, made small, into tests/fuzz/corpus/TARGET/, where the tests replay it.
"""

import argparse
import importlib
import pkgutil
import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # it ships no types

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "fuzz")]

with atheris.instrument_imports(include=["noticegen"]):
    import targets  # type: ignore[import-not-found]  # beside the tests

    import noticegen
    from noticegen import office
    from noticegen.model import all_labels

    # What a command imports only when it runs is to be watched too.
    for module in pkgutil.walk_packages(noticegen.__path__, "noticegen."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)

SLOWEST = 20  # seconds for one input; the machine may be busy
MOST_MEMORY = 2048  # MB
SYNTAX = (
    ": ",
    "- ",
    " #",
    "{{ ",
    " }}",
    "{%",
    "|",
    ">",
    "&a",
    "*a",
    "!!",
    "\\u0000",
    "<",
    "/>",
    "&#0;",
)


def look_for_faults(name: str, seconds: int, into: Path) -> None:
    """Give the target *name* one input after another for *seconds*; exits at the first fault."""
    office.find = lambda: None  # its faults are not ours, and it takes a second a start
    seeds = into / "corpus" / name
    seeds.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.TARGETS[name].seeds):
        (seeds / str(number)).write_bytes(seed)
    words = into / "words"
    entries = [
        "".join(f"\\x{byte:02x}" for byte in word.encode()) for word in (*SYNTAX, *all_labels())
    ]
    words.write_text("".join(f'"{entry}"\n' for entry in entries), encoding="ascii")
    atheris.Setup(
        [
            *(sys.argv[0], str(seeds), f"-artifact_prefix={into}/{name}-", f"-dict={words}"),
            *(f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_MEMORY}"),
            *("-max_len=30000", "-len_control=0"),
        ],
        lambda data: _judge(name, data),
    )
    atheris.Fuzz()


def _judge(name: str, data: bytes) -> None:
    for ran in targets.replay(name, data):
        if ran.code not in targets.PROMISED:
            raise AssertionError(f"{ran.arguments} ended with {ran.code}:\n{ran.printed[-2000:]}")


def main() -> None:
    """Read the command line and go."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=sorted(targets.TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="how long to look")
    parser.add_argument(
        "--into", type=Path, default=Path("fuzz-found"), help="where faults are kept"
    )
    given = parser.parse_args()
    look_for_faults(given.target, given.seconds, given.into)


if __name__ == "__main__":
    main()
