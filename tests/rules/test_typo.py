"""What the rules of the family typo find, and that every entry spares the right words."""

import pytest
from rules_on import silent_on, speaking_alone

from noticegen.problem import Severity
from noticegen.rules.wordlist import Entry, Words, shipped_entries

LISTS = ("typos", "phrases", "accounts")
ENTRIES = [entry for name in LISTS for entry in shipped_entries(name)]
EXCEPTIONS = [(entry, word) for entry in ENTRIES for word in entry.exceptions]
WRONG = [
    ("再接再励，争创一流。", "typo-wrong-word", "再接再励"),
    ("布署下一步工作。", "typo-wrong-word", "布署"),
    ("近一步加强监督。", "typo-wrong-word", "近一步加强"),
    ("整改方案经党组会议统一按排。", "typo-wrong-word", "统一按排"),
    ("坚持立行力改。", "typo-wrong-word", "立行力改"),
    ("党组织软弱焕散。", "typo-wrong-word", "软弱焕散"),
    ("开展警示教肓。", "typo-wrong-word", "教肓"),
    ("县纪检监查组列席会议。", "typo-wrong-word", "纪检监查"),
    ("落实《经费管理暂行方法》。", "typo-suspect", "管理暂行方法"),
    ("走访企业数十余家。", "typo-suspect", "数十余"),
    ("涉及到违纪问题的，严肃查处。", "typo-redundant", "涉及到"),
    ("外出考察必须要有文件依据。", "typo-redundant", "必须要"),
    ("问题己完成整改。", "typo-look-alike", "己"),
    ("提高自已的认识。", "typo-look-alike", "已"),
    ("有2个问题，末按时限完成。", "typo-look-alike", "末"),
    ("一是发《工作计划》。二是召开会议。", "typo-missing", "发"),
    ("有力的推动了成果转化。", "typo-adverb", "有力的推动了"),
    ("已制定2020市科协个人会员发展计划。", "typo-year", "2020"),
]
RIGHT = [
    "以守法经营为前提搞好服务。",
    "概算的依据为已有的设计文件。",
    "完善污水截流资金管理。",
    "新体制渡过磨合期。",
    "在公示栏公布署名举报的办理情况。",
    "习惯彻夜不眠。",
    "按排名先后确定名单。",
    "调整该措施的时限。",
    "自己完成的整改事项。",
    "各自已完成整改。",
    "克己奉公，舍己为人。",
    "年末完成决算，期末开展考核。",
    "向群众发《倡议书》500份。",
    "这是有力的推动。",
    "取得了有效的突破。",
    "共有2020户，核查2020市级项目库。",
]


test_only_this_rule_speaks_on = speaking_alone(WRONG)
test_every_rule_is_silent_on = silent_on(RIGHT)


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.wrong for entry in ENTRIES])
def test_an_entry_finds_its_word_and_spares_the_right_one(entry: Entry) -> None:
    words, wrong = Words(ENTRIES), [one.wrong for one in ENTRIES]
    assert [one.wrong for _, one in words.hits(f"经查，{entry.wrong}。", wrong)] == [entry.wrong]
    assert list(words.hits(f"经查，{entry.right}。", wrong)) == []


@pytest.mark.parametrize(("entry", "word"), EXCEPTIONS, ids=[word for _, word in EXCEPTIONS])
def test_an_exception_is_spared_and_needed(entry: Entry, word: str) -> None:
    met = [joined for joined in _joined(entry.wrong, word) if entry.wrong in joined]
    assert met, "the exception never meets the word"
    assert all(list(Words([entry]).hits(text, [entry.wrong])) == [] for text in met)


def _joined(wrong: str, word: str) -> list[str]:
    """The texts in which *word* runs over *wrong*: one within the other, or overlapping."""
    laps = range(1, min(len(wrong), len(word)) + 1)
    before = [word + wrong[lap:] for lap in laps if word.endswith(wrong[:lap])]
    after = [wrong[:-lap] + word for lap in laps if word.startswith(wrong[-lap:])]
    return [word, *before, *after]


def test_an_error_has_a_right_word_to_write() -> None:
    assert [entry.wrong for entry in ENTRIES if not entry.right] == []
    assert {entry.severity for entry in ENTRIES} == set(Severity)
