"""Baggage of a look: its parts in; macros, links to elsewhere, edits and comments left in out.

All of it would go into every notice, and a notice is published.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from noticegen.inspect.looks import is_set
from noticegen.lookcheck.places import SETTINGS, Tree, kinds, place_of, trees
from noticegen.problem import Mark, Problem, Severity
from noticegen.writers import package
from noticegen.writers.wordml import P, w

_EDITS = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"),
        *("tblGridChange", "numberingChange"),
    )
)
_COMMENT = w("commentReference")
_CALLING_FIELD = re.compile(
    r"(?<![A-Za-z])(INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DDEAUTO|DDE|DATABASE|RD)(?![A-Za-z])"
)
_LINKS = {
    "attachedTemplate": "连着另一个模板“{}”，打开通报时会去找它，请在 Word“开发工具”的“文档模板”里改成 Normal 后再存。",
    "image": "有一张链接来的图片“{}”，图片不在文件里，请删去后重新插入。",
    "oleObject": "有一个链接到“{}”的对象，请删去。",
}
_LINK = "连着文件外面的“{}”，请删去这个链接后再用。"
_OBJECTS = ("oleObject", "package", "control", "aFChunk")
_TRACKING = "开着修订，用它排出的通报一改就留痕，请在“审阅”里关掉修订后再存。"


def problems(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what *parts* carry that no notice may or should."""
    if _has_macros(parts):
        sentence = "带有宏，通报里不能有宏，请另存为“Word 文档(.docx)”后再用，只改扩展名不行。"
        yield _problem("template-macro", sentence)
    yield from _links(parts)
    for tree in trees(parts):
        yield from _calling_fields(tree)
        yield from _edits(tree)
        yield from _comments(tree)
    for part, kind in kinds(parts).items():
        if kind == SETTINGS and part in parts and _is_tracking(parts[part]):
            yield _problem("template-tracking", _TRACKING, Severity.WARNING)


def _problem(code: str, sentence: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(Mark(1, 1), code, sentence, severity)


def _has_macros(parts: Mapping[str, bytes]) -> bool:
    types = parts[package.CONTENT_TYPES].lower()
    names = (part.lower().rpartition("/")[2] for part in parts)
    return b"macroenabled" in types or b"vbaproject" in types or "vbaproject.bin" in names


def _links(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what the relationships of *parts* call from outside, or pack whole files in."""
    for part in parts:
        if not part.endswith(".rels"):
            continue
        for entry in package.parsed(parts[part]).iter(package.RELATIONSHIP):
            kind, target = entry.get("Type", "").rpartition("/")[2], entry.get("Target", "")
            if entry.get("TargetMode") == "External":
                yield _link(kind, target)
            elif kind in _OBJECTS:
                sentence = "嵌有别的文件或者控件，请删去，或者换成图片。"
                yield _problem("template-embedded", sentence)


def _link(kind: str, target: str) -> Problem:
    if kind == "hyperlink":
        sentence = f"有超链接“{target}”，会留在每份通报里，不需要就请取消超链接。"
        return _problem("template-hyperlink", sentence, Severity.WARNING)
    return _problem("template-outside-link", _LINKS.get(kind, _LINK).format(target))


def _calling_fields(tree: Tree) -> Iterator[Problem]:
    """Yield the paragraphs with a field that fetches from another file or program."""
    for paragraph in tree.root.iter(P):
        codes = "".join(node.text or "" for node in paragraph.iter(w("instrText")))
        simple = (field.get(w("instr"), "") for field in paragraph.iter(w("fldSimple")))
        if found := _CALLING_FIELD.search(" ".join((codes, *simple))):
            fault = (
                f"有会去读别的文件的域 {found[1]}，请选中它按 Ctrl+Shift+F9 变成文字，或者删去。"
            )
            yield place_of(paragraph, tree).problem("template-outside-link", fault)


def _edits(tree: Tree) -> Iterator[Problem]:
    if edits := list(tree.root.iter(*_EDITS)):
        fault = f"起有修订{_times(edits)}没有处理，请在“审阅”里接受或者拒绝全部修订后再存。"
        yield place_of(edits[0], tree).problem("template-revisions", fault)


def _comments(tree: Tree) -> Iterator[Problem]:
    if comments := list(tree.root.iter(_COMMENT)):
        fault = f"起有批注{_times(comments)}，请在“审阅”里删除全部批注后再存。"
        yield place_of(comments[0], tree).problem("template-comments", fault)


def _times(elements: list[etree._Element]) -> str:
    return f" {len(elements)} 处"


def _is_tracking(settings: bytes) -> bool:
    return is_set(package.parsed(settings).find(w("trackRevisions")))
