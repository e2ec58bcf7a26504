"""This machine: nothing in, what noticegen finds on it out.

It looks and asks, and leaves nothing behind; what the facts mean is judged in `health`.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from noticegen import __version__, fonts, leftovers, office

_PATIENCE = 20.0  # seconds a program may take to tell of itself
_NEEDED = ("click", "docx", "jinja2", "lxml", "openpyxl", "pydantic", "yaml")
_PAGE = ("pypdfium2", "pdfplumber")  # of the extra noticegen[page]
_FONTS = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_PROBE = bytes(1 << 16)  # a full disk lets an empty file be made


@dataclass(frozen=True)
class Machine:
    """What noticegen finds.

    *office* and *temporary* are "" where there is none, *office_version* where it does not
    tell. *broken* are the libraries that every installation has, and this one has not,
    *lacking* those of the extra. *families* are the fonts', None where nobody can be asked; *stand_ins* tell which
    font the system takes for a face that it lacks. *free* is in bytes.
    """

    system: str
    python: tuple[int, int, int]
    version: str
    place: str
    office: str
    office_version: str
    broken: tuple[str, ...]
    lacking: tuple[str, ...]
    families: frozenset[str] | None
    stand_ins: Mapping[str, str]
    encoding: str
    folder: str
    is_writable: bool
    temporary: str
    free: int
    processors: int
    has_processes: bool


def look(encoding: str) -> Machine:
    """Return the facts of this machine, whose terminal writes in *encoding*."""
    folder = Path.cwd()
    temporary = _temporary()
    program = office.find()
    families = _families()
    missing = [face for face in fonts.FACES if not fonts.has(families or (), face)]
    return Machine(
        system=platform.system(),
        python=sys.version_info[:3],
        version=__version__,
        place=str(Path(__file__).parent),
        office=str(program or ""),
        office_version=_office_version(program) if program and temporary else "",
        broken=_absent(_NEEDED),
        lacking=_absent(_PAGE),
        families=families,
        stand_ins={} if families is None else {face: _stand_in(face) for face in missing},
        encoding=encoding,
        folder=str(folder),
        is_writable=_can_write(folder),
        temporary=temporary,
        free=min(shutil.disk_usage(place).free for place in {str(folder), temporary} - {""}),
        processors=os.cpu_count() or 1,
        has_processes=_has_processes(),
    )


def _absent(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if find_spec(name) is None)


def _temporary() -> str:
    """The folder for what is not kept, "" where none can be written."""
    try:
        folder = tempfile.gettempdir()
    except OSError:
        return ""
    return folder if _can_write(Path(folder)) else ""


def _can_write(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(_PROBE)
            file.flush()
    except OSError:
        return False
    return True


def _has_processes() -> bool:
    """Tell whether several forms can be made at a time: some systems allow no semaphores."""
    try:
        from multiprocessing import Lock

        Lock()
    except (ImportError, OSError):
        return False
    return True


def _office_version(program: Path) -> str:
    """What LibreOffice calls itself, "" where it says nothing in time."""
    speaking = program.with_suffix(".com")  # on Windows the .exe does not write to a console
    program = speaking if speaking.is_file() else program
    with leftovers.temporary_folder() as home:
        profile = f"-env:UserInstallation={Path(home).as_uri()}"
        said = _said([str(program), profile, "--headless", "--version"], home)
    return " ".join(said.split()[1:2]) if said.startswith("LibreOffice") else ""


def _families() -> frozenset[str] | None:
    """The families of the fonts installed, None where nobody can be asked."""
    if platform.system() == "Windows":
        return fonts.registered(_registry())
    lister = shutil.which("fc-list")
    return fonts.listed(_said([lister, ":", "family"])) if lister else None


def _stand_in(face: str) -> str:
    """The font that fontconfig takes for *face*, "" where that is not known."""
    matcher = shutil.which("fc-match")
    pattern = face if face.isascii() else f"{face}:lang=zh-cn"
    return _said([matcher, "-f", "%{family[0]}", pattern]) if matcher else ""


def _registry() -> list[str]:
    """What Windows keeps of its fonts, those of this user too; nothing elsewhere."""
    values: list[str] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            with suppress(OSError), winreg.OpenKey(root, _FONTS) as key:
                count = winreg.QueryInfoKey(key)[1]
                values += [winreg.EnumValue(key, number)[0] for number in range(count)]
    return values


def _said(command: Sequence[str], home: str = "") -> str:
    """Return what *command* prints, "" where it fails or does not end in time.

    *home* stands in for the user's folder, where a program would leave its settings.
    """
    environment = {**os.environ, "HOME": home} if home else None
    try:
        process = subprocess.Popen(  # noqa: S603  # our own arguments, no shell
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return ""
    with process:
        try:
            said, _ = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            said = b""
        finally:
            office.end(process)
    return said.decode(errors="replace") if process.returncode == 0 else ""
