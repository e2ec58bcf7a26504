"""Make the zips for machines without a network: a checkout and the package registry in, zips out.

    python scripts/bundle.py -o DIR                                three systems, three Pythons
    python scripts/bundle.py --platform win_amd64 --python 3.12 -o DIR

A zip holds the wheels of noticegen and of all it needs for every Python asked for, their versions
and hashes, an installer and a launcher (packaging/desk), and the guide as a web page. The same
wheels make the same zip. Needs pip, packaging and markdown-it-py: pip install '.[bundle]'. docs/decisions/0012 says why it is so.
"""

import argparse
import runpy
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import manual
from wheels import (
    PYTHONS,
    SYSTEMS,
    System,
    Wheels,
    build,
    fetch,
    fetch_pip,
    requirements,
    sha256,
    versions,
)

ROOT = Path(__file__).resolve().parents[1]
DESK = ROOT / "packaging" / "desk"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can tell
# What stands at the zip's top, by its name there; the installer first.
_WINDOWS = {"安装.bat": "install.bat", "通报生成.bat": "drop.bat", "noticegen.bat": "noticegen.bat"}
_LINUX = {"install.sh": "install.sh", "noticegen": "noticegen.sh"}


def make(name: str, pythons: Sequence[str], folder: Path) -> Path:
    """Write the zip for the system *name* into *folder* and return its path.

    Raises:
        subprocess.CalledProcessError: pip found no wheel, or no registry.
    """
    system = SYSTEMS[name]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="noticegen-bundle-") as temporary:
        work = Path(temporary)
        pip = fetch_pip(work / "pip")
        own = build(ROOT, work / "own")
        with ThreadPoolExecutor() as pool:
            found = pool.map(lambda python: fetch(system, python, own, pip, work / python), pythons)
        wheels = dict(zip(pythons, found, strict=True))
        stem = f"noticegen-{_version()}-{name}"
        return _zip(folder / f"{stem}.zip", stem, dict(_files(system, wheels, pip)))


def _version() -> str:
    return str(runpy.run_path(str(ROOT / "src" / "noticegen" / "__init__.py"))["__version__"])


def _files(system: System, wheels: Wheels, pip: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the zip: its path there and its bytes."""
    for paths in wheels.values():
        yield from ((f"wheels/{wheel.name}", wheel.read_bytes()) for wheel in paths)
    yield "requirements.txt", requirements(wheels).encode()
    yield f"support/{pip.name}", pip.read_bytes()
    yield "support/pip.txt", f"{pip.name} {sha256(pip)}\n".encode()
    yield "support/platform.txt", f"{system.platform}\n".encode()
    yield from _scripts(system)
    yield "版本.txt", _page(system, _about(system, wheels), "utf-8-sig")
    yield "使用说明.html", manual.page().encode()
    for pattern in ("README.md", "LICENSE", "docs/*.md", "docs/images/*.png", "examples/*.yaml"):
        for path in ROOT.glob(pattern):
            yield path.relative_to(ROOT).as_posix(), path.read_bytes()


def _scripts(system: System) -> Iterator[tuple[str, bytes]]:
    """Yield installer and launcher, as the system reads them."""
    entries = _WINDOWS if system.is_windows else _LINUX
    for name, source in entries.items():
        yield name, _script(DESK / source)
    for source in ("check.py", "drop.py", "install.py", f"start.{_kind(system)}"):
        yield f"support/{source}", _script(DESK / source)
    sources = {"no-python": f"no-python-{_kind(system)}.txt", "not-installed": "not-installed.txt"}
    for name, source in sources.items():
        text = (DESK / source).read_text("utf-8")
        text = text.replace("{machine}", system.markers["platform_machine"])
        text = text.replace("{installer}", next(iter(entries)))
        # cmd.exe shows UTF-16 with a byte order mark under every code page: see start.bat.
        yield f"support/{name}.txt", _page(system, text, "utf-16")


def _kind(system: System) -> str:
    return "bat" if system.is_windows else "sh"


def _script(path: Path) -> bytes:
    """Return a script; a .bat with CRLF, its one Chinese line in GBK.

    That line is of GB2312 characters, no byte of which means anything to cmd.exe.
    """
    text = path.read_text("utf-8")
    return text.replace("\n", "\r\n").encode("gb2312") if path.suffix == ".bat" else text.encode()


def _page(system: System, text: str, encoding: str) -> bytes:
    """Return a page to read: for Windows with CRLF in *encoding*, else as it is."""
    return text.replace("\n", "\r\n").encode(encoding) if system.is_windows else text.encode()


def _about(system: System, wheels: Wheels) -> str:
    least = "Windows 10" if system.is_windows else "glibc 2.28"
    packages = "\n".join(f"  {name} {version}" for name, version in sorted(versions(wheels)))
    return f"""\
noticegen {_version()}
系统：{system.platform}，{least} 或者更新
Python：{"、".join(wheels)}，有一个就行
软件包：
{packages}
"""


def _zip(path: Path, top: str, files: Mapping[str, bytes]) -> Path:
    """Write *files* below the folder *top*, sorted, all of one time; what starts may run."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(f"{top}/{name}", _LONG_AGO)
            info.create_system = 3  # Unix, whose modes the next lines mean, whatever this runs on
            runs = name.endswith(".sh") or name == "noticegen"
            info.external_attr = (0o100755 if runs else 0o100644) << 16
            is_packed = name.endswith((".whl", ".png"))
            info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return path


def main() -> int:
    """Make the zips asked for and say how large they are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--platform", choices=SYSTEMS, help="one system; without it, all")
    parser.add_argument("--python", choices=PYTHONS, help="one Python; without it, all")
    parser.add_argument("-o", dest="folder", type=Path, required=True, help="where the zips go")
    arguments = parser.parse_args()
    pythons = (arguments.python,) if arguments.python else PYTHONS
    for name in (arguments.platform,) if arguments.platform else SYSTEMS:
        try:
            path = make(name, pythons, arguments.folder)
        except subprocess.CalledProcessError as error:
            print(f"{name}: pip failed with exit code {error.returncode}", file=sys.stderr)
            return 1
        print(f"{path}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
