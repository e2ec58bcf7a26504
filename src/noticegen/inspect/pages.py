"""Pages as they are drawn: a PDF in; rows of glyphs, rules and pictures out.

All places are mm from the page's left and top edges.
"""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage

Glyph = dict[str, Any]  # pdfplumber's, of a glyph or a line

_MM = 25.4 / 72  # in a point
_APART = 1.5  # mm between the baselines of two rows, at least
_DOTS = 200  # per inch, where ink is measured
_THICKEST = 1.5  # mm; a taller rectangle is no rule
_RULE_LEAST = 60  # mm; a shorter line is part of a table or a sign
_FOOT = 263.0  # 版心 ends at 262
_RED, _OTHER = 0.7, 0.35  # of a red: at least that of red, at most that of green and blue
_DARK = 128


class Row(NamedTuple):
    """Glyphs on one baseline, blanks left out."""

    text: str
    x0: float
    x1: float
    baseline: float
    sizes: frozenset[int]  # points, rounded

    @property
    def centre(self) -> float:
        """The middle of it."""
        return (self.x0 + self.x1) / 2


class Rule(NamedTuple):
    """A horizontal line."""

    x0: float
    x1: float
    y: float
    is_red: bool


class Picture(NamedTuple):
    """A picture's frame."""

    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """One drawn page, counted from 1."""

    number: int
    pdf: "PdfPage"

    @cached_property
    def all_rows(self) -> list[Row]:
        """Every row from the top, the page number's too."""
        glyphs = sorted(
            ((self._baseline(one), one) for one in self.pdf.chars if one["text"].strip()),
            key=lambda pair: pair[0],
        )
        rows: list[list[Glyph]] = []
        last = -_APART
        for baseline, glyph in glyphs:
            if baseline - last >= _APART:
                rows.append([])
            rows[-1].append(glyph)
            last = baseline
        return [_row(row, self._baseline(row[0])) for row in rows]

    @property
    def rows(self) -> list[Row]:
        """The rows of 版心."""
        return [row for row in self.all_rows if row.baseline < _FOOT]

    @cached_property
    def text(self) -> str:
        """The words of 版心 without blanks."""
        return "".join(row.text for row in self.rows)

    @cached_property
    def rules(self) -> list[Rule]:
        """Long horizontal lines from the top."""
        found = [_rule(one) for one in [*self.pdf.lines, *self.pdf.rects]]
        return sorted((one for one in found if one is not None), key=lambda rule: rule.y)

    @property
    def pictures(self) -> list[Picture]:
        """Its pictures, drawn ones left out."""
        return [
            Picture(*(float(one[side]) * _MM for side in ("x0", "x1", "top", "bottom")))
            for one in self.pdf.images
        ]

    @property
    def fonts(self) -> set[str]:
        """The names of the fonts that drew it."""
        return {str(one["fontname"]).rpartition("+")[2] for one in self.pdf.chars}

    def ink(self, x0: float, top: float, x1: float, bottom: float) -> tuple[float, float] | None:
        """Return where the ink in a part of the page begins and ends, from the top."""
        scale = _DOTS / 25.4
        box = [round(edge * scale) for edge in (x0, top, x1, bottom)]
        part = self._image.crop(box).convert("L").point(lambda dot: 255 if dot < _DARK else 0)
        edges = part.getbbox()
        return (top + edges[1] / scale, top + edges[3] / scale) if edges else None

    def red_top(self, bottom: float) -> float | None:
        """Return where the first red is, above *bottom*."""
        scale = _DOTS / 25.4
        part = self._image.crop((0, 0, self._image.width, round(bottom * scale)))
        red, green, blue = part.split()
        strong = red.point(lambda dot: 255 if dot >= 200 else 0)  # noqa: PLR2004  # of 255
        for other in (green, blue):
            weak = other.point(lambda dot: 255 if dot <= 80 else 0)  # noqa: PLR2004  # of 255
            strong.paste(0, mask=weak.point(lambda dot: 255 - dot))
        edges = strong.getbbox()
        return edges[1] / scale if edges else None

    @cached_property
    def _image(self) -> Any:  # noqa: ANN401  # Pillow's, which this package does not depend on
        return self.pdf.to_image(resolution=_DOTS).original.convert("RGB")

    def _baseline(self, glyph: Glyph) -> float:
        return (float(self.pdf.height) - float(glyph["matrix"][5])) * _MM


def read(data: bytes) -> list[Page]:
    """Return the pages of the PDF *data*."""
    import pdfplumber

    pdf = pdfplumber.open(BytesIO(data))
    return [Page(number, page) for number, page in enumerate(pdf.pages, 1)]


def _row(glyphs: list[Glyph], baseline: float) -> Row:
    ordered = sorted(glyphs, key=lambda glyph: float(glyph["x0"]))
    return Row(
        text="".join(one["text"] for one in ordered),
        x0=float(ordered[0]["x0"]) * _MM,
        x1=max(float(one["x1"]) for one in ordered) * _MM,
        baseline=baseline,
        sizes=frozenset(round(one["size"]) for one in ordered),
    )


def _rule(line: Glyph) -> Rule | None:
    x0, x1, top, bottom = (float(line[side]) * _MM for side in ("x0", "x1", "top", "bottom"))
    if bottom - top > _THICKEST or x1 - x0 < _RULE_LEAST:
        return None
    is_filled = line["object_type"] == "rect" and line.get("fill")
    colour = line.get("non_stroking_color" if is_filled else "stroking_color")
    return Rule(x0, x1, (top + bottom) / 2, _is_red(colour))


def _is_red(colour: object) -> bool:
    if not isinstance(colour, (tuple, list)) or len(colour) != 3:  # noqa: PLR2004  # RGB
        return False
    red, green, blue = (float(part) for part in colour)
    return red >= _RED and max(green, blue) <= _OTHER
