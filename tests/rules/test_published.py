"""On the two published notices every finding is a true one, and each is listed with its reason."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from noticegen import pipeline
from noticegen.problem import Problem

ROOT = Path(__file__).parents[2]
LISTED: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (ROOT / "tests" / "golden" / "findings.yaml").read_text(encoding="utf-8")
)
ONLY_FINISHED = ("punctuation-half-width", "punctuation-no-stop")


def _told(found: list[Problem]) -> list[tuple[str, str]]:
    return sorted((problem.code, problem.text) for problem in found)


def _matches(listed: list[dict[str, Any]], told: list[tuple[str, str]]) -> bool:
    wanted = sorted((entry["code"], entry["words"]) for entry in listed)
    return len(wanted) == len(told) and all(
        code == found and text.startswith(words)
        for (code, words), (found, text) in zip(wanted, told, strict=True)
    )


@pytest.mark.parametrize("name", ["tianchang", "longyan"])
def test_a_published_text_gives_the_listed_findings_and_no_other(name: str) -> None:
    data = (ROOT / "tests" / "golden" / f"{name}.txt").read_bytes()
    told = _told(pipeline.check_finished(data).problems)

    assert _matches(LISTED[name], told), told


@pytest.mark.parametrize("name", ["tianchang", "longyan"])
def test_its_form_gives_the_same_save_what_composing_mends(name: str) -> None:
    data = (ROOT / "examples" / f"{name}.yaml").read_bytes()
    told = _told(pipeline.check(data, is_exempting=False).problems)
    listed = [entry for entry in LISTED[name] if entry["code"] not in ONLY_FINISHED]

    assert _matches(listed, told), told


def test_more_than_twenty_of_them_are_no_matter_of_typing_width() -> None:
    found = [entry for entries in LISTED.values() for entry in entries]

    assert len([entry for entry in found if entry["code"] not in ONLY_FINISHED]) >= 20
    assert all(entry["why"] for entry in found)
