"""Compose stage: a Notice and an outline to a Document.

The outline (outline.j2) decides order and wording by calling the block constructors
below; they number, join and fill in names. Nothing here knows what a page looks like.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from noticegen import document as doc
from noticegen import numerals
from noticegen.errors import TemplateError
from noticegen.model import names
from noticegen.model.item import Item
from noticegen.model.kinds import HEADINGS, Kind
from noticegen.model.notice import Notice, worded
from noticegen.model.parts import Imprint, WebPage
from noticegen.model.wording import PartWording

_RANK = {kind: rank for rank, kind in enumerate(HEADINGS)}
_LEAF_RANK = len(HEADINGS)
_LEVEL = {
    Kind.PART: 1,
    Kind.UNIT: 2,
    Kind.ASPECT: 2,
    Kind.CATEGORY: 3,
    Kind.POINT: 2,
    Kind.MATTER: 2,
    Kind.FINDING: 4,
    Kind.TASK: 4,
}
_STOP = re.compile("[。！？；：，、…—][”’》）]*$")
_RUN_IN = re.compile("[。！？：；][”’》）]*$")
_OUTLINE = "outline.j2"


def compose(notice: Notice, outline: str, seals: Sequence[bytes] = ()) -> doc.Document:
    """Return the document that *outline* makes of *notice*; *seals* are its organs' pictures.

    Raises TemplateError, with the outline's line, where the outline is at fault.
    """
    template = _compiled(outline)
    composer = _Composer(notice, tuple(map(doc.Seal, seals)))
    try:
        printed = template.render(composer.offered())
    except Exception as error:  # whatever an outline raises is the outline's to mend
        raise TemplateError(
            f"{_OUTLINE} 第{_line_of(error)}行不能执行（{error}），请改正这一行。"
        ) from error
    if printed.strip():
        raise TemplateError(
            f"{_OUTLINE} 里有不在段落里的文字“{printed.strip()[:20]}”，请写进 paragraph(…)。"
        )
    return composer.document()


class _Run(NamedTuple):
    """A run of ordinals: their form, the rank of what they number, whether it never restarts."""

    sample: str
    rank: int
    continuous: bool


class _Composer:
    """Collects the blocks that one run of the outline makes, and counts as it goes."""

    def __init__(self, notice: Notice, seals: tuple[doc.Seal, ...]) -> None:
        self._notice = notice
        self._seals = seals
        self._facts = names.facts(notice)
        self._blocks: list[doc.Block] = []
        self._numbers: dict[_Run, int] = {}
        self._continuous = frozenset(notice.wording.continuous)

    def offered(self) -> dict[str, object]:
        """Return all that an outline may name."""
        constructors: Iterable[Callable[..., str]] = (
            *(self.title, self.recipients, self.paragraph, self.heading, self.finding),
            *(
                self.matter,
                self.attachment_note,
                self.signature,
                self.annotation,
                self.attachment,
            ),
        )
        public = set(map(id, self._notice.public_body))
        return {
            **{constructor.__name__: constructor for constructor in constructors},
            "fill": self.fill,
            "sentence": sentence,
            "facts": self._facts,
            "notice": self._notice,
            "body": [pair for pair in worded(self._notice) if id(pair[0]) in public],
        }

    def document(self) -> doc.Document:
        """Return what has been composed."""
        issuance = self._notice.issuance
        titles = [block.text for block in self._blocks if isinstance(block, doc.Title)]
        title = titles[0] if titles else ""
        return doc.Document(
            title=title,
            issuer="、".join(issuance.signature or issuance.issuers),
            date=issuance.date_of_issue.iso,
            blocks=tuple(self._blocks),
            issuers=issuance.issuers,
            words=dict(self._words()),
            meta=dict(self._meta(title)),
        )

    def _words(self) -> Iterator[tuple[str, str]]:
        """Yield the words of 版头 and 版记 that the form gives, by the names of their slots."""
        issuance, imprint = self._notice.issuance, self._notice.imprint or Imprint()
        date = imprint.distribution_date
        given = (
            issuance.copy_number,
            issuance.classification,
            issuance.urgency,
            issuance.document_number,
            self.fill(imprint.copies or "").rstrip("。；，"),
            self.fill(imprint.distributor or ""),
            str(date) if date else None,
        )
        yield from ((name, word) for name, word in zip(doc.WORDS, given, strict=True) if word)

    def _meta(self, title: str) -> Iterator[tuple[str, str]]:
        """Yield the tags of 《政府网站发展指引》 that are given: the site's, the column's, the page's."""
        page = self._notice.web_page or WebPage()
        given = {
            "SiteName": page.site_name,
            "SiteDomain": page.site_domain,
            "SiteIDCode": page.site_code,
            "ColumnName": page.column_name,
            "ColumnType": page.column_type,
            "ArticleTitle": title,
            "PubDate": page.published,
            "ContentSource": page.source,
            "Keywords": ",".join(page.keywords or ()),
            "Author": page.author,
            "Description": page.description,
            "Url": page.address,
        }
        yield from ((tag, self.fill(text)) for tag, text in given.items() if text)

    def fill(self, text: str) -> str:
        """Return *text* with its names filled in."""
        return names.fill(text, self._facts) if "{" in text else text

    def title(self, text: str, lines: Iterable[str] | None = None) -> str:
        """标题, broken into *lines* where they are given."""
        given = tuple(self.fill(line) for line in lines or ())
        return self._add(doc.Title(self.fill(text), given))

    def recipients(self, text: str) -> str:
        """主送机关; the closing colon is added where it is missing (7.3.2)."""
        return self._add(doc.Recipients(self.fill(text).rstrip("：。，") + "："))

    def paragraph(self, text: str) -> str:
        """A paragraph of the body."""
        return self._add(doc.Paragraph((doc.Run(self.fill(text)),)))

    def heading(self, item: Item, wording: PartWording) -> str:
        """部分, 单位, 方面, 类别 or 要点, numbered, with its 内容.

        A heading that ends in a stop runs into the first paragraph; any other stands on a
        line of its own.
        """
        text = self._number(item.kind, wording) + self.fill(item.heading)
        level = _level(item.kind, wording)
        content = [self.fill(paragraph) for paragraph in item.content]
        if content and _RUN_IN.search(text):
            self._add(_run_in(text, level, content.pop(0)))
        elif level:
            self._add(doc.Heading(level, text))
        else:
            self._add(_plain(text))
        return self._add(*map(_plain, content))

    def finding(self, item: Item, wording: PartWording) -> str:
        """问题 or 任务: its line by the pattern (or 原文), its measures, its 内容."""
        pattern = wording.finding if item.kind is Kind.FINDING else wording.task
        text = self.fill(item.verbatim) if item.verbatim else self._patterned(item, pattern)
        return self._with_measures(item, wording, text)

    def matter(self, item: Item, wording: PartWording, pattern: str) -> str:
        """事项: its line by *pattern*, what remains, its measures."""
        text = self._patterned(item, pattern)
        return self._with_measures(item, wording, text)

    def attachment_note(self, titles: Iterable[str]) -> str:
        """附件说明: the names of the attachments."""
        return self._add(doc.AttachmentNote(tuple(title.rstrip("。；，") for title in titles)))

    def signature(self, organs: Iterable[str], date: str) -> str:
        """署名 and 成文日期."""
        return self._add(doc.Signature(tuple(organs), date, self._seals))

    def annotation(self, text: str) -> str:
        """附注, in round brackets (7.3.6)."""
        return self._add(doc.Annotation(f"（{self.fill(text).strip('（）')}）"))

    def attachment(
        self,
        label: str,
        title: str,
        content: Iterable[str],
        table: tuple[tuple[str, ...], ...] | None,
    ) -> str:
        """附件: its label, its title, its paragraphs, its table (header row first)."""
        blocks: list[doc.Heading | doc.Paragraph | doc.Table] = [
            _plain(self.fill(paragraph)) for paragraph in content
        ]
        if table:
            blocks.append(doc.Table(table[0], table[1:]))
        return self._add(doc.Attachment(label, title.rstrip("。；，"), tuple(blocks)))

    def _add(self, *blocks: doc.Block) -> str:
        self._blocks += blocks
        return ""

    def _patterned(self, item: Item, pattern: str) -> str:
        """Return *pattern* filled in, the item's own labels before the facts."""
        own = {}
        for name in names.NAME.findall(pattern):
            if name in names.PATTERN_NAMES[item.kind] and (text := item.text_of(name)) is not None:
                own[name] = self.fill(text)
        return names.fill(pattern, self._facts, own)

    def _number(self, kind: Kind, wording: PartWording) -> str:
        """Return the next ordinal of *kind*.

        Kinds of one rank and one form share their count; a heading ends the runs of all
        that is lower, save the continuous ones.
        """
        rank = _RANK.get(kind, _LEAF_RANK)
        run = _Run(wording.ordinals.of(kind), rank, kind in self._continuous)
        number = self._numbers.get(run, 0) + 1
        self._numbers = {
            other: count
            for other, count in self._numbers.items()
            if other.rank <= rank or other.continuous
        }
        self._numbers[run] = number
        return numerals.ordinal(run.sample, number)

    def _with_measures(self, item: Item, wording: PartWording, text: str) -> str:
        level = _level(item.kind, wording)
        text = self._number(item.kind, wording) + text
        measures = self._measures(item, wording)
        lead = (wording.measures_label if measures else "") + self.fill(item.lead)
        if (measures or lead) and wording.measures == "同段":
            self._add(_run_in(sentence(text), level, lead + "".join(measures)))
            measures, lead = [], ""
        elif item.kind is Kind.MATTER:
            self._add(_split_run_in(text, level))
        elif level:
            self._add(doc.Heading(level, text))
        else:
            self._add(_plain(text))
        if measures and (wording.measures == "另段" or len(measures) == 1):
            self._add(_plain(lead + "".join(measures)))
        else:
            self._add(*map(_plain, ([lead] if lead else []) + measures))
        return self._add(*(_plain(self.fill(paragraph)) for paragraph in item.content))

    def _measures(self, item: Item, wording: PartWording) -> list[str]:
        """The measures as sentences, with their ordinals where there are several."""
        texts = [sentence(self.fill(measure)) for measure in item.measures]
        if len(texts) == 1:
            return texts
        sample = wording.measure_ordinal
        return [numerals.ordinal(sample, number) + text for number, text in enumerate(texts, 1)]


