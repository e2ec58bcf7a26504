"""One pass over the lines of a form: finds a clerk's slips and mends them for YAML.

In: a page of lines. Out: the same page, its text readable as YAML wherever it can be told
what was meant, every slip among its problems.
"""

import re

from noticegen.form.labels import Labels, Look
from noticegen.form.lines import BLANKS, Page, hide, indentation
from noticegen.form.placing import Placing
from noticegen.form.plain import report_hash
from noticegen.form.repairs import mend_blanks, mend_indent
from noticegen.form.values import Kind

_DIVIDER = re.compile(r"(?:---+|\.\.\.|===+)(?:[ \t].*)?$")


def scan(page: Page, labels: Labels) -> None:
    """Mend *page* in place."""
    page.known = labels.known
    scanner = _Scanner(page, labels)
    index = 0
    while index < len(page.lines):
        scanner.take(index)
        index = max(index, scanner.last) + 1
    scanner.finish()


class _Scanner(Placing):
    """Takes lines one by one: blank, literal, comment, or to be placed."""

    def take(self, index: int) -> None:
        line = self.page.lines[index]
        content = line.text.lstrip(BLANKS)
        if not content:
            line.become("")
            return
        indent = self._carried(index)
        if indent < 0:
            return
        width = len(line.text) - len(content)
        if self.kind is Kind.LITERAL and self._is_literal(index, indent, width):
            return
        if content[0] == "#":
            self._comment(index, indent, width)
            return
        if width == 0 and _DIVIDER.match(content):
            self._divider(index)
            return
        if width != indent:
            indent = self._odd_indent(index, indent, width)
        self.place(index, indent)

    def _carried(self, index: int) -> int:
        """Return the line's indentation, moved along with a mended line above; -1: left out."""
        line = self.page.lines[index]
        indent = indentation(line.text)
        if self.left_out is not None:
            if indent > self.left_out:
                self.page.leave_out(index)
                return -1
            self.left_out = None
        if self.shift is not None:
            start, wanted = self.shift
            if indent > start:
                line.splice(0, indent, " " * (indent - start + wanted))
                return indent - start + wanted
            self.shift = None
        return indent

    def _is_literal(self, index: int, indent: int, width: int) -> bool:
        text = self.page.lines[index].text
        owner = self.levels.last.indent
        odd = text[indent] if width > indent else ""
        if indent <= owner:
            if not odd or self.labels.at(text, width):
                return False
            self.body = self.body or owner + 2
            mend_blanks(self.page, index, width, self.body)
            return True
        if odd == "\t" and indent < (self.body or width):
            self.body = self.body or width
            mend_blanks(self.page, index, width, self.body)
        elif indent < self.body:
            mend_indent(self.page, index, indent, self.body, "这一行")
        self.body = self.body or indent
        return True

    def _comment(self, index: int, indent: int, width: int) -> None:
        line = self.page.lines[index]
        following = line.text[width + 1 : width + 2]
        if (
            self.kind is Kind.PLAIN
            and indent > self.levels.last.indent
            and following not in ("", *"#-=*", *BLANKS)
            and self.labels.at(line.text, width + 1) is None
        ):
            report_hash(self.page, index, width)
            line.splice(width, width + 1, hide("#"))
            self.go_on(index, indent)
            return
        line.become("")
        self.comments.append(index)

    def _divider(self, index: int) -> None:
        line = self.page.lines[index]
        if self.started and self._goes_on(index):
            self.page.report(
                index,
                0,
                "form-divider",
                "一份填报表里不能有分隔线，请删去这一行；如果是两份填报表，请分成两个文件。",
                line.text,
            )
        line.become("")
        self.comments.append(index)

    def _goes_on(self, index: int) -> bool:
        later = range(index + 1, len(self.page.lines))
        return any(self.page.lines[number].text.strip(BLANKS) for number in later)

    def _odd_indent(self, index: int, indent: int, width: int) -> int:
        """Return the indentation meant by Tabs or wide blanks, mended where YAML minds."""
        text = self.page.lines[index].text
        look = self.labels.look(text, width)
        prefix = text[:width]
        label = look.label
        frame = look.hyphen or (
            label is not None and (label.known or self.labels.close(label.name))
        )
        # YAML takes wide blanks, and Tabs in a text that goes on, for part of the text.
        goes_on = self.kind is Kind.PLAIN or (self.kind is Kind.EMPTY and "\t" not in prefix)
        if goes_on and not frame and indent > self.levels.last.indent:
            return indent
        if label is None and not look.dash and self.kind in (Kind.PLAIN, Kind.EMPTY):
            wanted = self.levels.last.indent + 2
            mend_blanks(self.page, index, width, wanted)
            return wanted
        widths = [
            sum(tab if char == "\t" else wide if char == "\u3000" else 1 for char in prefix)
            for tab, wide in ((2, 2), (4, 1), (8, 1), (1, 1), (0, 0))
        ]
        wanted = next((width for width in widths if self._fits(width, look)), widths[0])
        mend_blanks(self.page, index, width, wanted)
        return wanted

    def _fits(self, indent: int, look: Look) -> bool:
        last = self.levels.last
        if self.kind is Kind.EMPTY and indent > last.indent:
            return True
        if not look.dash and look.label is None:
            return self.kind is Kind.PLAIN and indent > last.indent
        return self.levels.exact(indent, is_list=look.dash) is not None or (
            self.kind is Kind.EMPTY and look.dash and indent == last.indent
        )
