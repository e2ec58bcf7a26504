"""Names in texts: {{ 名 }} looks a fact up, and means nothing else.

A fact is what 发文, 巡察, 数据 and 联系 say, or a number counted from 正文.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from operator import attrgetter

from noticegen import dates, patterns
from noticegen.model.base import Model
from noticegen.model.item import Item
from noticegen.model.kinds import LEDGER, Kind, Status
from noticegen.model.labels import Path, nearest
from noticegen.model.notice import Notice, statuses, worded
from noticegen.model.texts import Texts
from noticegen.problem import Severity

NAME = re.compile(r"\{\{[ \u3000]*([^{}\s]+)[ \u3000]*\}\}")
_kind = attrgetter("kind")
_BRACE_SIGNS = "{}｛｝"
_BRACES = patterns.pattern(r"\{\{|\}\}|｛｛|｝｝|｛\{|\{｛")
_SINGLE_BRACES = patterns.pattern(r"[{｛]\s*([^{}｛｝\s]+)\s*[}｝]")
_ISSUANCE = ("机关", "署名", "自称", "成文日期", "文号")
_INSPECTION = (
    *("类型", "部署", "轮次", "巡察组", "对象", "开始", "结束"),
    *("历时", "反馈日期", "反馈对象", "依据"),
)
_CONTACT = ("引语", "电话", "地址", "邮编", "邮箱")
COUNTED = (
    *("方面数", "类别数", "问题数", "任务数", "措施数"),
    *("完成数", "基本完成数", "推进数", "未完成数", "完成率"),
)
FACT_NAMES = (*_ISSUANCE, *_INSPECTION, "巡察时间", "截至", *_CONTACT, *COUNTED)
"""Every name that is the program's own."""

PATTERN_NAMES: dict[str, tuple[str, ...]] = {
    "问题": ("问题", *LEDGER),
    "任务": ("任务", *LEDGER),
    "事项": ("事项", "存在问题", *LEDGER),
}
"""The labels of an item's own that its pattern may name."""
_PATTERNS = {Kind.FINDING: "finding", Kind.TASK: "task", Kind.MATTER: "matter"}
"""Which field of 写法 is the pattern of each."""
_COUNT_OF_STATUS = {
    "完成数": Status.COMPLETED,
    "基本完成数": Status.SUBSTANTIALLY_COMPLETED,
    "推进数": Status.ONGOING,
    "未完成数": Status.NOT_COMPLETED,
}
_MOST_COMPARED = 50
"""How many unknown names are told what they may be a slip of: one form has few, a heap has all."""
_LONGEST = 1_000_000
"""Characters that names may come to in one form: a long notice has 0.2 million."""

Fault = tuple[Path, str, str, str, Severity]
"""Where, which code, what to say, the words in question, how grave."""


def facts(notice: Notice) -> dict[str, str]:
    """Return what each name stands for; a name whose field is not filled is absent."""
    kept = vars(notice)  # as a cached_property of it would: three stages ask
    if "facts" not in kept:
        kept["facts"] = _facts(notice)
    return dict(kept["facts"])


def _facts(notice: Notice) -> dict[str, str]:
    found = {
        **_filled(notice.issuance, _ISSUANCE),
        **_filled(notice.inspection, _INSPECTION),
        **_filled(notice.figures, ("截至",)),
        **notice.figures.model_extra,
        **(_filled(notice.contact, _CONTACT) if notice.contact else {}),
        **(notice.contact.model_extra if notice.contact else {}),
    }
    found.setdefault("署名", found["机关"])
    if notice.inspection.start and notice.inspection.end:
        found["巡察时间"] = dates.period(notice.inspection.start, notice.inspection.end)
    return found | _counts(notice)


