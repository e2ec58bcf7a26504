"""What speaks of things to come: the parts of a notice that do, the words that tell."""

import re
from functools import lru_cache

from noticegen.patterns import pattern
from noticegen.rules.calendar import Told
from noticegen.rules.reading import REACH
from noticegen.rules.subject import Role, Subject

_PART = pattern("[一二三四五六七八九十]{1,3}、")
_COMING = pattern("下一步|下步|今后|进一步整改|工作打算|努力方向|工作计划|后续")
_FROM_HERE_ON = pattern("下一步|下步|今后|接下来|后续|打算|计划|规划")
_AHEAD = pattern(
    "将|计划|规划|拟|力争|争取|预计|预期|目标|确保|届时|届满|期满|到期|期限|时限|时间表|有效|任期|租|"
    "合同|约定|协议|要求|明确|安排|预算|责成|承诺|继续|申请|申报|定于|定在|直至|预定|推迟|延期|延长|延至|"
    "限定|截止|为期|续签|倒排|分步|有望|可望|年限|路线图|节点|如|若|防止|避免"
)
_SPAN = pattern(
    "以?前|之前|起|至|到|为?止|期间|届满|到期|以后|之后|后|[—～~-]|底|末|年底|的|实现|投|交付|竣工|(?:正式)?(?:施行|实施|生效|执行)"
)
_INTO = pattern("[至到自从—～~-]$|截[至止]$")
_TOLD = (
    "召开|印发|出台|举办|举行|组织|开展|学习|传达|约谈|成立|修订|下发|发布|签订|审议|通过|批复|赴|邀请|"
    "制定|制订|报送|上报|提交|清退|退还|上缴|通报|查处|处理|给予|诫勉|谈话|走访|调研|检查|自查|督查|审计|培训"
)
_NARRATED = pattern(
    rf"(?:[上下]午|晚上?)?，?[^，。；：、的]{{0,12}}?(?:已|(?:{_TOLD})(?!的|办法|方案|计划|制度))"
)
_DONE = pattern("[^，。；：]了(?!解)|已")
_UP_TO = ("截至", "截止", "截至到", "截止到")
_COUNTED = pattern("已|累计|共|完成了|尚有|仍有|剩余")
_HOPED = pattern("将|力争|预计|拟|计划|确保|争取|目标|实现|要|需|应|到期|届满")
_STOPS = "。；！？"


def coming_items(subject: Subject) -> frozenset[int]:
    """Return the items in the parts on what is still to be done: 下一步, 需要进一步整改."""
    items = set()
    coming = False
    heading, matter = Role.HEADING, Role.MATTER  # asked for once: an Enum takes its time
    for passage in subject.passages:
        if passage.role is heading and (passage.place[-1] == "部分" or _PART.match(passage.text)):
            coming = bool(_COMING.search(passage.text))
        if coming or passage.role is matter:
            items.add(passage.item)
    return frozenset(items)


def sentence(text: str, place: int) -> tuple[int, int]:
    """Return start and end of the sentence of *text* around *place*."""
    first, last = max(place - REACH, 0), min(place + REACH, len(text))
    starts = [text.rfind(stop, first, place) + 1 for stop in _STOPS]
    ends = [end for stop in _STOPS if (end := text.find(stop, place, last)) >= 0]
    return max(first, *starts), min(ends, default=last)


def is_planned(text: str, one: Told) -> bool:
    """Tell whether *text* gives the date as an aim, a term or an end, not as an event."""
    start, end = sentence(text, one.start)
    before = text[start : one.start]
    return bool(
        _plans_from(text) <= one.start
        or _AHEAD.search(before)
        or _INTO.search(before[-2:])
        or _SPAN.match(text, one.end)
        or re.search("将|拟|计划|预计", text[one.end : end])
    )


@lru_cache(maxsize=1)  # the dates of a text are asked one after the other
def _plans_from(text: str) -> int:
    """Where what *text* says first of things to come has been said; behind it all for nowhere."""
    found = _FROM_HERE_ON.search(text)
    return found.end() if found else len(text) + 1


def is_tally(text: str, one: Told) -> bool:
    """Tell whether *text* counts up to the date what has been done: 截至…，已完成…."""
    _, end = sentence(text, one.start)
    since = text[one.end : end]
    return bool(
        text.endswith(_UP_TO, 0, one.start) and _COUNTED.search(since) and not _HOPED.search(since)
    )


def is_narrated(text: str, one: Told) -> bool:
    """Tell whether *text* tells as done what it dates: 已于…印发, …召开会议."""
    start, end = sentence(text, one.start)
    if text.endswith("于", 0, one.start) and "已" in text[start : one.start]:
        return True
    found = _NARRATED.match(text, one.end, end)
    return bool(found and (one.day or _DONE.search(text, one.end, end)))
