"""A plain text to lines."""

from noticegen.importers.lines import MOST_BYTES, Line, RefusedError, Source, decoded, unreadable

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
    return Source(tuple(Line(number, text) for number, text in enumerate(shown, 1)), shown)
