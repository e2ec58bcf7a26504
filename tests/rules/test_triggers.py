"""What a rule is asked by (words, tests) never keeps it from a notice in which it finds anything."""

import random
import re
from pathlib import Path

import pytest
from forms import notice_of
from hypothesis import given, settings
from hypothesis import strategies as st
from rules_on import modules, text_subject

from noticegen.patterns import pattern
from noticegen.rules.from_notice import subject_of
from noticegen.rules.registry import RULES
from noticegen.rules.subject import Subject
from noticegen.rules.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
CORRECT = (ROOT / "tests" / "rules" / "correct.txt").read_text(encoding="utf-8").splitlines()
PUBLISHED = [
    line
    for name in ("tianchang", "longyan")
    for line in (ROOT / "tests" / "golden" / f"{name}.txt").read_text("utf-8").splitlines()
]
SAMPLES = [
    line.partition("：")[2]
    for module in modules()
    for line in (module.__doc__ or "").splitlines()
    if line.startswith(("正确：", "错误："))
]
WORDS = sorted({word for rule in RULES for word in rule.words})
MARKS = [
    *"，。、；：“”《》（）()‘’…—-％%×X19 一二十年月日号个项人约余己末",
    "2023年2月30日",
    "一是",
    "共计",
]
FORMS = [*(ROOT / "examples").glob("*.yaml"), *(ROOT / "tests" / "variants").glob("*.yaml")]

sentences = st.sampled_from([*CORRECT, *SAMPLES, *PUBLISHED])
bits = st.one_of(sentences, st.sampled_from(WORDS), st.sampled_from(MARKS))
paragraphs = st.one_of(sentences, st.lists(bits, min_size=1, max_size=5).map("".join))


def silenced(make: Subject, again: Subject) -> list[str]:
    """The codes of the rules that find less, or other things, when their triggers are asked."""
    return [rule.CODE for rule in RULES if list(rule.check(make)) != list(rule.module.check(again))]


@settings(max_examples=150)
@given(st.lists(paragraphs, min_size=1, max_size=8))
def test_a_trigger_never_silences_a_rule_on_a_text(texts: list[str]) -> None:
    assert silenced(text_subject(texts), text_subject(texts)) == []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_trigger_never_silences_a_rule_on_a_form(path: Path) -> None:
    notice = notice_of(path.read_text(encoding="utf-8"))
    assert silenced(subject_of(notice), subject_of(notice)) == []


def test_a_trigger_never_silences_a_rule_on_a_text_with_slips() -> None:
    chance = random.Random(1)  # noqa: S311  # no secret
    for _ in range(60):
        texts = [_slipped(chance.choice([*PUBLISHED, *SAMPLES]), chance) for _ in range(12)]
        assert silenced(text_subject(texts), text_subject(texts)) == [], texts


def _slipped(text: str, chance: random.Random) -> str:
    """*text* with some of it twice, a word put in, a number changed, two signs swapped."""
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(text) + 1)
        end = at + chance.randrange(1, 14)
        text = chance.choice(
            (
                text[:at] + text[at:end] * 2 + text[end:],
                text[:at] + text[end:],
                text[:at] + chance.choice([*WORDS, *MARKS]) + text[at:],
                text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
                re.sub(r"\d+", lambda found: str(int(found[0]) + 1), text, count=1),
            )
        )
    return text


@given(
    st.lists(st.text('的工作截止□"^-]\\·ab𠮷𠮸', min_size=1, max_size=3)),
    st.text('的工作截止□"^-]\\·ab𠮷𠮸'),
)
def test_a_vocabulary_finds_the_words_that_occur_and_no_other(words: list[str], text: str) -> None:
    assert Vocabulary(words).occurring(text) == {word for word in words if word in text}


def test_every_pattern_of_a_rule_is_one() -> None:
    lazy = type(pattern(""))
    for module in modules():
        for name, value in vars(module).items():
            if isinstance(value, lazy):
                assert value.findall("") is not None, name
