"""Looks judged: the bytes of an office's own .docx in, all that keeps it from being a look out.

A look goes into every notice made with it, so what it carries besides styles and slots
(macros, links to other files, comments) is refused too. `template check` tells these
problems, and a build with a look that has one is refused with the same sentences.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from noticegen.errors import TemplateError
from noticegen.inspect.package import RefusedError, opened
from noticegen.lookcheck import baggage, slots, styles
from noticegen.lookcheck.places import MAIN, kinds, trees
from noticegen.problem import Mark, Problem, errors_in
from noticegen.writers import package
from noticegen.writers.look import compile_look

__all__ = ["problems"]

_TOP = Mark(1, 1)
_UNREADABLE = "里面有 Word 不会写的内容，读不懂，请用 Word 或 WPS 打开它，另存后再用。"


def problems(data: bytes) -> list[Problem]:
    """Return what is wrong with the look *data*: an error forbids its use, a warning does not.

    A line is the n-th paragraph that is not blank, from 1, in the part the message names.
    """
    try:
        opened(data)
        parts = package.unpacked(data)
        found = sorted(set(_faults(parts)))
    except (RefusedError, package.NotAPackageError, etree.XMLSyntaxError) as refusal:
        return [Problem(_TOP, "template-unreadable", _sentence(refusal))]
    if not errors_in(found):
        found += _refusal(data)
    return found


def _faults(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    yield from baggage.problems(parts)
    if MAIN not in kinds(parts).values():
        sentence = "它不是普通的 Word 文档，请用 Word 或 WPS 另存为“Word 文档(.docx)”后再用。"
        yield Problem(_TOP, "template-not-docx", sentence)
    yield from slots.problems(trees(parts))
    yield from styles.problems(parts)


def _refusal(data: bytes) -> list[Problem]:
    """What the writer itself has against the look: whatever it refuses is told here too."""
    try:
        compile_look(data)
    except TemplateError as fault:
        return [Problem(_TOP, "template-unusable", str(fault))]
    except Exception:  # noqa: BLE001  # anybody's file: what Word never writes may be in it
        return [Problem(_TOP, "template-unusable", _UNREADABLE)]
    return []


def _sentence(refusal: Exception) -> str:
    if isinstance(refusal, RefusedError):
        return str(refusal)
    return "文件已损坏，请用 Word 或 WPS 打开它，另存后再用。"
