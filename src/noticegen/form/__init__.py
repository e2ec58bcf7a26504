"""Form stage: the bytes of a clerk's form → a tree of located plain values.

What is mistyped is reported and read as it was meant, so that one run shows all there is
to mend; only what cannot be made out is left out.
"""

from collections.abc import Collection

import yaml

from noticegen.form.characters import clean, split
from noticegen.form.encoding import decode
from noticegen.form.events import Tree
from noticegen.form.labels import Labels
from noticegen.form.lines import Page, settle
from noticegen.form.located import Form, Path, Span, Value
from noticegen.form.scan import scan
from noticegen.form.yamlerrors import leave_out
from noticegen.problem import Problem

__all__ = ["Form", "Path", "Span", "Value", "read"]

_ROUNDS = 20


def read(
    data: bytes, labels: Collection[str], top_labels: Collection[str]
) -> tuple[Form | None, list[Problem]]:
    """Read a form, and say all that is mistyped in it; it never raises.

    Args:
        data: the file.
        labels: all labels a form may use, at any level.
        top_labels: those at its top level.

    Returns:
        The form, None where nothing of it can be read, and the problems in report order.
    """
    text = decode(data, top_labels)
    if isinstance(text, Problem):
        return None, [text]
    lines = split(text)
    page = clean(lines)
    scan(page, Labels(labels, top_labels))
    tree = _parse(page)
    if not isinstance(tree.root, dict):
        if not page.problems:
            page.report(0, 0, "form-not-labels", _NOT_LABELS)
        return None, settle(page.problems)
    form = Form(lines, tree.root, page.whole and tree.whole, tree.spans)
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