def fill(text: str, known: Mapping[str, str], own: Mapping[str, str] | None = None) -> str:
    """Return *text* with each name replaced by what it stands for.

    *own* are the labels of the item whose pattern *text* is; where the pattern goes on,
    their closing 。 is dropped, and a 问题 that the pattern says itself. Raises KeyError for a name neither has; validation has seen
    to it that there is none.
    """
    own = own or {}

    def value(found: re.Match[str]) -> str:
        name, end = found.group(1), found.end()
        if name not in own or end == len(text):
            return own.get(name) or known[name]
        words = own[name].rstrip("。；")
        return words.removesuffix("问题") if text.startswith("问题", end) else words

    return NAME.sub(value, text)


def faults(said: Texts, values: Mapping[str, object], notice: Notice | None) -> Iterator[Fault]:
    """Yield what is wrong with the names in the texts *said* in the form's plain *values*.

    With the *notice*, a name whose field is not filled is wrong too.
    """
    braced = said.located(said.holding(_BRACE_SIGNS))
    own = (*_extra_labels(values, "数据"), *_extra_labels(values, "联系"))
    everywhere = dict.fromkeys((*FACT_NAMES, *own))
    filled = facts(notice) if notice and braced else None
    unknown = 0
    for path, text in braced:
        known = everywhere | dict.fromkeys(_locals(path))
        for name in dict.fromkeys(NAME.findall(text)):
            if name not in known:
                unknown += 1
                sentence = _unknown(name, known if unknown <= _MOST_COMPARED else ())
                yield path, "model-unknown-name", sentence, name, Severity.ERROR
            elif _is_fact(path):
                sentence = "「发文」「巡察」「数据」「联系」的各项是被引用的，里面不能再写 {{ }}，请直接写内容。"
                yield path, "model-braces", sentence, name, Severity.ERROR
            elif filled is not None and name not in filled and name not in _locals(path):
                sentence = f"这里引用了 {{{{ {name} }}}}，但「{name}」还没有填，请先填上。"
                yield path, "model-unfilled-name", sentence, name, Severity.ERROR
        if stray := _stray_braces(text, known):
            sentence = "引用要写成 {{ 名称 }}，用英文半角的两对花括号，中间只写一个名称。"
            yield path, "model-braces", sentence, stray, Severity.ERROR
    yield from _overlong(braced, filled or {})


def _overlong(braced: Iterable[tuple[Path, str]], filled: Mapping[str, str]) -> Iterator[Fault]:
    """Yield the text with whose names filled in there is more than a notice can have."""
    length = 0
    for path, text in braced:
        length += sum(len(filled.get(name, "")) for name in NAME.findall(text))
        if length > _LONGEST:
            sentence = "引用的内容填进去以后，全文超过一百万字，不像是一份通报，请减少引用或者缩短被引用的内容。"
            yield path, "model-too-long", sentence, "", Severity.ERROR
            return


def _stray_braces(text: str, known: Collection[str]) -> str:
    """Return the first braces of *text* that were meant for a name but make none, or ""."""
    rest = NAME.sub("\0", text)
    if not any(brace in rest for brace in _BRACE_SIGNS):
        return ""
    if found := _BRACES.search(rest) or re.search("[{｛]\0|\0[}｝]", rest):
        return found.group().strip("\0")
    singles = _SINGLE_BRACES.finditer(rest)
    return next((found.group() for found in singles if found.group(1) in known), "")


def unfilled_locals(notice: Notice) -> Iterator[Fault]:
    """Yield the items whose pattern calls on a label of theirs that is not filled."""
    for index, (item, wording) in enumerate(worded(notice)):
        label = item.kind
        if label not in _PATTERNS or item.verbatim is not None:
            continue
        for name in _further_names(label, getattr(wording, _PATTERNS[label]) or ""):
            if item.text_of(name) is None:
                sentence = f"「写法」里的「{label}」用了 {{{{ {name} }}}}，这一项没有填「{name}」，请补上。"
                yield (
                    ("正文", index),
                    "model-unfilled-name",
                    sentence,
                    "",
                    Severity.ERROR,
                )


