"""Repairs of one line's frame, each with its sentence: label, dash, indentation."""

from noticegen.form.labels import Label
from noticegen.form.lines import BLANKS, Page, excerpt

_SEPARATORS = {
    "：": "中文冒号“：”",
    ";": "分号“;”",
    "；": "中文分号“；”",
    "=": "等号“=”",
    "＝": "等号“＝”",
}


def mend_label(page: Page, index: int, label: Label) -> int:
    """Put a colon and a blank behind *label*; return where its value starts."""
    line = page.lines[index]
    value = line.text[label.value :]
    if not label.good:
        _report_label(page, index, label, value)
    if label.good and not line.text[label.end : label.value].strip(" :"):
        return label.value
    gap = " " * (label.colon - label.end)
    room = label.value - label.colon - 1
    blanks = " " * max(room, 1) if value else ""
    line.splice(label.end, label.value, f"{gap}:{blanks}")
    return len(line.text) - len(value)


def _report_label(page: Page, index: int, label: Label, value: str) -> None:
    dash = "- " if page.lines[index].text[: label.start].lstrip().startswith("-") else ""
    fixed = f"{dash}{label.name}: {excerpt(value)}".rstrip()
    place, name = label.colon, label.name
    if not label.separator:
        code, place = "form-colon-missing", label.end
        message = f"「{name}」后面少了冒号，请写成英文冒号加一个空格：`{fixed}`。"
    elif label.separator == ":":
        code = "form-colon-space"
        message = f"「{name}」的冒号后面少了空格，请在冒号后加一个空格：`{fixed}`。"
    else:
        code = "form-fullwidth-colon"
        what = _SEPARATORS.get(label.separator, f"“{label.separator[:4]}”")
        message = f"「{name}」后面用了{what}，请改成英文冒号加一个空格：`{fixed}`。"
    page.report(index, place, code, message, label.separator)


def mend_dash(page: Page, index: int, at: int) -> int:
    """Put a dash and a blank at column *at*; return where the item's content starts."""
    line = page.lines[index]
    content = line.text[at + 1 :].lstrip(BLANKS)
    gap = line.text[at + 1 : len(line.text) - len(content)]
    if line.text[at] != "-":
        _report_dash(page, index, at, f"列表项开头用了“{line.text[at]}”", content)
    elif content and gap[:1] not in (" ", "\t"):
        what = "后面用了全角空格" if gap else "后面少了空格"
        _report_dash(page, index, at, f"列表项开头的“-”{what}", content)
    elif "\t" in gap:
        place = at + 1 + gap.index("\t")
        fixed = f"- {excerpt(content)}"
        message = f"“-”后面用了 Tab 键，填报表只认空格，请改成一个空格：`{fixed}`。"
        page.report(index, place, "form-tab", message, "")
    elif gap.isascii():
        return at + 1 + len(gap)
    blanks = " " * max(len(gap), 1) if content else ""
    line.splice(at, len(line.text) - len(content), f"-{blanks}")
    return at + 1 + len(blanks)


def _report_dash(page: Page, index: int, at: int, fault: str, content: str) -> None:
    message = f"{fault}，请写成英文减号加一个空格：`- {excerpt(content)}`。"
    page.report(index, at, "form-dash", message, page.lines[index].text[at])


def mend_indent(page: Page, index: int, indent: int, wanted: int, what: str) -> None:
    """Give line *index* the indentation *wanted*; *what* names it in the sentence."""
    if indent > wanted:
        fault = f"{what}比同级的行多缩进了 {indent - wanted} 格，会并到上一行的内容里去"
    else:
        fault = f"{what}比同级的行少缩进了 {wanted - indent} 格，会算到别处去"
    remedy = f"请改成行首空 {wanted} 格" if wanted else "请删去行首的空格"
    content = page.lines[index].text[indent:]
    message = f"{fault}，{remedy}：`{' ' * min(wanted, 12)}{excerpt(content, 24)}`。"
    page.report(index, indent, "form-indent", message, content)
    page.lines[index].splice(0, indent, " " * wanted)


def mend_text_indent(page: Page, index: int, indent: int, wanted: int) -> None:
    """Indent a text that goes on from the line above, so that it belongs there."""
    content = page.lines[index].text[indent:]
    message = (
        "这一行没有标签，缩进又不够，读不出它属于哪里；"
        f"如果是接着上一行的文字，请在行首空 {wanted} 格。"
    )
    page.report(index, indent, "form-indent", message, content)
    page.lines[index].splice(0, indent, " " * wanted)


def mend_blanks(page: Page, index: int, width: int, wanted: int) -> None:
    """Make the first *width* characters, blanks of any sort, *wanted* plain blanks."""
    line = page.lines[index]
    prefix = line.text[:width]
    place = next((at for at, char in enumerate(prefix) if char != " "), 0)
    content = excerpt(line.text[width:], 24)
    remedy = f"请删掉它，改按 {wanted} 次空格键（英文状态）" if wanted else "请删掉它"
    if "\t" in prefix:
        code, what = "form-tab", " Tab 键"
    else:
        code, what = "form-fullwidth-indent", "全角空格或网页里的特殊空格"
    message = f"“{content}”前面用了{what}来缩进，填报表只认普通空格，{remedy}。"
    page.report(index, place, code, message, "")
    line.splice(0, width, " " * wanted)
