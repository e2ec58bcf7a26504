"""Install the program from the wheels beside this folder, without network or administrator.

    python -I support/install.py

Everything goes into the folder `program`, by the pip that lies here: neither the embeddable
package of python.org nor the Python of 麒麟 and 统信 has pip and venv. The new `program` takes the
place of the old one only when it is complete and has built a notice.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SUPPORT = Path(__file__).resolve().parent
DESK = SUPPORT.parent
PROGRAM, NEW, OLD = DESK / "program", DESK / "program.new", DESK / "program.old"
FORM = DESK / "填报表.yaml"
_MAIN = """\
import sys

from noticegen.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
"""
_DESKTOP = """\
[Desktop Entry]
Type=Application
Name=通报生成
Comment=把填好的填报表拖到这里
Exec=sh "{start}" drop %F
Terminal=true
MimeType=application/yaml;application/x-yaml;text/x-yaml;
"""


class InstallError(Exception):
    """Why nothing was installed, a Chinese sentence for the one who installs."""


def main() -> int:
    """Install, say so, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    print(f"正在安装到 {PROGRAM}，大约要一分钟，请稍候。", flush=True)
    try:
        _unpack()
        _try_out()
        _take_over()
    except (InstallError, OSError) as error:
        told = error if isinstance(error, InstallError) else f"文件读不了或者写不进：{error}。"
        print(f"没有安装。{told}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(NEW, ignore_errors=True)
        shutil.rmtree(OLD, ignore_errors=True)
    _lay_out()
    print("安装好了。填好“填报表.yaml”，把它拖到“通报生成”上，通报就生成在表的旁边。")
    return 0


def _unpack() -> None:
    """Have pip check every wheel against its hash and lay it into NEW."""
    shutil.rmtree(NEW, ignore_errors=True)
    pip, _, sha256 = (SUPPORT / "pip.txt").read_text().strip().partition(" ")
    if hashlib.sha256((SUPPORT / pip).read_bytes()).hexdigest() != sha256:
        raise InstallError(f"“support/{pip}”同清单不符，请重新解压或者重新复制整个文件夹。")
    _run(
        *(f"{SUPPORT / pip}/pip", "--isolated", "install", "--no-index", "--no-cache-dir"),
        *("--disable-pip-version-check", "--no-warn-script-location", "--only-binary=:all:"),
        *("--find-links", "wheels", "--require-hashes", "-r", "requirements.txt"),
        *("--target", NEW.name),
        fault="“wheels”里的文件不全，或者被改动过，请重新解压或者重新复制整个文件夹。",
    )
    shutil.rmtree(NEW / "bin", ignore_errors=True)  # commands that would name this very Python
    (NEW / "__main__.py").write_text(_MAIN, encoding="utf-8")
    (NEW / "python-{}.{}".format(*sys.version_info[:2])).touch()  # start.bat, start.sh look for it


def _try_out() -> None:
    with tempfile.TemporaryDirectory(prefix="noticegen-") as folder:
        made = Path(folder) / "通报.docx"
        _run(
            *(NEW.name, "build", str(DESK / "examples" / "minimal.yaml"), "-o", str(made)),
            fault="装好的程序运行不了，请把上面几行发给开发者。",
        )


def _take_over() -> None:
    """Put NEW in the place of PROGRAM; the old one stays where that fails."""
    shutil.rmtree(OLD, ignore_errors=True)
    try:
        if PROGRAM.exists():
            PROGRAM.rename(OLD)
        NEW.rename(PROGRAM)
    except OSError as error:
        if OLD.exists() and not PROGRAM.exists():
            OLD.rename(PROGRAM)
        raise InstallError(
            f"“{PROGRAM}”正在使用，请关掉正在运行的通报生成，再安装一次。"
        ) from error


def _lay_out() -> None:
    """Give a form to fill in, and on Linux an icon to drop it on."""
    if not FORM.exists():
        _run(PROGRAM.name, "new", FORM.name, fault="没有写出填报表。")
    if sys.platform == "linux":
        start = str(SUPPORT / "start.sh")
        for mark in '\\"`$':  # as the Desktop Entry Specification quotes an argument of Exec
            start = start.replace(mark, "\\" + mark)
        icon = DESK / "通报生成.desktop"
        entry = _DESKTOP.format(start=start.replace("\\", "\\\\").replace("%", "%%"))
        icon.write_text(entry, encoding="utf-8")
        icon.chmod(0o755)


def _run(*arguments: str, fault: str) -> None:
    """Run this Python alone: no settings, folders or packages of the user's."""
    done = subprocess.run(  # noqa: S603  # this Python, our own files
        [sys.executable, "-I", *arguments],
        check=False,
        cwd=DESK,
        env={**os.environ, "PIP_CONFIG_FILE": os.devnull},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        print(done.stdout.decode(errors="replace"), file=sys.stderr)
        raise InstallError(fault)


if __name__ == "__main__":
    sys.exit(main())
