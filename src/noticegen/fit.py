"""Fit of a form and a look: what the form gives, and the look has no place for, out."""

from collections.abc import Collection, Iterator, Mapping

from noticegen.document import WORDS
from noticegen.model.names import Fault
from noticegen.problem import Severity

_PARTS = {
    "发文": ("文号", "份号", "密级", "紧急程度"),
    "版记": ("抄送", "印发机关", "印发日期"),
}
_GRAVE = "密级"  # a secret notice without its mark is an incident


def faults(values: Mapping[str, object], slots: Collection[str] | None) -> Iterator[Fault]:
    """Yield what of *values*, a form's plain values, would not be printed.

    *slots* are those of the look somebody chose; None: 文号 chooses the look.
    """
    if slots is None:
        number = _below(values, "发文").get("文号")
        said = (
            "没有填「文号」，用的是无版头的版式，{}不会印出来，请填上「文号」用红头版式，或者删去。"
        )
        slots = WORDS if number else ()
    else:
        said = "所用的模板里没有{}的槽位，不会印出来，请在模板里加上，或者换用红头版式（--template redhead）。"
        yield from _missing_number(values, slots)
    for part, labels in _PARTS.items():
        lost = [label for label in labels if label in _below(values, part) and label not in slots]
        if lost:
            sentence = said.format("".join(f"「{label}」" for label in lost))
            place, severity = lost[0], Severity.WARNING
            if _GRAVE in lost:
                place, severity = _GRAVE, Severity.ERROR
            yield (part, place), "template-no-slot", sentence, "", severity


def _below(values: Mapping[str, object], part: str) -> Mapping[str, object]:
    below = values.get(part)
    return below if isinstance(below, Mapping) else {}


def _missing_number(values: Mapping[str, object], slots: Collection[str]) -> Iterator[Fault]:
    if "文号" in slots and "文号" not in _below(values, "发文"):
        sentence = "所用的模板有发文字号，表里没有填「文号」，印出来这一行是空的，请补上。"
        yield ("发文",), "template-no-number", sentence, "", Severity.WARNING
