"""The page of conformance has every clause once, and names only tests and checks that exist."""

import re
from collections import Counter
from pathlib import Path

from noticegen.inspect.checks import CHECKS, drawn_page, drawn_place

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "conformance.md").read_text(encoding="utf-8")
ROWS = {"G": 17, "T": 3, "H": 17, "B": 40, "V": 13, "N": 10, "X": 8, "F": 8, "P": 5}
WIDTH = 7


def rows() -> list[list[str]]:
    """Return the cells of every clause's row."""
    found = re.findall(r"^\| ([A-Z]\d{2} \|.*) \|$", PAGE, re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")] for row in found]


def test_every_clause_has_one_row() -> None:
    wanted = [f"{kind}{number:02}" for kind, most in ROWS.items() for number in range(1, most + 1)]
    assert len(wanted) == 121
    assert Counter(row[0] for row in rows()) == Counter(wanted)
    assert {len(row) for row in rows()} == {WIDTH}


def test_every_named_test_exists() -> None:
    named = set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE))
    assert named
    missing = [
        (file, name)
        for file, name in sorted(named)
        if not re.search(rf"^def {name}\(", (TESTS / file).read_text("utf-8"), re.MULTILINE)
    ]
    assert missing == []


def test_it_names_every_check_and_no_other() -> None:
    checks = {check.code for check in (*CHECKS, *drawn_page.CHECKS, *drawn_place.CHECKS)}
    assert set(re.findall(r"`(page-[a-z-]+)`", PAGE)) == checks


def test_a_clause_is_met_by_a_test_or_left_to_a_person() -> None:
    for number, _, demand, how, test, check, person in rows():
        is_ours = bool(how) and "不做" not in how
        assert test or check or person or not is_ours, number
        assert demand, number
