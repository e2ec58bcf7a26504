"""Make docs/images/page.png: the first page of an example, as LibreOffice draws it.

    python scripts/pictures.py

Needs noticegen[test], LibreOffice and the stand-in fonts of the page tests, whose way of
drawing it shares. The picture is for people; no test compares it.
"""

import importlib
import sys
from pathlib import Path

from PIL import ImageOps

from noticegen import pipeline

ROOT = Path(__file__).resolve().parents[1]
FORM = ROOT / "examples" / "tianchang.yaml"
PICTURE = ROOT / "docs" / "images" / "page.png"
DOTS_PER_INCH = 80
FINER = 4  # drawn so many times finer, then made small: at 80 dots strokes run together


def main() -> None:
    """Build the form, draw it, keep its first page."""
    sys.path.insert(0, str(ROOT / "tests"))
    drawn = importlib.import_module("drawn")
    notice = pipeline.check(FORM.read_bytes()).notice
    if notice is None:
        sys.exit(f"{FORM} has errors: run noticegen check on it.")
    first = drawn.draw_docx(pipeline.build(notice).data)[0]
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    image = first.pdf.to_image(resolution=DOTS_PER_INCH * FINER).original.convert("L")
    ImageOps.expand(image.reduce(FINER), border=1, fill="grey").save(PICTURE, optimize=True)
    print(PICTURE)


if __name__ == "__main__":
    main()
