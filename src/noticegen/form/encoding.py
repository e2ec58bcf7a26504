"""Bytes of a form → its text in lines, or the one problem that keeps it from being read."""

import codecs
import re
from collections.abc import Collection

from noticegen.problem import Mark, Problem

MAX_BYTES = 20_000_000

_START = Mark(1, 1)
_FOREIGN = {
    b"PK\x03\x04": " Word、Excel 或压缩",
    b"\xd0\xcf\x11\xe0": "旧版 Word、Excel 或 WPS ",
    b"%PDF": " PDF ",
    b"{\\rtf": " RTF 文档",
}
_BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_COMMENTS_ONLY = re.compile(r"(?:\s++|#[^\r\n]*+|---)*+")


def decode(data: bytes, top_labels: Collection[str]) -> str | Problem:
    """Return the text of *data*, without its byte order mark."""
    if len(data) > MAX_BYTES:
        return Problem(
            _START, "form-too-large", "文件超过 20 MB，不像是填报表，请检查是否选错了文件。"
        )
    for signature, kind in _FOREIGN.items():
        if data.startswith(signature):
            return Problem(_START, "form-binary", _foreign(kind))
    text = _text(data, top_labels)
    if text is None:
        return Problem(
            _START,
            "form-encoding",
            "文件的编码无法识别，请用记事本打开填报表，点“另存为”，编码选“UTF-8”后保存。",
        )
    if _COMMENTS_ONLY.fullmatch(text):
        return Problem(
            _START,
            "form-empty",
            "填报表是空的，请运行 noticegen new 生成一份带说明的填报表，再照着填写。",
        )
    return text


def split(text: str) -> tuple[str, ...]:
    """Return the lines of *text*; only CR and LF end a line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(lines[:-1] if len(lines) > 1 and not lines[-1] else lines)


def _foreign(kind: str) -> str:
    return (
        f"这是{kind}文件，不是填报表；填报表是用记事本就能打开的 .yaml 文字文件，"
        "可运行 noticegen new 生成一份。"
    )


def _text(data: bytes, top_labels: Collection[str]) -> str | None:
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return _unicode(data[len(bom) :], encoding)
    text = _unicode(data, "utf-8")
    if text is not None:
        return text
    text = _strict(data, "gb18030", "strict")
    if text is None or not top_labels:
        return None
    # GB18030 takes nearly any bytes, so only a label that a form must have vouches for it.
    names = "|".join(map(re.escape, top_labels))
    return text if re.search(rf"^[ \t]*(?:{names})[ \t]*[:：]", text, re.MULTILINE) else None


def _unicode(data: bytes, encoding: str) -> str | None:
    # Half a character (a lone surrogate) would keep all the rest from being read, and no
    # terminal can print it: it goes on as U+FFFD, which is reported with its place.
    text = _strict(data, encoding, "strict")
    if text is None and (text := _strict(data, encoding, "surrogatepass")) is not None:
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def _strict(data: bytes, encoding: str, errors: str) -> str | None:
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
