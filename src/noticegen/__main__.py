"""Run the program: `python -m noticegen`, and what the installed command calls."""

import sys

from noticegen import cli


def main() -> None:
    """Run with the command line's arguments and leave with the exit code."""
    sys.exit(cli.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
