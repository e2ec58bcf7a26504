"""A finished notice's paragraphs to the subject that rules judge.

Only what the words make certain is read out of them; the rest stays unknown, and the
rules that need it say nothing.
"""

from collections import Counter
from collections.abc import Sequence

from noticegen import dates, punctuation
from noticegen.dates import PartialDate
from noticegen.patterns import pattern
from noticegen.rules.subject import Listed, Passage, Role, Subject

_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_SIGNED = pattern(_DAY)
_TITLES = ("通报", "报告", "情况")
_CONTACT = pattern(r"联系(?:电话|方式)|电子邮箱|邮政编码|通信地址|邮寄地址|监督电话")
_PART = pattern("[一二三四五六七八九十]{1,3}、")
_ASPECT = pattern("（[一二三四五六七八九十]{1,3}）")
_CATEGORY = pattern(r"\d{1,2}[.．]\s*(?!\d)")
_FINDING = pattern(r"（(\d{1,3})）")
_RUN_IN = pattern("[。：]")
_MEASURE = pattern(r"(?:^|(?<=[。；：]))[一二三四五六七八九十]{1,2}是")
_PERIOD = pattern(rf"({_DAY}|\d{{4}}年\d{{1,2}}月)至((?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日)?)")
_FEEDBACK = pattern(rf"于({_DAY})[^，。；]{{0,20}}反馈")
_FEW = 3


def subject_from(paragraphs: Sequence[tuple[int, str]]) -> Subject:
    """Return what rules judge of a finished text, *paragraphs* being numbered from 1."""
    texts = [(number, punctuation.normalize(text)) for number, text in paragraphs]
    title = _title(texts)
    signed = _signature(texts)
    passages = tuple(
        passage._replace(raw=raw)
        for passage, (_, raw) in zip(_passages(texts, title, signed), paragraphs, strict=True)
    )
    preamble = next((text for text in passages if text.role is Role.PREAMBLE), None)
    start, end = _period(preamble.text if preamble else "")
    told = _FEEDBACK.search(preamble.text) if preamble else None
    issuer = texts[signed - 1][1] if signed > 0 else ""
    return Subject(
        passages=passages,
        listed=_listed(passages),
        title=passages[title].text if title >= 0 else "",
        issuers=(issuer,) if issuer else (),
        signature=(issuer,) if issuer else (),
        genre=_genre(passages[title].text if title >= 0 else ""),
        date_of_issue=_date(texts[signed][1]) if signed >= 0 else None,
        start=start,
        end=end,
        feedback_date=_date(told.group(1)) if told else None,
    )


def _title(texts: Sequence[tuple[int, str]]) -> int:
    """The index of the title among the first paragraphs; -1 for none."""
    return next((at for at, (_, text) in enumerate(texts[:_FEW]) if _is_title(text)), -1)


def _is_title(text: str) -> bool:
    return text.endswith(_TITLES) and "关于" in text[:-2]


def _signature(texts: Sequence[tuple[int, str]]) -> int:
    """The index of the date that closes the text, an organ above it; -1 for none."""
    last = range(len(texts) - 1, max(len(texts) - 2 * _FEW, 0), -1)
    return next((at for at in last if _SIGNED.fullmatch(texts[at][1])), -1)


def _passages(texts: Sequence[tuple[int, str]], title: int, signed: int) -> list[Passage]:
    passages = []
    item, seen_heading = -1, False
    for at, (number, text) in enumerate(texts):
        if at == title:
            role = Role.TITLE
        elif signed >= 0 and at >= signed - 1:
            role = Role.SIGNATURE
        else:
            role = _role(text)
            seen_heading = seen_heading or role is Role.HEADING
            if role is Role.PARAGRAPH and not seen_heading:
                role = Role.PREAMBLE
        if role in (Role.HEADING, Role.FINDING, Role.CONTACT) or item < 0:
            item = number
        passages.append(Passage(text, (number,), role, item))
    return passages


def _role(text: str) -> Role:
    if _CONTACT.search(text):
        return Role.CONTACT
    if _FINDING.match(text):
        return Role.FINDING
    if any(form.match(text) for form in (_PART, _ASPECT, _CATEGORY)):
        return Role.HEADING
    return Role.MEASURE if _MEASURE.search(text) else Role.PARAGRAPH


def _listed(passages: Sequence[Passage]) -> Listed:
    """The counts, where findings are numbered （1） to （n） through the text without a gap."""
    findings = [passage for passage in passages if passage.role is Role.FINDING]
    numbers = [int(_FINDING.match(passage.text).group(1)) for passage in findings]  # type: ignore[union-attr]  # a finding matches
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        return Listed()
    measures: Counter[int] = Counter()
    for passage in passages:
        measures[passage.item] += len(_MEASURE.findall(passage.text))
    counts = [max(1, measures[finding.item]) for finding in findings]
    return Listed(findings=len(findings), measures=sum(counts))


def _period(text: str) -> tuple[PartialDate | None, PartialDate | None]:
    found = _PERIOD.search(text)
    if not found:
        return None, None
    start = _date(found.group(1))
    end = found.group(2) if "年" in found.group(2) else found.group(1)[:5] + found.group(2)
    return start, _date(end)


def _date(text: str) -> PartialDate | None:
    try:
        return dates.parse(text)
    except ValueError:
        return None


def _genre(title: str) -> str:
    genres = [genre for genre in ("巡察", "巡视") if genre in title]
    return genres[0] if len(genres) == 1 else ""
