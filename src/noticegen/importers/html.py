"""A saved web page to lines: blocks end lines, lists number theirs, nothing is fetched."""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from noticegen import numerals
from noticegen.importers.lines import MOST_BYTES, Line, RefusedError, Source, decoded, unreadable

_META = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_DROPPED = {"script", "style", "noscript", "template", "title", "meta", "link", "object", "svg"}
_ASIDE = {"nav", "header", "footer", "aside", "button", "select", "textarea"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt"),
    *("fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
    *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WIDEST_CELL = 300  # characters; a longer cell is layout
_CHINESE_LIST = re.compile("cjk|chinese|japanese|hiragana", re.IGNORECASE)


def read(data: bytes) -> Source:
    """Return the lines of a page; line n is the n-th that is not blank.

    Raises:
        RefusedError: It is no page that can be read, or far too large.
    """
    if len(data) >= MOST_BYTES:
        raise RefusedError(
            "file-too-large", "网页太大，不像是一份通报，请把正文复制到记事本，存成 .txt 再导入。"
        )
    lines = [line for line in _Walk().lines(_parsed(data)) if line.text.strip() or line.rows]
    shown: list[str] = []
    numbered = []
    for line in lines:
        shown.append(line.text or " ".join(line.rows[0]))
        numbered.append(_numbered(line, len(shown)))
    return Source(tuple(numbered), tuple(shown))


def _parsed(data: bytes) -> etree._Element:
    """Return the page's tree; nothing outside the page is ever read."""
    declared = _META.search(data[:8192])
    text = _DECLARATION.sub("", decoded(data, declared.group(1).decode() if declared else ""))
    if not text.strip():
        raise RefusedError("file-empty", "文件里没有文字，请核对是否选错了文件。")
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(text.replace("\0", ""), parser=parser)
    except (etree.LxmlError, ValueError) as fault:
        raise unreadable() from fault


def _numbered(line: Line, number: int) -> Line:
    return Line(number, line.text, rows=line.rows, aside=line.aside)


class _Walk:
    """One walk over the tree, in the order of the page; it does not recurse."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._mark = ""
        self._lists: list[list[str | int]] = []  # style and last number of each open list
        self._asides = 0

    def lines(self, root: etree._Element) -> Iterator[Line]:
        skipped: etree._Element | None = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._words.append(element.tail or "")
                continue
            if event == "end":
                yield from self._close(element, tag)
            elif tag in _DROPPED or not tag:
                skipped = element
            elif tag == "table" and (rows := _data(element)):
                yield from self._flush()
                yield Line(0, "", rows=rows, aside=bool(self._asides))
                skipped = element
            else:
                yield from self._open(element, tag)
        yield from self._flush()

    def _open(self, element: etree._Element, tag: str) -> Iterator[Line]:
        if tag in _BLOCKS or tag == "br":
            yield from self._flush()
        self._asides += _is_aside(element, tag)
        if tag in ("ol", "ul"):
            start = _whole(element.get("start"), 1) - 1
            self._lists.append([_list_style(element) if tag == "ol" else "", start])
        elif tag == "li":
            self._mark = self._next(element)
        words = element.text or ""
        if tag == "pre":
            *whole, words = words.splitlines() or [""]
            for line in whole:
                self._words.append(line)
                yield from self._flush()
        self._words.append(words)

    def _close(self, element: etree._Element, tag: str) -> Iterator[Line]:
        if tag in _BLOCKS:
            yield from self._flush()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        self._asides -= _is_aside(element, tag)
        self._words.append(element.tail or "")

    def _next(self, item: etree._Element) -> str:
        """Return the ordinal that a browser shows before a list's next item."""
        if not self._lists or not self._lists[-1][0]:
            return ""
        number = _whole(item.get("value"), int(self._lists[-1][1]) + 1)
        self._lists[-1][1] = number
        is_right = 1 <= number <= 999  # noqa: PLR2004  # longer lists are no headings
        return numerals.ordinal(str(self._lists[-1][0]), number) if is_right else ""

    def _flush(self) -> Iterator[Line]:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            yield Line(0, self._mark + text, aside=bool(self._asides))
            self._mark = ""


def _list_style(element: etree._Element) -> str:
    return "一、" if _CHINESE_LIST.search(element.get("style", "")) else "1."


def _is_aside(element: etree._Element, tag: str) -> bool:
    return tag in _ASIDE or _HIDDEN.search(element.get("style", "")) is not None


def _data(table: etree._Element) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a *table* of data; () for one that only lays the page out."""
    if next(table.iterdescendants("table", "p", "div"), None) is not None and _is_layout(table):
        return ()
    rows = [
        tuple(
            " ".join("".join(map(str, cell.itertext())).split())
            for cell in row.iterchildren("td", "th")
        )
        for row in table.iter("tr")
    ]
    widths = {len(row) for row in rows}
    is_data = len(rows) > 1 and len(widths) == 1 and min(widths) > 1
    if not is_data or any(len(cell) > _WIDEST_CELL for row in rows for cell in row):
        return ()
    return tuple(rows)


def _is_layout(table: etree._Element) -> bool:
    """Tell whether a cell holds a table, or several blocks."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return any(
        sum(1 for _ in cell.iterdescendants("p", "div")) > 2  # noqa: PLR2004  # as many as a cell of data has
        for cell in table.iter("td", "th")
    )


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,4}", text) else default
