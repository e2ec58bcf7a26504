"""Pages as they are drawn: a .docx in, rows of glyphs with their places in mm out.

LibreOffice draws, with stand-ins for the standard's faces whose digits, quotes and
dashes are as wide as theirs. A document is drawn once a session.
"""

import atexit
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path

import pdfplumber
import pytest
from pdfplumber.page import Page as PdfPage

from noticegen.document import Block, Document
from noticegen.template import resource
from noticegen.writers.docx import compile_look, write

PLAIN = "rectification/plain.docx"
MM = 25.4 / 72  # mm in a point

SONG, KAI = "AR PL SungtiL GB", "AR PL KaitiM GB"
FACES = ("仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体")
_KAI_IN_PDF = "GBZenKai"
_TO_PDF = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
_TIMEOUT = 180  # seconds; the first start makes a profile


@dataclass(frozen=True)
class Row:
    """Glyphs on one baseline; places are mm from the page's left and top edges."""

    text: str
    x0: float
    x1: float
    baseline: float
    sizes: frozenset[float]
    stood_in: str  # the text of it drawn in KAI

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Page:
    """One drawn page: *rows* of its 版心, from the top, and its *number* row if any."""

    pdf: PdfPage

    @cached_property
    def _all(self) -> list[Row]:
        def baseline(glyph: dict) -> float:
            return round(float(self.pdf.height) - glyph["matrix"][5], 0)

        glyphs = sorted(self.pdf.chars, key=lambda glyph: (baseline(glyph), glyph["x0"]))
        return [_row(list(group), at * MM) for at, group in groupby(glyphs, key=baseline)]

    @property
    def rows(self) -> list[Row]:
        return [row for row in self._all if row.baseline < 263]

    @property
    def number(self) -> Row | None:
        return next((row for row in self._all if row.baseline > 263), None)

    def row(self, start: str) -> Row:
        return next(row for row in self.rows if row.text.startswith(start))

    def ink_of(self, row: Row, width: float) -> float:
        """Return the middle height, in mm, of the ink in the first *width* mm of *row*."""
        dots = 600
        scale = dots / 25.4
        image = self.pdf.to_image(resolution=dots).original.convert("L")
        box = (row.x0, row.baseline - 6, row.x0 + width, row.baseline + 2)
        part = image.crop([round(edge * scale) for edge in box]).point(lambda dot: dot < 128)
        edges = part.getbbox()
        assert edges, f"no ink in {row.text}"
        return box[1] + (edges[1] + edges[3]) / 2 / scale


def draw(*blocks: Block, stood_in: str = "楷体_GB2312") -> list[Page]:
    """Return the pages of a notice of *blocks*; text in the face *stood_in* is told apart."""
    document = Document("", "", "2023-09-26", blocks)
    return draw_docx(write(document, compile_look(resource(PLAIN))), stood_in)


@cache
def draw_docx(data: bytes, stood_in: str = "楷体_GB2312") -> list[Page]:
    _need_an_office()
    folder = Path(tempfile.mkdtemp(dir=_folder()))
    (folder / "notice.docx").write_bytes(data)
    command = [
        "soffice",
        f"-env:UserInstallation={(_folder() / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        _TO_PDF,
        "--outdir",
        str(folder),
        str(folder / "notice.docx"),
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_font_config(stood_in))}
    subprocess.run(  # noqa: S603 -- the command is ours, word for word
        command, check=True, capture_output=True, timeout=_TIMEOUT, env=environment
    )
    return [Page(page) for page in pdfplumber.open(folder / "notice.pdf").pages]


def _row(glyphs: list[dict], baseline: float) -> Row:
    kai = [glyph["text"] for glyph in glyphs if _KAI_IN_PDF in glyph["fontname"]]
    return Row(
        text="".join(glyph["text"] for glyph in glyphs),
        x0=glyphs[0]["x0"] * MM,
        x1=glyphs[-1]["x1"] * MM,
        baseline=baseline,
        sizes=frozenset(round(glyph["size"], 1) for glyph in glyphs),
        stood_in="".join(kai),
    )


@cache
def _need_an_office() -> None:
    lister = shutil.which("fc-list")
    if not shutil.which("soffice") or not lister:
        pytest.skip("LibreOffice (soffice, with fontconfig) is not installed")
    fonts = subprocess.run(  # noqa: S603 -- the command is ours
        [lister], check=True, capture_output=True, text=True
    ).stdout
    for font in (SONG, KAI):
        if not re.search(font, fonts):
            pytest.skip(f"the font {font} (fonts-arphic-*) is not installed")


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="noticegen-drawn-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _font_config(stood_in: str) -> Path:
    """Return a fontconfig file that draws the face *stood_in* in KAI, the others in SONG."""
    matches = "".join(
        '<match target="pattern"><test name="family" compare="eq">'
        f'<string>{face}</string></test><edit name="family" mode="assign" binding="strong">'
        f"<string>{KAI if face == stood_in else SONG}</string></edit></match>"
        for face in FACES
    )
    path = _folder() / f"fonts-{FACES.index(stood_in)}.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"{matches}<include>/etc/fonts/fonts.conf</include></fontconfig>",
        encoding="utf-8",
    )
    return path
