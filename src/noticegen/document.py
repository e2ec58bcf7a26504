"""The composed notice: typed blocks in reading order, words only, no looks.

The outline makes them, the writers set them. A text here is final: numbered, its names
filled in, its punctuation full-width.
"""

from collections.abc import Mapping
from typing import NamedTuple

WORDS = ("份号", "密级", "紧急程度", "文号", "抄送", "印发机关", "印发日期")
"""The names of Document.words."""


class Run(NamedTuple):
    """A stretch of text in one face.

    *level* 1 to 4 sets it in the face of that heading level (a run-in heading);
    0 leaves it in the face of its paragraph.
    """

    text: str
    level: int = 0


class Title(NamedTuple):
    """标题. *lines* are the breaks the form asks for; empty: the writer breaks it."""

    text: str
    lines: tuple[str, ...] = ()


class Recipients(NamedTuple):
    """主送机关, with its closing colon."""

    text: str


class Heading(NamedTuple):
    """A heading on a line of its own, its ordinal included; *level* is 1 to 4."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph of the body; a run-in heading is its first run."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """All its runs as one string."""
        return "".join(run.text for run in self.runs)


class Table(NamedTuple):
    """A table of an attachment: *header* cells, then *rows* of as many cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class AttachmentNote(NamedTuple):
    """附件说明 (7.3.4): the names in order, one line each."""

    names: tuple[str, ...]


class Seal(NamedTuple):
    """印章: *png* is the picture's bytes, checked already."""

    png: bytes


class Signature(NamedTuple):
    """署名 and 成文日期 (7.3.5): one organ or several issuing jointly, and the date.

    *seals* are as many as the organs, in their order, or none.
    """

    organs: tuple[str, ...]
    date: str
    seals: tuple[Seal, ...] = ()


class Annotation(NamedTuple):
    """附注 (7.3.6), its round brackets included."""

    text: str


class Attachment(NamedTuple):
    """附件 (7.3.7) on a page of its own: *label* (附件1), title, contents."""

    label: str
    title: str
    blocks: "tuple[Heading | Paragraph | Table, ...]"


Block = (
    Title
    | Recipients
    | Heading
    | Paragraph
    | Table
    | AttachmentNote
    | Signature
    | Annotation
    | Attachment
)


class Document(NamedTuple):
    """A whole notice.

    *title* and *issuer* are what its file properties say; *date* is 成文日期 as
    YYYY-MM-DD. *issuers* stand in the 发文机关标志, the main one first. *words*, by the
    names in WORDS, fill a look's slots; an absent one is empty. *meta* is what a web page
    tells machines: the official tags (ArticleTitle, PubDate, …) in their official order.
    """

    title: str
    issuer: str
    date: str
    blocks: tuple[Block, ...]
    issuers: tuple[str, ...] = ()
    words: Mapping[str, str] = {}
    meta: Mapping[str, str] = {}
