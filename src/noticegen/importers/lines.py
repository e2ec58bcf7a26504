"""Lines: what every kind of source is read into before anything is made of it."""

import codecs
import re
from dataclasses import dataclass, replace

from noticegen import punctuation

MOST_BYTES = 8 * 1024 * 1024  # of a .txt or a page; a long notice has 0.2 million
MOST_LINES = 5000
MOST_CHARACTERS = 1_000_000
_LONGEST = 50_000  # characters of one paragraph

# What no form may hold: unseen, half or unprintable characters (form/characters.py).
_UNSEEN = re.compile("[\u200b-\u200d\ufeff\u2060\xad\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffc-\uffff\ufdd0-\ufdef"
    "\U00100000-\U0010ffff]"
)
_TWO_BRACES = re.compile("[{｛](?=[{｛])|[}｝](?=[}｝])")
_BRACED_NAME = re.compile(r"[{｛]\s*[^{}｛｝\s](?=[^{}｛｝\s]+\s*[}｝])")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE
)


class RefusedError(Exception):
    """A source that is not imported: its text is one Chinese sentence, *code* the problem's."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the source, on one line, its punctuation normalised.

    *number* counts from 1 what a report shows. Only a Word file has the others: *style*
    is the name of its paragraph style, *level* that of a heading style, *head* the words
    that stand in a heading's face before running text, *breaks* its own lines, *exact*
    tells that nobody has touched the file since we wrote it. *rows* are a table's cells.
    """

    number: int
    text: str
    style: str = ""
    level: int = 0
    head: str = ""
    breaks: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    exact: bool = False
    aside: bool = False  # stands in what a page marks as no part of its text


@dataclass(frozen=True, slots=True)
class Source:
    """A source as lines; *shown* is what a report shows of line n; *notes* what was met."""

    lines: tuple[Line, ...]
    shown: tuple[str, ...]
    notes: tuple[tuple[int, str, str], ...] = ()


def settled(source: Source) -> Source:
    """Return *source*, its lines clean and not blank; refuse one that is too long or empty."""
    if len(source.lines) > MOST_LINES or sum(map(_length, source.lines)) > MOST_CHARACTERS:
        raise RefusedError(
            "file-too-large", "文字太多，不像是一份通报，请只留下通报本身，另存一份再导入。"
        )
    if any(len(line.text) > _LONGEST for line in source.lines):
        raise RefusedError(
            "file-too-large", "有一段文字长得不正常，请按通报的样子分好段，另存一份再导入。"
        )
    cleaned = [_settled(line) for line in source.lines]
    lines = tuple(line for line in cleaned if line.text or line.rows)
    if not lines:
        raise RefusedError("file-empty", "文件里没有文字，请核对是否选错了文件。")
    lost = next((line for line in source.lines if "\ufffd" in line.text), None)
    notes = source.notes
    if lost:
        sentence = "这里有读不出来的乱码字符，已经略去，请对照原件补上。"
        notes = (*notes, (lost.number, "file-character", sentence))
    return replace(source, lines=lines, notes=notes)


def clean(text: str) -> str:
    """Return *text* without characters that a form refuses, on one line.

    Braces that would call on a name are set apart: in a source they are only braces.
    """
    text = _REFUSED.sub("", _UNSEEN.sub("", text))
    text = punctuation.normalize(" ".join(text.split()))
    if any(brace in text for brace in "{}｛｝"):
        text = _TWO_BRACES.sub(r"\g<0> ", text)
        text = _BRACED_NAME.sub(r"\g<0> ", text)
    return text


def decoded(data: bytes, declared: str = "") -> str:
    """Return the text of *data*: by its mark, as *declared*, else UTF-8, else GB18030."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :].decode("utf-8", "replace")
    for encoding in filter(None, (_known(declared), "utf-8", "gb18030")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    if data.count(b"\0") > len(data) // 1000:
        raise unreadable()
    return data.decode(_known(declared) or "gb18030", "replace")


def unreadable() -> RefusedError:
    """What is said of a file that is no text."""
    sentence = "读不出文字，请用记事本另存为 UTF-8 编码的 .txt，或者用 Word 另存为 .docx 再导入。"
    return RefusedError("file-unreadable", sentence)


def is_page(data: bytes) -> bool:
    """Tell whether *data* is a web page, whatever its name."""
    return _HTML.match(data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")) is not None


def _known(declared: str) -> str:
    """The codec of a *declared* charset; GB2312 and GBK are read as what contains them."""
    name = declared.strip().lower()
    if name in ("gb2312", "gbk", "gb_2312-80", "x-gbk"):
        return "gb18030"
    try:
        return codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""


def _settled(line: Line) -> Line:
    rows = tuple(tuple(map(clean, row)) for row in line.rows)
    return replace(
        line,
        text=clean(line.text),
        head=clean(line.head),
        breaks=tuple(filter(None, map(clean, line.breaks))),
        rows=tuple(row for row in rows if any(row)),
    )


def _length(line: Line) -> int:
    return len(line.text) + sum(len(cell) for row in line.rows for cell in row)
