"""A word list in any state is read, its slips told by line; its words are found in any text."""

from importlib import resources
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook
from rules_on import text_subject

from noticegen.problem import Severity
from noticegen.rules.wordfile import read
from noticegen.rules.wordlist import Entry, Words, own_rules, shipped_entries

LIST = """\
# 本单位的词表
- 错误写法: 创业中心服务站
  正确写法: 创业服务中心
- 错误写法: 台帐
  正确写法: 台账
  级别: 错误
  例外: 台帐篷、舞台帐幕
  说明: 与钱物有关的写“账”
- 错误写法: [妥否, 当否]
  级别: 提示
"""
ENTRIES = [
    Entry("创业中心服务站", "创业服务中心"),
    Entry("台帐", "台账", Severity.ERROR, ("台帐篷", "舞台帐幕"), "与钱物有关的写“账”"),
    Entry("妥否", "", Severity.HINT),
    Entry("当否", "", Severity.HINT),
]


def sheet(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def faults(text: str) -> list[tuple[int, int, str]]:
    return [(one.mark.line, one.mark.column, one.text) for one in read(text.encode())[1]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_is_read_in_any_encoding_an_editor_saves(encoding: str) -> None:
    assert read(LIST.encode(encoding)) == (ENTRIES, [])


def test_a_sheet_is_read_by_the_names_in_its_first_row_in_any_order() -> None:
    data = sheet(
        ("序号", "级别", "错误写法", "正确写法", "说明", "例外"),
        (1, None, "创业中心服务站", "创业服务中心", None, None),
        (2, "错误", "台帐", "台账", "与钱物有关的写“账”", "台帐篷；舞台帐幕"),
        (None, None, None, None, None, None),
        (3, "提示", "妥否", None, None, None),
        (4, "提示", "当否", None, None, None),
    )
    assert read(data) == (ENTRIES, [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- 正确写法: 台账\n", 1),
        ("- 错误写法: 台帐\n  级别: 严重\n", 2),
        ("- 错误写法: 台帐\n  正确: 台账\n", 2),
        ("- 错误写法: 台帐\n  正确写法: 台帐\n", 1),
        ("- 错误写法: 台帐\n  正确写法: 台账\n  例外: 帐\n", 3),
        ("- 错误写法: 台帐\n- 错误写法: 台帐\n", 2),
        ("- 错误写法: 台帐\n  正确写法: [台账, 账]\n", 2),
        ("- 错误写法: 台帐\n  正确写法:\n    甲: 乙\n", 3),
        ("- 台帐\n", 1),
        ("台帐应为台账\n", 1),
        ("错误写法: 台帐\n", 1),
        ("- 错误写法：台帐\n", 1),
        ("", 1),
    ],
)
def test_a_slip_is_told_by_its_line_in_a_sentence(text: str, line: int) -> None:
    problems = read(text.encode())[1]
    assert {problem.mark.line for problem in problems} == {line}
    assert all(problem.message.endswith("。") for problem in problems)
    assert not any("填报表" in problem.message for problem in problems)


def test_what_is_right_in_a_list_with_a_slip_is_read() -> None:
    entries, problems = read(LIST.replace("级别: 错误", "级别: 严重").encode())
    assert [entry.wrong for entry in entries] == ["创业中心服务站", "妥否", "当否"]
    assert len(problems) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no workbook",
        sheet(("级别",), ("错误",)),
        b"\xff\xfe\x00",
        b"%PDF-1.7",
        b"[" * 50_000,
        "- 错误写法: 台帐".encode("gb18030"),
    ],
)
def test_what_is_no_list_is_told_and_yields_nothing(data: bytes) -> None:
    entries, problems = read(data)
    assert entries == []
    assert problems


@given(st.one_of(st.binary(max_size=200), st.text("- 错误写法:\n[]{}&*台帐'\"#|>", max_size=80)))
@example(b"PK\x03\x04")
@example("- 错误写法: []\n")
@example("- 错误写法: ''\n")
@example("- 错误写法: [[台帐]]\n")
def test_no_bytes_make_the_reader_raise(data: bytes | str) -> None:
    entries, _ = read(data if isinstance(data, bytes) else data.encode())
    assert all(entry.wrong for entry in entries)
    list(Words(entries).hits("建立台帐。", [entry.wrong for entry in entries]))


@pytest.mark.parametrize("name", ["typos", "phrases", "accounts"])
def test_the_lists_that_ship_are_as_an_office_would_write_them(name: str) -> None:
    data = resources.files("noticegen.rules").joinpath("data", f"{name}.yaml").read_bytes()
    entries, problems = read(data)
    assert problems == []
    assert tuple(entries) == shipped_entries(name)


def test_own_entries_make_a_rule_for_each_severity_under_one_code() -> None:
    rules = own_rules(ENTRIES)
    assert {rule.CODE for rule in rules} == {"term-own"}
    assert [rule.SEVERITY for rule in rules] == list(Severity)
    subject = text_subject("建立台帐，搭建舞台帐幕，妥否请示。创业中心服务站负责。")
    found = {rule.SEVERITY: [fault.words for fault in rule.check(subject)] for rule in rules}
    assert found == {
        Severity.ERROR: ["台帐"],
        Severity.WARNING: ["创业中心服务站"],
        Severity.HINT: ["妥否"],
    }


def test_no_entries_make_no_rules() -> None:
    assert own_rules([]) == ()


def test_a_message_names_the_word_and_what_to_write() -> None:
    assert [entry.message for entry in ENTRIES[:3]] == [
        "“创业中心服务站”应写作“创业服务中心”。",
        "“台帐”应写作“台账”，与钱物有关的写“账”。",
        "“妥否”不宜使用，请改写。",
    ]
    assert Entry("“四个意思”", "“四个意识”").message == "“四个意思”应写作“四个意识”。"


def test_the_longest_word_is_taken_and_none_is_found_twice() -> None:
    entries = [Entry("台帐", "台账"), Entry("台帐簿", "台账簿"), Entry("帐簿", "账簿")]
    hits = Words(entries).hits("建台帐簿、帐簿", [entry.wrong for entry in entries])
    assert [(at, entry.wrong) for at, entry in hits] == [
        (1, "台帐簿"),
        (5, "帐簿"),
    ]