def overlong_patterns(notice: Notice) -> Iterator[Fault]:
    """Yield the item where what 写法 adds to the items is more than a notice can have."""
    known = facts(notice)
    length = 0
    for index, (item, wording) in enumerate(worded(notice)):
        kind = item.kind
        if item.measures:
            length += len(wording.measures_label)
        if kind in _PATTERNS and (pattern := getattr(wording, _PATTERNS[kind])):
            length += _length_added(item, pattern, known) if item.verbatim is None else 0
        if length > _LONGEST:
            sentence = f"照「写法」写到这一项，添的文字超过一百万字，不像是一份通报，请缩短「写法」里的「{kind}」和「措施引语」。"
            yield ("正文", index), "model-too-long", sentence, "", Severity.ERROR
            return


def _length_added(item: Item, pattern: str, known: Mapping[str, str]) -> int:
    """Return how many characters *pattern* adds to the text that makes *item* what it is."""
    length, called = _added(item.kind, pattern)
    for name, times in called:
        text = item.text_of(name) if name in PATTERN_NAMES[item.kind] else None
        given = known.get(name, "") if text is None else text
        inner = sum(len(known.get(inner, "")) for inner in NAME.findall(given)) if text else 0
        length += (len(given) + inner) * times
    return length


@lru_cache(maxsize=256)
def _added(label: str, pattern: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Return how many characters of *pattern* are its own, and how often it calls on each name.

    The *label* that makes an item what it is, is called on once more than counted here.
    """
    called = Counter(NAME.findall(pattern))
    called[label] -= 1
    return len(NAME.sub("", pattern)), tuple((+called).items())


@lru_cache(maxsize=256)
def _further_names(label: str, pattern: str) -> tuple[str, ...]:
    """The labels of an item's own that its *pattern* calls on, without what makes it one."""
    called = dict.fromkeys(NAME.findall(pattern))
    return tuple(name for name in called if name in PATTERN_NAMES[label] and name != label)


def _filled(part: Model, labels: Iterable[str]) -> dict[str, str]:
    values = part.labelled()
    return {label: _written(values[label]) for label in labels if values[label] is not None}


def _written(value: object) -> str:
    if isinstance(value, tuple) and not isinstance(value, dates.PartialDate):
        return "、".join(value)
    return str(value)


def _counts(notice: Notice) -> dict[str, str]:
    kinds = list(map(_kind, notice.counted_body))
    found = list(statuses(notice.counted_body))
    reached = [status for _, status in found]
    counts = {
        "方面数": kinds.count(Kind.ASPECT),
        "类别数": kinds.count(Kind.CATEGORY),
        "问题数": kinds.count(Kind.FINDING),
        "任务数": kinds.count(Kind.TASK),
        "措施数": sum([len(item.measures) for item, _ in found]),
    }
    counts |= {name: reached.count(wanted) for name, wanted in _COUNT_OF_STATUS.items()}
    written = {name: str(number) for name, number in counts.items()}
    if found:
        written["完成率"] = percentage(counts["完成数"], len(found))
    return written


def percentage(part: int, whole: int) -> str:
    """Return *part* of *whole* in per cent, to one place, rounded half up: 12 of 29 is 41.4%."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}".removesuffix(".0") + "%"


def _extra_labels(values: Mapping[str, object], part: str) -> Iterable[str]:
    below = values.get(part)
    return below if isinstance(below, dict) else ()


def _locals(path: Path) -> tuple[str, ...]:
    """The names of an item's own that the pattern at *path* may use."""
    is_pattern = len(path) > 1 and path[-2] == "写法"
    return PATTERN_NAMES.get(str(path[-1]), ()) if is_pattern else ()


def _is_fact(path: Path) -> bool:
    part, label = path[0], path[1] if len(path) > 1 else ""
    return (
        part in ("巡察", "数据")
        or (part == "联系" and label != "引语")
        or (part == "发文" and label in _ISSUANCE)
    )


def _unknown(name: str, known: Collection[str]) -> str:
    if meant := nearest(name, known):
        return f"没有叫「{name}」的名称，是不是 {{{{ {meant} }}}}？"
    return f"没有叫「{name}」的名称，请在「数据」里加上这一项，或者直接写出内容。"
