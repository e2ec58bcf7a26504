"""A finished notice, .docx or .txt, to its paragraphs: what rules read where there is no form."""

import codecs
import re
from collections.abc import Iterator

from noticegen import inspect
from noticegen.inspect.words import MARKS_OF_PLACE
from noticegen.problem import Mark, Problem

_MOST_BYTES = 32 * 1024 * 1024
_MOST_CHARACTERS = 1_000_000  # a long notice has 0.2 million
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0")
_FOREIGN = (b"%PDF", b"{\\rtf")
_START = Mark(1, 1)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]+")


def read(data: bytes) -> tuple[list[str], list[Problem]]:
    """Return the non-blank paragraphs of a finished notice, and why there are none.

    The n-th paragraph, from 1, is what a report calls line n.
    """
    if data.startswith(_OFFICE):
        return _of_word(data)
    text = None if data.startswith(_FOREIGN) or len(data) >= _MOST_BYTES else _decoded(data)
    if text is None:
        sentence = (
            "读不出文字，请用记事本另存为 UTF-8 编码的 .txt，或者用 Word 另存为 .docx 后再检查。"
        )
        return [], [Problem(_START, "file-unreadable", sentence)]
    return _whole([line.strip() for line in text.splitlines()])


def _of_word(data: bytes) -> tuple[list[str], list[Problem]]:
    try:
        lines = inspect.read(data).paper.lines
    except inspect.RefusedError as refusal:
        return [], [Problem(_START, "file-unreadable", str(refusal))]
    return _whole([line.translate(MARKS_OF_PLACE).strip() for line in lines])


def _whole(lines: list[str]) -> tuple[list[str], list[Problem]]:
    paragraphs = [line for line in lines if line]
    if sum(map(len, paragraphs)) > _MOST_CHARACTERS:
        sentence = "文字太多，不像是一份通报，请只留下通报本身，另存一份再检查。"
        return [], [Problem(_START, "file-too-large", sentence)]
    if paragraphs:
        return paragraphs, [_turned(*found) for found in _turning(paragraphs)]
    return [], [Problem(_START, "file-empty", "文件里没有文字，请核对是否选错了文件。")]


def _turning(paragraphs: list[str]) -> Iterator[tuple[Mark, str]]:
    """Yield the first place in each paragraph that turns the direction of writing."""
    for number, text in enumerate(paragraphs, 1):
        if found := _TURNING.search(text):
            yield Mark(number, found.start() + 1), found[0]


def _turned(mark: Mark, signs: str) -> Problem:
    sentence = "这里有改变文字显示方向的隐藏字符，会使看到的与实际的不同，请删去后重新键入这一处。"
    return Problem(mark, "file-character", sentence, text=signs)


def _decoded(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
