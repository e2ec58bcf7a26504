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
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import PIL.Image
import pytest
from pdfplumber.page import Page as PdfPage
from PIL import ImageChops
from PIL.Image import Image

from noticegen.document import Block, Document, Paragraph, Run, Seal
from noticegen.template import resource
from noticegen.writers.docx import Look, Pages, compile_look, write

ORGAN = "中共天长市科学技术局党组"
SENTENCE = "坚持把巡察整改作为一项严肃的政治任务抓紧抓实抓出成效"  # 26 characters, no 标点
PLAIN = "rectification/plain.docx"
REDHEAD = "rectification/redhead.docx"
MM = 25.4 / 72  # mm in a point
DOTS = 300 / 25.4  # in a mm, where ink is looked for

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


class Ink(NamedTuple):
    """Edges of ink, in mm from the page's left and top edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Line(NamedTuple):
    """A horizontal rule, in mm."""

    top: float
    x0: float
    x1: float
    weight: float


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
        ink = self.ink(row.x0, row.baseline - 6, row.x0 + width, row.baseline + 2)
        return (ink.top + ink.bottom) / 2

    def ink(
        self, left: float, top: float, right: float, bottom: float, *, red: bool = False
    ) -> Ink:
        """Return the edges of the black ink, or of the red, between four places in mm."""
        area = [round(edge * DOTS) for edge in (left, top, right, bottom)]
        edges = self._inks[red].crop(area).getbbox()
        assert edges, "no ink"
        return Ink(
            left=(area[0] + edges[0]) / DOTS,
            top=(area[1] + edges[1]) / DOTS,
            right=(area[0] + edges[2]) / DOTS,
            bottom=(area[1] + edges[3]) / DOTS,
        )

    @cached_property
    def _inks(self) -> tuple[Image, Image]:
        """The page's black ink and its red ink, each white on black."""
        drawn = self.pdf.to_image(resolution=DOTS * 25.4).original.convert("RGB")
        is_strong = drawn.getchannel("R").point(lambda dot: 255 * (dot >= 200))
        others = ImageChops.lighter(drawn.getchannel("G"), drawn.getchannel("B"))
        is_dark = others.point(lambda dot: 255 * (dot < 110))
        red = ImageChops.multiply(is_strong, is_dark)
        return ImageChops.subtract(is_dark, is_strong), red

    @property
    def lines(self) -> list[Line]:
        """The horizontal rules, black and red, from the top; one drawn twice is one."""
        found = {
            Line(
                top=round(float(it["top"]) * MM, 1),
                x0=round(float(it["x0"]) * MM, 1),
                x1=round(float(it["x1"]) * MM, 1),
                weight=round(_weight(it) * MM, 2),
            )
            for it in (*self.pdf.lines, *self.pdf.rects)
            if it["width"] > it["height"]
        }
        return sorted(found)


def _weight(rule: dict) -> float:
    """The thickness of a rule, which LibreOffice draws as a line or as a filled box."""
    return float(rule["height"] or rule["linewidth"] or 0)


def body(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def chinese(rows: int) -> Paragraph:
    """Return a paragraph of *rows* full rows: its first has two characters fewer."""
    return body((SENTENCE * rows * 2)[: 28 * rows - 2])


def seal() -> Seal:
    """Return a red square of 8 x 8 dots."""
    drawn = BytesIO()
    PIL.Image.new("RGB", (8, 8), (220, 20, 20)).save(drawn, "PNG")
    return Seal(drawn.getvalue())


def red(*blocks: Block, issuers: tuple[str, ...] = (ORGAN,), **words: str) -> Document:
    """Return a notice for a red head, with a 文号."""
    words = {"文号": "天科党组〔2023〕12号", **words}
    return Document("标题", ORGAN, "2023-09-26", blocks, issuers, words)


def plain(*blocks: Block) -> bytes:
    """Return a notice of *blocks* in the plain look."""
    return write(Document("", "", "2023-09-26", blocks), _look(PLAIN))


def draw(*blocks: Block, stood_in: str = "楷体_GB2312") -> list[Page]:
    """Return the pages of a notice of *blocks*; text in the face *stood_in* is told apart."""
    return draw_docx(plain(*blocks), stood_in)


def draw_red(document: Document, pages: Pages | None = None) -> list[Page]:
    """Return the pages of *document* under a red head."""
    return draw_docx(write(document, red_look(), pages))


def red_look() -> Look:
    return _look(REDHEAD)


@cache
def _look(name: str) -> Look:
    return compile_look(resource(name))


_drawn: dict[tuple[bytes, str], list[Page]] = {}


def draw_docx(data: bytes, stood_in: str = "楷体_GB2312") -> list[Page]:
    draw_all([data], stood_in)
    return _drawn[data, stood_in]


def draw_all(notices: Iterable[bytes], stood_in: str = "楷体_GB2312") -> list[list[Page]]:
    """Return the pages of all *notices*, drawn in one start of LibreOffice."""
    wanted = list(notices)
    fresh = [data for data in dict.fromkeys(wanted) if (data, stood_in) not in _drawn]
    if fresh:
        _draw(fresh, stood_in)
    return [_drawn[data, stood_in] for data in wanted]


def _draw(notices: list[bytes], stood_in: str) -> None:
    _need_an_office()
    folder = Path(tempfile.mkdtemp(dir=_folder()))
    paths = [folder / f"{number}.docx" for number in range(len(notices))]
    for path, data in zip(paths, notices, strict=True):
        path.write_bytes(data)
    command = [
        "soffice",
        f"-env:UserInstallation={(_folder() / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        _TO_PDF,
        "--outdir",
        str(folder),
        *map(str, paths),
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_font_config(stood_in))}
    subprocess.run(  # noqa: S603 -- the command is ours, word for word
        command, check=True, capture_output=True, timeout=_TIMEOUT, env=environment
    )
    for path, data in zip(paths, notices, strict=True):
        pages = pdfplumber.open(path.with_suffix(".pdf")).pages
        _drawn[data, stood_in] = [Page(page) for page in pages]


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
