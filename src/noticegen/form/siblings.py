"""Siblings that stand elsewhere than those above them: which of the two are to move.

Mostly it is the line that stands alone; where it is the first of its block, all that follow
would be told to move otherwise.
"""

from noticegen.form.levels import Level
from noticegen.form.lines import Page, excerpt, indentation

_MOST_READ = 1000


def outvote(page: Page, level: Level, index: int, indents: tuple[int, int], owner: int) -> bool:
    """Say whether line *index* and its like below stand where all of *level* is to stand.

    Args:
        page: the lines, mended above *index* only.
        level: the block; asked once, since later lines are told by what was found then.
        index: its first line that stands elsewhere.
        indents: the blanks before line *index*, as mended and as they still are below it.
        owner: the indentation of what *level* belongs to; of as many what is usual wins.
    """
    entries, level.entries = level.entries or [], None
    indent, below = indents
    if not entries or not _may_stand(page, level, entries[0], indent, owner):
        return False
    votes = _count(page, index, below, is_list=level.is_list)
    if (votes, _usual(indent - owner)) <= (len(entries), _usual(level.indent - owner)):
        return False
    level.entries = entries
    return True


def _usual(blanks: int) -> int:
    """Return how usual it is to indent a block by so many *blanks*: the more the larger."""
    return {2: 2, 4: 1}.get(blanks, 0)


def _may_stand(page: Page, level: Level, first: int, indent: int, owner: int) -> bool:
    """Say whether *level* may move to *indent*: behind a dash only to where one blank puts it."""
    if _dashed(page, first, level):
        return indent == owner + 2 < level.indent
    return indent > owner or (level.is_list and indent == owner)


def _count(page: Page, index: int, indent: int, *, is_list: bool) -> int:
    """Count the entries from line *index* on that have *indent* blanks before them."""
    count = 1
    for line in page.lines[index + 1 : index + _MOST_READ]:
        content = line.text.lstrip(" ")
        blanks = len(line.text) - len(content)
        if not content or content[0] == "#" or blanks > indent:
            continue
        if blanks < indent or (content[0] == "-") is not is_list:
            break
        count += 1
    return count


def move(page: Page, level: Level, end: int, wanted: int) -> None:
    """Move the entries of *level*, which go up to line *end*, to *wanted*; report each."""
    entries, level.entries = level.entries or [], None
    first, more = entries[0], level.indent - wanted
    dashed = _dashed(page, first, level)
    for entry in entries:
        _report(page, entry, more, wanted, dashed=dashed and entry == first)
    for number in range(first, end):
        line = page.lines[number]
        at = level.indent if dashed and number == first else indentation(line.text)
        if more < 0 and line.text:
            line.splice(0, 0, " " * -more)
        elif more > 0:
            line.splice(max(at - more, 0), at, "")
    level.indent = wanted


def _dashed(page: Page, first: int, level: Level) -> bool:
    """Say whether the first entry of *level* stands behind a dash."""
    return indentation(page.lines[first].text) < level.indent


def _report(page: Page, index: int, more: int, wanted: int, *, dashed: bool) -> None:
    text = page.lines[index].text
    at = indentation(text)
    content = text[at:]
    if dashed:
        shown = f"- {excerpt(content[1:], 24)}"
        message = f"“-”后面多了 {more} 个空格，下面各行对不齐，请只留一个空格：`{shown}`。"
    else:
        fault = f"多缩进了 {more} 格" if more > 0 else f"少缩进了 {-more} 格"
        remedy = f"请改成行首空 {wanted} 格" if wanted else "请删去行首的空格"
        shown = f"{' ' * min(wanted, 12)}{excerpt(content, 24)}"
        message = f"这一行比它下面同级的行{fault}，{remedy}：`{shown}`。"
    page.report(index, at, "form-indent", message, content)
