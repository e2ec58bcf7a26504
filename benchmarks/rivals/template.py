"""docxtpl's template: built with python-docx, the stock styles it does not use taken out.

A lean one favours docxtpl: python-docx's own weighs forty times as much.
"""

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

PREAMBLE = (
    "根据{{ inspection.dispatched }}巡察工作统一部署，{{ inspection.start }}至{{ end }}，"
    "{{ inspection.team }}对{{ inspection.whom }}进行了巡察，并于{{ inspection.told }}反馈了巡察意见。"
    "按照{{ inspection.basis }}，现将巡察整改情况予以公布。"
)
LOOP = (
    ("Normal", "{%p for item in body %}"),
    ("Normal", '{%p if item.kind == "text" %}'),
    ("Normal", "{{ item.text }}"),
    ("Normal", '{%p elif item.kind == "finding" %}'),
    ("Heading 4", "{{ item.text }}"),
    ("Normal", '{%p elif item.kind == "category" %}'),
    ("Heading 3", "{{ item.text }}"),
    ("Normal", '{%p elif item.kind == "aspect" %}'),
    ("Heading 2", "{{ item.text }}"),
    ("Normal", '{%p elif item.kind == "part" %}'),
    ("Heading 1", "{{ item.text }}"),
    ("Normal", "{%p else %}"),
    ("Point", ""),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p endfor %}"),
)
HEAD = "Strong"
STYLES = {"Title", HEAD, "Signature", *(style for style, _ in LOOP)}


def build(path: Path) -> None:
    """Write the template to *path*."""
    document = docx.Document()
    for name in ("Signature", "Point"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("{{ issuer }}关于巡察整改进展情况的通报", "Title")
    document.add_paragraph(PREAMBLE)
    for style, text in LOOP:
        paragraph = document.add_paragraph(text, style)
        if style == "Point":
            paragraph.add_run("{{ item.head }}", HEAD)
            paragraph.add_run("{{ item.text }}")
    document.add_paragraph("{{ contact }}")
    document.add_paragraph("{{ issuer }}", "Signature")
    document.add_paragraph("{{ date }}", "Signature")
    _strip(document)
    document.save(str(path))


def _strip(document: Document) -> None:
    """Take out what Word never shows: unused styles, the stock package's further parts."""
    root = document.styles.element
    for style in list(document.styles):
        if style.name not in STYLES:
            root.remove(style.element)
    for latent in root.xpath("w:latentStyles"):
        root.remove(latent)
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/customXml", "/thumbnail")):
                del part.rels[key]
