"""Slots of a look: ``{{ 文号 }}`` in a paragraph, with the words that fill it.

Word cuts a typed slot into runs as it likes (spelling marks, changes of face), so a
slot is looked for in the whole text of its paragraph and then pulled into one run.
"""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from noticegen.errors import TemplateError
from noticegen.writers.wordml import PPR, TBL, TC, TR, P, T, w

SLOT = re.compile(r"\{\{\s*([^{}\s](?:[^{}]*[^{}\s])?)\s*\}\}")
_STRAY = re.compile(r"\{\{|\}\}|｛｛|｝｝")
_MOST = 1000  # slots of a part; a red head has ten
_LONGEST = 1_000_000
"""Characters that the words in a look's slots may come to: as model/names.py has it for a form."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MUST_END_IN_A_PARAGRAPH = (TC, w("hdr"), w("ftr"), w("txbxContent"))


def gather(root: etree._Element, part: str) -> list[tuple[str, etree._Element]]:
    """Pull every slot under *root* into one run; return names with their paragraphs.

    Raises:
        TemplateError: Braces that make no slot, or far too many slots; *part* names the
            place in the message.
    """
    found: list[tuple[str, etree._Element]] = []
    for paragraph in root.iter(P):
        texts = _texts(paragraph)
        whole = _whole(texts)
        stray = _STRAY.search(SLOT.sub("", whole))
        if stray:
            raise TemplateError(
                f"模板的{part}里「{whole.strip()[:40]}」的“{stray[0]}”不成槽位，"
                "请写成半角的 {{ 名称 }}，并且不要跨段。"
            )
        matches = list(SLOT.finditer(whole))
        if len(found) + len(matches) > _MOST:
            raise TemplateError(
                f"模板的{part}里的槽位超过一千个，不像是公文的版式，请删去多余的槽位。"
            )
        for match in reversed(matches):
            _pull_together(texts, match)
        found += [(name, paragraph) for name in SLOT.findall(whole)]
    return found


def refuse_overlong(parts: Iterable[bytes], words: Mapping[str, str]) -> None:
    """Raise TemplateError where *parts*, their slots filled, are more than a notice can have."""
    length = 0
    for name in (name for part in parts for name in SLOT.findall(part.decode())):
        length += len(words.get(name, ""))
        if length > _LONGEST:
            raise TemplateError(
                f"模板里的“{{{{ {name} }}}}”等槽位填进去以后，超过一百万字，不像是一份通报，"
                "请删去模板里多余的槽位，或者缩短表里填的内容。"
            )


def fill(root: etree._Element, words: Mapping[str, str]) -> None:
    """Fill the gathered slots under *root*; a row or paragraph of empty ones disappears."""
    for row in list(root.iter(TR)):
        if _all_empty(_whole(row.iter(T)), words):
            _remove_row(row)
    for paragraph in list(root.iter(P)):
        texts = _texts(paragraph)
        if _all_empty(_whole(texts), words):
            _remove_paragraph(paragraph)
            continue
        for text in texts:
            if text.text and "{{" in text.text:
                text.text = SLOT.sub(lambda slot: words.get(slot[1], ""), text.text)


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """Return the text nodes of *paragraph* itself, not those of a text box anchored in it."""
    return [text for text in paragraph.iter(T) if next(text.iterancestors(P)) is paragraph]


def _whole(texts: Iterable[etree._Element]) -> str:
    return "".join(text.text or "" for text in texts)


def _pull_together(texts: list[etree._Element], match: re.Match[str]) -> None:
    """Move the characters of *match* into the first of *texts* that has some of them."""
    start, end, slot = match.start(), match.end(), f"{{{{ {match[1]} }}}}"
    offset = 0
    for node in texts:
        text = node.text or ""
        before = text[: max(0, start - offset)]
        after = text[max(0, end - offset) :]
        touched = offset < end and offset + len(text) > start
        offset += len(text)
        if touched:
            node.text = before + slot + after
            node.set(_SPACE, "preserve")
            slot = ""


def _all_empty(text: str, words: Mapping[str, str]) -> bool:
    names = SLOT.findall(text)
    return bool(names) and not any(words.get(name) for name in names)


def _remove_row(row: etree._Element) -> None:
    table = row.getparent()
    if table is None:  # a row within a row that has gone
        return
    table.remove(row)
    if table.tag == TBL and table.find(TR) is None:
        _remove(table)


def _remove_paragraph(paragraph: etree._Element) -> None:
    """Remove *paragraph*, or empty it where the file needs one to stand."""
    parent = paragraph.getparent()
    if parent is None:
        return
    holds_section = paragraph.find(f"{PPR}/{w('sectPr')}") is not None
    previous = paragraph.getprevious()
    is_needed = parent.tag in _MUST_END_IN_A_PARAGRAPH and parent[-1] is paragraph
    follows_one = previous is not None and previous.tag == P
    if not holds_section and (follows_one or not is_needed):
        parent.remove(paragraph)
        return
    for child in list(paragraph):
        if child.tag != PPR:
            paragraph.remove(child)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
