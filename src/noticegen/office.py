"""LibreOffice: the bytes of Word files in, the pages it draws of them as PDFs out.

It runs without a window, in a profile and a folder of its own that are gone afterwards, so
that it neither disturbs nor is disturbed by one the user has open, or by another of ours.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from noticegen import leftovers
from noticegen.errors import NoticegenError

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_OPT = "libreoffice*/program/soffice"  # where the packages of libreoffice.org put it on Linux
_ABSENT = (
    "没有找到 LibreOffice：Windows 请从 zh-cn.libreoffice.org 下载 .msi 安装包，"
    "不联网的机器把它拷过去安装；麒麟、统信、Debian 请安装软件包 libreoffice-writer，装好后再试。"
)
# Blank pages are printed too: an even 版记 page counts on them. Headings become bookmarks and
# the viewer shows the title without being asked.
_TO_PDF = (
    'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
# Of anybody's Word file nothing is fetched and nothing run: no linked pictures or templates from
# the net or the disk, no macros, no objects of other programs.
_SAFE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
_PATIENCE = 120.0  # seconds until it has drawn another: it makes a profile first
_MOST_AT_ONCE = 1000  # their names fit the 32767 characters of a Windows command line
_FRUITLESS = 3  # starts in a row that drew nothing: no document's fault any more


class _Drawn(NamedTuple):
    """What one start drew, None for each document it did not; *hung*: it had to be stopped."""

    pdfs: list[bytes | None]
    hung: bool


def find() -> Path | None:
    """Return the program, None where this machine has none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return Path(found)
    places = [*map(Path, _PLACES), *sorted(Path("/opt").glob(_OPT), reverse=True)]
    return next((place for place in places if place.is_file()), None)


def to_pdf(data: bytes, *, timeout: float = _PATIENCE) -> bytes:
    """Return the .docx *data* as a PDF, drawn within *timeout* seconds.

    Raises:
        NoticegenError: There is no LibreOffice, it took too long or drew nothing, or the
            disk is full.
    """
    [pdf], hung = _start(_program(), [data], timeout)
    if pdf is None and hung:
        raise NoticegenError(f"LibreOffice 画了{timeout:g}秒还没有画完，已经停止。")
    if pdf is None:
        raise NoticegenError("LibreOffice 打不开这个文件，请用 Word 或 WPS 另存后再试。")
    return pdf


def to_pdfs(documents: Sequence[bytes], *, timeout: float = _PATIENCE) -> list[bytes | None]:
    """Return each .docx of *documents* as a PDF, None for one that cannot be drawn.

    All are drawn by one start of LibreOffice, which is stopped when *timeout* seconds bring
    no further PDF. Where it ends early, the document it ended on is set aside, the rest drawn
    by another start, and what was set aside is tried once more, alone.

    Raises:
        NoticegenError: There is no LibreOffice, or the disk is full.
    """
    program = _program()
    pdfs: list[bytes | None] = [None] * len(documents)
    numbers = range(len(documents))
    groups = deque(numbers[at : at + _MOST_AT_ONCE] for at in numbers[::_MOST_AT_ONCE])
    fruitless = 0
    while groups and fruitless < _FRUITLESS:
        group = groups.popleft()
        made = _start(program, [documents[number] for number in group], timeout).pdfs
        for number, pdf in zip(group, made, strict=True):
            pdfs[number] = pdf
        reached = max((at for at, pdf in enumerate(made, 1) if pdf), default=0)
        fruitless = 0 if reached else fruitless + 1
        # One passed over on the way to a later one was refused; the next one may have ended it.
        left = group[reached:]
        if left and len(group) > 1:
            groups.append(left[:1])
            if rest := left[1:]:
                groups.appendleft(rest)
    return pdfs


def _program() -> Path:
    program = find()
    if program is None:
        raise NoticegenError(_ABSENT)
    return program


def _start(program: Path, documents: Sequence[bytes], timeout: float) -> _Drawn:
    """Draw *documents*, in their order, with one start of *program*."""
    try:
        return _drawn(program, documents, timeout)
    except OSError as error:
        raise NoticegenError(
            f"画页面要用的临时文件夹写不进，或者 LibreOffice 启动不了（{error.strerror}），"
            "请腾出磁盘空间后再试。"
        ) from error


def _drawn(program: Path, documents: Sequence[bytes], timeout: float) -> _Drawn:
    with leftovers.temporary_folder() as name:
        folder = Path(name)
        settings = folder / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_SAFE, encoding="utf-8")
        paths = [folder / f"{number}.docx" for number in range(len(documents))]
        for path, data in zip(paths, documents, strict=True):
            path.write_bytes(data)
        hung = _run(_command(program, paths), folder, timeout)
        return _Drawn([_whole(path.with_suffix(".pdf")) for path in paths], hung)


def _command(program: Path, paths: Sequence[Path]) -> list[str]:
    folder = paths[0].parent
    return [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        _TO_PDF,
        "--outdir",
        str(folder),
        *(path.name for path in paths),
    ]


def _run(command: list[str], folder: Path, timeout: float) -> bool:
    """Run *command* in *folder* to its end and return False.

    Where *timeout* seconds bring no further PDF, end it and return True. Nothing that it
    started is left either way.
    """
    process = subprocess.Popen(  # noqa: S603  # our own arguments, no shell
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # soffice is a script that starts the program proper
    )
    try:
        before = -1
        while (drawn := len(list(folder.glob("*.pdf")))) > before:
            before = drawn
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout)
                return False
        return True
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End *process*, and what it started even where it has ended itself."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, check=False, capture_output=True)  # noqa: S603  # our own words
    else:
        with suppress(OSError):  # nothing is left of it
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _whole(path: Path) -> bytes | None:
    """Return the PDF at *path*, None where there is none or its writing was broken off."""
    data = path.read_bytes() if path.is_file() else b""
    return data if data.rstrip().endswith(b"%%EOF") else None
