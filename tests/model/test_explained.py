"""The model has two readers of one declaration: the quick one, and pydantic's, who explains."""

import random
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from noticegen import form
from noticegen.form import Value
from noticegen.model import Notice, all_labels, top_labels
from noticegen.model.explained import explain

ROOT = Path(__file__).parents[2]
FORMS = [*sorted((ROOT / "examples").glob("*.yaml")), *sorted(ROOT.glob("tests/variants/*.yaml"))]
LABELS = sorted(all_labels())
ODD: list[Value] = [
    *("", "文字", "一是推进。", "2023年9月26日", "2023年9月", "二〇二三年二月三十日", "12", "7.5%"),
    *(
        "已完成",
        "逐条",
        "特急",
        "无",
        "第一，",
        "是",
        "甲|乙\n丙|丁",
        "甲|乙\n丙",
        "秘密★1年",
        "\n",
    ),
    *([], ["文字"], ["问题", "段落"], [["甲", "乙"], ["丙", "丁"]], ["2023", "9", "26"], [{}]),
    *({}, {"问题": "文字"}, {"段落": ["文字", ""]}, {"部分": "一", "写法": {"措施": "同段"}}),
    *({"year": "2023"}, {"序号": {"部分": "①"}}, {"名称": "表", "表": "甲|乙"}),
]


def plain(path: Path) -> Value:
    read, _ = form.read(path.read_bytes(), all_labels(), top_labels())
    assert read is not None
    return read.values


VALUES = [plain(path) for path in FORMS]


def spoilt(value: Value, chance: random.Random, depth: int = 0) -> Value:
    """Return *value* with one thing in it put elsewhere, left out, doubled or written anew."""
    stop = not value or not isinstance(value, dict | list) or chance.random() < depth / 8
    if stop:
        return chance.choice(ODD)
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    key, act = chance.choice(keys), chance.randrange(8)
    changed = value.copy()
    if act == 0:
        del changed[key]
    elif act == 1 and isinstance(changed, dict):
        changed[chance.choice([*LABELS, "自己起的"])] = chance.choice([value[key], *ODD])
    elif act == 1:
        changed.insert(key, chance.choice([value[key], *ODD]))
    else:
        changed[key] = spoilt(value[key], chance, depth + 1)
    return changed


def both_agree(values: Value) -> bool:
    """Tell whether *values* give a notice; what the quick reader takes, pydantic takes alike.

    The quick one may refuse what pydantic makes something of, a date in a list: then
    pydantic's word counts.
    """
    explained, details = explain(values)
    try:
        quick = Notice.model_validate(values)
    except ValueError:
        return explained is not None
    assert not details
    assert quick == explained
    pairs = [(quick, explained), *zip(quick.body, explained.body, strict=True)]
    assert all(ours.model_fields_set == theirs.model_fields_set for ours, theirs in pairs)
    return True


def test_every_form_that_builds_is_read_alike() -> None:
    assert all(both_agree(values) for values in VALUES)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(VALUES), st.randoms(use_true_random=False), st.integers(1, 3))
def test_whatever_is_wrong_with_a_form_both_readers_agree(
    values: Value, chance: random.Random, times: int
) -> None:
    for _ in range(times):
        values = spoilt(values, chance)
    both_agree(values)


def test_a_sound_form_is_checked_without_loading_pydantic() -> None:
    code = (
        "import sys; from pathlib import Path; from noticegen import pipeline;"
        f"checked = pipeline.check(Path({str(FORMS[0])!r}).read_bytes());"
        "sys.exit(checked.notice is None or 'pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  # our own code
