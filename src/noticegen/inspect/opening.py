"""The opening of the main part: its first paragraphs in; title and 主送机关 out."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from noticegen.inspect import ending
from noticegen.inspect.paper import Paper, Paragraph, joined

_GENRE = "通报|报告|通知|公告|通告|公示|决定|意见|函|请示|批复|方案|办法|说明"
_ABOUT = re.compile(rf"关于.+(?:{_GENRE})(?:（[^）]*）)?$")
_ENDS_SENTENCE = ("。", "；", "！", "？", "：", "，")
_ORGANS = "党委|党组|党组织|党工委|党支部|党总支|支部|部门|单位|政府|委员会|办公室|机关|局|委|办|科室|公司|学校"
_RECIPIENTS = re.compile(
    rf"[^。；]*(?:{_ORGANS})[^。；]*[：:]|[^。；：]{{0,40}}各[^。；，：]{{0,20}}(?:{_ORGANS})"
)
_NO_RECIPIENTS = re.compile(
    "现将|如下|公布|通报|根据|按照|情况|电话|地址|附件|反馈|以下|下列|问题|整改|[向了]|[0-9]{4}年"
)
_ORDINALS = (
    (1, re.compile(r"[一二三四五六七八九十百]{1,4}[、.．,，]")),
    (2, re.compile(r"[（(][一二三四五六七八九十百]{1,4}[）)]|[㈠-㈩]")),
    (3, re.compile(r"\d{1,3}(?:[.．](?!\d)|、)")),
    (4, re.compile(r"[（(]\d{1,3}[）)]|[⑴-⒇]")),
)
LARGE = 36  # half points: 小二 and larger is no body text
_TITLE_MOST = 90  # characters


class Opening(NamedTuple):
    """The lines of the title, and 主送机关; empty or None where they are not certain."""

    title: list[Paragraph]
    recipients: Paragraph | None


def opening(paper: Paper, main: list[Paragraph]) -> Opening:
    """Return the opening of the *main* part."""
    nothing = Opening([], None)
    if not main or ordinal(main[0].words) or joined(main[:1]) == "目录":
        return nothing
    lines = [main[0], *_more_lines(paper, main)]
    text = joined(lines)
    is_title = _looks_like_title(main[0]) and len(text) <= _TITLE_MOST
    if not is_title or text.endswith(_ENDS_SENTENCE):
        return nothing
    if not (_ABOUT.search(text) or _is_large_and_centred(main[0])):
        return nothing
    rest = main[len(lines) :]
    return Opening(lines, rest[0] if rest and _is_recipients(rest[0]) else None)


def ordinal(text: str) -> tuple[int, str] | None:
    """Return the level and the ordinal *text* begins with, however it is written."""
    for level, form in _ORDINALS:
        if match := form.match(text):
            return level, match[0]
    return None


def _more_lines(paper: Paper, main: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs that go on with the title its first one begins."""
    text = ""
    for above, line in pairwise(main):
        text += joined([above])
        is_next = paper.before(line) is above and not paper.blanks_before(line)
        if not is_next or re.search(f"(?:{_GENRE})$", text) or not goes_on(above, line):
            return
        yield line


def goes_on(above: Paragraph, line: Paragraph) -> bool:
    """Tell whether *line* goes on with the title that *above* is part of."""
    return (
        above.first is not None
        and line.first is not None
        and (above.first.size, above.look.alignment) == (line.first.size, line.look.alignment)
        and (above.look.alignment == "center" or above.first.size >= LARGE)
        and not ordinal(line.words)
        and not line.words.endswith(_ENDS_SENTENCE)
        and not ending.is_date(line.words.strip("（）()"))
    )


def _looks_like_title(paragraph: Paragraph) -> bool:
    is_set_off = paragraph.look.alignment == "center" or (
        paragraph.first is not None and paragraph.first.size >= LARGE
    )
    return is_set_off or bool(_ABOUT.search("".join(paragraph.words.split())))


def _is_large_and_centred(paragraph: Paragraph) -> bool:
    look = paragraph.first
    return look is not None and look.size >= LARGE and paragraph.look.alignment == "center"


def _is_recipients(paragraph: Paragraph) -> bool:
    return (
        bool(_RECIPIENTS.fullmatch(paragraph.words))
        and not _NO_RECIPIENTS.search(paragraph.words)
        and paragraph.look.alignment in ("left", "both")
    )
