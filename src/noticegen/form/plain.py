"""Plain text on its line: keeps YAML from finding a label or a comment in it."""

import re

from noticegen.form.lines import BLANKS, Page, excerpt, hide

_COLON = re.compile(r":(?=[ \t]|$)")
_COLON_BLANK = re.compile(r":[ \t]*(?=[ \t]|$)[ \t]*")
_COMMENT = re.compile(rf"[{BLANKS}]#(?=[{BLANKS}]|$)")
_HASH = re.compile(rf"(?<=[{BLANKS}])#")


def read_text(page: Page, index: int, at: int) -> None:
    """Mend the plain text that goes from column *at* of line *index* to the line's end."""
    line = page.lines[index]
    if "#" in line.text:
        _mend_hashes(page, index, at)
    if ":" not in line.text:
        return
    first = _COLON.search(line.text, at)
    if first is None:
        return
    message = _why_colon(page, line.text, at, first.start())
    page.report(index, first.start(), "form-colon-in-text", message, ":")
    line.splice(at, len(line.text), _COLON.sub(hide(":"), line.text[at:]))


def _why_colon(page: Page, text: str, at: int, colon: int) -> str:
    word = re.split(rf"[{BLANKS}，。；]", text[max(at, colon - 40) : colon])[-1]
    if word in page.known:
        return (
            f"一行里只能有一个标签，请让「{word}」另起一行，并与同级的标签对齐："
            f"`{excerpt(text[colon - len(word) :])}`。"
        )
    return (
        "文字里的英文冒号“:”会被当成标签后面的冒号，"
        f"请改成中文冒号“：”：`{excerpt(_COLON_BLANK.sub('：', text[at:]))}`。"
    )


def report_hash(page: Page, index: int, at: int) -> None:
    """Report a number sign that YAML would take for a comment and its writer did not."""
    rest = page.lines[index].text[at:]
    page.report(
        index,
        at,
        "form-hash",
        "“#”前面有空格，从它起的文字会被当成注释丢掉，"
        f"请改成全角的“＃”：`＃{excerpt(rest[1:], 20)}`，是注释就在“#”后面加一个空格。",
        rest,
    )


def _mend_hashes(page: Page, index: int, at: int) -> None:
    line = page.lines[index]
    comment = _COMMENT.search(line.text, max(at - 1, 0))
    if comment:
        line.cut(comment.start())
    found = _HASH.search(line.text, at)
    if found:
        report_hash(page, index, found.start())
        mended = _HASH.sub(hide("#"), line.text[found.start() - 1 :])
        line.splice(found.start() - 1, len(line.text), mended)
