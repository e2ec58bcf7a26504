"""Block constructors: what the outline asks for in, the blocks of a Document out.

They number, join and fill in names. The outline (outline.py) calls them and so decides order
and wording. Nothing here knows what a page looks like.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from noticegen import document as doc
from noticegen import numerals
from noticegen.model import names
from noticegen.model.item import Item
from noticegen.model.kinds import HEADINGS, Kind
from noticegen.model.notice import Notice
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
_ALONE = {kind: f"{{{{ {kind} }}}}" for kind in (Kind.FINDING, Kind.TASK)}
_STOPS = "。！？；：，、…—"
_RUNNING_IN = tuple("。！？：；")
_CLOSING = "”’》）"


class _Run(NamedTuple):
    """A run of ordinals: their form, the rank of what they number, whether it never restarts."""

    sample: str
    rank: int
    continuous: bool


class Composer:
    """Collects the *blocks* that an outline makes of one notice, and counts as it goes.

    *facts* are what a name such as 机关 or 问题数 stands for; one not filled is absent.
    """

    def __init__(self, notice: Notice, seals: tuple[doc.Seal, ...]) -> None:
        self._notice = notice
        self._seals = seals
        self.facts = names.facts(notice)
        self.blocks: list[doc.Block] = []
        self._numbers: dict[_Run, int] = {}
        self._continuous = frozenset(notice.wording.continuous)
        self._wording: PartWording | None = None
        self._levels: dict[Kind, tuple[_Run, int]] = {}

    def document(self) -> doc.Document:
        """Return what has been composed."""
        issuance = self._notice.issuance
        titles = [block.text for block in self.blocks if isinstance(block, doc.Title)]
        title = titles[0] if titles else ""
        return doc.Document(
            title=title,
            issuer="、".join(issuance.signature or issuance.issuers),
            date=issuance.date_of_issue.iso,
            blocks=tuple(self.blocks),
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
        return names.fill(text, self.facts) if "{" in text else text

    def title(self, text: str, lines: Iterable[str] | None = None) -> None:
        """标题, broken into *lines* where they are given."""
        given = tuple(self.fill(line) for line in lines or ())
        self.blocks.append(doc.Title(self.fill(text), given))

    def recipients(self, text: str) -> None:
        """主送机关; the closing colon is added where it is missing (7.3.2)."""
        self.blocks.append(doc.Recipients(self.fill(text).rstrip("：。，") + "："))

    def paragraph(self, text: str) -> None:
        """A paragraph of the body."""
        self.blocks.append(doc.Paragraph((doc.Run(self.fill(text)),)))

    def heading(self, item: Item, wording: PartWording) -> None:
        """部分, 单位, 方面, 类别 or 要点, numbered, with its 内容.

        A heading that ends in a stop runs into the first paragraph; any other stands on a
        line of its own.
        """
        text, level = self._numbered(item.kind, wording, self.fill(item.heading))
        content = [self.fill(paragraph) for paragraph in item.content]
        if content and text.rstrip(_CLOSING).endswith(_RUNNING_IN):
            self.blocks.append(_run_in(text, level, content.pop(0)))
        else:
            self.blocks.append(_on_its_own(text, level))
        self.blocks += map(_plain, content)

    def finding(self, item: Item, wording: PartWording) -> None:
        """问题 or 任务: its line by the pattern (or 原文), its measures, its 内容."""
        pattern = wording.finding if item.finding else wording.task
        if item.verbatim:
            text = self.fill(item.verbatim)
        elif pattern == _ALONE[item.kind]:  # as most offices leave it: nothing to look up
            text = self.fill(item.heading)
        else:
            text = self._patterned(item, pattern)
        self._add_with_measures(item, wording, text, _on_its_own)

    def matter(self, item: Item, wording: PartWording, pattern: str) -> None:
        """事项: its line by *pattern*, what remains, its measures."""
        text = self._patterned(item, pattern)
        self._add_with_measures(item, wording, text, _split_run_in)

    def attachment_note(self, titles: Iterable[str]) -> None:
        """附件说明: the names of the attachments."""
        self.blocks.append(doc.AttachmentNote(tuple(title.rstrip("。；，") for title in titles)))

    def signature(self, organs: Iterable[str], date: str) -> None:
        """署名 and 成文日期."""
        self.blocks.append(doc.Signature(tuple(organs), date, self._seals))

    def annotation(self, text: str) -> None:
        """附注, in round brackets (7.3.6)."""
        self.blocks.append(doc.Annotation(f"（{self.fill(text).strip('（）')}）"))

    def attachment(
        self,
        label: str,
        title: str,
        content: Iterable[str],
        table: tuple[tuple[str, ...], ...] | None,
    ) -> None:
        """附件: its label, its title, its paragraphs, its table (header row first)."""
        blocks: list[doc.Heading | doc.Paragraph | doc.Table] = [
            _plain(self.fill(paragraph)) for paragraph in content
        ]
        if table:
            blocks.append(doc.Table(table[0], table[1:]))
        self.blocks.append(doc.Attachment(label, title.rstrip("。；，"), tuple(blocks)))

    def _patterned(self, item: Item, pattern: str) -> str:
        """Return *pattern* filled in, the item's own labels before the facts."""
        own = {}
        for name in names.NAME.findall(pattern):
            if name in names.PATTERN_NAMES[item.kind] and (text := item.text_of(name)) is not None:
                own[name] = self.fill(text)
        return names.fill(pattern, self.facts, own)

    def _numbered(self, kind: Kind, wording: PartWording, text: str) -> tuple[str, int]:
        """Return *text* after the next ordinal of *kind*, and the level of a heading so numbered.

        Kinds of one rank and one form share their count; a heading ends the runs of all
        that is lower, save the continuous ones.
        """
        if wording is not self._wording:
            self._wording, self._levels = wording, {}
        if kind not in self._levels:
            self._levels[kind] = self._level(kind, wording.ordinals.of(kind))
        run, level = self._levels[kind]
        number = self._numbers.get(run, 0) + 1
        if run.rank < _LEAF_RANK:
            self._numbers = {
                other: count
                for other, count in self._numbers.items()
                if other.rank <= run.rank or other.continuous
            }
        self._numbers[run] = number
        return numerals.ordinal(run.sample, number) + text, level

    def _level(self, kind: Kind, sample: str) -> tuple[_Run, int]:
        """Return the run of ordinals of *kind*, and its level: 7.3.3 gives it, else its kind."""
        run = _Run(sample, _RANK.get(kind, _LEAF_RANK), kind in self._continuous)
        level = numerals.level(sample)
        return run, _LEVEL[kind] if level is None else level

    def _add_with_measures(
        self,
        item: Item,
        wording: PartWording,
        text: str,
        line: Callable[[str, int], doc.Heading | doc.Paragraph],
    ) -> None:
        """Add *text*, numbered, by *line* where the measures do not run into it, and them."""
        text, level = self._numbered(item.kind, wording, text)
        measures = self._measures(item, wording)
        lead = (wording.measures_label if measures else "") + self.fill(item.lead)
        if (measures or lead) and wording.measures == "同段":
            self.blocks.append(_run_in(sentence(text), level, lead + "".join(measures)))
            measures, lead = [], ""
        else:
            self.blocks.append(line(text, level))
        if measures and (wording.measures == "另段" or len(measures) == 1):
            self.blocks.append(_plain(lead + "".join(measures)))
        else:
            self.blocks += map(_plain, ([lead] if lead else []) + measures)
        self.blocks += (_plain(self.fill(paragraph)) for paragraph in item.content)

    def _measures(self, item: Item, wording: PartWording) -> list[str]:
        """The measures as sentences, with their ordinals where there are several."""
        texts = [sentence(self.fill(measure)) for measure in item.measures]
        if len(texts) == 1:
            return texts
        sample = wording.measure_ordinal
        return [numerals.ordinal(sample, number) + text for number, text in enumerate(texts, 1)]


def sentence(text: str) -> str:
    """Return *text* with a closing 。 where it has no closing mark."""
    if text[-1:] in _STOPS:  # an empty text too
        return text
    return text if text.rstrip(_CLOSING).endswith(tuple(_STOPS)) else text + "。"


def _plain(text: str) -> doc.Paragraph:
    return doc.Paragraph((doc.Run(text),))


def _on_its_own(text: str, level: int) -> doc.Heading | doc.Paragraph:
    """A line of its own, a heading where it has a level."""
    return doc.Heading(level, text) if level else _plain(text)


def _run_in(head: str, level: int, rest: str) -> doc.Paragraph:
    """A paragraph whose *head*, up to its first 。, is in the face of *level*."""
    first, stop, more = head.partition("。")
    return doc.Paragraph((doc.Run(first + stop, level), doc.Run(more + rest)))


def _split_run_in(text: str, level: int) -> doc.Paragraph:
    first, stop, more = text.partition("。")
    runs = (doc.Run(first + stop, level), doc.Run(more))
    return doc.Paragraph(tuple(run for run in runs if run.text))
