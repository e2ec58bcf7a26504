"""Run the program: `python -m noticegen`, and what the installed command calls."""

import gc
import sys

from noticegen import __version__

_SELDOM = 500_000  # objects; what a run makes are trees, in which there is little to collect


def main() -> None:
    """Run with the command line's arguments and leave with the exit code."""
    if sys.argv[1:] == ["--version"]:  # asked for more often than anything else, by machines
        print(f"noticegen {__version__}")  # noqa: T201  # click is not there yet
        return
    gc.set_threshold(_SELDOM)
    from noticegen import cli, window

    code = cli.run(sys.argv[1:])
    window.hold(sys.executable if hasattr(sys, "frozen") else sys.argv[0])
    gc.freeze()  # what is still held goes with the process: Python need not look it through
    sys.exit(code)


if __name__ == "__main__":
    main()
