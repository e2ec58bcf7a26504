"""What YAML could not read although no slip was foreseen → a Chinese sentence at its line."""

import yaml

from noticegen.form.lines import Page, excerpt, indentation

# What libyaml says, the line that is to be changed (that of its context or of the problem),
# and what to tell the clerk.
_KINDS: tuple[tuple[str, bool, str], ...] = (
    (
        "could not find expected ':'",
        True,
        "这一行读不出标签，请按“标签: 内容”的样子写；如果是接着上一行的文字，请比上一行多空两格",
    ),
    (
        "mapping values are not allowed",
        False,
        "这一行的英文冒号“:”不在标签后面，请把文字里的冒号改成中文冒号“：”，或与同级的标签对齐",
    ),
    (
        "expected ',' or",
        True,
        "方括号或花括号里的内容读不出来，请去掉括号，改成每行一个“- ”的写法",
    ),
    (
        "block sequence entries are not allowed",
        False,
        "“-”不能写在这里，请另起一行写，并与同一列表的“-”对齐",
    ),
    (
        "expected <block end>",
        False,
        "这一行与同级的行没有对齐，请使同级各行的行首空格一样多",
    ),
    (
        "did not find expected key",
        False,
        "这一行与同级的标签没有对齐，请使同级各行的行首空格一样多",
    ),
    (
        "expected '-' indicator",
        False,
        "这一行与同一列表的各行没有对齐，请在行首写“- ”并对齐",
    ),
    (
        "end of stream",
        True,
        "这一行开始的引号或括号没有另一半与它配对，请补上或删去",
    ),
    (
        "escape",
        False,
        "英文双引号里的“\\”有特殊用途，这样写会出错，请把两头的双引号换成英文单引号",
    ),
)
_OTHER = "这一行的写法读不出来，请按“标签: 内容”的样子重写，内容里有记号时给内容加上英文双引号"


def leave_out(page: Page, error: yaml.YAMLError) -> bool:
    """Report *error* at the line a clerk must change and leave that line out.

    Returns:
        Whether a line was left out, so that another reading may get further.
    """
    problem = getattr(error, "problem", None) or ""
    here = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    message, at_context = _OTHER, False
    for said, blames_context, sentence in _KINDS:
        if said in problem:
            message, at_context = sentence, blames_context
            break
    mark = context if at_context and context is not None else here
    index = _line_with_text(page, mark.line if mark is not None else 0)
    if index < 0:
        return False
    _report(page, index, message)
    _blank(page, index)
    return True


def _report(page: Page, index: int, message: str) -> None:
    if page.has_error(index):
        return
    text = page.lines[index].text
    at = indentation(text)
    code = "form-unreadable"
    page.report(index, at, code, f"{message}：`{excerpt(text)}`。", text)


def _line_with_text(page: Page, index: int) -> int:
    """Return the line at or above *index* that has something in it; -1 for none."""
    for number in range(min(index, len(page.lines) - 1), -1, -1):
        if page.lines[number].text.strip():
            return number
    return -1


def _blank(page: Page, index: int) -> None:
    """Leave out a line with the deeper ones below it."""
    text = page.lines[index].text
    indent = indentation(text)
    page.leave_out(index)
    for number in range(index + 1, len(page.lines)):
        text = page.lines[number].text
        if text and indentation(text) <= indent:
            return
        page.lines[number].become("")
