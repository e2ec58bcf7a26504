"""WordprocessingML, as far as a notice needs it: names, paragraphs and runs as strings.

A notice's words become XML here and nowhere else: ``escaped`` for a text, ``attribute`` for a
value. What else is put together is numbers and names of our own. Lengths are twips (1/20 pt),
as in the file.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from noticegen.patterns import pattern

if TYPE_CHECKING:
    from noticegen.writers.additions import Additions

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """Return *name* in WordprocessingML's namespace, as lxml writes it."""
    return f"{{{W}}}{name}"


P, R, T, PPR = w("p"), w("r"), w("t"), w("pPr")
TBL, TR, TC, VAL = w("tbl"), w("tr"), w("tc"), w("val")

_REFUSED = pattern("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2
# Without the hint Word sets “ ” … — in the face of the Latin slot (ECMA-376 17.3.2.26).
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_BREAK = "<w:r><w:br/></w:r>"
_KEEP = "<w:keepNext/>"
_STYLED = re.compile(f'<w:pStyle w:val="[^"]*"/>(?!{_KEEP})')
_TABLE = "<w:tbl>"
# The least row Word knows has 14 twips; below 22 rows of the body there are 17.
TINY = '<w:spacing w:before="0" w:after="0" w:line="14" w:lineRule="exact"/>'


def escaped(text: str) -> str:
    """Return *text* as it stands between tags.

    Raises:
        ValueError: It holds a character that XML cannot.
    """
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if text.isprintable():  # nearly all texts, and sooner told than searched for
        return text
    if _REFUSED.search(text):
        raise ValueError(f"XML cannot hold this text: {text!r}")
    return text.replace("\r", "&#13;")  # a reader would take it for a line's end


def attribute(value: str) -> str:
    """Return *value* as it stands between the double quotes of an attribute; raise as above."""
    value = escaped(value).replace('"', "&quot;")
    return value.replace("\t", "&#9;").replace("\n", "&#10;")


def element(name: str, **attributes: str | int) -> str:
    """Return the empty element *name*; *attributes* are numbers and words of our own."""
    listed = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{listed}/>"


def run(text: str, style: str = "", properties: str = "") -> str:
    """Return *text* as a run, in the character style of the id *style* if given."""
    styled = f'<w:rStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:r><w:rPr>{styled}{_HINT}{properties}</w:rPr>"
        f'<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    )


class Galley(NamedTuple):
    """Where paragraphs and tables are set one after another, each as the string of its XML.

    *column* takes them, *styles* are ids by name as they stand in an attribute, *width* is that
    of the text in twips. *additions* take the pictures.
    """

    column: list[str]
    styles: Mapping[str, str]
    width: int
    additions: "Additions"

    def paragraph(self, style: str, *lines: str, keep: bool = False, properties: str = "") -> None:
        """Append a paragraph in *style*; several *lines* are broken where they end.

        *properties* are those it has beside its style's, in the schema's order; *keep*s it on
        the page of what follows.
        """
        self.put(style, _BREAK.join(map(run, lines)), keep=keep, properties=properties)

    def put_line(self, style: str, text: str) -> None:
        """Append a paragraph in *style* of one *text*: what nearly all of a notice is."""
        self.column.append(
            f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/></w:pPr><w:r><w:rPr>{_HINT}'
            f'</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r></w:p>'
        )

    def put(self, style: str, runs: str, *, keep: bool = False, properties: str = "") -> None:
        """Append a paragraph in *style* that holds *runs*."""
        kept = _KEEP if keep else ""
        self.column.append(
            f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{kept}{properties}</w:pPr>'
            f"{runs}</w:p>"
        )

    def put_tiny(self) -> None:
        """Append a paragraph of hardly any height where the file needs one to stand."""
        self.paragraph("空行", properties=TINY)

    def inside(self) -> "Galley":
        """Return an empty galley like this one, for what stands in a cell."""
        return self._replace(column=[])

    def put_table(self, content: str) -> None:
        """Append a table."""
        self.column.append(f"{_TABLE}{content}</w:tbl>")

    def ends_in_table(self) -> bool:
        """Tell whether what was set last is a table, after which Word needs a paragraph."""
        return bool(self.column) and self.column[-1].startswith(_TABLE)

    def keep_last_with_next(self) -> None:
        """Keep what was set last, down to its last row, on the page of what follows it."""
        if self.column:
            above, row, last = self.column[-1].rpartition("<w:tr>")
            self.column[-1] = above + row + _STYLED.sub(rf"\g<0>{_KEEP}", last)

    def end_section(self, section: str) -> None:
        """End *section* with the paragraph that was set last."""
        self.column[-1] = self.column[-1].replace("</w:pPr>", f"{section}</w:pPr>", 1)
