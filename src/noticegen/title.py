"""Line breaks of a title: the title in, its lines out (7.3.1 回行).

A title's lines end where words end and make a trapezoid (梯形) or a rhombus (菱形).
Where a title allows no such shape, what is asked of it is relaxed step by step; the
order is that of ``_RELAXATIONS``.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from math import ceil

LONGEST = 20.0  # characters of 22 pt in the 442.2 pt of 版心
_SHORTEST = 5.0
_SHORTEST_SHARE = 0.35  # of the longest line; below it a line looks like a leftover
_MOST_LINES = 4

# Patterns are compiled when a title is broken: most commands only measure widths.

# How well a line may end at a place; a place without a rank takes no break.
_BETWEEN_WORDS, _TIGHT, _IN_ORGAN, _IN_WORD = range(4)

_NUMBER = "[0-9〇零一二三四五六七八九十百两]+"
_COMMITTEE = "(?:中央|[省市县区州盟旗]委|党工委|工委)"
_ORGAN_END = "(?:党组|党委|党工委|工委|(?:工作|总?支部)?委员会|党?总支部?|党?支部)"
_ORGAN = f"中共.+?{_ORGAN_END}(?!党|机关|总?支部|委员|工委)"
_BRACKETED = "“[^”]*”|‘[^’]*’|《[^》]*》|（[^）]*）|〔[^〕]*〕|【[^】]*】"
_COUNTED = "|".join(
    [
        f"{_COMMITTEE}?(?:第{_NUMBER}(?:联合)?巡[察视]组|巡[察视]{_NUMBER}组)",
        f"第?{_NUMBER}届{_COMMITTEE}?",
        f"第{_NUMBER}[轮批次组期号项季个]",
        f"{_NUMBER}年(?:{_NUMBER}月)?(?:{_NUMBER}日)?",
        "[0-9A-Za-z][0-9A-Za-z.%·+-]*",
    ]
)
_WORDS = (  # the longer of two that begin alike first
    "进一步|主要负责人|负责人|领导班子|领导|阶段性|阶段|责任书|责任|选人用人|"
    "意识形态|党风廉政|营商环境|乡村振兴|生态环境|粮食购销|巡察组|巡视组|巡察办|"
    "巡察|巡视|整改|进展|情况|反馈|意见|建议|通报|报告|公告|公示|通告|集中|"
    "落实|专项|联动|机动|交叉|提级|回访|常规|政治|工作|任务|问题|结果|成效|"
    "方案|清单|台账|措施|组织|建设|党建|监督|检查|督导|督查|审计|省委|市委|"
    "县委|区委|州委|中央|党组|党工委|工委|党委|党支部|支部|委员会|领域|系统|"
    "完成|推进|深入|全面|县区|全市|全省|全县|全区|有关|相关|事项|公开|关于"
)
_FIRM = f"{_COUNTED}|{_WORDS}"  # what nothing but the width of 版心 can cut
_WORD = f"{_BRACKETED}|{_ORGAN}|{_COUNTED}|{_WORDS}"
_ISSUER = "【[^】]*】|[^、， ]+[、，]? *"

_OPENS_A_LINE = "(?:关于|[和与及暨对（《“‘〔【])$"  # no line ends so
_CLOSES_A_LINE = "的、，：；。！？）》”’〕】·—… "  # no line begins with one of these
# Words that read as one: a line ends between them only if it must.
_TIGHT_PAIR = (
    "(?:进展|整改|落实|完成|推进|反馈|阶段性|集中|专项|[轮届])的?/"
    "(?:情况|意见|整改|进展|巡[察视]|问题|任务|工作)|的/"
)
# Where an organ's name may be cut: after a place or a house, before its 党组.
_INNER = (
    "省(?!委)|(?<!城)市(?![场政直容委])|县(?!委)|(?<![社地园景校城])区(?![域委])|(?<!城)镇"
    "|乡(?![村镇])|街道|州(?!市)|盟|旗|集团|公司|学院|大学|医院|局|厅"
    f"|(?=(?:直属)?(?:机关)?{_ORGAN_END}$)"
)


def width(text: str) -> float:
    """Return the width of *text* in characters: a half-width one counts for half."""
    return sum(map(character_width, text))


@lru_cache(maxsize=8192)
def character_width(character: str) -> float:
    """Return the width of one *character*: 1, or ½ where it is half-width."""
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


@lru_cache(maxsize=256)
def break_title(title: str) -> tuple[str, ...]:
    """Return the lines of *title*, none wider than 20 characters, as few as look right."""
    if width(title) <= LONGEST:
        return (title,)
    ranks = _ranks(title)
    fewest = ceil(width(title) / LONGEST)
    for rank, shapes in _RELAXATIONS:
        places = sorted(place for place, its in ranks.items() if its <= rank)
        for count in range(fewest, _MOST_LINES + 1):
            divisions = _divisions(title, places, count)
            fair = [lines for lines in divisions if all(is_(_widths(lines)) for is_ in shapes)]
            if fair:
                return _stripped(min(fair, key=partial(_cost, ranks=ranks)))
    return _stripped(_filled(title, sorted(ranks)))


def _ranks(title: str) -> dict[int, int]:
    """Return how well a line may end before each character of *title* that may begin one."""
    ranks = dict.fromkeys(range(1, len(title)), _IN_WORD)
    words = _words(title)
    ends = list(accumulate(len(word) for word in words))
    for word, end in zip(words, ends, strict=True):
        rank = _TIGHT if width(word) > LONGEST else _IN_ORGAN
        if re.search(f"{_ORGAN_END}$", word) or end == ends[0]:
            inner = {end - len(word) + match.end() for match in re.finditer(_INNER, word)}
            ranks |= dict.fromkeys(inner, rank)
    for (word, following), end in zip(pairwise(words), ends, strict=False):
        ranks[end] = _TIGHT if re.search(_TIGHT_PAIR, f"{word}/{following}") else _BETWEEN_WORDS
    whole = {place for match in re.finditer(_FIRM, title) for place in range(*match.span())[1:]}
    return {
        place: rank
        for place, rank in ranks.items()
        if 0 < place < len(title)
        and not (place in whole and rank == _IN_WORD)
        and title[place] not in _CLOSES_A_LINE
        and not re.search(_OPENS_A_LINE, title[:place])
    }


def _words(title: str) -> list[str]:
    """Cut *title* into words; what stands before 关于 is the issuer, one word an organ."""
    issuer, about, rest = title.partition("关于")
    if not about:
        issuer, rest = "", title
    words = re.findall(_ISSUER, issuer)
    end = 0
    for match in re.finditer(_WORD, about + rest):
        if match.start() > end:
            words.append((about + rest)[end : match.start()])
        words.append(match[0])
        end = match.end()
    tail = (about + rest)[end:]
    return [*words, tail] if tail else words


def _divisions(
    title: str, places: Sequence[int], count: int, start: int = 0
) -> Iterator[tuple[str, ...]]:
    """Yield every way to cut *title* from *start* at *places* into *count* lines that fit."""
    if width(title[start:]) > count * LONGEST:
        return
    if count == 1:
        yield (title[start:],)
        return
    for place in places:
        line = title[start:place]
        if width(line) > LONGEST:
            return
        if line:
            for others in _divisions(title, places, count - 1, place):
                yield (line, *others)


def _stripped(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines)


def _widths(lines: Sequence[str]) -> list[float]:
    return [width(line.strip()) for line in lines]


def _cost(lines: Sequence[str], ranks: Mapping[int, int]) -> float:
    """Weigh lines of a fair shape: best begins one with 关于, ends words, parts organs, is even."""
    ends = list(accumulate(len(line) for line in lines))[:-1]
    widths = _widths(lines)
    has_about = any(line.startswith("关于") for line in lines[1:])
    parted = sum(line.endswith(" ") for line in lines[:-1])  # between organs issuing jointly
    words = sum(ranks[end] for end in ends)
    return 3 * (not has_about) + words - parted - 2 * min(widths) / max(widths)


def _is_strict(widths: Sequence[float]) -> bool:
    """Tell whether no two neighbours are equal and there is no waist: 梯形 or 菱形."""
    return _has_no_waist(widths) and all(a != b for a, b in pairwise(widths))


def _is_uneven(widths: Sequence[float]) -> bool:
    """Tell whether there is no waist and not all the lines are equal."""
    return _has_no_waist(widths) and len(set(widths)) > 1


def _has_no_waist(widths: Sequence[float]) -> bool:
    steps = [b > a for a, b in pairwise(widths) if a != b]
    return steps == sorted(steps, reverse=True)


def _is_proportioned(widths: Sequence[float]) -> bool:
    return min(widths) >= max(_SHORTEST, _SHORTEST_SHARE * max(widths))


# What is asked of a title's lines, the most first: how poor a place they may end at, and
# their shape. A name is cut only when no shape at all is to be had without.
_RELAXATIONS: tuple[tuple[int, tuple[Callable[[Sequence[float]], bool], ...]], ...] = (
    (_TIGHT, (_is_strict, _is_proportioned)),
    (_TIGHT, (_is_uneven, _is_proportioned)),
    (_TIGHT, (_has_no_waist, _is_proportioned)),
    (_TIGHT, (_has_no_waist,)),
    (_TIGHT, ()),
    (_IN_ORGAN, (_is_strict, _is_proportioned)),
    (_IN_ORGAN, ()),
    (_IN_WORD, (_is_strict, _is_proportioned)),
    (_IN_WORD, ()),
)


def _filled(title: str, places: Sequence[int]) -> list[str]:
    """Return a title too long for four lines in as many full ones as it takes."""
    lines, start = [], 0
    while start < len(title):
        fitting = [end for end in range(start + 1, len(title) + 1) if _fits(title[start:end])]
        ends = [end for end in fitting if end in places or end == len(title)]
        end = (ends or fitting)[-1]
        lines.append(title[start:end])
        start = end
    return lines


def _fits(line: str) -> bool:
    return width(line) <= LONGEST
