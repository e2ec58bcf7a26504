"""Looks compiled: the bytes of an ordinary .docx in, a Look out."""

import posixpath
from collections.abc import Mapping

from lxml import etree

from noticegen.errors import TemplateError
from noticegen.writers import imprint, package, slots
from noticegen.writers.drawing import NAMESPACES, PICTURE
from noticegen.writers.frame import parted
from noticegen.writers.look import ABOVE_MARK, BODY_SLOT, MARK, REQUIRED_STYLES, Look
from noticegen.writers.wordml import PPR, VAL, T, W, attribute, w

_TEXT_WIDTH = 8844  # twips: 版心, 156 mm (5.2.1)
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_WORDML}document.main+xml"
_KINDS = {_MAIN: "正文", f"{_WORDML}header+xml": "页眉", f"{_WORDML}footer+xml": "页脚"}


def compiled(data: bytes) -> Look:
    """Return the look that the .docx *data* is; raise as ``compile_look`` says."""
    parts = _unpacked(data)
    _root(parts, package.ROOT_RELATIONS)
    kinds = package.kinds(_root(parts, package.CONTENT_TYPES))
    main = _only(kinds, _MAIN)
    stylesheet = _root(parts, _only(kinds, f"{_WORDML}styles+xml"))
    styles = _styles(stylesheet)
    trees = {name: _root(parts, name) for name, kind in kinds.items() if kind in _KINDS}
    found = {name: slots.gather(tree, _KINDS[kinds[name]]) for name, tree in trees.items()}
    trees[main] = tree = _prefixed(trees[main])
    _empty_body_slot([p for slot, p in found[main] if slot == BODY_SLOT])
    if any(slot == BODY_SLOT for name in trees if name != main for slot, _ in found[name]):
        raise TemplateError("模板的“{{ 正文 }}”在页眉或页脚里，请移到正文中单独一段。")
    places = _places(tree[0], found[main], styles)
    whole = package.with_own_properties({**parts, **_serialised(trees)})
    slotted = {name for name in trees if name == main or found[name]}
    return Look(
        packed={name: package.entry(whole[name]) for name in whole if name not in slotted},
        slotted={name: whole[name] for name in trees if name in slotted},
        main=main,
        frame=parted(tree, places[BODY_SLOT]) if set(places) == {BODY_SLOT} else None,
        declared=_undeclared(tree),
        styles={name: attribute(style) for name, style in styles.items()},
        slots=frozenset(slot for gathered in found.values() for slot, _ in gathered),
        width=_text_width(tree),
        places=places,
        targets=_targets(parts, main),
        mark=_said(stylesheet, styles.get(MARK), "rPr", "sz", "val"),
        above_mark=_said(stylesheet, styles.get(ABOVE_MARK), "pPr", "spacing", "line"),
        imprint_rows=imprint.rows(tree[0], places),
        drawings=max((_highest_drawing(tree) for tree in trees.values()), default=0),
    )


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        return package.unpacked(data)
    except package.NotAPackageError as fault:
        raise TemplateError(
            "模板不是 .docx 文件或已损坏，请用 Word 或 WPS 另存为“Word 文档(.docx)”后再用。"
        ) from fault


def _root(parts: Mapping[str, bytes], name: str) -> etree._Element:
    try:
        return package.parsed(parts[name])
    except (KeyError, etree.XMLSyntaxError) as fault:
        raise TemplateError(
            f"模板里的「{name}」缺失或已损坏，请用 Word 或 WPS 打开模板，另存后再用。"
        ) from fault


def _serialised(trees: Mapping[str, etree._Element]) -> dict[str, bytes]:
    return {name: package.serialised(tree) for name, tree in trees.items()}


def _prefixed(root: etree._Element) -> etree._Element:
    """Return *root* with w for the prefix of its names, as a notice's paragraphs have it."""
    if root.nsmap.get("w") == W:
        return root
    declared = {prefix: uri for prefix, uri in root.nsmap.items() if prefix} | {"w": W}
    anew = etree.Element(root.tag, nsmap=declared)
    anew.attrib.update(root.attrib)
    anew.extend(list(root))
    return anew


