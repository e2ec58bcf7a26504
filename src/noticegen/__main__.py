"""Run the program: `python -m noticegen`, and what the installed command calls."""

import sys

from noticegen import cli, window


def main() -> None:
    """Run with the command line's arguments and leave with the exit code."""
    code = cli.run(sys.argv[1:])
    window.hold(sys.executable if hasattr(sys, "frozen") else sys.argv[0])
    sys.exit(code)


if __name__ == "__main__":
    main()
