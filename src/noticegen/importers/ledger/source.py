"""The bytes of a form → its lines to be edited, and back: encoding and line ends stay."""

import codecs
import re
from dataclasses import dataclass, field

from noticegen.form import encoding
from noticegen.model import top_labels
from noticegen.problem import Mark, Problem

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass
class Source:
    """A form's text while it is edited: *edits* put a text in the place of another.

    Places are those of the unedited text, line and column from 1, ends exclusive.
    """

    lines: list[str]
    ends: list[str]
    bom: bytes
    codec: str
    edits: list[tuple[Mark, Mark, str]] = field(default_factory=list)

    def replace(self, start: Mark, end: Mark, text: str) -> None:
        """Put *text* where start to end was; its line breaks become the file's own."""
        self.edits.append((start, end, text))

    def insert_below(self, line: int, lines: list[str]) -> None:
        """Put *lines* below line *line*."""
        end = Mark(line, len(self.lines[line - 1]) + 1)
        self.replace(end, end, "".join(f"\n{text}" for text in lines))

    def delete(self, first: int, last: int) -> None:
        """Take out the lines from *first* to *last*."""
        self.replace(Mark(first, 1), Mark(last + 1, 1), "")

    def data(self) -> bytes:
        """Return the file with all edits made."""
        lines = [line + end for line, end in zip(self.lines, self.ends, strict=True)]
        text = "".join(lines)
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        newline = next(filter(None, self.ends), "\n")
        # Of edits in one place the first made stands first.
        ordered = sorted(enumerate(self.edits), key=lambda edit: (edit[1][0], edit[0]))
        for _, (start, end, new) in reversed(ordered):
            first = min(starts[start.line - 1] + start.column - 1, len(text))
            last = min(starts[min(end.line, len(starts)) - 1] + end.column - 1, len(text))
            text = text[:first] + new.replace("\n", newline) + text[last:]
        return self.bom + text.encode(
            self.codec, "surrogatepass" if "utf" in self.codec else "strict"
        )


def read(data: bytes) -> Source | Problem:
    """Return the form *data* to be edited, or why it cannot be read."""
    text = encoding.decode(data, top_labels())
    if isinstance(text, Problem):
        return text
    bom, codec = next(
        ((bom, codec) for bom, codec in _BOMS if data.startswith(bom)), (b"", _codec(data))
    )
    pairs = [(found[1], found[2]) for found in _LINE.finditer(text) if found[0]]
    return Source([line for line, _ in pairs], [end for _, end in pairs], bom, codec)


def _codec(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"
