"""Every rule there is, by its code, and what a notice must have for it to be asked at all.

A rule's module is imported once a notice has one of the words or passes one of the tests
beside its code; a notice that has no percentage never loads the rules on percentages.
"""

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from importlib import import_module
from typing import cast

from noticegen.problem import Severity
from noticegen.rules import Rule, doubled, wordlist
from noticegen.rules.subject import Fault, Subject, shared
from noticegen.rules.triggers import counts, dates, given, repeats, signs
from noticegen.rules.vocabulary import Vocabulary

Test = Callable[[Subject], bool]


def _always(_: Subject) -> bool:
    return True


class Shipped:
    """A rule that ships: what its module says, and what tells that it need not be asked.

    It is asked where *only* holds and one of *words* is printed or one of *tests* holds;
    without words and tests where *only* holds.
    """

    def __init__(self, code: str, *needs: str | Test, only: Test = _always) -> None:
        self.CODE = code
        self._only = only
        self.words = frozenset(need for need in needs if isinstance(need, str))
        self._tests = tuple(need for need in needs if not isinstance(need, str))

    @cached_property
    def module(self) -> Rule:
        """The module: its docstring is the rule's manual page."""
        return cast("Rule", import_module(f"noticegen.rules.{self.CODE.replace('-', '_')}"))

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802  # as a module has it
        """How much what it finds weighs."""
        return self.module.SEVERITY

    def concerns(self, subject: Subject) -> bool:
        """Tell whether the rule may find anything in *subject*."""
        if not self.words.isdisjoint(printed(subject)):
            return self._only(subject)
        if (self.words and not self._tests) or not self._only(subject):
            return False
        if not self._tests:
            return True
        for test in self._tests:  # noqa: SIM110  # any() makes a generator, for a hundred rules
            if test(subject):
                return True
        return False

    def check(self, subject: Subject) -> Iterable[Fault]:
        """Yield what is wrong with *subject*."""
        return self.module.check(subject) if self.concerns(subject) else ()


def _with(sign: str) -> Test:
    """A test whether *sign*, which many rules ask for, is printed."""

    def test(subject: Subject) -> bool:
        return sign in subject.text

    return test


def _in_list(code: str, name: str, severity: Severity) -> Shipped:
    """A rule on a word list, asked where one of the list's words is printed."""
    words = (entry.wrong for entry in wordlist.shipped_entries(name) if entry.severity is severity)
    return Shipped(code, *words)


_RATES = (
    *("完成率", "整改率", "办结率", "销号率", "覆盖率", "合格率", "满意率", "满意度", "知晓率"),
    *("参与率", "参训率", "参会率", "出勤率", "到会率", "达标率", "完好率", "公开率", "及格率"),
)
_STOPS = "，。、；：？！"
_FINISHED = given.is_finished
_STATUSES = given.gives_statuses
_DATED = given.is_dated
_PUBLIC = given.is_public
_PERCENT = _with("%")

