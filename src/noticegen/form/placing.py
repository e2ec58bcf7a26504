"""Placing a line: whether it goes on from the text above or joins a block, and which."""

from noticegen.form.entries import Entries
from noticegen.form.labels import Look
from noticegen.form.levels import Level
from noticegen.form.lines import BLANKS, NOTHING, excerpt
from noticegen.form.plain import read_text
from noticegen.form.repairs import mend_indent, mend_text_indent
from noticegen.form.siblings import move, outvote
from noticegen.form.values import Kind

_STARRED = "*&!%@`?"
_LONG = 40
_INNER = frozenset("，。；：,;")
_ENDS_TEXT = "。！？；…”）』】"


class Placing(Entries):
    """Tells where a line belongs, and mends its indentation where that is elsewhere."""

    def place(self, index: int, indent: int) -> None:
        """Take a line with something in it, *indent* its indentation."""
        self._unstar(index, indent)
        look = self.labels.look(self.page.lines[index].text, indent)
        last = self.levels.last
        empty = self.kind is Kind.EMPTY
        if empty and (
            indent > last.indent
            or (indent == last.indent and not last.is_list and self._is_item(indent, look))
        ):
            self.open_block(index, indent, look)
        elif indent > last.indent and not self._steps_out(look):
            self.go_on(index, indent)
        elif self._is_item(indent, look):
            self._join_item(index, indent, look)
        else:
            self._join_label(index, indent, look)

    def _unstar(self, index: int, indent: int) -> None:
        """Take away a star or the like before a known label."""
        line = self.page.lines[index]
        if line.text[indent] not in _STARRED:
            return
        head = len(line.text) - len(line.text[indent + 1 :].lstrip(BLANKS))
        label = self.labels.at(line.text, head)
        if label is None or not label.known:
            return
        sign = line.text[indent]
        message = f"「{label.name}」前面多了“{sign}”，请删去它：`{excerpt(line.text[head:])}`。"
        self.page.report(index, indent, "form-special-start", message, sign)
        line.splice(indent, head, "")

    def _steps_out(self, look: Look) -> bool:
        """Say whether a line deeper than the value above is more than text going on."""
        label = look.label
        known = label is not None and label.known
        if look.dash:
            return look.sure or known or (self.levels.last.is_list and look.hyphen)
        if label is None or label.separator not in (":", "：") or self._wrapped():
            return False
        return known or (label.good and (self.kind is Kind.CLOSED or self.labels.close(label.name)))

    def _wrapped(self) -> bool:
        """Say whether the line above broke off in the middle of a sentence."""
        if self.kind is not Kind.PLAIN:
            return False
        first, at = self.value_at
        text = self.page.lines[self.last].text[at if self.last == first else 0 :].rstrip()
        running = self.last > first or len(text) >= _LONG or not _INNER.isdisjoint(text)
        return running and text[-1:] not in _ENDS_TEXT

    def _is_item(self, indent: int, look: Look) -> bool:
        if not look.dash or look.sure:
            return look.sure
        known = look.label is not None and look.label.known
        return known or look.hyphen or self.levels.exact(indent, is_list=True) is not None

    def go_on(self, index: int, indent: int) -> None:
        """Take a line as the text above going on."""
        if self.kind is not Kind.PLAIN:
            self.stray(index, indent)
            return
        stand_in = " " * (self.levels.last.indent + 1) + NOTHING
        for comment in self.comments:
            self.page.lines[comment].become(stand_in)
        self.comments.clear()
        read_text(self.page, index, indent)
        self.last = index

    def _join_item(self, index: int, indent: int, look: Look) -> None:
        last = self.levels.last
        known = look.label is not None and look.label.known
        level = self.levels.exact(indent, is_list=True) if indent <= last.indent else None
        if level is None and self.kind is Kind.EMPTY and not last.is_list and not known:
            mend_indent(self.page, index, indent, last.indent + 2, "列表项“-”")
            self.open_block(index, last.indent + 2, look)
            return
        labelled = look.label is not None and (known or look.label.good)
        level = level or self.levels.list_for(labelled=labelled) or (last if last.is_list else None)
        if level is None and self.kind is Kind.PLAIN and indent >= last.indent:
            self.list_after_text(index, indent)
        elif level is None and not self.started:
            self.levels.open(Level(indent, is_list=True))
            self.enter(index, indent)
        elif level is None:
            self.stray(index, indent)
        else:
            self._join(index, indent, level, "列表项“-”")

    def _join_label(self, index: int, indent: int, look: Look) -> None:
        label = look.label or self.loose_label(index, indent)
        if label is None or look.dash:
            self._join_text(index, indent)
            return
        is_top = label.name in self.labels.top or not self.labels.top
        last = self.levels.last
        if (
            self.kind is Kind.EMPTY
            and self.levels.at_root
            and self.top_block
            and label.known
            and not is_top
        ):
            mend_indent(self.page, index, indent, last.indent + 2, f"「{label.name}」")
            self.open_block(index, last.indent + 2, self.look_again(index, last.indent + 2))
            return
        level = self.levels.map_for(indent, label, is_top=is_top)
        self._join(index, indent, level, f"「{label.name}」")

    def _join_text(self, index: int, indent: int) -> None:
        owner = self.levels.last.indent
        if self.kind is Kind.CLOSED or (self.kind is Kind.LITERAL and not self.body):
            self.stray(index, indent)
            return
        wanted = self.body or owner + 2
        mend_text_indent(self.page, index, indent, wanted)
        if self.kind is Kind.PLAIN:
            self.go_on(index, wanted)
        elif self.kind is Kind.EMPTY:
            self.open_block(index, wanted, self.look_again(index, wanted))

    def _join(self, index: int, indent: int, level: Level, what: str) -> None:
        if indent != level.indent and self._outvotes(index, indent, level):
            move(self.page, level, index, indent)
        if indent != level.indent:
            mend_indent(self.page, index, indent, level.indent, what)
            self.shift = (indent, level.indent)
        self.levels.close_above(level)
        self.enter(index, level.indent)

    def _outvotes(self, index: int, indent: int, level: Level) -> bool:
        """Say whether *level* is to move to line *index*, rather than this line to it."""
        if level is self.levels.around(level):
            return False
        start, wanted = self.shift or (0, 0)
        owner = self.levels.around(level).indent
        return outvote(self.page, level, index, (indent, indent + start - wanted), owner)