def _undeclared(root: etree._Element) -> str:
    """Return what a drawing under *root* must declare of the names it uses."""
    return "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in {**NAMESPACES, "pic": PICTURE}.items()
        if root.nsmap.get(prefix) != uri
    )


def _only(kinds: Mapping[str, str], wanted: str) -> str:
    for name, kind in kinds.items():
        if kind == wanted:
            return name
    raise TemplateError(
        "模板不是普通的 Word 文档，请用 Word 或 WPS 另存为“Word 文档(.docx)”后再用。"
    )


def _styles(root: etree._Element) -> dict[str, str]:
    """Return the ids of the styles a notice needs, by their names."""
    ids = {}
    for style in root.iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            ids[style.get(w("type")), name.get(VAL)] = style.get(w("styleId"), "")
    wanted = [(kind, name) for kind, names in REQUIRED_STYLES.items() for name in names]
    missing = [name for kind, name in wanted if (kind, name) not in ids]
    if missing:
        names = "、".join(f"「{name}」" for name in missing)
        raise TemplateError(f"模板缺少样式{names}，请从自带模板复制，或在 Word 里新建同名样式。")
    optional = [("paragraph", name) for name in (MARK, ABOVE_MARK)]
    return {name: ids[kind, name] for kind, name in wanted + optional if (kind, name) in ids}


def _places(
    body: etree._Element, gathered: list[tuple[str, etree._Element]], styles: Mapping[str, str]
) -> dict[str, int]:
    """Return the numbers in *body* of the blocks that hold slots, and that of 标志上空."""
    places: dict[str, int] = {}
    for slot, paragraph in gathered:
        block = paragraph
        while (parent := block.getparent()) is not None and parent is not body:
            block = parent
        places.setdefault(slot, body.index(block))
    for number, block in enumerate(body):
        style = block.find(f"{PPR}/{w('pStyle')}")
        if style is not None and style.get(VAL) == styles.get(ABOVE_MARK):
            places[ABOVE_MARK] = number
    return places


def _targets(parts: Mapping[str, bytes], main: str) -> dict[str, str]:
    """Return the parts that *main* has relations to, by id."""
    folder, name = posixpath.split(main)
    relations = _root(parts, f"{folder}/_rels/{name}.rels")
    return {
        entry.get("Id", ""): posixpath.join(f"/{folder}", entry.get("Target", "")).lstrip("/")
        for entry in relations
    }


def _said(
    stylesheet: etree._Element, style: str | None, properties: str, name: str, attribute: str
) -> int:
    """Return the whole number that a paragraph *style* itself says of a property, or 0."""
    path = f"{w('style')}[@{w('styleId')}='{style}']/{w(properties)}/{w(name)}"
    element = stylesheet.find(path) if style else None
    return 0 if element is None else int(element.get(w(attribute), 0))


def _highest_drawing(tree: etree._Element) -> int:
    numbers = (entry.get("id", "0") for entry in tree.iter(f"{{{NAMESPACES['wp']}}}docPr"))
    return max((int(number) for number in numbers), default=0)


def _empty_body_slot(paragraphs: list[etree._Element]) -> None:
    """Empty the paragraph of the body's slot."""
    if len(paragraphs) != 1:
        fault = "没有" if not paragraphs else "有不止一个"
        raise TemplateError(
            f"模板{fault}“{{{{ 正文 }}}}”，请在正文处单独一段写一个“{{{{ 正文 }}}}”。"
        )
    paragraph = paragraphs[0]
    body = paragraph.getparent()
    text = "".join(node.text or "" for node in paragraph.iter(T))
    if body is None or body.tag != w("body") or text.strip() != f"{{{{ {BODY_SLOT} }}}}":
        raise TemplateError("模板的“{{ 正文 }}”须单独成段，不能放在表格或文本框里，请移出来。")
    for child in list(paragraph):
        paragraph.remove(child)


def _text_width(main: etree._Element) -> int:
    """Return the width of the text of the last section, or of 版心 where none is said."""
    sizes, margins = list(main.iter(w("pgSz"))), list(main.iter(w("pgMar")))
    if not sizes or not margins:
        return _TEXT_WIDTH
    edges = [int(margins[-1].get(w(edge), 0)) for edge in ("left", "right", "gutter")]
    return int(sizes[-1].get(w("w"), 0)) - sum(edges)
