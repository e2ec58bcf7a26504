"""Run the program: `python -m noticegen`, and what the installed command calls."""

import sys

from noticegen import __version__


def main() -> None:
    """Run with the command line's arguments and leave with the exit code."""
    if sys.argv[1:] == ["--version"]:  # asked for more often than anything else, by machines
        print(f"noticegen {__version__}")  # noqa: T201  # click is not there yet
        return
    from noticegen import cli

    sys.exit(cli.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
