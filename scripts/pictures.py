"""Make docs/images/ with the program itself: what it makes of the examples, drawn.

    python scripts/pictures.py

A picture is not the same to the byte on two machines, so sources.json keeps a digest of what
each was drawn from, and tests/test_repository.py says when one is out of date. Needs
noticegen[test], LibreOffice, Chromium and the stand-in fonts of the page tests.
"""

import hashlib
import importlib
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path

import pdfplumber
from pdfplumber.page import Page
from PIL import Image, ImageDraw, ImageFont, ImageOps

from noticegen import cli, pipeline
from noticegen.dates import PartialDate
from noticegen.ledger import Entry, workbook
from noticegen.progress import page, progress
from noticegen.terminal import width
from noticegen.writers import html

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
DIGESTS = IMAGES / "sources.json"
EXAMPLES = ("tianchang.yaml", "redhead.yaml")
DAY = PartialDate(2025, 1, 31)  # the status is as of this day, which one item is past
COLOURS = 32
OPENED = 49  # lines that a window of an editor shows
FINER = 4  # drawn so many times finer, then made small: at page size strokes run together
CELL, LEADING, MARGIN = 10, 27, 16  # pixels of a column, a line and the edge of text
SONG, MONO = "AR PL SungtiL GB", "DejaVu Sans Mono"
BROWSER = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--hide-scrollbars"),
)


def sources() -> dict[str, bytes]:
    """Return what each picture is drawn from, by the picture's name."""
    form = _new()
    first, long, red = (
        Entry(name, pipeline.check(data).notice)
        for name, data in {"填报表.yaml": form, **dict(map(_example, EXAMPLES))}.items()
    )
    if not (first.notice and long.notice and red.notice):
        sys.exit("An example has errors: run noticegen check on it.")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    report = readme.partition("```text\n")[2].partition("```")[0]
    plain, headed = pipeline.build(long.notice).data, pipeline.build(red.notice).data
    web = html.write(pipeline.composed(long.notice))
    return {
        "form.png": b"".join(form.splitlines(keepends=True)[:OPENED]),
        "report.png": f"> noticegen check 填报表.yaml\n{report}".encode(),
        "page.png": plain,
        "last.png": plain,
        "redhead.png": headed,
        "imprint.png": headed,
        "web.png": web,
        "phone.png": web,
        "ledger.png": workbook([red]),
        "status.png": page.as_html(progress([first, red], DAY)),
    }


def _new() -> bytes:
    """Return the form that `new` writes."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        path = Path(folder) / "填报表.yaml"
        cli.run(["new", str(path)])
        return path.read_bytes()


def _example(name: str) -> tuple[str, bytes]:
    return name, (ROOT / "examples" / name).read_bytes()


def digests() -> dict[str, str]:
    """Return the SHA-256 of each source; of a zip that of the parts that are drawn."""
    return {name: hashlib.sha256(_plain(data)).hexdigest() for name, data in sources().items()}


def _plain(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(BytesIO(data)) as parts:
        names = sorted(name for name in parts.namelist() if not name.startswith("docProps/"))
        return b"".join(map(parts.read, names))


def main() -> None:
    """Draw them all and note what they were drawn from."""
    sys.path.insert(0, str(ROOT / "tests"))
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, source in sources().items():
        path = IMAGES / name
        _framed(DRAWN[name](source)).save(path, optimize=True)
        print(f"{path}  {path.stat().st_size / 1000:.0f} kB")
    noted = json.dumps(digests(), indent=2)
    DIGESTS.write_text(f"{noted}\n", encoding="utf-8")


def _framed(image: Image.Image) -> Image.Image:
    """Return *image* in few colours, with a line around it."""
    return ImageOps.expand(image.convert("RGB"), border=1, fill="grey").quantize(
        COLOURS, Image.Quantize.MAXCOVERAGE
    )


def _text(source: bytes, *, ink: str, paper: str) -> Image.Image:
    """Draw a text as a console or an editor does: two columns to a Chinese character."""
    lines = source.decode().expandtabs().splitlines()
    size = (max(map(width, lines)) * CELL + 2 * MARGIN, len(lines) * LEADING + 2 * MARGIN)
    image = Image.new("RGB", size, paper)
    pen = ImageDraw.Draw(image)
    fonts = {
        1: ImageFont.truetype(_font(MONO), CELL * 5 // 3),
        2: ImageFont.truetype(_font(SONG), CELL * 2),
    }
    for row, line in enumerate(lines):
        for column, character in enumerate(line):
            place = (MARGIN + width(line[:column]) * CELL, MARGIN + row * LEADING + 20)
            pen.text(place, character, ink, fonts[width(character)], anchor="ls")
    return image


def _font(family: str) -> str:
    """Return the file of the font *family*."""
    command = ["fc-match", "-f", "%{file}", family]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603  # our own words


def _page(source: bytes, at: int) -> Image.Image:
    """Draw the page *at* of a Word file, with the stand-in fonts of the page tests."""
    return _small(importlib.import_module("drawn").draw_docx(source)[at].pdf)


def _small(page: Page, dots: int = 80) -> Image.Image:
    return page.to_image(resolution=dots * FINER).original.reduce(FINER)


def _sheet(source: bytes) -> Image.Image:
    """Draw the first sheet of a workbook, without the empty paper below it."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "sheet.xlsx").write_bytes(source)
        profile = f"-env:UserInstallation={(Path(name) / 'profile').as_uri()}"
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "sheet.xlsx", folder=name)
        with pdfplumber.open(Path(name) / "sheet.pdf") as pdf:
            image = _small(pdf.pages[0], dots=100).convert("L")
    left, top, right, bottom = ImageOps.invert(
        image.crop((0, 0, image.width, image.height * 9 // 10))
    ).getbbox() or (0, 0, *image.size)
    return image.crop((left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN))


def _browsed(source: bytes, wide: int, high: int) -> Image.Image:
    """Draw the top of a web page in a window of that many pixels."""
    frame = f'<body style="margin:0"><iframe src="page.html" style="border:0;width:{wide}px;height:{high}px">'
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "page.html").write_bytes(source)
        # A window has its least width, a frame has none.
        (Path(name) / "frame.html").write_text(frame, encoding="utf-8")
        window = (f"--window-size={max(wide, 600)},{high}", "--screenshot=page.png")
        _run(
            *BROWSER,
            f"--user-data-dir={name}/profile",
            *window,
            f"file://{name}/frame.html",
            folder=name,
        )
        return Image.open(Path(name) / "page.png").crop((0, 0, wide, high))


def _run(*command: str, folder: str) -> None:
    subprocess.run(command, check=True, cwd=folder, capture_output=True, timeout=180)  # noqa: S603  # our own words


DRAWN: Mapping[str, Callable[[bytes], Image.Image]] = {
    "form.png": partial(_text, ink="black", paper="white"),
    "report.png": partial(_text, ink="gainsboro", paper="black"),
    "page.png": partial(_page, at=0),
    "last.png": partial(_page, at=-1),
    "redhead.png": partial(_page, at=0),
    "imprint.png": partial(_page, at=-1),
    "web.png": partial(_browsed, wide=1000, high=700),
    "phone.png": partial(_browsed, wide=390, high=700),
    "ledger.png": _sheet,
    "status.png": partial(_browsed, wide=900, high=700),
}


if __name__ == "__main__":
    main()
