"""A look, compiled: what the writer needs of the .docx that says how a notice looks.

An office makes a look in Word: page, named styles, header and footer, one paragraph
``{{ 正文 }}`` where the notice goes, other slots where it likes.
"""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from noticegen.writers.package import Entry

PARAGRAPH_STYLES = (
    "公文标题",
    "主送机关",
    "公文正文",
    "一级标题",
    "二级标题",
    "三级标题",
    "四级标题",
    "附件说明",
    "署名",
    "成文日期",
    "附注",
    "附件标识",
    "附件标题",
    "表头文字",
    "表格文字",
    "表格短语",
    "空行",
)
MARK, ABOVE_MARK = "发文机关标志", "标志上空"  # a red head has these two as well
CHARACTER_STYLES = ("一级标题字", "二级标题字")
TABLE_STYLES = ("公文表格",)
REQUIRED_STYLES = {
    "paragraph": PARAGRAPH_STYLES,
    "character": CHARACTER_STYLES,
    "table": TABLE_STYLES,
}

BODY_SLOT = "正文"


class Look(NamedTuple):
    """A compiled look, in strings and numbers alone.

    *packed* are the parts that go into every notice as they are, *slotted*
    those that have slots, and *main* is the name of the one whose body takes the
    notice. *frame* is what stands before and after the notice there, where no words change
    that. *declared* is what *main* does not say of the names that drawings use.
    *styles* are ids by name, as they stand in an attribute; *slots* the names that
    Document.words may fill; *width* is that of the text, in twips. *places* are the numbers in
    the body of the blocks that hold a slot, by its name, and of the paragraph in 标志上空. *targets* are the parts that *main* has relations to, by id.
    *mark* is the size of 发文机关标志 in half points and *above_mark* the height of
    标志上空 in twips, *imprint_rows* are the rows of the text box of 版记; 0 where the look has
    none. *drawings* is the highest id of a drawing.
    """

    packed: Mapping[str, Entry]
    slotted: Mapping[str, bytes]
    main: str
    frame: tuple[str, str] | None
    declared: str
    styles: Mapping[str, str]
    slots: frozenset[str]
    width: int
    places: Mapping[str, int]
    targets: Mapping[str, str]
    mark: int
    above_mark: int
    imprint_rows: int
    drawings: int

    def fixed(self) -> dict[str, bytes]:
        """Return the parts that are the same in every notice."""
        return {name: entry.part for name, entry in self.packed.items()}


def compile_look(data: bytes) -> Look:
    """Return the look that the .docx *data* is.

    Raises:
        TemplateError: It is no .docx, or lacks the body's slot or a style, or a slot of
            it is malformed; the text is a Chinese sentence.
    """
    from noticegen.writers.shipped import LOOKS

    if known := LOOKS.get(hashlib.sha256(data).hexdigest()):
        return known
    from noticegen.writers.compiling import compiled

    return compiled(data)
