"""The floor: a precompiled Jinja2 template writes the document.xml of a notice, zipfile packs it.

Nothing is read, checked, numbered or worded, and no library knows what a .docx is.
"""

import io
import re
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import unescape

from jinja2 import Environment, Template

_MAIN = "word/document.xml"
_TEXT = re.compile(r"(?<=>)([^<]+)(?=</w:t>)")
_TEMPLATE = "{% for markup, text in body %}{{ markup }}{{ text | e }}{% endfor %}{{ end }}"


class Prepared(NamedTuple):
    """A notice taken apart: its texts with the markup before each, its other parts."""

    template: Template
    body: list[tuple[str, str]]
    end: str
    others: dict[str, bytes]


def prepare(notice: bytes) -> Prepared:
    """Take the .docx *notice* apart, before the clock starts."""
    with zipfile.ZipFile(io.BytesIO(notice)) as package:
        others = {name: package.read(name) for name in package.namelist() if name != _MAIN}
    *pieces, end = _TEXT.split(document(notice))
    texts = map(unescape, pieces[1::2])
    template = Environment(autoescape=False).from_string(_TEMPLATE)  # noqa: S701  # it escapes
    return Prepared(template, list(zip(pieces[::2], texts, strict=True)), end, others)


def render(prepared: Prepared) -> bytes:
    """Return the notice put together again."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        main = prepared.template.render(body=prepared.body, end=prepared.end)
        package.writestr(_MAIN, main)
        for name, data in prepared.others.items():
            package.writestr(name, data)
    return target.getvalue()


def document(notice: bytes) -> str:
    """Return the document.xml of *notice*."""
    with zipfile.ZipFile(io.BytesIO(notice)) as package:
        return package.read(_MAIN).decode()
