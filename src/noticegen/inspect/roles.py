"""What each paragraph is: a paper in; masthead, title, body, signature, imprint out.

Found by words and place, never by names of styles, as the file may be anybody's. What is
not certain gets no role, and is then not judged.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from noticegen.inspect import ending
from noticegen.inspect.opening import LARGE, goes_on, opening, ordinal
from noticegen.inspect.paper import Holder, Paper, Paragraph

_NUMBER = re.compile(
    r"[^\s，。；：、]{1,14}?[〔\[［【(（﹝][12]\d{3}[〕\]］】)）﹞]\s*第?\s*[0-9０-９]+\s*号"
)
_COPY_NUMBER = re.compile(r"\d{3,9}")
_CLASSIFICATION = re.compile(r"(绝密|机密|秘密)([★☆*＊].{0,8})?")
_URGENCY = re.compile(r"特急|加急|特提|平急|急件")
_ENDS_BODY = ("。", "；", "！", "？", "：", "…", "”", "）", ".", ";")
_HEADING_MOST = 45
_BODY_LEAST = 30
_HEAD_ROWS = 16  # among so many paragraphs a masthead stands
_ATTACHMENT = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]*\s*[：:]?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph that begins with an ordinal of *level*; *alone*: it is nothing but a heading."""

    paragraph: Paragraph
    level: int
    ordinal: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件 as it stands at the back: its label and the lines of its title."""

    label: Paragraph
    title: tuple[Paragraph, ...]


@dataclass(slots=True)
class Roles:
    """What the paragraphs of one paper are; what was not found is None or empty."""

    marks: list[Paragraph] = field(default_factory=list)  # 发文机关标志
    document_number: Paragraph | None = None
    copy_number: Paragraph | None = None
    classification: Paragraph | None = None
    urgency: Paragraph | None = None
    title: list[Paragraph] = field(default_factory=list)
    recipients: Paragraph | None = None
    headings: list[Heading] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    close: ending.Ending = field(default_factory=lambda: ending.Ending([], [], None, None))
    attachments: list[Attachment] = field(default_factory=list)
    imprint: list[Paragraph] = field(default_factory=list)


def roles(paper: Paper) -> Roles:
    """Return what the paragraphs of *paper* are."""
    found = Roles()
    flow = [one for one in paper.flow if isinstance(one, Paragraph) and one.words]
    found.imprint = ending.imprint(paper)
    head = _masthead(paper, found)
    taken = set(found.imprint) | set(head)
    flow = [one for one in flow if one not in taken]
    if head:
        flow = [one for one in flow if one.number > max(part.number for part in head)]
    labels = _labels(flow)
    found.attachments = [_attachment(paper, label, labels) for label in labels]
    main = [one for one in flow if not labels or one.number < labels[0].number]
    found.title, found.recipients = opening(paper, main)
    done = {*found.title, found.recipients}
    main = [one for one in main if one not in done]
    close = found.close = ending.ending(main)
    done = {close.date, *close.organs, *close.attachment_note}
    if close.date is not None:
        main = [one for one in main if one.number < close.date.number]
    _classify([one for one in main if one not in done], found)
    return found


def _masthead(paper: Paper, found: Roles) -> list[Paragraph]:
    """Fill in the masthead's pieces and return them."""
    top = [one for one in paper.paragraphs if one.number][:_HEAD_ROWS]
    found.marks = [one for one in top if _is_mark(one)]
    found.document_number = next((one for one in top if _is_document_number(one, found)), None)
    if not found.marks:
        return [found.document_number] if found.document_number else []
    above = [one for one in top if one.number < found.marks[0].number]
    found.copy_number = _only(above, _COPY_NUMBER)
    found.classification = _only(above, _CLASSIFICATION)
    found.urgency = _only(above, _URGENCY)
    pieces = [*above, *found.marks, found.document_number]
    return [piece for piece in pieces if piece is not None]


def _is_mark(paragraph: Paragraph) -> bool:
    """Tell a 发文机关标志: large and red, or large and ending in 文件; a title has 关于."""
    look, text = paragraph.first, paragraph.words
    if look is None or look.size <= LARGE or "关于" in text or _NUMBER.search(text):
        return False
    return is_red(look.colour) or text.endswith("文件")


def is_red(colour: str) -> bool:
    """Tell whether RRGGBB is a red that nobody takes for another colour."""
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xC0 and max(green, blue) <= 0x50  # noqa: PLR2004  # #C00000 is Word's 深红


def _is_document_number(paragraph: Paragraph, found: Roles) -> bool:
    """Tell a 发文字号 on a line of its own; one in brackets below a title is none."""
    text = paragraph.words.split("签发人")[0].strip()
    is_below = not found.marks or paragraph.number > found.marks[0].number
    return bool(_NUMBER.fullmatch(text)) and is_below and not text.startswith(("（", "("))


def _only(paragraphs: Iterable[Paragraph], form: re.Pattern[str]) -> Paragraph | None:
    return next((one for one in paragraphs if form.fullmatch("".join(one.words.split()))), None)


def _labels(flow: list[Paragraph]) -> list[Paragraph]:
    """Return the labels of 附件 at the back; 附件： above the date is the note of them."""
    dates = [one.number for one in flow if ending.is_date(one.words)]
    return [
        one
        for one in flow
        if _ATTACHMENT.fullmatch(one.words)
        and (
            any(number < one.number for number in dates)
            or not (dates or one.words.endswith(("：", ":")))
        )
    ]


def _attachment(paper: Paper, label: Paragraph, labels: list[Paragraph]) -> Attachment:
    """Return 附件 with the centred lines below its label."""
    title: list[Paragraph] = []
    at = paper.flow.index(label)
    for block in paper.flow[at + 1 :]:
        if not isinstance(block, Paragraph) or block in labels or (block.is_blank and title):
            break
        if block.words:
            if block.look.alignment != "center" or (title and not goes_on(title[-1], block)):
                break
            title.append(block)
    return Attachment(label, tuple(title))


def _classify(main: list[Paragraph], found: Roles) -> None:
    """Tell headings from body text; captions, lists and centred lines are left alone."""
    for paragraph in main:
        if paragraph.holder is not Holder.PAGE or paragraph.look.numbering:
            continue
        number = ordinal(paragraph.words)
        if number:
            found.headings.append(Heading(paragraph, *number, _is_alone(paragraph.words)))
        elif _is_body(paragraph):
            found.body.append(paragraph)


def _is_alone(text: str) -> bool:
    return len(text) <= _HEADING_MOST and not re.search("[。；！？].", text)


def _is_body(paragraph: Paragraph) -> bool:
    text = paragraph.words
    is_running = text.endswith(_ENDS_BODY) or len(text) >= _BODY_LEAST
    is_text = paragraph.look.alignment in ("left", "both") and "\n" not in text
    return is_running and is_text and not paragraph.look.framed and not paragraph.has_picture
