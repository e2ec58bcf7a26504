"""LibreOffice: the bytes of a .docx in, the pages it draws as a PDF out.

It runs without a window, in a profile and a folder of its own that are gone afterwards, so
that it neither disturbs nor is disturbed by one the user has open.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from noticegen.errors import NoticegenError

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
)
# Blank pages are printed too: an even 版记 page counts on them.
_TO_PDF = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'


def find() -> Path | None:
    """Return the program, None where this machine has none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return Path(found)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def to_pdf(data: bytes, *, timeout: float) -> bytes:
    """Return the .docx *data* as a PDF, drawn within *timeout* seconds.

    Raises:
        NoticegenError: There is no LibreOffice, or it took too long or drew nothing.
    """
    program = find()
    if program is None:
        raise NoticegenError("没有找到 LibreOffice，请安装后再试。")
    with tempfile.TemporaryDirectory(prefix="noticegen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "notice.docx").write_bytes(data)
        _run(_command(program, folder), timeout)
        made = folder / "notice.pdf"
        if not made.is_file():
            raise NoticegenError("LibreOffice 打不开这个文件，请用 Word 或 WPS 另存后再试。")
        return made.read_bytes()


def _command(program: Path, folder: Path) -> list[str]:
    return [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        _TO_PDF,
        "--outdir",
        str(folder),
        str(folder / "notice.docx"),
    ]


def _run(command: list[str], timeout: float) -> None:
    """Run *command* to its end, or end it with all it has started."""
    process = subprocess.Popen(  # noqa: S603  # our own arguments, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # soffice is a script that starts the program proper
    )
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        raise NoticegenError(f"LibreOffice 画了{timeout:g}秒还没有画完，已经停止。") from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
