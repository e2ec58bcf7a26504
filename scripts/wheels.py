"""The wheels of the offline zips: a system and a Python in, what noticegen needs there out."""

import hashlib
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.metadata import PathDistribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

PYTHONS = ("3.11", "3.12", "3.13")
_EXTRA = "page"

Wheels = Mapping[str, list[Path]]
"""The wheels for each Python."""


class System(NamedTuple):
    """A system to install on: how wheels, its Python and the markers of requirements name it."""

    tags: tuple[str, ...]
    platform: str
    markers: Mapping[str, str]

    @property
    def is_windows(self) -> bool:
        """Tell whether it reads .bat and CRLF."""
        return self.platform == "win-amd64"


def _linux(machine: str) -> System:
    # Up to the glibc of 麒麟 V10 and 统信 20; of several wheels the one that asks for the oldest.
    tags = (f"manylinux2014_{machine}", *(f"manylinux_2_{n}_{machine}" for n in range(17, 29)))
    return System(tags, f"linux-{machine}", _markers("posix", "linux", "Linux", machine))


def _markers(os_name: str, sys_platform: str, system: str, machine: str) -> dict[str, str]:
    return {
        "os_name": os_name,
        "sys_platform": sys_platform,
        "platform_system": system,
        "platform_machine": machine,
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


SYSTEMS = {
    "win_amd64": System(("win_amd64",), "win-amd64", _markers("nt", "win32", "Windows", "AMD64")),
    "manylinux_x86_64": _linux("x86_64"),
    "manylinux_aarch64": _linux("aarch64"),
}


def build(checkout: Path, folder: Path) -> Path:
    """Return noticegen's own wheel, built from *checkout* into *folder*."""
    _run("-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(checkout))
    return next(folder.glob("*.whl"))


def fetch_pip(folder: Path) -> Path:
    """Return the wheel of the newest pip, which runs as it is on every Python here."""
    return _download(("-m", "pip"), "--no-deps", "pip", to=folder)[0]


def fetch(system: System, python: str, own: Path, pip: Path, folder: Path) -> list[Path]:
    """Return the wheels that noticegen needs there, *own* among them.

    pip asks the markers of requirements about the Python it runs on, not the one it fetches for:
    what only Windows needs would be missing. So what the wheels ask for is asked for again here.

    Raises:
        subprocess.CalledProcessError: There is no such wheel, or no registry.
    """
    options = ("--implementation=cp", f"--python-version={python}")
    platforms = tuple(f"--platform={tag}" for tag in system.tags)
    there = {**system.markers, "python_version": python, "python_full_version": f"{python}.0"}
    wanted = [f"{own}[{_EXTRA}]"]
    while True:
        found = _download((f"{pip}/pip",), *options, *platforms, *wanted, to=folder)
        missing = _missing(found, there)
        if not missing:
            return found
        wanted += missing


def requirements(wheels: Wheels) -> str:
    """Return requirements.txt for *wheels*: the versions, with all their hashes.

    A version that not every Python gets is marked with those that do.
    """
    lines = []
    for (name, version), pythons in sorted(versions(wheels).items()):
        marker = " or ".join(f'python_version == "{python}"' for python in pythons)
        pinned = f"{name}=={version}" + (f" ; {marker}" if set(pythons) != set(wheels) else "")
        hashes = sorted({sha256(wheel) for wheel in pythons.values()})
        lines.append(" \\\n    ".join((pinned, *(f"--hash=sha256:{digest}" for digest in hashes))))
    return "\n".join((*lines, ""))


def versions(wheels: Wheels) -> dict[tuple[str, str], dict[str, Path]]:
    """Return, by name and version, the wheel that each Python gets."""
    found: dict[tuple[str, str], dict[str, Path]] = defaultdict(dict)
    for python, paths in wheels.items():
        for path in paths:
            name, version, _, _ = parse_wheel_filename(path.name)
            found[name, str(version)][python] = path
    return found


def sha256(path: Path) -> str:
    """Return the hash that pip asks for."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _missing(wheels: Iterable[Path], there: Mapping[str, str]) -> list[str]:
    """Return what *wheels* require *there* and is not among them."""
    had = {parse_wheel_filename(wheel.name)[0]: wheel for wheel in wheels}
    required = (Requirement(line) for wheel in had.values() for line in _requires(wheel))
    return sorted(
        f"{requirement.name}{requirement.specifier}"
        for requirement in required
        if canonicalize_name(requirement.name) not in had
        # Only noticegen has an extra of this name to be asked about.
        and (not requirement.marker or requirement.marker.evaluate({**there, "extra": _EXTRA}))
    )


def _requires(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        inside = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    return PathDistribution(zipfile.Path(wheel, inside.removesuffix("METADATA"))).requires or []


def _download(pip: tuple[str, ...], *arguments: str, to: Path) -> list[Path]:
    """Return all wheels in the folder *to* when *pip* has laid there what *arguments* ask for."""
    _run(*pip, "download", "--quiet", "--only-binary=:all:", "--dest", str(to), *arguments)
    return sorted(to.glob("*.whl"))


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True)  # noqa: S603  # this very Python
