"""Where the numbers come from: the machine and the versions, as lines."""

import os
import platform
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from contest import PANDOC

_PACKAGES = ("noticegen", "docxtpl", "python-docx", "lxml", "Jinja2", "pydantic", "PyYAML")


def lines() -> Iterator[str]:
    """Yield what a reader needs to judge the table by."""
    yield f"{_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    yield f"{system}, {platform.python_implementation()} {platform.python_version()}"
    yield ", ".join([*(f"{package} {version(package)}" for package in _PACKAGES), _pandoc()])


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(": ")[2]
    return platform.machine()


def _pandoc() -> str:
    if not PANDOC:
        return "no pandoc"
    said = subprocess.run([PANDOC, "--version"], check=True, capture_output=True, text=True)  # noqa: S603  # the pandoc there is
    return said.stdout.splitlines()[0]
