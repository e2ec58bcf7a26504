"""A form with slips in it → its tree, and what is wrong; YAML reads what is mended."""

from collections.abc import Collection

import yaml

from noticegen.form.characters import clean
from noticegen.form.events import Tree
from noticegen.form.labels import Labels
from noticegen.form.lines import Page, settle
from noticegen.form.located import Form
from noticegen.form.scan import scan
from noticegen.form.yamlerrors import leave_out
from noticegen.problem import Problem

_ROUNDS = 20


def read_mended(
    lines: tuple[str, ...], labels: Collection[str], top_labels: Collection[str]
) -> tuple[Form | None, list[Problem]]:
    """Return the form that *lines* were meant to be, and what is mistyped in them."""
    page = clean(lines)
    scan(page, Labels(labels, top_labels))
    tree = _parse(page)
    if not isinstance(tree.root, dict):
        if not page.problems:
            page.report(0, 0, "form-not-labels", _NOT_LABELS)
        return None, settle(page.problems)
    found = frozenset(path[-1] for path in tree.spans if path and isinstance(path[-1], str))
    form = Form(lines, tree.root, page.whole and tree.whole, tree.spans, found)
    return form, settle(page.problems)


_NOT_LABELS = (
    "这个文件不是填报表的样子，填报表每行是“标签: 内容”，"
    "请运行 noticegen new 生成一份，再照着填写。"
)


def _parse(page: Page) -> Tree:
    """Read the page, leaving out what YAML cannot read, a line at a time."""
    tree = Tree(page)
    for _ in range(_ROUNDS):
        tree = Tree(page)
        try:
            tree.read(page.text())
        except yaml.YAMLError as error:
            tree.whole = False
            if not leave_out(page, error):
                break
        else:
            break
    tree.report()
    return tree
