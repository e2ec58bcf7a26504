"""The end of a document: its last paragraphs in; note of attachments, signature, imprint out."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from noticegen.inspect.paper import Paper, Paragraph

_DIGIT = "[0-9０-９〇○零一二三四五六七八九十]"
_DATE = re.compile(
    rf"{_DIGIT}{{2,4}}\s*年\s*{_DIGIT}{{1,3}}\s*月\s*{_DIGIT}{{1,3}}\s*日|\d{{4}}([-./])\d{{1,2}}\1\d{{1,2}}"
)
_IMPRINT = re.compile(r"(?:抄\s*送|主\s*送|印\s*送)\s*[：:]")
_PRINTED = re.compile(rf"{_DIGIT}+\s*日\s*印\s*发?$|印\s*发\s*$")
_NOTE = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[：:.．]\s*\S")
_NOTE_GOES_ON = re.compile(r"[0-9０-９]{1,2}\s*[.．、]")
_NOTE_ALONE = re.compile(r"附\s*件\s*[：:]")
_ANNOTATION = re.compile(
    r"[（(].{2,60}[）)]|此件.{2,20}|(?:信息)?公开(?:选项|方式|属性)[：:].{2,10}|联系人[：:].{2,50}"
)
_ORGAN = re.compile(
    r"[^。，；：！？\d]*(?:党组|党委|工委|委员会|支部|党总支|人民政府|办公室|局|委|部|厅|院|"
    r"公司|集团|领导小组|学校|大学|中心|处|所|站|会|联合会|协会)"
)
_ORGAN_MOST = 45
_NOTE_REACH = 12  # paragraphs above the date among which the note is looked for


class Ending(NamedTuple):
    """How a document closes; what is not there is None or empty."""

    attachment_note: list[Paragraph]
    organs: list[Paragraph]
    date: Paragraph | None
    annotation: Paragraph | None


def is_date(text: str) -> bool:
    """Tell whether *text* is a day and nothing else, however it is written."""
    return bool(_DATE.fullmatch(text.strip()))


def imprint(paper: Paper) -> list[Paragraph]:
    """Return the paragraphs of 版记: below the last date line, from 抄送 or 印发 on."""
    dates = [one.number for one in paper.paragraphs if is_date(one.words)]
    last = max(dates, default=len(paper.lines))
    after = [one for one in paper.paragraphs if one.number > last]
    return [one for one in after if is_imprint(one.words)]


def is_imprint(text: str) -> bool:
    """Tell a row of 版记 by its words."""
    return bool(_IMPRINT.match(text) or _PRINTED.search(text))


def ending(main: Sequence[Paragraph]) -> Ending:
    """Return 附件说明, 署名, 成文日期 and 附注 of the *main* part."""
    places = [at for at, one in enumerate(main) if is_date(one.words)]
    # A date below the title is no signature's: that stands below text.
    if not places or not any(one.words.endswith("。") for one in main[: places[-1]]):
        return Ending([], [], None, None)
    above, below = list(main[: places[-1]]), main[places[-1] + 1 :]
    organs: list[Paragraph] = []
    while above and _is_organ(above[-1]):
        organs.insert(0, above.pop())
    is_annotated = bool(below) and bool(_ANNOTATION.fullmatch(below[0].words))
    return Ending(
        attachment_note=_note(above[-_NOTE_REACH:]),
        organs=organs,
        date=main[places[-1]],
        annotation=below[0] if is_annotated else None,
    )


def _is_organ(paragraph: Paragraph) -> bool:
    """Tell an organ's name; a heading that ends like one begins with an ordinal."""
    text = "".join(paragraph.words.split())
    has_ordinal = re.match("[一二三四五六七八九十]+、|[（(]", text)
    return len(text) <= _ORGAN_MOST and bool(_ORGAN.fullmatch(text)) and not has_ordinal


def _note(above: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the lines of 附件说明 among the paragraphs right above the signature."""
    for at, paragraph in enumerate(above):
        if not (_NOTE.match(paragraph.words) or _NOTE_ALONE.fullmatch(paragraph.words)):
            continue
        if all(_NOTE_GOES_ON.match(one.words) for one in above[at + 1 :]):
            return list(above[at:])
    return []