RULES: tuple[Shipped, ...] = (
    Shipped("completeness-attachment", "附件", "附表", only=_STATUSES),
    Shipped("completeness-contact", only=_STATUSES),
    Shipped("completeness-deadline", only=given.has_matters),
    Shipped("completeness-heading", only=_STATUSES),
    Shipped("completeness-imprint", only=given.has_imprint),
    Shipped("completeness-matter", only=given.has_matters),
    Shipped("completeness-measures", only=_STATUSES),
    Shipped("completeness-status", only=_STATUSES),
    Shipped("count-announced", counts.announces),
    Shipped("count-aspects", counts.lists_aspects),
    Shipped("count-contradiction", counts.states_totals),
    Shipped("count-direction", *counts.CHANGES, only=counts.tells_changes),
    Shipped("count-findings", counts.lists_findings),
    Shipped("count-measures", "整改措施", only=given.lists_measures),
    Shipped("count-parts", counts.tells_tallies),
    Shipped("count-persons", counts.tells_tallies),
    Shipped("count-progress", counts.tells_tallies),
    Shipped("count-split", counts.tells_tallies),
    Shipped("count-statuses", counts.has_completed),
    Shipped("count-sum", counts.tells_tallies),
    Shipped("count-titles", counts.counts_titles),
    Shipped("count-unlisted", counts.lists_findings),
    Shipped("date-ahead", dates.tells_later),
    Shipped("date-deadline", dates.sets_deadlines, only=_DATED),
    Shipped("date-finding", dates.finds_later),
    Shipped("date-impossible", dates.tells_impossible),
    Shipped("date-issue", dates.has_date_alone, only=_DATED),
    Shipped("date-late", dates.tells_later),
    Shipped("date-order"),
    Shipped("date-overdue", dates.has_deadlines, only=_DATED),
    Shipped("date-period", dates.tells_periods),
    Shipped("date-period-year", dates.tells_periods),
    Shipped("date-span", "为期", "历时", given.gives_duration),
    Shipped("date-weekday", "星期", "礼拜", *(f"周{day}" for day in "一二三四五六日天")),
    Shipped("date-year", dates.tells_yearless),
    Shipped("duplicate-adverb", *repeats.ADVERBS),
    Shipped("duplicate-finding", repeats.repeats_finding),
    Shipped("duplicate-heading", repeats.repeats_heading),
    Shipped("duplicate-measure", repeats.repeats_sentences),
    Shipped("duplicate-paragraph", repeats.repeats_paragraph),
    Shipped("duplicate-phrase"),
    Shipped("duplicate-sentence", repeats.repeats_sentences),
    Shipped("duplicate-similar", repeats.resembles_sentences),
    Shipped("duplicate-word", *doubled.BRANCHES),
    Shipped("name-rare-character", signs.has_rare_characters),
    Shipped("name-short", *signs.SHORT_NAME),
    Shipped("name-short-early", *signs.SHORT_NAME),
    Shipped("name-signature", only=given.is_signed_apart),
    Shipped("name-team", signs.names_team),
    Shipped("name-title", given.has_title),
    Shipped("name-variant"),
    Shipped("numbering-heading", only=_FINISHED),
    Shipped("numbering-lone", signs.breaks_runs),
    Shipped("numbering-run", signs.breaks_runs),
    Shipped("percent-direction", *counts.CHANGES, only=counts.tells_percent_changes),
    Shipped("percent-doubled", "百分之", "%%", "%％", "％%", "％％", only=_PERCENT),
    Shipped("percent-growth", *counts.CHANGES, only=counts.tells_percent_changes),
    Shipped("percent-impossible", *_RATES, only=_PERCENT),
    Shipped("percent-parts", counts.has_percentages),
    Shipped("percent-points", *counts.CHANGES, only=counts.tells_percent_changes),
    Shipped("percent-ratio", *_RATES, "组建率", "换届率", "，占", "、占", only=_PERCENT),
    Shipped("percent-unit", *counts.CHANGES, only=counts.tells_percent_changes),
    Shipped("placeholder-blank", "□□", "■■", "__", "＿", "\ufffd", "锟斤拷"),
    Shipped("placeholder-crosses", "XX", "xx", "××", "某某某"),
    Shipped("placeholder-date", "月日", "年月", "0000", "年0", "月0"),
    Shipped(
        "placeholder-ellipsis",
        *("\n……", "是……", "：……", "。……", "；……", signs.begins_omitted),
    ),
    Shipped("placeholder-empty", "《》", "“”", "（）", "〔〕", " ", "\u3000"),
    Shipped("placeholder-name", "{", "}", "｛", "｝", "«"),
    Shipped(
        "placeholder-note",
        *("待补", "待填", "待完善", "待定", "暂缺", "此处", "请在此"),
        *("请填写", "请补充", "请替换", "请插入", "TODO", "FIXME", "TBD"),
    ),
    Shipped(
        "placeholder-number",
        *("XX", "Xx", "xX", "xx", "X", "x", "×", "**", "％", "为%", "达%", "到%", "至%", "占%"),
        *("计万元", "计人次", "计个问题", "计条措施", "计项制度"),
    ),
    Shipped("privacy-bank-card", signs.has_longer_number),
    Shipped("privacy-email", signs.has_address_apart),
    Shipped("privacy-mobile", signs.has_mobile),
    Shipped("privacy-resident-id", signs.has_longer_number),
    Shipped(
        "punctuation-dash",
        *("--", "－－", "––", "—-", "-—", "———", signs.has_numeral_amid_digits),
    ),
    Shipped("punctuation-document-number", signs.has_numbered_bracket),
    Shipped("punctuation-doubled", *(one + other for one in _STOPS for other in _STOPS)),
    Shipped("punctuation-ellipsis", "。。。", "..", "···", "・・・", signs.has_odd_ellipsis),
    Shipped("punctuation-half-width", only=_FINISHED),
    Shipped("punctuation-heading-stop"),
    Shipped("punctuation-inner-stop", "。”", "。’", "。）"),
    Shipped("punctuation-nested", signs.has_marks_amiss),
    Shipped("punctuation-no-stop"),
    Shipped("punctuation-numeral", signs.begins_paused),
    Shipped("punctuation-ordinal", signs.stops_ordinal),
    Shipped("punctuation-pause", "》、《", "”、“"),
    Shipped("punctuation-range", "-"),
    Shipped("punctuation-trial", "》（试行）", "》（暂行）"),
    Shipped("punctuation-unpaired", signs.has_marks_amiss),
    Shipped("punctuation-wide-digit", only=_FINISHED),
    Shipped("secrecy-classification", "绝密", "机密", "秘密", given.is_classified, only=_PUBLIC),
    Shipped("secrecy-clue", "线索编号", "线索件号", "线索登记", "线索受理", only=_PUBLIC),
    Shipped("secrecy-copy-number", given.has_copy_number, only=_PUBLIC),
    Shipped("secrecy-internal", *signs.KEPT_WITHIN, *signs.NOT_PUBLIC, only=_PUBLIC),
    _in_list("term-abbreviation", "phrases", Severity.HINT),
    _in_list("term-account", "accounts", Severity.WARNING),
    Shipped("term-approximate", *signs.ABOUT_NUMBER, signs.is_bounded_twice),
    Shipped("term-as-of", "截止"),
    _in_list("term-fixed-phrase", "phrases", Severity.ERROR),
    Shipped("term-inspection", signs.names_other_genre),
    _in_list("term-loose-phrase", "phrases", Severity.WARNING),
    Shipped("term-mixed", "制订", "其它", "“后半篇”文章", "惟一"),
    Shipped("term-patrol", *(f"{before}巡查" for before in "委一二三四五六七八九十")),
    Shipped("typo-adverb", *signs.OF_DEED),
    Shipped("typo-look-alike", "己", "自已", "末"),
    Shipped("typo-missing", "发《"),
    _in_list("typo-redundant", "typos", Severity.HINT),
    _in_list("typo-suspect", "typos", Severity.WARNING),
    _in_list("typo-wrong-word", "typos", Severity.ERROR),
    Shipped("typo-year", *signs.YEAR_AT_PLACE),
)
"""In the order of their codes, a family's together."""


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(word for rule in RULES for word in rule.words)


@shared
def printed(subject: Subject) -> set[str]:
    """The words that some rule waits for and *subject* prints."""
    return _vocabulary().occurring(subject.text)
