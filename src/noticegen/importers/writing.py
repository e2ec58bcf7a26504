"""Writing: a draft in, the text of its form out, commented like the form that `new` gives."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from noticegen import template
from noticegen.form import Value
from noticegen.importers.draft import Draft, Values
from noticegen.model import all_labels
from noticegen.title import width

_TOP = ("发文", "巡察", "写法", "正文", "附件", "联系", "版记")
_ORDER = {
    "发文": (
        *("机关", "署名", "成文日期", "标题", "标题分行", "主送", "文号"),
        *("份号", "密级", "紧急程度", "附注"),
    ),
    "写法": (
        "引言",
        "问题",
        "任务",
        "事项",
        "措施",
        "措施引语",
        "措施序号",
        "序号",
        "连续",
        "联系",
    ),
}
_REQUIRED = ("机关", "成文日期")
_IMPORTED = "# 这张表由原来的通报导入，照它生成，文字同原来一样。状态、责任单位等原文里没有的，请自己补上。\n"
_LEDGER = (
    "# 状态: 已完成                      # 已完成、基本完成、持续推进、未完成；删去井号和一个空格就是填了",
    "# 责任单位: 办公室                  # 责任领导、责任人、完成时限、进展、备注也写在这里，不印出来",
)
_STARTS = "\"'[&*!%@`?-:,]}|>#{－–—―‐−·•●＃"
_COLON = re.compile(r":(?:[ \t]|$)|[ \t\u3000\xa0]#")
_LABEL = re.compile(r"([^\s:：;；=＝#]{1,20})\s*(?:[:：;；=＝]|\s|$)")
_HINT = re.compile(r"  (?:- )?(\S+?): .*?[^ ] {2,}(# .+)")
_COLUMN = 40  # of a console, where comments stand
_SPACED = ("部分", "单位", "方面", "类别")


class Written(NamedTuple):
    """The text of a form, and the line, from 1, on which each item of 正文 begins."""

    text: str
    rows: tuple[int, ...]


def written(draft: Draft, *, careful: bool = False) -> Written:
    """Return the form that *draft* is; *careful* quotes every text."""
    writer = _Writer(careful=careful)
    writer.lines += [*_header(), "", "格式: 1"]
    rows: list[int] = []
    for label in _TOP:
        if label == "正文":
            writer.top(label)
            rows = [writer.item(entry.values) for entry in draft.entries]
        elif label == "附件":
            if draft.attachments:
                writer.top(label)
                for attachment in draft.attachments:
                    writer.item(attachment if isinstance(attachment, dict) else {})
        elif (part := draft.facts.get(label)) or label == "发文":
            writer.top(label)
            writer.part(label, part or {})
    return Written("\n".join(writer.lines) + "\n", tuple(rows))


class _Writer:
    def __init__(self, *, careful: bool) -> None:
        self.lines: list[str] = []
        self._careful = careful
        self._told_ledger = False

    def top(self, label: str) -> None:
        """Begin the part *label*, after what `new` says of it."""
        self.lines += ["", *_comments().get(label, ()), f"{label}:"]

    def part(self, part: str, values: Values) -> None:
        """Write the labels below a top label, in their usual order."""
        order = _ORDER.get(part, ())
        required = dict.fromkeys(_REQUIRED if part == "发文" else (), "")
        wanted: Values = {**required, **values}
        for label in sorted(wanted, key=lambda one: (*order, one).index(one)):
            value = wanted[label]
            if label in required and not value:
                self.lines.append(f"  {label}:")
                self._hint("# 原文里没有找到，请填写")
            elif value:
                self._value(2, label, value)
                if isinstance(value, str):
                    self._hint(_hints().get((part, label), ""))

    def _hint(self, comment: str) -> None:
        """Put *comment* behind the last line."""
        if comment:
            self.lines[-1] += " " * max(2, _COLUMN - int(2 * width(self.lines[-1]))) + comment

    def item(self, values: Values) -> int:
        """Write an item of a list; return the line it begins on."""
        (label, value), *others = values.items()
        if label in _SPACED and self.lines[-1] != "正文:":
            self.lines.append("")
        row = len(self.lines) + 1
        self._value(4, label, value, dash=True)
        for other, below in others:
            self._value(4, other, below)
        if label == "问题" and not self._told_ledger:
            self._told_ledger = True
            self.lines += [f"    {line}" for line in _LEDGER]
        return row

    def _value(self, indent: int, label: str, value: Value, *, dash: bool = False) -> None:
        lead = " " * (indent - 2) + "- " if dash else " " * indent
        if isinstance(value, str) and "\n" in value:
            self.lines.append(f"{lead}{label}: |")
            self.lines += [" " * (indent + 2) + line for line in value.splitlines()]
        elif isinstance(value, str):
            self.lines.append(f"{lead}{label}: {self._scalar(value)}")
        elif isinstance(value, dict):
            self.lines.append(f"{lead}{label}:")
            for below, text in value.items():
                self._value(indent + 2, below, text)
        else:
            self.lines.append(f"{lead}{label}:")
            for text in value:
                words = self._scalar(str(text), is_listed=True)
                self.lines.append(f"{' ' * (indent + 2)}- {words}")

    def _scalar(self, text: str, *, is_listed: bool = False) -> str:
        """Return *text* as the reader takes it for itself, in quotes only where it needs them."""
        if self._careful or needs_quotes(text, is_listed=is_listed):
            return "'" + text.replace("'", "''") + "'"
        return text


def needs_quotes(text: str, *, is_listed: bool = False) -> bool:
    """Tell whether a reader would take *text*, bare, for something else."""
    if not text or text != text.strip() or _COLON.search(text):
        return True
    if text[0] in _STARTS and not text.startswith("{{ "):
        return True
    word = _LABEL.match(text) if is_listed else None
    return word is not None and word.group(1) in all_labels()


def _header() -> Sequence[str]:
    """Return the comment at the head of the form that `new` gives, and where this one is from."""
    head = _form().split("\n\n", 1)[0]
    return [*head.splitlines(), *_IMPORTED.splitlines()]


@cache
def _form() -> str:
    return template.resource("rectification/form.yaml").decode()


@cache
def _comments() -> dict[str, list[str]]:
    """Return the comments that stand above each top label of the form that `new` gives."""
    found: dict[str, list[str]] = {}
    above: list[str] = []
    for line in _form().partition("格式: 1")[2].splitlines():
        if line.startswith("# "):
            above.append(line)
            continue
        if label := re.match(r"(\S+):", line):
            found[label.group(1)] = above
        above = []
    return found


@cache
def _hints() -> dict[tuple[str, str], str]:
    """Return the comments that stand behind the labels of the form that `new` gives."""
    return dict(_told())


def _told() -> Iterator[tuple[tuple[str, str], str]]:
    part = ""
    for line in _form().splitlines():
        if label := re.match(r"(\S+):", line):
            part = label.group(1)
        elif part in ("发文", "巡察", "写法") and (found := _HINT.match(line)):
            yield (part, found.group(1)), found.group(2)
