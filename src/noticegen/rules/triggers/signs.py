"""Which signs and words must be printed for a rule to find anything."""

from noticegen.patterns import pattern
from noticegen.rules import pairs, runs
from noticegen.rules.reading import REACH
from noticegen.rules.subject import Role, Subject, shared

_TEAM = pattern("巡[察视](?:组|第?[一二三四五六七八九十])")
_ORDINAL = pattern(r"（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）[、，。．.]")
_MOBILE = pattern(r"1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})")
_LONGER = pattern(r"\d(?:[ -]?\d){13}")
_STRIDE = 7  # half of the signs that so long a number has at least
_IN_STRIDES = pattern(r"[\d -]{2,}")
_VERBS = (
    *("突破", "推动", "促进", "提升", "提高", "增强", "解决", "开展", "落实", "完成", "推进"),
    *("保障", "改善", "加强", "维护", "遏制", "纠正", "查处", "整治", "发挥", "激发"),
)
OF_DEED = tuple(f"的{verb}了" for verb in _VERBS)
"""的 before a verb with 了."""
YEAR_AT_PLACE = tuple(f"{digit}{place}" for digit in range(10) for place in "省市县区镇乡州局")
"""The end of a year before the word for a place: 2020市."""
ABOUT_NUMBER = tuple(f"{about}{digit}" for about in "约近概" for digit in range(10))
"""How a number goes on that 约, 将近 or 大概 makes vague."""
SHORT_NAME = (*("（以下简称", "（以下统称", "（以下称", "（下简称", "（下统称", "（下称"),)
"""How what a short name stands for goes on."""
_NUMERAL_AMID = pattern(r"一(?<=\d一)(?=\d)")
_BOUNDS = ("超过", "高于", "多于", "至少", "不少于", "不低于", "低于", "少于", "至多")
_BOUNDED = ("以上", "以下", "以内")
KEPT_WITHIN = (
    *(f"内部{what}" for what in ("资料", "文件", "材料", "刊物", "参阅", "传阅")),
    *("注意保存", "注意保密", "妥善保管"),
    *(f"仅供{whom}{how}" for whom in ("内部", "领导") for how in ("参阅", "使用", "参考", "传阅")),
    *(
        f"{no}{how}"
        for no in ("不得", "严禁", "请勿", "禁止")
        for how in ("外传", "公开", "翻印", "复印", "转发")
    ),
    *(f"{when}后{what}" for when in "会阅用" for what in ("收回", "退回", "即焚", "销毁")),
)
NOT_PUBLIC = ("不予公开", "不公开", "依申请公开", "内部掌握")
"""The marks that keep a document within the office; 此件 may lead the latter."""
_STOPS = "，。；、：“”《》"
_CLOSING = "）)]］】"
_PAUSED = pattern(r"、(?<=\d、)")
_BEYOND = "—·〇"  # where Python's gb2312 and the standard differ, and a numeral
_NUMBER_BEFORE = 6


def names_team(subject: Subject) -> bool:
    """Tell whether a numbered team is named."""
    return bool(_TEAM.search(subject.text))


def breaks_runs(subject: Subject) -> bool:
    """Tell whether a run of ordinals has a gap, or ends with its first."""
    return bool(runs.walked(subject))


def has_mobile(subject: Subject) -> bool:
    """Tell whether a number may be a mobile's."""
    return bool(_MOBILE.search(subject.text))


@shared
def has_longer_number(subject: Subject) -> bool:
    """Tell whether a number is nearly as long as a resident's or a bank card's."""
    text = subject.text
    # Of every seventh sign two neighbours are the number's own: it lies around them.
    for found in _IN_STRIDES.finditer(text[::_STRIDE]):
        start, end = (_STRIDE * place for place in found.span())
        if _LONGER.search(text, max(start - _STRIDE, 0), end + 2 * _STRIDE):
            return True
    return False


def has_odd_ellipsis(subject: Subject) -> bool:
    """Tell whether an ellipsis is not of two signs."""
    text = subject.text
    return "…" in text and ("………" in text or "…" in text.replace("……", ""))


def has_marks_amiss(subject: Subject) -> bool:
    """Tell whether a mark lacks its mate or stands within its like."""
    return bool(pairs.amiss(subject))


def stops_ordinal(subject: Subject) -> bool:
    """Tell whether a mark follows an ordinal in brackets."""
    return bool(_ORDINAL.search(subject.text))


def has_numeral_amid_digits(subject: Subject) -> bool:
    """Tell whether 一 stands between digits."""
    return bool(_NUMERAL_AMID.search(subject.text))


def names_other_genre(subject: Subject) -> bool:
    """Tell whether a 巡察 notice speaks of 巡视, or the other way round."""
    other = {"巡察": "巡视", "巡视": "巡察"}.get(subject.genre)
    return other is not None and other in subject.text


def is_bounded_twice(subject: Subject) -> bool:
    """Tell whether a clause has a number between two words that bound it: 超过50人以上."""
    text = subject.text
    for bounded in _BOUNDED:
        place = text.find(bounded)
        while place >= 0:
            if any(map(str.isdecimal, text[max(place - _NUMBER_BEFORE, 0) : place])):
                start = subject.starts[subject.number_at(place)]
                start = max(start, place - REACH)
                begins = [text.rfind(stop, start, place) + 1 for stop in _STOPS]
                clause = text[max(start, *begins) : place]
                if any(bound in clause for bound in _BOUNDS):
                    return True
            place = text.find(bounded, place + 1)
    return False


def begins_omitted(subject: Subject) -> bool:
    """Tell whether the first passage begins with an ellipsis."""
    return subject.text.startswith("……")


def has_address_apart(subject: Subject) -> bool:
    """Tell whether an address of mail may stand apart from the contact."""
    return any(passage.role is not Role.CONTACT for passage in subject.holding("@"))


def has_numbered_bracket(subject: Subject) -> bool:
    """Tell whether a bracket is closed before a number with 号."""
    text = subject.text
    place = text.find("号")
    while place >= 0:
        if any(sign in _CLOSING for sign in text[max(place - _NUMBER_BEFORE, 0) : place]):
            return True
        place = text.find("号", place + 1)
    return False


def begins_paused(subject: Subject) -> bool:
    """Tell whether a passage begins as 1、 does."""
    return bool(_PAUSED.search(subject.text))


def has_rare_characters(subject: Subject) -> bool:
    """Tell whether a character beyond GB 2312 is printed, the usual signs apart."""
    text = "".join((subject.text, *subject.issuers))
    replaced = text.encode("gb2312", "replace").count(b"?")
    return replaced > 0 and replaced > sum(map(text.count, f"?{_BEYOND}"))
