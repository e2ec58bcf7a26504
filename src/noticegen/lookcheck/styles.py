"""Styles of a look: its styles part in; the named styles a notice needs and it lacks out."""

from collections.abc import Iterator, Mapping

from noticegen.lookcheck.places import STYLES, kinds
from noticegen.problem import Mark, Problem
from noticegen.writers import package
from noticegen.writers.look import REQUIRED_STYLES
from noticegen.writers.wordml import VAL, w

_KINDS = {"paragraph": "段落", "character": "字符", "table": "表格", "numbering": "列表"}


def problems(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield the styles missing in one problem, each of the wrong kind in one of its own."""
    found = _found(parts)
    missing = []
    for kind, names in REQUIRED_STYLES.items():
        for name in names:
            if name not in found:
                missing.append(name)
            elif kind not in found[name]:
                yield _problem(
                    "template-style-kind",
                    f"样式「{name}」要是{_KINDS[kind]}样式，现在是{_KINDS.get(found[name][0], '别的')}样式，"
                    "请删去后按自带模板里的新建。",
                )
    if missing:
        listed = "、".join(f"「{name}」" for name in missing)
        sentence = f"缺少样式{listed}，请从自带模板复制，或者在 Word 里新建同名样式。"
        yield _problem("template-style-missing", sentence)


def _problem(code: str, sentence: str) -> Problem:
    return Problem(Mark(1, 1), code, sentence)


def _found(parts: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Return the kinds of style that each name in *parts* has."""
    found: dict[str, list[str]] = {}
    for part, kind in kinds(parts).items():
        if kind == STYLES and part in parts:
            for style in package.parsed(parts[part]).iter(w("style")):
                name = style.find(w("name"))
                if name is not None:
                    found.setdefault(name.get(VAL, ""), []).append(style.get(w("type"), ""))
    return found
