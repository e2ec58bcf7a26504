"""The console window of Windows: a form dropped on the program opens one that closes with it."""

import sys
from pathlib import PureWindowsPath

_STARTED = (".exe", ".lnk")
_LONGEST = 1024


def hold(program: str) -> None:
    """Keep a window that was opened for *program* alone until the user has read it."""
    if sys.platform == "win32" and is_own(_title(), program):
        print("\n看完后按回车键关闭这个窗口。", end="", flush=True)  # noqa: T201  # the terminal is its subject
        sys.stdin.readline()


def is_own(title: str, program: str) -> bool:
    """Tell by the *title* of a window whether *program* was started in it, not from a shell.

    Windows gives a new window the path of what was started; in a shell's window the title
    is the shell's, or begins with it.
    """
    shown, ours = PureWindowsPath(title), PureWindowsPath(program)
    return shown.suffix.lower() in _STARTED and shown.stem.casefold() == ours.stem.casefold()


def _title() -> str:
    if sys.platform == "win32":
        import ctypes

        buffer = ctypes.create_unicode_buffer(_LONGEST)
        ctypes.windll.kernel32.GetConsoleTitleW(buffer, _LONGEST)
        return buffer.value
    return ""
