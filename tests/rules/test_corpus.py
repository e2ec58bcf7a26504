"""On correct official sentences every rule of the package is silent, whatever they are in."""

from dataclasses import replace
from pathlib import Path

import pytest
from rules_on import faults_in, faults_of, text_subject

from noticegen.rules.subject import Role

CORPUS = Path(__file__).with_name("correct.txt")
SENTENCES = CORPUS.read_text(encoding="utf-8").splitlines()
AS_PROSE = (Role.PARAGRAPH, Role.MEASURE)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_rule_is_silent_on(sentence: str) -> None:
    subject = text_subject(sentence)
    [passage] = subject.passages
    assert [(code, fault.words) for code, fault in faults_of(subject)] == []
    if passage.role is Role.PREAMBLE:
        for role in AS_PROSE:
            other = replace(subject, passages=(passage._replace(role=role),))
            assert [(code, fault.words) for code, fault in faults_of(other)] == []


def test_the_corpus_is_large_and_repeats_nothing() -> None:
    assert len(SENTENCES) >= 300
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize("sentence", [one for one in SENTENCES if one.endswith("。")])
def test_a_rule_speaks_once_a_sentence_is_spoilt(sentence: str) -> None:
    assert ("punctuation-doubled", "。。") in faults_in(f"{sentence}。")
