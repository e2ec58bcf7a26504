"""Values between quotes or brackets: where they end, and whether that is meant."""

import re

from noticegen.form.lines import NOTHING, Page, excerpt, hide, indentation

_LOOK_AHEAD = 200
_MAX_DEPTH = 16
_AFTER = re.compile(r"[ \t]*+(?:(?<=[ \t])#.*)?$")
_ENDS = {
    '"': re.compile(r'(?:[^"\\]++|\\.|\\$)*+"'),
    "'": re.compile(r"(?:[^']++|'')*+'"),
}
# A quote counts only where a value may start, and one that is not closed takes the whole rest:
# looking for its end again and again would be quadratic.
_SIGN = re.compile(r"""[\[\]{}]|(?<=[\[{,:\s])(?:"(?:[^"\\]++|\\.)*+"?|'(?:[^']++|'')*+'?)""")
_ESCAPE = re.compile(r"\\(?:([\"\\/n ]|$)|u([0-9A-Fa-f]{4})|)")


def read_quoted(page: Page, index: int, at: int, owner: int) -> int:
    """Return the last line of the quoted value at *at*; -1 where it turns out plain."""
    line = page.lines[index]
    sign = line.text[at]
    last, end = _closing(page, index, at, owner)
    if end < 0:
        page.report(
            index,
            at,
            "form-quote",
            f"内容开头的英文引号“{sign}”没有另一半与它配对，请删去它，或在内容末尾补上一个“{sign}”。",
            line.text[at:],
        )
        line.splice(at, at + 1, NOTHING)
        return -1
    if not _AFTER.match(page.lines[last].text, end):
        _report_rest(page, last, end)
        line.splice(at, at + 1, hide(sign))
        return -1
    if sign == '"':
        for number in range(index, last + 1):
            _mend_escapes(page, number, at + 1 if number == index else 0)
    return last


def bracketed_end(page: Page, index: int, at: int, owner: int) -> int:
    """Return the line where the whole list in brackets at *at* ends; -1 if it is none."""
    depth = 0
    for number in range(index, min(index + _LOOK_AHEAD, len(page.lines))):
        text = page.lines[number].text
        if number > index and _is_outside(text, owner):
            return -1
        for found in _SIGN.finditer(text, at if number == index else 0):
            depth += (found[0] in "[{") - (found[0] in "]}")
            if depth > _MAX_DEPTH:
                return -1
            if depth == 0:
                return number if _AFTER.match(text, found.end()) else -1
    return -1


def _is_outside(text: str, owner: int) -> bool:
    return bool(text) and indentation(text) <= owner


def _closing(page: Page, index: int, at: int, owner: int) -> tuple[int, int]:
    """Return line and column after the closing quote; the column is -1 for none."""
    pattern = _ENDS[page.lines[index].text[at]]
    for number in range(index, min(index + _LOOK_AHEAD, len(page.lines))):
        text = page.lines[number].text
        if number > index and _is_outside(text, owner):
            break
        found = pattern.match(text, at + 1 if number == index else 0)
        if found:
            return number, found.end()
    return index, -1


def _report_rest(page: Page, index: int, end: int) -> None:
    rest = page.lines[index].text[end:]
    page.report(
        index,
        end,
        "form-quote",
        f"英文引号到“{excerpt(rest, 12)}”前面就结束了，后面的文字会读不出来，"
        "请把这对引号改成中文引号“”。",
        rest,
    )


def _mend_escapes(page: Page, index: int, start: int) -> None:
    line = page.lines[index]
    bad: list[int] = []

    def mend(found: re.Match[str]) -> str:
        if found[1] is not None or (found[2] and _is_shown(chr(int(found[2], 16)))):
            return found[0]
        bad.append(start + found.start())
        return hide("\\") + found[0][1:]

    mended = _ESCAPE.sub(mend, line.text[start:])
    if bad:
        page.report(
            index,
            bad[0],
            "form-quote",
            "英文双引号里的“\\”有特殊用途，这样写会出错，请把内容两头的双引号换成英文单引号“'”。",
            line.text[bad[0] : bad[0] + 2],
        )
        line.splice(start, len(line.text), mended)


def _is_shown(char: str) -> bool:
    return char.isprintable() or char == "\u3000"
