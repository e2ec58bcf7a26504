"""A value on its line: how YAML would take it, and what to do where that is not meant."""

import re
from enum import Enum, auto

from noticegen.form.enclosed import bracketed_end, read_quoted
from noticegen.form.lines import BLANKS, Page, excerpt, hide
from noticegen.form.plain import read_text, report_hash

_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?: #.*|$)")


class Kind(Enum):
    """What stands in a value's place."""

    EMPTY = auto()
    COMMENT = auto()
    PLAIN = auto()
    LITERAL = auto()
    CLOSED = auto()


def read_value(page: Page, index: int, at: int, owner: int, name: str) -> tuple[Kind, int]:
    """Look at the value from column *at* of line *index*, and mend it there.

    Args:
        page: the lines; slips are reported and repaired there.
        index: the line.
        at: where the value starts; the line's end for none.
        owner: indentation that a further line of the value must exceed.
        name: the value's label, "" in a list of texts.

    Returns:
        What it is, and the last line it takes for certain.
    """
    first = page.lines[index].text[at : at + 1]
    if not first:
        return Kind.EMPTY, index
    if first == "#":
        return _after_hash(page, index, at), index
    if first in "|>" and _BLOCK_HEADER.match(page.lines[index].text, at):
        return Kind.LITERAL, index
    last = -1
    if first in "\"'":
        last = read_quoted(page, index, at, owner)
    elif first in "[{":
        last = _bracketed(page, index, at, owner, name)
    elif first in "&*!%@`?-:,]}|>":
        _special(page, index, at, name)
    if last >= 0:
        return Kind.CLOSED, last
    read_text(page, index, at)
    return Kind.PLAIN, index


def _after_hash(page: Page, index: int, at: int) -> Kind:
    line = page.lines[index]
    if line.text[at + 1 : at + 2] in ("", *BLANKS):
        line.cut(at)
        return Kind.COMMENT
    report_hash(page, index, at)
    line.splice(at, at + 1, hide("#"))
    read_text(page, index, at)
    return Kind.PLAIN


def _bracketed(page: Page, index: int, at: int, owner: int, name: str) -> int:
    line = page.lines[index]
    if line.text.startswith(("{{", "{%", "{#"), at):
        line.splice(at, at + 1, hide("{"))
        return -1
    last = bracketed_end(page, index, at, owner)
    if last < 0:
        _special(page, index, at, name)
    return last


def _special(page: Page, index: int, at: int, name: str) -> None:
    line = page.lines[index]
    sign, following = line.text[at], line.text[at + 1 : at + 2]
    if sign == ":" or (sign in "-?" and following not in ("", " ", "\t")):
        return
    message = _why_special(line.text[at:], f"{name}: " if name else "- ")
    page.report(index, at, "form-special-start", message, line.text[at:])
    line.splice(at, at + 1, hide(sign))


def _why_special(value: str, label: str) -> str:
    if value.startswith("[") and "]" in value:
        fixed = value.replace("[", "〔", 1).replace("]", "〕", 1)
        return f"内容以方括号“[”开头，会被当成列表的记号，请改用六角括号〔〕：`{label}{excerpt(fixed)}`。"
    if value.startswith("-"):
        return (
            "“-”不能写在标签后面的同一行里，请删去它："
            f"`{label}{excerpt(value[1:])}`，要分条就另起一行再写“-”。"
        )
    quote = "'" if '"' in value or "\\" in value else '"'
    return (
        f"内容以“{value[0]}”开头，会被当成特殊记号，"
        f"请给整个内容加上英文引号：`{label}{quote}{excerpt(value)}{quote}`。"
    )
