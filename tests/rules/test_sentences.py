"""Sentences of one core are told from the rest, however they are ordered, padded and stopped."""

import random
import re
from collections import Counter

from noticegen.rules import sentences
from noticegen.rules.subject import Passage, Role, Subject

ORDINALS = ("", "", "一是", "（2）", "③", "4．", "十二要", "整改情况：", "（3）整改完成情况：二是")
STOPS = "。；！？"
LEFT_OUT = ("的", "了", "进一步", "切实", "严格", "，", "、", "“", "”", "：", "…", "《", "·", " ")
KEPT = ("进", "一步", "严", "2023年", "12", "A", "é", "一", "是", "𠮷", "\U0001f600", "\u3400", "_")
HANZI = "修订财务管理制度规范报销程序组织人员培训开展专项检查龘一伀丂"


def texts(chance: random.Random) -> list[str]:
    """Passages of sentences, some with the words of others, often padded."""
    stems = [
        "".join(chance.choices(HANZI, k=chance.choice((2, 8, 14, 30))))
        for _ in range(chance.randrange(1, 4))
    ]
    return ["".join(_sentence(stems, chance) for _ in range(3)) for _ in range(4)]


def _sentence(stems: list[str], chance: random.Random) -> str:
    words = chance.choice(stems)
    for _ in range(chance.choice((0, 1, 2, 6))):
        at = chance.randrange(len(words) + 1)
        words = words[:at] + chance.choice(chance.choice((LEFT_OUT, LEFT_OUT, KEPT))) + words[at:]
    return chance.choice(ORDINALS) + words + chance.choice(STOPS)


def read(passages: list[str]) -> list[str]:
    """The words of each sentence of eight signs and more."""
    words = [sentences.words_of(one) for text in passages for one in re.split("[。；！？]", text)]
    return [one for one in words if len(one) >= 8]


def test_sentences_of_one_core_are_alike() -> None:
    chance = random.Random(1)  # noqa: S311  # no secret
    met = 0
    for _ in range(400):
        passages = texts(chance)
        made = [Passage(text, (at,), Role.MEASURE, 1) for at, text in enumerate(passages)]
        alike = sentences.alike(Subject(tuple(made)))
        assert all(one.passage.text[one.start : one.end] == one.words for one in alike)
        said = read(passages)
        times = Counter(map(sentences.core, said))
        wanted = Counter(one for one in said if times[sentences.core(one)] > 1)
        assert not wanted - Counter(one.words for one in alike), passages
        met += len(wanted) > 1
    assert met > 100  # so many had sentences alike


def test_sentences_of_other_words_are_not_alike() -> None:
    made = Passage(
        "修订财务管理制度，规范报销程序。组织财务人员培训，规范报销程序。", (1,), Role.MEASURE, 1
    )
    assert sentences.alike(Subject((made,))) == []
