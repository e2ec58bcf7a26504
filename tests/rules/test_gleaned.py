"""What is gleaned of a text is all that rules look for in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from noticegen.rules.breakdown import tallies
from noticegen.rules.gleaned import decoded, gleaned, others
from noticegen.rules.subject import Passage, Role, Subject

MARKS = "“”‘’《》〈〉（）〔〕【】「」()\n"
BROKEN = Passage("\n", (0,), Role.PARAGRAPH, 0)
"""With a line break in a passage no count of them tells where a sign stands: all are read."""

texts = st.text(f"{MARKS}0一人的𠮷\ud800?\0", max_size=20)
numbers = st.sampled_from(["1", "12", "1,200", "3.5", "三", "二十", "两百"])
alike = st.sampled_from([("人", "名", "年"), ("元", "万元", "亿元"), ("项", "人次", "步")])
between = st.sampled_from(["", "、", "，其中", "。", "“", "”", "第", "大", "共"])
counts = alike.flatmap(
    lambda units: st.lists(
        st.tuples(between, numbers, st.sampled_from(units)).map("".join), min_size=3, max_size=4
    )
)
passages = st.lists(counts.map("".join), min_size=1, max_size=2).map(
    lambda made: [Passage(text, (at,), Role.PARAGRAPH, at) for at, text in enumerate(made, 1)]
)


@given(texts)
def test_the_marks_of_a_text_are_gleaned_in_their_order(text: str) -> None:
    subject = Subject((Passage(text, (1,), Role.PARAGRAPH, 1),))
    marks = decoded(gleaned(subject).translate(None, others(MARKS)))
    assert marks == "".join(sign for sign in text if sign in MARKS)


@settings(max_examples=300)
@given(passages)
def test_no_passage_that_has_three_numbers_with_one_unit_is_left_out(made: list[Passage]) -> None:
    assert tallies(Subject(tuple(made))) == tallies(Subject((*made, BROKEN)))
