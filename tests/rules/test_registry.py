"""Every rule module is in use, says what it is, and its manual page stands in docs/rules.md."""

from pathlib import Path

import pytest
from rules_on import modules

from noticegen.rules.registry import RULES, Shipped

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
FAMILIES = {
    *("count", "percent", "date", "numbering", "punctuation", "term", "typo"),
    *("name", "duplicate", "privacy", "secrecy", "placeholder", "completeness"),
}


def test_every_rule_module_is_in_the_registry_in_the_order_of_codes() -> None:
    assert [rule.module for rule in RULES] == sorted(modules(), key=lambda module: module.__name__)


def test_every_family_has_several_rules() -> None:
    families = [rule.CODE.partition("-")[0] for rule in RULES]

    assert set(families) == FAMILIES
    assert {family for family in families if families.count(family) < 2} == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_a_rule_s_file_is_named_by_its_code_and_its_manual_shows_right_and_wrong(
    rule: Shipped,
) -> None:
    manual = rule.module.__doc__ or ""

    assert rule.module.CODE == rule.CODE
    assert manual.splitlines()[0].endswith("。")
    assert "正确：" in manual
    assert "错误：" in manual
    assert f"### {rule.CODE}（" in PAGE