def sentence(text: str) -> str:
    """Return *text* with a closing 。 where it has no closing mark."""
    return text if not text or _STOP.search(text) else text + "。"


def _level(kind: Kind, wording: PartWording) -> int:
    """The level of a heading: its ordinal's by 7.3.3, else its kind's."""
    level = numerals.level(wording.ordinals.of(kind))
    return _LEVEL[kind] if level is None else level


def _plain(text: str) -> doc.Paragraph:
    return doc.Paragraph((doc.Run(text),))


def _run_in(head: str, level: int, rest: str) -> doc.Paragraph:
    """A paragraph whose *head*, up to its first 。, is in the face of *level*."""
    first, stop, more = head.partition("。")
    return doc.Paragraph((doc.Run(first + stop, level), doc.Run(more + rest)))


def _split_run_in(text: str, level: int) -> doc.Paragraph:
    first, stop, more = text.partition("。")
    runs = (doc.Run(first + stop, level), doc.Run(more))
    return doc.Paragraph(tuple(run for run in runs if run.text))


@lru_cache(maxsize=4)
def _compiled(outline: str) -> Template:
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,  # the outline prints nothing: blocks are values
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        _refuse_stray_text(environment, outline)
        return environment.from_string(outline)
    except TemplateSyntaxError as error:
        raise TemplateError(
            f"{_OUTLINE} 第{error.lineno}行语法不对（{error.message}），请改正这一行。"
        ) from error


def _refuse_stray_text(environment: SandboxedEnvironment, outline: str) -> None:
    for line, token, text in environment.lex(outline):
        if token == "data" and text.strip():  # noqa: S105  # a lexer's token
            first = line + len(text) - len(text.lstrip("\n"))
            raise TemplateError(
                f"{_OUTLINE} 第{first}行的文字“{text.strip()[:20]}”不在段落里，请写进 paragraph(…)。"
            )


def _line_of(error: BaseException) -> int:
    """The outline's line on which *error* arose: jinja2 puts it in the traceback."""
    traceback: Any = error.__traceback__ or sys.exc_info()[2]
    line = 0
    while traceback:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
