"""A sound form is read by a way of its own, which must read what the long way would."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticegen.form.encoding import split
from noticegen.form.mended import read_mended
from noticegen.form.sound import read_sound
from noticegen.model import all_labels, top_labels

ROOT = Path(__file__).parents[2]
FORMS = [*sorted((ROOT / "examples").glob("*.yaml")), *sorted(ROOT.glob("tests/variants/*.yaml"))]
TEXTS = [split(path.read_text(encoding="utf-8")) for path in FORMS]
LABELS = ["发文", "写法", "正文", "联系", "问题", "措施", "段落", "序号", "自定", "格式"]
VALUES = [
    *("文字", "甲：乙", "3#楼", "{{ 问题数 }}个", "a:b", "责任单位：办公室", "- 甲", "—甲", "* 甲"),
    *("甲 # 注", "甲 #注", "甲 : 乙", "甲:", "~", "'甲: 乙'", "'甲' 乙", '"甲"', "''", "| 甲", ""),
    *("|", "|  ", "甲 | 乙", "|-"),
    *("12:30", "{% a", "甲\\", "[甲]", "问题", "# 注", "#注", "甲  ", "e\u0301", "\U0001f600"),
]
LINES = st.builds(
    lambda indent, dash, label, gap, value: " " * indent + dash + label + gap + value,
    st.sampled_from((0, 0, 2, 2, 4, 6, 3)),
    st.sampled_from(("", "", "- ", "-  ")),
    st.sampled_from(("", *(f"{label}:" for label in LABELS))),
    st.sampled_from(("", " ", " ", "  ")),
    st.sampled_from(VALUES) | st.just(""),
)


def reads_alike(lines: tuple[str, ...]) -> bool:
    """Tell whether *lines* are a sound form; if so, both ways must give the very same."""
    sound = read_sound(lines, all_labels(), top_labels())
    if sound is None:
        return False
    mended, problems = read_mended(lines, all_labels(), top_labels())
    assert problems == []
    assert sound == mended
    assert list(sound.spans.items()) == list(mended.spans.items())
    assert len(sound.spans) == len(mended.spans)
    below = [(*path, step) for path in mended.spans for step in (0, "问题")]
    assert [path in sound.spans for path in below] == [path in mended.spans for path in below]
    return True


@pytest.mark.parametrize("name", ["tianchang", "longyan", "minimal"])
def test_an_example_is_a_sound_form(name: str) -> None:
    assert reads_alike(TEXTS[[path.stem for path in FORMS].index(name)])


def test_every_form_that_builds_is_read_alike() -> None:
    assert sum(map(reads_alike, TEXTS)) > len(TEXTS) / 2


@pytest.mark.parametrize(
    "lines",
    [
        ("发文:", "  标题:", "  文号:  ", "联系:"),
        ("发文:", "  标题:", "正文:", "  - 问题: 甲", "    进展:", "    措施:"),
        ("正文:  # 注", "", "# 注", "- 问题: '甲'  # 注", "  措施:", "  - {{ 问题数 }}个"),
        ("正文:", "  - 段落: |", "      甲", "", "# 注", "  - 段落: |  ", "     乙", "      丙"),
        ("正文:", "  -   段落: |", "        甲", "          # 乙", "", "联系:", "  电话: 1 # 注"),
    ],
)
def test_what_is_empty_typed_with_a_bar_or_noted_is_read_alike(lines: tuple[str, ...]) -> None:
    assert reads_alike(lines)


@settings(max_examples=500, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=10))
def test_any_lines_are_read_alike(lines: list[str]) -> None:
    reads_alike(("正文:", *lines))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False), st.integers(1, 3))
def test_a_form_with_lines_changed_is_read_alike(
    lines: tuple[str, ...], chance: random.Random, times: int
) -> None:
    changed = list(lines)
    for _ in range(times):
        at = chance.randrange(len(changed))
        line = changed[at]
        place = chance.randrange(len(line) + 1)
        changed[at] = chance.choice(
            (
                *(
                    "  " + line,
                    line.removeprefix("  "),
                    line.replace("- ", "  ", 1),
                    line + "  # 注",
                ),
                *(line.partition(":")[0] + ":", "", chance.choice(changed)),
                line[:place] + chance.choice(":#- ：'\"[{|") + line[place:],
            )
        )
    reads_alike(tuple(changed))
