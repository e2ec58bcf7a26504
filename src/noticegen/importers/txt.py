"""A plain text to lines; cells that Tabs part are a table where one may stand, in 附件."""

import re
from collections.abc import Iterator, Sequence

from noticegen.importers.lines import MOST_BYTES, Line, RefusedError, Source, decoded, unreadable

_ATTACHMENT = re.compile("附件[0-9一二三四五六七八九十]*[：:]?")
# What Word parts from the text of a list by a Tab when it saves one.
_LIST_MARK = re.compile(r"[（(]?\w{1,3}[.．、)）]|\W+")
_FOREIGN = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")


def read(data: bytes) -> Source:
    """Return the lines of a text file; line n is the file's own.

    Raises:
        RefusedError: It is no text, or far too long for a notice.
    """
    if data.startswith(b"%PDF"):
        raise RefusedError(
            "file-unreadable",
            "这是 PDF 文件，请用 Word 或 WPS 打开它，另存为“Word 文档(.docx)”再导入。",
        )
    if data.startswith(_FOREIGN):
        raise unreadable()
    if len(data) >= MOST_BYTES:
        raise RefusedError("file-too-large", "文件太大，不像是一份通报，请只留下通报本身再导入。")
    shown = tuple(decoded(data).splitlines())
    return Source(tuple(_lines(shown)), shown)


def _lines(shown: Sequence[str]) -> Iterator[Line]:
    """Yield a line for each of *shown*, one for all rows of a table."""
    number, in_attachment = 0, False
    while number < len(shown):
        words = "".join(shown[number].split())
        in_attachment = in_attachment or _ATTACHMENT.fullmatch(words) is not None
        rows = _table(shown, number) if in_attachment else ()
        yield Line(number + 1, "" if rows else shown[number], rows=rows)
        number += len(rows) or 1


def _table(shown: Sequence[str], start: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows from line *start* on, as many cells in each; () for no table."""
    rows: list[tuple[str, ...]] = []
    for number in range(start, len(shown)):
        row = tuple(map(str.strip, shown[number].split("\t")))
        is_row = len(row) > 1 and all(row) and not _LIST_MARK.fullmatch(row[0])
        if not is_row or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
    return tuple(rows) if len(rows) > 1 else ()
