"""LibreOffice draws many files in one start, each in its place, and leaves nothing running."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from docx import Document

from noticegen import office
from noticegen.errors import NoticegenError

needs_libreoffice = pytest.mark.skipif(
    office.find() is None, reason="LibreOffice (soffice) is not installed"
)
needs_scripts = pytest.mark.skipif(
    os.name == "nt", reason="needs a script in LibreOffice's place, which Windows cannot start"
)

# A stand-in draws each file by copying it. What a file says makes it refuse the file, end as
# one that crashes, or wait for a child that never ends.
STAND_IN = f"""#!{sys.executable}
import os, signal, subprocess, sys
from pathlib import Path

folder = Path(__file__).parent
names = [name for name in sys.argv if name.endswith(".docx")]
with (folder / "starts").open("a") as starts:
    print(len(names), file=starts)
for name in names:
    data = Path(name).read_bytes()
    if b"CRASHES" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"HANGS" in data or b"INTERRUPTS" in data:
        child = subprocess.Popen(["sleep", "600"])
        (folder / "child").write_text(str(child.pid))
        if b"INTERRUPTS" in data:
            os.kill(os.getppid(), signal.SIGINT)
        child.wait()
    if b"BREAKS OFF" in data:
        Path(name).with_suffix(".pdf").write_bytes(b"%PDF half")
    elif b"REFUSED" not in data:
        Path(name).with_suffix(".pdf").write_bytes(b"%PDF " + data + b"%%EOF")
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the stand-in in LibreOffice's place; return the folder with what it leaves."""
    return _first_on_path(tmp_path, monkeypatch, STAND_IN)


def _first_on_path(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    program = folder / "soffice"
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def starts(folder: Path) -> list[int]:
    """Return how many files each start was given."""
    return [int(line) for line in (folder / "starts").read_text().split()]


def was_drawn(*documents: bytes, timeout: float = 60) -> list[bool]:
    """Draw *documents* and tell which were; each must be in its own place."""
    pdfs = office.to_pdfs(documents, timeout=timeout)
    for data, pdf in zip(documents, pdfs, strict=True):
        assert pdf in (None, b"%PDF " + data + b"%%EOF")
    return [pdf is not None for pdf in pdfs]


def word(text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def text_of(pdf: bytes | None) -> str:
    assert pdf is not None
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return "".join(page.extract_text() for page in opened.pages)


def is_gone(process: int) -> bool:
    """Tell whether a process has ended; a killed one may stay listed until it is reaped."""
    for _ in range(1000):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.exists() and state.read_text().split()[2] == "Z":
            return True
        os.sched_yield()
    return False


@needs_libreoffice
@needs_scripts
def test_many_files_are_drawn_in_their_order_by_one_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f'#!/bin/sh\necho 1 >> {tmp_path}/starts\nexec {office.find()} "$@"\n'
    folder = _first_on_path(tmp_path, monkeypatch, script)
    documents = [word(f"Number {number}.") for number in range(12)]
    documents[5] = documents[5][:2000]  # cut off: LibreOffice cannot open it

    pdfs = office.to_pdfs(documents, timeout=180)

    assert pdfs.pop(5) is None
    assert [text_of(pdf) for pdf in pdfs] == [f"Number {n}." for n in range(12) if n != 5]
    assert len(starts(folder)) == 1


@needs_libreoffice
def test_two_that_draw_at_once_do_not_disturb_each_other() -> None:
    def drawn(name: str) -> list[str]:
        pdfs = office.to_pdfs([word(f"{name}{n}.") for n in range(3)], timeout=180)
        return [text_of(pdf) for pdf in pdfs]

    with ThreadPoolExecutor() as pool:
        assert list(pool.map(drawn, "AB")) == [["A0.", "A1.", "A2."], ["B0.", "B1.", "B2."]]


@needs_scripts
def test_a_file_that_is_refused_is_not_tried_again(stand_in: Path) -> None:
    assert was_drawn(b"0", b"REFUSED", b"2") == [True, False, True]
    assert starts(stand_in) == [3]


@needs_scripts
def test_no_files_need_no_start(stand_in: Path) -> None:
    assert was_drawn() == []
    assert not (stand_in / "starts").exists()


@needs_scripts
def test_more_files_than_a_command_line_holds_take_another_start(stand_in: Path) -> None:
    assert all(was_drawn(*(b"%d" % number for number in range(1001))))
    assert starts(stand_in) == [1000, 1]


@needs_scripts
def test_those_after_one_on_which_the_program_crashes_are_drawn_all_the_same(
    stand_in: Path,
) -> None:
    files = (b"0", b"CRASHES", b"2", b"3", b"CRASHES too", b"5")

    assert was_drawn(*files) == [True, False, True, True, False, True]
    assert starts(stand_in) == [6, 4, 1, 1, 1]  # those it crashed on once more, alone


@needs_scripts
def test_those_after_one_on_which_the_program_hangs_are_drawn_all_the_same(stand_in: Path) -> None:
    assert was_drawn(b"0", b"HANGS", b"2", timeout=2) == [True, False, True]
    assert is_gone(int((stand_in / "child").read_text()))


@needs_scripts
def test_a_pdf_whose_writing_was_broken_off_is_none(stand_in: Path) -> None:
    assert was_drawn(b"0", b"BREAKS OFF", b"2") == [True, False, True]
    assert starts(stand_in) == [3]


@needs_scripts
def test_a_program_that_draws_nothing_at_all_is_given_up(stand_in: Path) -> None:
    assert was_drawn(*[b"CRASHES"] * 100) == [False] * 100
    assert len(starts(stand_in)) == 3


@needs_scripts
def test_a_program_that_hangs_is_ended_with_all_it_started(stand_in: Path) -> None:
    with pytest.raises(NoticegenError, match="画了2秒还没有画完"):
        office.to_pdf(b"HANGS", timeout=2)
    assert is_gone(int((stand_in / "child").read_text()))


@needs_scripts
def test_one_who_interrupts_ends_the_program_with_all_it_started(stand_in: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        office.to_pdfs([b"INTERRUPTS", b"1"], timeout=60)
    assert is_gone(int((stand_in / "child").read_text()))
    assert len(starts(stand_in)) == 1


@needs_scripts
@pytest.mark.parametrize("data", [b"REFUSED", b"CRASHES"])
def test_a_program_that_draws_nothing_is_told_of(stand_in: Path, data: bytes) -> None:
    with pytest.raises(NoticegenError, match="打不开"):
        office.to_pdf(data, timeout=60)
    assert starts(stand_in) == [1]


@pytest.mark.skipif(os.name == "nt", reason="on Windows LibreOffice is found without PATH")
def test_without_the_program_one_is_told_where_it_is_to_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if office.find() is not None:
        pytest.skip("LibreOffice is installed where it is found without PATH")

    for draw in (lambda: office.to_pdf(b"", timeout=1), lambda: office.to_pdfs([b""], timeout=1)):
        with pytest.raises(NoticegenError, match=r"没有找到 LibreOffice.*msi.*libreoffice-writer"):
            draw()
