"""Clause 7.3.3 and what 5.2.2 asks of it: body text and headings, their face, size and indent."""

import re
from collections.abc import Iterator

from noticegen.faces import FANGSONG, HEITI, KAITI, is_face
from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.paper import Paragraph
from noticegen.inspect.places import SIZE_3, is_free, wrong_face, wrong_size
from noticegen.inspect.roles import Heading
from noticegen.inspect.words import Run

_FACES = {1: HEITI, 2: KAITI, 3: FANGSONG, 4: FANGSONG}
_NAMES = {1: "一级", 2: "二级", 3: "三级", 4: "四级"}
_RIGHT_ORDINAL = re.compile(
    r"[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\d+[.．]|（\d+）"
)
_AFTER_BRACKET = re.compile(r"[）)]\s*[、.．,，]")
_BLANKS = " \t\u3000\xa0"


def _running(case: Case) -> list[Paragraph]:
    """Return all paragraphs of the main part that begin two characters in."""
    headings = [heading.paragraph for heading in case.roles.headings]
    return sorted([*case.roles.body, *headings], key=lambda one: one.number)


@check("page-body-face", "7.3.3", Strength.SHOULD, "正文一般用3号仿宋体", "请改用仿宋_GB2312")
def body_face(case: Case) -> Iterator[Found]:
    """5.2.2 and 7.3.3 (般): 仿宋体."""
    yield from wrong_face(case.roles.body, FANGSONG)


@check("page-body-size", "7.3.3", Strength.SHOULD, "正文一般用3号仿宋体", "请改为3号（16磅）")
def body_size(case: Case) -> Iterator[Found]:
    """5.2.2 and 7.3.3 (般): 3号, 16 pt."""
    yield from wrong_size(case.roles.body, SIZE_3)


@check(
    "page-heading-face",
    "7.3.3",
    Strength.SHOULD,
    "一般第一层用黑体、第二层用楷体、第三层和第四层用仿宋体",
    "请改为这一层的字体",
)
def heading_face(case: Case) -> Iterator[Found]:
    """7.3.3 (般): the face of each level, for headings alone and for set-off run-in ones."""
    for heading in case.roles.headings:
        wanted = _FACES[heading.level]
        faces = [run.look.face for run in _heading_runs(heading)]
        wrong = [face for face in faces if not is_face(face, wanted)]
        if wrong:
            yield Found(heading.paragraph, f"是{_NAMES[heading.level]}标题，用的是{wrong[0]}")


@check("page-heading-size", "5.2.2", Strength.SHOULD, "各层标题一般也是3号字", "请改为3号（16磅）")
def heading_size(case: Case) -> Iterator[Found]:
    """5.2.2 (般): headings are 3号 like the body."""
    yield from wrong_size([one.paragraph for one in case.roles.headings], SIZE_3)


@check(
    "page-bold",
    "5.2.2",
    Strength.SHOULD,
    "标题、正文和各层标题用规定的字体，不另加粗",
    "请取消加粗",
)
def bold(case: Case) -> Iterator[Found]:
    """5.2.2 (推): typefaces tell the levels apart; the standard knows no bold."""
    for paragraph in [*case.roles.title, *_running(case)]:
        if any(run.look.bold for run in paragraph.chinese):
            yield Found(paragraph, "加了粗")


@check(
    "page-typed-indent",
    "7.3.3",
    Strength.MUST,
    "正文每个自然段左空二字",
    "请删去这些空格，把首行缩进设为2字符",
)
def typed_indent(case: Case) -> Iterator[Found]:
    """7.3.3 and 3.1 (规): the indent is one of the paragraph, not typed blanks."""
    for paragraph in _running(case):
        if _typed(paragraph):
            yield Found(paragraph, "用空格代替了缩进")


@check(
    "page-indent",
    "7.3.3",
    Strength.MUST,
    "正文每个自然段左空二字，回行顶格",
    "请把首行缩进设为2字符，左缩进设为0",
)
def indent(case: Case) -> Iterator[Found]:
    """7.3.3 (规): first line two characters in, the others flush left."""
    for paragraph in _running(case):
        look = paragraph.look
        if _typed(paragraph) or not is_free(paragraph) or look.alignment in ("center", "right"):
            continue
        size = paragraph.first.size * 10 if paragraph.first else SIZE_3 * 10
        is_right = look.first.is_about(2) or look.first.is_about(2, size)
        if not look.left.is_about(0):
            yield Found(paragraph, "整段左边有缩进")
        elif not is_right:
            yield Found(paragraph, "首行没有空二字")


@check(
    "page-heading-not-left",
    "7.3.3",
    Strength.MUST,
    "正文各层标题同正文一样左空二字",
    "请改为两端对齐，首行缩进设为2字符",
)
def heading_left(case: Case) -> Iterator[Found]:
    """7.3.3 (规): a heading is a paragraph of the body: it is not centred."""
    for heading in case.roles.headings:
        if heading.alone and heading.paragraph.look.alignment in ("center", "right"):
            yield Found(heading.paragraph, "没有左空二字")


@check(
    "page-ordinal",
    "7.3.3",
    Strength.SHOULD,
    "结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
    "请改成这样的写法，带括号的序数后面不加标点",
)
def ordinal(case: Case) -> Iterator[Found]:
    """7.3.3 (可) and GB/T 15834: the forms of ordinals."""
    for heading in case.roles.headings:
        text, mark = heading.paragraph.words, heading.ordinal
        is_closed = _AFTER_BRACKET.match(text[len(mark) - 1 :])
        if is_closed or not _RIGHT_ORDINAL.match(text):
            yield Found(heading.paragraph, f"写的是“{text[: len(mark) + bool(is_closed)]}”")


@check(
    "page-body-gap", "7.3.3", Strength.SHOULD, "正文编排于主送机关名称下一行", "请删去中间的空行"
)
def gap(case: Case) -> Iterator[Found]:
    """7.3.3 (般): the body follows 主送机关 without an empty row."""
    following = [one for one in _running(case) if is_free(one)][:1]
    for paragraph in following:
        is_next = case.paper.before(paragraph) is case.roles.recipients
        if case.roles.recipients and is_next and case.paper.blanks_before(paragraph):
            yield Found(paragraph, "与主送机关之间有空行")


def _typed(paragraph: Paragraph) -> bool:
    return paragraph.text[:1] in _BLANKS and paragraph.text[:1] != ""


def _heading_runs(heading: Heading) -> list[Run]:
    """Return the runs that are heading: all of one alone, the first words of one run in.

    A run-in heading that looks like what follows it is an ordinary numbered paragraph.
    """
    runs = heading.paragraph.chinese
    if heading.alone:
        return runs
    looks = [(run.look.face, run.look.bold) for run in runs]
    return runs[:1] if len(set(looks)) > 1 else []


CHECKS: tuple[Check, ...] = (
    body_face,
    body_size,
    heading_face,
    heading_size,
    bold,
    typed_indent,
    indent,
    heading_left,
    ordinal,
    gap,
)
