"""Compose stage: a Notice to a Document.

The outline (outline.py) decides order and wording, the composer (composer.py) makes the
blocks it asks for.
"""

from collections.abc import Sequence
from itertools import pairwise

from noticegen import outline
from noticegen.composer import Composer
from noticegen.document import Block, Document, Seal
from noticegen.model.notice import Notice, worded


def compose(notice: Notice, seals: Sequence[bytes] = ()) -> Document:
    """Return the document that the outline makes of *notice*; *seals* are its organs' pictures."""
    return _composed(notice, seals)[0].document()


def blocks_by_item(notice: Notice) -> list[tuple[Block, ...]]:
    """Return the blocks that each printed item of 正文 makes, in the form's order."""
    composer, ends = _composed(notice, ())
    return [tuple(composer.blocks[begin:end]) for begin, end in pairwise(ends)]


def _composed(notice: Notice, seals: Sequence[bytes]) -> tuple[Composer, list[int]]:
    """Return the blocks, and how many there are before the items of 正文 and after each."""
    composer = Composer(notice, tuple(map(Seal, seals)))
    outline.open_notice(composer, notice)
    printed = set(map(id, notice.public_body))
    ends = [len(composer.blocks)]
    for item, wording in worded(notice):
        if id(item) in printed:
            outline.add_item(composer, item, wording)
            ends.append(len(composer.blocks))
    outline.close_notice(composer, notice)
    return composer, ends
