"""The opening paragraph to the facts it states, and to 写法.引言 where its wording is its own."""

import re
from collections.abc import Sequence

from noticegen import dates
from noticegen.importers import trial
from noticegen.importers.draft import Values, one_or_list
from noticegen.importers.lines import Line
from noticegen.importers.ordinals import mark

_DAY = r"\d{4}年\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|初|中|底)?"
_END = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|初|中|底)?"
_PERIOD = re.compile(rf"({_DAY})(?:至|到|—|－|-|~)({_END})")
_SINCE = re.compile(rf"({_DAY})起")
_TOLD = re.compile(rf"({_DAY})[^。；]{{0,50}}?反馈")
_DISPATCH = re.compile(
    "(?:根据|按照)([^，。]{1,30}?)(?:巡[察视])?(?:工作)?的?(?:统一)?(?:部署|安排)，"
)
_ROUND = re.compile("(?:[一二三四五六七八九十]+届)?[^，。届]{0,4}第?[一二三四五六七八九十0-9]+轮")
_COMMITTEE = re.compile("(?:中央|[^，。届轮]{0,6}?[省市县区州旗盟]委|党工委|工委)")
_TEAM = re.compile(
    "(?:^|[，。])(?P<team>[^，。；]{2,40}?组)(?:于[^，。对]{4,40})?对(?P<body>[^，。；]{1,80}?)"
    "(?:（以下简称[^）]*）)?(?:集中)?(?:开展了?|进行了?)"
)
_LASTING = re.compile("为期([^，。的]{1,10})的")
_TO = re.compile("向([^，。反]{1,16})反馈")
_BASIS = re.compile("(?:^|[。，])(?:按照|根据)((?:(?!，(?:按照|根据))[^。]){2,160}?)，现将")
_CLOSES = re.compile("现将|予以公布|予以公开|通报如下|报告如下|公布如下|向社会公开")
_STATES = re.compile("反馈|统一部署|统一安排|开展了?|进行了")
_ONCE = ("部署", "轮次", "反馈对象")  # short words: their first place only


def opening(body: Sequence[Line]) -> list[Line]:
    """Return the lines at the head of *body* that tell of the inspection."""
    found: list[Line] = []
    for line in body[:2]:
        is_text = mark(line.text) is None and not line.level and len(line.text) > 20  # noqa: PLR2004  # a heading is shorter
        is_about = "巡察" in line.text or "巡视" in line.text
        is_about = is_about and (bool(found) or _STATES.search(line.text) is not None)
        if not is_text or not (is_about or (found and _CLOSES.search(line.text))):
            break
        found.append(line)
        if _CLOSES.search(line.text):
            break
    if len(found) > 1 and not _CLOSES.search(found[-1].text):
        del found[1:]
    return found


def facts(lines: Sequence[Line], known: Values) -> tuple[Values, Values]:
    """Return 巡察 and 写法 of the opening *lines*; *known* is 发文.

    引言 is there only where the usual wording is not what the lines have.
    """
    if not lines:
        return {}, {}
    texts = [line.text for line in lines]
    found = _found("".join(texts))
    for given in (found, {**found, "依据": ""}):
        values: Values = {label: text for label, text in given.items() if text}
        if trial.paragraphs({"发文": known, "巡察": values})[:-1] == texts:
            return values, {}
    values = {label: text for label, text in found.items() if text}
    named = [_named(text, found) for text in texts]
    for preamble in (named, texts):
        wording: Values = {"引言": one_or_list(preamble)}
        if trial.paragraphs({"发文": known, "巡察": values, "写法": wording})[:-1] == texts:
            return values, wording
    return {}, {}


def _found(text: str) -> dict[str, str]:
    """Return what the opening *text* tells, by the labels of 巡察."""
    team = _TEAM.search(text)
    dispatch = _DISPATCH.search(text)
    said = dispatch.group(1) if dispatch else ""
    turn = _ROUND.search(said or text)
    committee = _COMMITTEE.search(said)
    is_plain = committee is not None and committee.group() == said
    start, end, rest = _dates(text)
    told = _TOLD.search(text, rest)
    lasting, to, basis = _LASTING.search(text), _TO.search(text), _BASIS.search(text)
    return {
        "类型": "巡视" if team and "巡视" in team.group("team") else "",
        "部署": committee.group() if committee else "",
        "轮次": "" if is_plain or not turn else turn.group().strip("在"),
        "巡察组": team.group("team") if team else "",
        "对象": team.group("body") if team else "",
        "开始": start,
        "结束": end,
        "历时": lasting.group(1) if lasting else "",
        "反馈日期": _day(told.group(1)) if told else "",
        "反馈对象": to.group(1) if to else "",
        "依据": basis.group(1) if basis else "",
    }


def _dates(text: str) -> tuple[str, str, int]:
    """Return start and end of the inspection, and where the text goes on."""
    period = _PERIOD.search(text)
    if period:
        start, end = period.groups()
        return _day(start), _day(end if "年" in end else start[:5] + end), period.end()
    since = _SINCE.search(text)
    return (_day(since.group(1)), "", since.end()) if since else ("", "", 0)


def _day(text: str) -> str:
    try:
        return str(dates.parse(text))
    except ValueError:
        return ""


def _named(text: str, found: dict[str, str]) -> str:
    """Return *text* with the facts it states as names."""
    words = {label: word for label, word in found.items() if word and label != "类型"}
    if found["开始"] and found["结束"]:
        span = dates.period(dates.parse(found["开始"]), dates.parse(found["结束"]))
        words["巡察时间"] = span
    names: dict[str, str] = {}
    for label, word in words.items():
        names.setdefault(word, label)
    told: set[str] = set()

    def name(place: re.Match[str]) -> str:
        label = names[place.group()]
        if label in _ONCE and label in told:
            return place.group()
        told.add(label)
        return f"{{{{ {label} }}}}"

    longest = sorted(names, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest)), name, text) if longest else text
