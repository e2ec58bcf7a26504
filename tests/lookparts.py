"""Looks taken apart and put together again, so that a test can spoil one thing in them."""

import zipfile
from io import BytesIO

from noticegen.template import look

PLAIN, REDHEAD = look("plain"), look("redhead")
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(contents: dict[str, bytes]) -> bytes:
    """Return a .docx of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def changed(name: str, old: str, new: str, data: bytes = PLAIN) -> bytes:
    """Return *data* with *old* in its part *name* made *new*."""
    contents = parts(data)
    assert old.encode() in contents[name]
    return zipped({**contents, name: contents[name].replace(old.encode(), new.encode())})


def with_body(extra: str, data: bytes = PLAIN) -> bytes:
    """Return *data* with *extra* before its first paragraph."""
    return changed(MAIN, "<w:body>", f"<w:body>{extra}", data)


def with_relation(kind: str, target: str, *, outside: bool = True, data: bytes = PLAIN) -> bytes:
    """Return *data* with one more relationship of its main part."""
    mode = ' TargetMode="External"' if outside else ""
    entry = f'<Relationship Id="more" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
    return changed(RELATIONS, "</Relationships>", f"{entry}</Relationships>", data)


def line(*runs: str) -> str:
    """Return a paragraph of *runs*."""
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"
