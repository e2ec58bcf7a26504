"""The label tree of the form, read off the model: what is known, where, and what is near."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from noticegen.model.base import FieldInfo, Model
from noticegen.model.notice import Notice

Path = tuple[str | int, ...]
_LIKE_ENOUGH = 0.5
_SYNONYMS = {
    **dict.fromkeys(("发文机关", "制发机关", "单位名称"), "机关"),
    **dict.fromkeys(("落款", "发文机关署名"), "署名"),
    **dict.fromkeys(("成文时间", "发文日期", "日期"), "成文日期"),
    **dict.fromkeys(("发文字号", "字号"), "文号"),
    **dict.fromkeys(("反馈问题", "具体问题"), "问题"),
    **dict.fromkeys(("整改措施", "主要措施", "具体措施"), "措施"),
    **dict.fromkeys(("责任部门", "责任科室", "责任处室", "牵头部门", "牵头单位"), "责任单位"),
    **dict.fromkeys(("牵头领导", "分管领导"), "责任领导"),
    **dict.fromkeys(("整改时限", "整改期限", "时限"), "完成时限"),
    **dict.fromkeys(("整改进展", "完成情况", "整改情况"), "进展"),
    **dict.fromkeys(("整改状态", "是否完成"), "状态"),
    **dict.fromkeys(("联系电话", "办公电话"), "电话"),
    **dict.fromkeys(("通信地址", "通讯地址", "邮寄地址"), "地址"),
    "邮政编码": "邮编",
    "电子邮箱": "邮箱",
}
"""What other forms and ledgers call our labels."""


def label_of(name: str, field: FieldInfo) -> str:
    """The label of a field as the form writes it."""
    return field.alias or name


def part_of(field: FieldInfo) -> type[Model] | None:
    """The model of the labels below a field; None where it holds a value."""
    pending: list[object] = [field.annotation]
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return annotation
        pending.extend(get_args(annotation))
    return None


@cache
def _tree() -> tuple[tuple[tuple[str, ...], FieldInfo], ...]:
    """Every label's path and field, parents first; list places are left out."""
    return tuple(_walk(Notice, ()))


def _walk(model: type[Model], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], FieldInfo]]:
    for name, field in model.model_fields.items():
        here = (*path, label_of(name, field))
        yield here, field
        if part := part_of(field):
            yield from _walk(part, here)


@cache
def _below() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The labels directly below each path that has some."""
    below: dict[tuple[str, ...], tuple[str, ...]] = {}
    for path, _ in _tree():
        below[path[:-1]] = (*below.get(path[:-1], ()), path[-1])
    return below


@cache
def all_labels() -> frozenset[str]:
    """Every label of the form, at whatever level."""
    return frozenset(path[-1] for path, _ in _tree())


@cache
def top_labels() -> frozenset[str]:
    """The labels at the form's left edge."""
    return frozenset(path[0] for path, _ in _tree())


def labels_at(path: Path) -> tuple[str, ...]:
    """The labels that may stand directly below *path* (list places count for nothing)."""
    return _below().get(tuple(part for part in path if isinstance(part, str)), ())


def field_at(path: Path) -> FieldInfo | None:
    """The field at *path*; None for a label of the user's own."""
    names = tuple(part for part in path if isinstance(part, str))
    return next((field for known, field in _tree() if known == names), None)


def parents_of(label: str) -> list[str]:
    """The labels below which *label* may stand; "" is the form's left edge."""
    return [known[-2] if len(known) > 1 else "" for known, _ in _tree() if known[-1] == label]


def nearest(word: str, known: Iterable[str], least: float = _LIKE_ENOUGH) -> str | None:
    """The one of *known* that *word* was probably meant to be, the first of equals.

    *least* is how alike they must be, from 0 to 1.
    """
    from difflib import SequenceMatcher

    known = list(known)
    if (synonym := _SYNONYMS.get(word.strip())) in known:
        return synonym
    matcher = SequenceMatcher(None, b=word.strip())
    likeness: dict[str, float] = {}
    for label in known:
        matcher.set_seq1(label)
        if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
            likeness[label] = matcher.ratio()
    best = max(likeness, key=lambda label: likeness[label], default=None)
    return best if best is not None and likeness[best] >= least else None
