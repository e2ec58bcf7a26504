"""Defaults of an office: a form and what the office keeps for all its forms in, one form out.

The office's file has the labels of a form, those of the notice itself excepted. A label
that the form fills counts for more; one below the other, not whole parts.
"""

from collections.abc import Iterator
from functools import lru_cache

from noticegen.form import Form, Path, Value, read
from noticegen.model import all_labels, top_labels
from noticegen.problem import Problem

_OF_ONE_NOTICE = ("正文", "附件")


def completed(form: Form, name: str, data: bytes) -> tuple[Form, list[Problem]]:
    """Return *form* with what it leaves out taken from the file *name*, and all wrong there.

    版记 is taken by a form with 文号 only: a notice without a red head has no place for it.
    """
    defaults, problems = _read(name, data)
    if defaults is None:
        return form._replace(whole=False), problems
    offered = {
        label: value for label, value in defaults.values.items() if label not in _OF_ONE_NOTICE
    }
    if "文号" not in _below(form.values, "发文"):
        offered.pop("版记", None)
    taken: set[Path] = set()
    values = _filled(form.values, offered, (), taken)
    whole = form.whole and defaults.whole
    form = form._replace(values=values, whole=whole, defaults=defaults, taken=frozenset(taken))
    return form, problems


@lru_cache(maxsize=4)
def _read(name: str, data: bytes) -> tuple[Form | None, list[Problem]]:
    """Read the office's file, its name in every mark."""
    form, problems = read(data, all_labels(), top_labels())
    form = form and form._replace(source=name)
    problems = [*problems, *(_misplaced(form) if form else ())]
    return form, [it._replace(mark=it.mark._replace(source=name)) for it in problems]


def _misplaced(form: Form) -> Iterator[Problem]:
    """Yield what belongs into a form."""
    for label in _OF_ONE_NOTICE:
        if label in form.values:
            sentence = f"「{label}」每份通报不同，请写在填报表里，从这里删去。"
            yield Problem(form.locate_label((label,)), "form-not-shared", sentence, text=label)


def _filled(
    own: dict[str, Value], offered: dict[str, Value], path: Path, taken: set[Path]
) -> dict[str, Value]:
    """Return *own* with what it has not from *offered*; *taken* gets the paths of that."""
    filled = dict(own)
    for label, value in offered.items():
        mine = own.get(label)
        if mine is None:
            filled[label] = value
            taken.add((*path, label))
        elif isinstance(mine, dict) and isinstance(value, dict):
            filled[label] = _filled(mine, value, (*path, label), taken)
    return filled


def _below(values: dict[str, Value], part: str) -> dict[str, Value]:
    below = values.get(part)
    return below if isinstance(below, dict) else {}
