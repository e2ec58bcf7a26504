"""What tests of later stages need: a form's text to a notice, its document, its lines."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator

from noticegen import document as doc
from noticegen import pipeline
from noticegen.compose import compose
from noticegen.model import Notice
from noticegen.problem import Severity

HEAD = """\
发文:
  机关: 中共云山县示范局党组
  成文日期: 2024年6月20日
"""


def form(body: str = "- 段落: 正文。", more: str = "", head: str = HEAD) -> str:
    """Return a form: *head*, *more* top-level parts, then the items of 正文 in *body*."""
    items = textwrap.indent(textwrap.dedent(body).strip("\n"), "  ")
    return f"{head}{textwrap.dedent(more)}正文:\n{items}\n"


def problems_of(text: str) -> list[tuple[int, str]]:
    """Return line and code of everything found in the form *text*."""
    found = pipeline.check(text.encode()).problems
    return [(problem.mark.line, problem.code) for problem in found]


def messages_of(text: str) -> list[str]:
    """Return the sentences of everything found in the form *text*."""
    return [problem.message for problem in pipeline.check(text.encode()).problems]


def errors_of(text: str) -> list[tuple[int, str]]:
    """Return line and code of what stops the build of the form *text*."""
    found = pipeline.check(text.encode()).problems
    return [(item.mark.line, item.code) for item in found if item.severity is Severity.ERROR]


def notice_of(text: str) -> Notice:
    """Return the notice of a form that has no errors."""
    checked = pipeline.check(text.encode())
    assert checked.notice is not None, checked.problems
    return checked.notice


def document_of(text: str) -> doc.Document:
    """Return the composed document of a form that has no errors."""
    return compose(notice_of(text))


def lines_of(document: doc.Document) -> list[str]:
    """Return the words of *document*, paragraph by paragraph."""
    return [line for block in document.blocks for line in _lines(block)]


def body_of(text: str) -> list[str]:
    """Return the paragraphs between title and signature that a form composes."""
    return lines_of(document_of(text))[1:-2]


def folded(text: str) -> str:
    """Return *text* without blanks, all widths folded: what two texts are compared by."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _lines(block: doc.Block) -> Iterator[str]:
    match block:
        case doc.Signature():
            yield from (*block.organs, block.date)
        case doc.AttachmentNote():
            yield from block.names
        case doc.Attachment():
            yield from (block.label, block.title)
            for inner in block.blocks:
                yield from _lines(inner)
        case doc.Table():
            yield from ("｜".join(row) for row in (block.header, *block.rows))
        case _:
            yield block.text
