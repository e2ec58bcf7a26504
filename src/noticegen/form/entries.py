"""Entries of a form, a label or a list item each: what they open, what they leave open."""

import re

from noticegen.form.labels import DASHES, Label, Labels, Look
from noticegen.form.levels import Level, Levels
from noticegen.form.lines import BLANKS, Page, excerpt, indentation
from noticegen.form.repairs import mend_dash, mend_label
from noticegen.form.values import Kind, read_value

_MAX_LEVELS = 32
_LONG_VALUE = 25
_HEADER = re.compile(r"[|>][+-]?([1-9]?)")


class Entries:
    """The state of a pass over the lines, as the entries met so far leave it."""

    def __init__(self, page: Page, labels: Labels) -> None:
        self.page = page
        self.labels = labels
        self.levels = Levels(_root_indent(page))
        self.kind = Kind.CLOSED
        self.started = False
        self.last = -1
        self.body = 0
        self.top_block = False
        self.shift: tuple[int, int] | None = None
        self.left_out: int | None = None
        self.comments: list[int] = []
        self._name = ""
        self.value_at = (0, 0)
        self._note: tuple[int, int, str] | None = None

    def look_again(self, index: int, at: int) -> Look:
        """Return what line *index*, mended since, starts with."""
        return self.labels.look(self.page.lines[index].text, at)

    def finish(self) -> None:
        """Report what only the end of the form shows."""
        self._report_comment()

    def open_block(self, index: int, indent: int, look: Look) -> None:
        """Take line *index* as the first below a label, or dash, with nothing after it."""
        self._note = None
        if len(self.levels) >= _MAX_LEVELS:
            self._too_deep(index, indent)
            return
        last = self.levels.last
        top = self.top_block or bool(last.is_list and last.labelled)
        if look.sure or (look.dash and self._starts_list(index, indent, look, top=top)):
            self.levels.open(Level(indent, is_list=True, labelled=top or None))
            self.enter(index, indent)
        elif not look.dash and self._starts_labels(index, indent, look.label, top=top):
            self.levels.open(Level(indent, is_list=False))
            self.enter(index, indent)
        else:
            self._read_value(index, indent)

    def enter(self, index: int, at: int) -> None:
        """Take the entry at column *at* of line *index* into the innermost block."""
        self.started = True
        level = self.levels.last
        _note_entry(level, index)
        while level.is_list and len(self.levels) < _MAX_LEVELS:
            at = mend_dash(self.page, index, at)
            text = self.page.lines[index].text
            if text[at : at + 1] == "-" and text[at + 1 : at + 2] in ("", " ", "\t"):
                level = Level(at, is_list=True, entries=[index])
                self.levels.open(level)
                continue
            label = self._item_label(index, at, level)
            if level.labelled is None:
                level.labelled = label is not None and label.known
            if label is None:
                self._name, self.top_block = "", False
                self._read_value(index, at)
                return
            self.levels.open(Level(at, is_list=False, entries=[index]))
            self._enter_label(index, label)
            return
        label = self.any_label(self.page.lines[index].text, at)
        if label is None:
            self.stray(index, at)
        else:
            self._enter_label(index, label)

    def _too_deep(self, index: int, indent: int) -> None:
        message = (
            f"这一行缩进的层数超过了 {_MAX_LEVELS} 层，填报表用不到这么多层，请检查行首的空格。"
        )
        self.page.report(index, indent, "form-too-deep", message)
        self.page.leave_out(index)
        self.left_out = self.levels.last.indent

    def any_label(self, text: str, at: int) -> Label | None:
        """Return the label at column *at*, however little it looks like one."""
        labels = self.labels
        return labels.at(text, at) or labels.bare(text, at) or labels.doubtful(text, at)

    def loose_label(self, index: int, indent: int) -> Label | None:
        """Return what must be a label, standing where only a label can stand."""
        text = self.page.lines[index].text
        if self.levels.exact(indent, is_list=False) is None:
            return None
        bare = self.labels.bare(text, indent)
        label = self.labels.doubtful(text, indent)
        if bare or label is None:
            return bare
        value = self.page.lines[max(self.last, 0)].text.strip()
        short = self.kind in (Kind.PLAIN, Kind.CLOSED) and len(value) < _LONG_VALUE
        return label if short or self.labels.close(label.name) else None

    def list_after_text(self, index: int, indent: int) -> None:
        """Take a list below a label that has text already: the list is what was meant."""
        line, at = self.value_at
        self.page.report(
            index,
            indent,
            "form-list-after-text",
            f"「{self._name}」后面已经写了文字，下面又用“-”分条，两样只能用一样，"
            f"请把“{excerpt(self.page.lines[line].text[at:], 16)}”也写成一条，或删去它。",
            self.page.lines[index].text[indent],
        )
        for number in range(line, self.last + 1):
            self.page.lines[number].cut(at if number == line else 0)
        self.kind = Kind.EMPTY
        self.open_block(index, indent, self.look_again(index, indent))

    def stray(self, index: int, indent: int) -> None:
        """Leave out a line, and what is below it, that belongs nowhere."""
        content = self.page.lines[index].text[indent:]
        if self.kind is Kind.CLOSED and self.started and indent > self.levels.last.indent:
            message = (
                "上一行的内容到英文引号或括号就结束了，这一行接不上，请把引号移到全部文字的末尾。"
            )
            code = "form-quote"
        else:
            message = (
                f"“{excerpt(content, 20)}”前面没有标签，读不出它属于哪里，"
                "请按“标签: 内容”的样子写，或在行首加“# ”改成注释。"
            )
            code = "form-stray"
        self.page.report(index, indent, code, message, content)
        self.page.leave_out(index)
        self.left_out = indent

    def _enter_label(self, index: int, label: Label) -> None:
        at = mend_label(self.page, index, label)
        self._name = label.name
        self.top_block = label.name in self.labels.top
        self._read_value(index, at)

    def _read_value(self, index: int, at: int) -> None:
        self._report_comment()
        owner = self.levels.last.indent
        kind, last = read_value(self.page, index, at, owner, self._name)
        if kind is Kind.COMMENT:
            self._note = (index, at, self._name) if self._name else None
            kind = Kind.EMPTY
        self.kind, self.last = kind, last
        self.value_at = (index, at)
        self.comments.clear()
        header = _HEADER.match(self.page.lines[index].text, at)
        digit = header[1] if header and kind is Kind.LITERAL else ""
        self.body = owner + int(digit) if digit else 0

    def _report_comment(self) -> None:
        if self._note is None:
            return
        index, at, name = self._note
        self._note = None
        self.page.warn(
            index,
            at,
            "form-comment-empty",
            f"「{name}」后面只有注释，没有内容；如果“#”后面就是要填的内容，请删去“#”和它后面的空格。",
        )

    def _item_label(self, index: int, at: int, level: Level) -> Label | None:
        text = self.page.lines[index].text
        label = self.labels.at(text, at)
        if label is None and level.labelled:
            doubtful = self.labels.doubtful(text, at)
            near = doubtful is not None and self.labels.close(doubtful.name)
            return self.labels.bare(text, at) or (doubtful if near else None)
        if label is None or (label.known and label.good):
            return label
        # In a list of texts, 责任单位：… or 比例: … is how a text may well begin.
        if level.labelled is False or (label.known and not level.labelled):
            return None
        if not label.known and not level.labelled and label.value == len(text):
            below = self._next(index)
            if len(below) - len(below.lstrip(BLANKS)) <= level.indent:
                return None
        return label

    def _starts_list(self, index: int, indent: int, look: Look, *, top: bool) -> bool:
        known = look.label is not None and look.label.known
        return top or known or look.hyphen or self._next_starts(index, indent, DASHES)

    def _starts_labels(self, index: int, indent: int, label: Label | None, *, top: bool) -> bool:
        text = self.page.lines[index].text
        if label is not None and (label.good or top):
            return True
        if label is not None:
            following = self._next(index)
            also = self.labels.at(following, indent) if following[indent : indent + 1] else None
            return also is not None and also.known
        if not top:
            return False
        loose = self.labels.bare(text, indent)
        doubtful = self.labels.doubtful(text, indent) if self.levels.at_root else None
        return loose is not None or doubtful is not None

    def _next_starts(self, index: int, indent: int, chars: str) -> bool:
        following = self._next(index)[indent : indent + 1]
        return following != "" and following in chars

    def _next(self, index: int) -> str:
        return self.page.lines[index + 1].text if index + 1 < len(self.page.lines) else ""


def _note_entry(level: Level, index: int) -> None:
    if level.entries is not None:
        level.entries.append(index)


def _root_indent(page: Page) -> int:
    """Return the indentation the whole form has, where it was moved right as a whole."""
    return min(
        (
            indentation(line.text)
            for line in page.lines
            if (content := line.text.lstrip(BLANKS)) and content[0] != "#"
        ),
        default=0,
    )
