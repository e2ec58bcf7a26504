"""Of a heap of like problems the first are listed, and the rest are told, never dropped."""

import json

import pytest
from forms import form

from noticegen import pipeline, report
from noticegen.problem import MOST_LISTED, Mark, Problem, Severity, abridged

MANY = MOST_LISTED + 3


def _heap(number: int, line: int = 1, code: str = "typo-suspect") -> list[Problem]:
    return [Problem(Mark(line, at + 1), code, "错。", text="错") for at in range(number)]


def test_the_rest_of_a_heap_is_told_where_it_begins() -> None:
    *listed, rest = abridged(reversed(_heap(MANY)))

    assert listed == _heap(MOST_LISTED)
    assert rest[:2] == (Mark(1, MOST_LISTED + 1), "typo-suspect")
    assert "还有 3 处同类的问题" in rest.message
    assert report.tally([*listed, rest]) == f"{MANY} 个错误"


def test_a_heap_is_of_one_line_one_code_one_severity_and_one_file() -> None:
    once = _heap(MOST_LISTED)
    others = [
        *_heap(MOST_LISTED, line=2),
        *_heap(MOST_LISTED, code="typo-look-alike"),
        *(one._replace(severity=Severity.HINT) for one in once),
        *(one._replace(mark=one.mark._replace(source="单位信息.yaml")) for one in once),
    ]

    assert abridged([*once, *once, *others]) == sorted([*once, *others])


@pytest.mark.parametrize("slip", ["某某某，", "“”，", "制订、"])
def test_no_exemption_leaves_the_rest_of_what_it_silences(slip: str) -> None:
    text = form(f"- 段落: 制定{slip * MANY}完。")
    found = pipeline.check(text.encode()).problems
    [rest] = [problem for problem in found if problem.times > 1]
    exempt = text.replace("完。", f"完。 # 豁免: {rest.code} 原文如此")

    assert len([problem for problem in found if problem.code == rest.code]) == MOST_LISTED + 1
    assert rest.code not in {one.code for one in pipeline.check(exempt.encode()).problems}


def test_a_program_that_reads_the_report_is_told_too() -> None:
    found = pipeline.check_finished(("发《办法》；" + "一如即往，" * MANY).encode()).problems
    entries = json.loads(report.as_json([("通报.txt", found)]))

    assert [entry["severity"] for entry in entries if "还有 3 处" in entry["message"]] == ["error"]
