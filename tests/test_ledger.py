"""The ledger out: what its rows say, that its text stays text, its totals, its look, its bytes."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from forms import form, notice_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from noticegen import cli, dates, office
from noticegen.importers.ledger.scalars import scalar
from noticegen.ledger import Entry, workbook
from noticegen.ledger.columns import KEY
from noticegen.ledger.look import BODY_SIZE, TALLEST, fitting_size, height
from noticegen.ledger.names import sheet_name
from noticegen.ledger.rows import as_of, rows, tally
from noticegen.writers import package

ROOT = Path(__file__).resolve().parents[1]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

INHERITED = """
- 部分: 整改落实情况
  责任人: 王某
- 方面: 政治建设方面
  责任领导: 张某
  状态: 已完成
- 类别: 学习不够
  责任单位: 办公室
- 问题: 研讨不充分
  措施:
    - 制定计划。
    - 每月研讨。
- 问题: 督促不够
  责任领导: 李某
  状态: 持续推进
  完成时限: 2024年3月
- 方面: 作风建设方面
- 问题: 涉密事项
  不公开: 涉及国家秘密
  状态: 未完成
  完成时限: 2024-12-31
- 部分: 需要进一步整改的事项
- 事项: 督促工作
  存在问题: 还有2家没有走到。
  措施: 年底前走完。
  状态: 持续推进
"""


def book_of(*texts: str, broken: tuple[Entry, ...] = ()) -> Workbook:
    entries = [Entry(f"{number}.yaml", notice_of(text)) for number, text in enumerate(texts)]
    return openpyxl.load_workbook(io.BytesIO(workbook([*entries, *broken])))


def sheet_of(text: str) -> Worksheet:
    return book_of(text).worksheets[0]


def table(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows below the header, by heading, blank cells left out."""
    headings = [cell.value for cell in sheet[3]]
    return [
        {str(name): cell for name, cell in zip(headings, line, strict=True) if cell is not None}
        for line in sheet.iter_rows(min_row=4, values_only=True)
    ]


def cached(data: bytes, sheet: int) -> dict[str, str]:
    """What each formula of a sheet is said to come to."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    return {
        cell.get("r"): cell.findtext(f"{MAIN}v")
        for cell in root.iter(f"{MAIN}c")
        if cell.find(f"{MAIN}f") is not None
    }


def formulas(book: Workbook) -> list[str]:
    return [
        str(cell.value)
        for sheet in book.worksheets
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f"
    ]


def test_a_finding_is_a_row_and_what_its_headings_say_is_filled_in() -> None:
    first, second, withheld, *_ = table(sheet_of(form(INHERITED)))

    assert first["序号"] == 1
    assert (first["方面"], first["类别"]) == ("政治建设方面", "学习不够")
    assert first["反馈问题"] == "研讨不充分"
    assert first["整改措施"] == "（1）制定计划。\n（2）每月研讨。"
    assert (first["责任领导"], first["责任单位"], first["责任人"]) == ("张某", "办公室", "王某")
    assert first["状态"] == "已完成"
    assert (second["责任领导"], second["状态"]) == ("李某", "持续推进")
    assert (withheld["方面"], withheld.get("类别")) == ("作风建设方面", None)


def test_a_withheld_finding_is_in_the_ledger_and_marked() -> None:
    found = table(sheet_of(form(INHERITED)))
    assert [row.get("不公开") for row in found[:3]] == [None, None, "涉及国家秘密"]


def test_a_matter_stands_below_the_totals_and_is_not_counted() -> None:
    *_, totals, band, matter, signing = table(sheet_of(form(INHERITED)))

    assert totals["序号"] == "合计"
    assert str(band["序号"]).startswith("需要进一步整改的事项")
    assert matter["反馈问题"] == "督促工作\n还存在的问题：还有2家没有走到。"
    assert "审核人" in str(signing["序号"])
    assert tally(rows(notice_of(form(INHERITED))), dates.PartialDate(2024, 6, 20)).findings == 3


def test_a_deadline_with_before_is_a_date_that_keeps_the_word() -> None:
    cell = sheet_of(form("- 问题: 一\n  完成时限: 2024-6-30前"))["I4"]
    assert (str(cell.value)[:10], cell.number_format) == ("2024-06-30", 'yyyy"年"m"月"d"日前"')


def test_a_deadline_is_a_date_that_looks_as_it_was_written() -> None:
    sheet = sheet_of(form(INHERITED))
    month, day = sheet["I5"], sheet["I6"]

    assert (str(month.value)[:10], month.number_format) == ("2024-03-31", 'yyyy"年"m"月"')
    assert (str(day.value)[:10], day.number_format) == ("2024-12-31", 'yyyy"年"m"月"d"日"')


@pytest.mark.parametrize(
    ("deadline", "state", "overdue"),
    [
        ("2024年6月9日", "持续推进", 1),
        ("2024年6月9日", "未完成", 1),
        ("2024年6月9日", "已完成", 0),
        ("2024年6月9日", "基本完成", 0),
        ("2024年6月10日", "持续推进", 0),
        ("2024年5月", "持续推进", 1),
        ("2024年6月", "持续推进", 0),
        ("2024年6月上旬", "持续推进", 0),
        ("2024年5月底", "持续推进", 1),
        ("2024年5月底前", "持续推进", 1),
        ("2024年6月9日前", "持续推进", 1),
        ("2024年6月10日前", "持续推进", 0),
        ("2024年6月以前", "持续推进", 0),
        ("2023年", "未完成", 1),
        ("长期坚持", "持续推进", 0),
        ("2024年5月初", "持续推进", 0),
        ("", "持续推进", 0),
    ],
)
def test_overdue_is_a_deadline_past_for_certain_on_the_day_of_the_figures(
    deadline: str, state: str, overdue: int
) -> None:
    limit = f"\n  完成时限: {deadline}" if deadline else ""
    text = form(f"- 问题: 一\n  状态: {state}{limit}", more="数据:\n  截至: 2024年6月10日\n")
    notice = notice_of(text)

    assert tally(rows(notice), as_of(notice)).overdue == overdue


def test_the_totals_are_formulas_that_say_what_they_come_to() -> None:
    data = workbook([Entry("表.yaml", notice_of(form(INHERITED)))])

    assert cached(data, 1) == {
        "B7": "问题3个，措施2条；已完成1个，基本完成0个，持续推进1个，未完成1个，未填状态0个。"
    }


def test_several_forms_have_a_summary_first_and_a_sheet_each() -> None:
    other = form("- 问题: 一\n  状态: 已完成\n- 问题: 二").replace("云山县示范局", "云山县教育局")
    entries = [
        Entry("甲.yaml", notice_of(form(INHERITED))),
        Entry("坏.yaml", None, "第3行：「成文日期」没有填。"),
        Entry("乙.yaml", notice_of(other)),
    ]
    data = workbook(entries)
    book = openpyxl.load_workbook(io.BytesIO(data))
    summary = table(book["汇总"])
    reckoned = cached(data, 1)

    assert book.sheetnames == ["汇总", "云山县示范局党组", "云山县教育局党组"]
    assert [row["单位"] for row in summary[:3]] == [
        "中共云山县示范局党组",
        "中共云山县教育局党组",
        "坏.yaml",
    ]
    assert summary[2]["截至"] == "没有汇总：第3行：「成文日期」没有填。"
    assert "".join(reckoned[f"{letter}7"] for letter in "DEFGHIJL") == "52201111"
    assert reckoned["K7"] == "0.4"
    assert book["汇总"]["L3"].value == "逾期"  # as `status` calls it
    assert len(book["汇总"]._charts) == 1  # noqa: SLF001  # openpyxl has no other way to ask


def test_the_same_forms_give_the_same_bytes() -> None:
    command = (
        "import sys; from pathlib import Path; from noticegen import cli; cli.run(sys.argv[1:])"
    )
    made = []
    for seed in ("1", "2"):
        target = Path(os.environ.get("TMPDIR", "/tmp")) / f"ledger-{os.getpid()}-{seed}.xlsx"  # noqa: S108
        subprocess.run(  # noqa: S603  # our own program
            [
                *(sys.executable, "-c", command, "ledger", "-o", str(target)),
                *(str(path) for path in sorted((ROOT / "examples").glob("*.yaml"))),
            ],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        made.append(target.read_bytes())
        target.unlink()

    assert made[0] == made[1]


def test_the_file_names_the_organ_and_no_person_and_no_program() -> None:
    data = workbook([Entry("表.yaml", notice_of(form(INHERITED)))])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        properties = [archive.read(f"docProps/{name}.xml").decode() for name in ("app", "core")]
        times = {entry.date_time for entry in archive.infolist()}

    assert not re.search("openpyxl|Microsoft|Excel|noticegen", "".join(properties))
    assert "<dc:creator>中共云山县示范局党组</dc:creator>" in properties[1]
    assert properties[1].count("2024-06-20T00:00:00Z") == 2
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_a_ledger_of_ours_is_known_and_an_edited_one_too() -> None:
    data = workbook([Entry("表.yaml", notice_of(form(INHERITED)))])
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.worksheets[0]["K4"] = "未完成"
    edited = io.BytesIO()
    book.save(edited)

    assert package.is_untouched(data) is True
    assert package.is_untouched(edited.getvalue()) is False


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "#N/A"])
def test_text_that_looks_like_a_formula_is_text(text: str) -> None:
    sheet = sheet_of(form(f"- 问题: 一\n  备注: {scalar(text)}\n  措施:\n    - {scalar(text)}"))
    remark, measure = sheet["L4"], sheet["E4"]

    assert (remark.value, remark.data_type) == (text, "s")
    assert (measure.value, measure.data_type) == (text, "s")
    assert bool(remark.quotePrefix) is (text[0] in "=+-@")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf")), max_size=30))
def test_no_text_of_a_form_ever_becomes_a_formula(text: str) -> None:
    text = " ".join(text.split())
    source = form(f"- 问题: 一\n  备注: {scalar(text)}\n  进展: {scalar('=' + text)}")
    try:
        notice = notice_of(source)
    except AssertionError:
        return  # no form: {{ unknown names }} and the like
    book = openpyxl.load_workbook(io.BytesIO(workbook([Entry("表.yaml", notice)])))
    own = '="问题"&ROWS('

    assert [formula for formula in formulas(book) if not formula.startswith(own)] == []
    assert str(book.worksheets[0]["J4"].value).startswith("=")


def test_the_page_is_a4_across_with_its_header_on_each_and_its_number_below() -> None:
    sheet = sheet_of(form(INHERITED))

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"
    assert sheet.print_area.endswith("$M$10")


def test_the_pages_are_numbered() -> None:
    data = workbook([Entry("表.yaml", notice_of(form(INHERITED)))])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "第 &amp;P 页" in archive.read("xl/worksheets/sheet1.xml").decode()


def test_the_key_is_hidden_and_not_printed() -> None:
    sheet = sheet_of(form(INHERITED))

    assert sheet["N3"].value == KEY
    assert sheet.column_dimensions["N"].hidden is True


def test_faces_are_named_and_cells_are_lined() -> None:
    sheet = sheet_of(form(INHERITED))

    assert [sheet[place].font.name for place in ("A1", "D3", "D4")] == [
        *("方正小标宋简体", "黑体", "仿宋_GB2312")
    ]
    assert all(sheet[place].border.left.style == "thin" for place in ("A3", "E4", "M6"))
    assert sheet["E4"].alignment.wrap_text is True


def test_statuses_are_chosen_from_a_list() -> None:
    [choice] = sheet_of(form(INHERITED)).data_validations.dataValidation

    assert choice.formula1 == '"已完成,基本完成,持续推进,未完成"'
    assert [place in choice.sqref for place in ("K4", "K5", "K6", "K9", "K7")] == [
        *(True, True, True, True, False)
    ]


def test_rows_with_many_words_are_set_smaller_and_may_grow_when_edited() -> None:
    long = "逐条对照整改。" * 150

    assert fitting_size("短", 47) == BODY_SIZE
    assert fitting_size(long, 47) < BODY_SIZE
    assert height(long, 47, fitting_size(long, 47)) <= TALLEST
    data = workbook([Entry("表.yaml", notice_of(form(INHERITED)))])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    loose = [row.get("r") for row in root.iter(f"{MAIN}row") if not row.get("customHeight")]
    assert loose == ["4", "5", "6", "9"]


def test_tasks_alone_head_their_column_so() -> None:
    sheet = sheet_of(form("- 任务: 扩大覆盖面"))
    assert "整改任务" in [cell.value for cell in sheet[3]]


def test_a_form_of_several_units_has_a_column_for_them() -> None:
    sheet = sheet_of(form("- 单位: 市工商联\n- 问题: 一"))
    assert table(sheet)[0]["单位"] == "市工商联"


def test_parts_that_divide_the_findings_stand_for_aspects() -> None:
    found = table(sheet_of(form("- 部分: 甲\n- 问题: 一\n- 部分: 乙\n- 问题: 二")))
    assert [row["方面"] for row in found[:2]] == ["甲", "乙"]


def test_names_of_sheets_are_what_a_worksheet_takes() -> None:
    taken: set[str] = set()
    long = form().replace("云山县示范局", "云山县" + "很长" * 20)
    odd = form().replace("云山县示范局", "云/山[县]示?范*局：")
    names = [sheet_name(notice_of(text), taken) for text in (long, long, odd, odd)]

    assert len({name.lower() for name in names}) == 4
    assert all(len(name.encode("utf-16-le")) <= 62 for name in names)
    assert not any(mark in "".join(names) for mark in ":\\/?*[]")
    assert names[1].endswith("（2）")


def test_a_notice_without_findings_has_an_empty_table() -> None:
    sheet = sheet_of(form("- 段落: 正文。"))
    assert table(sheet)[0]["序号"] == "合计"


def test_a_cell_holds_no_more_than_a_worksheet_takes() -> None:
    sheet = sheet_of(form(f"- 问题: 一\n  进展: {'长' * 40_000}"))
    assert str(sheet["J4"].value).endswith("（全文见填报表）")


@pytest.fixture
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_in_an_empty_folder")
def test_the_command_rolls_up_what_is_whole_and_tells_what_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("甲.yaml").write_text(form(INHERITED), encoding="utf-8")
    Path("乙.yaml").write_text(form("- 问题: 一"), encoding="utf-8")
    Path("坏.yaml").write_text(form().replace("成文日期", "成文日其"), encoding="utf-8")

    assert cli.run(["ledger", "甲.yaml", "坏.yaml", "乙.yaml", "-o", "台账.xlsx"]) == 1
    shown = capsys.readouterr()
    assert "已生成 台账.xlsx（2张表、4个问题、2条措施）。" in shown.out
    assert "坏.yaml:3:3: 错误" in shown.err
    book = openpyxl.load_workbook("台账.xlsx")
    assert book.sheetnames == ["汇总", "云山县示范局党组", "云山县示范局党组（2）"]
    assert "成文日其" in str(book["汇总"]["C6"].value)


@pytest.mark.usefixtures("_in_an_empty_folder")
def test_the_command_replaces_its_own_ledger_and_keeps_an_edited_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("表.yaml").write_text(form("- 问题: 一"), encoding="utf-8")
    assert cli.run(["ledger", "表.yaml"]) == 0
    assert cli.run(["ledger", "表.yaml"]) == 0
    book = openpyxl.load_workbook("表.xlsx")
    book.worksheets[0]["K4"] = "已完成"
    book.save("表.xlsx")

    assert cli.run(["ledger", "表.yaml"]) == 1
    assert "有人改过" in capsys.readouterr().err
    assert cli.run(["ledger", "表.yaml", "--force"]) == 0
    assert openpyxl.load_workbook("表.xlsx").worksheets[0]["K4"].value is None


@pytest.mark.usefixtures("_in_an_empty_folder")
def test_the_command_makes_nothing_of_broken_forms_alone() -> None:
    Path("坏.yaml").write_text("问题", encoding="utf-8")

    assert cli.run(["ledger", "坏.yaml", "-o", "台账.xlsx"]) == 1
    assert not Path("台账.xlsx").exists()


@pytest.mark.usefixtures("_in_an_empty_folder")
def test_the_command_knows_where_to_put_it() -> None:
    Path("表.yaml").write_text(form("- 问题: 一"), encoding="utf-8")
    Path("夹").mkdir()

    assert cli.run(["ledger", "表.yaml", "-o", "夹"]) == 0
    assert cli.run(["ledger", "表.yaml", "-o", "新夹/"]) == 0
    assert cli.run(["ledger", "表.yaml", "-o", "v1.2台账"]) == 0
    assert cli.run(["ledger", "表.yaml", "-o", "台账.xls"]) == 2
    assert Path("夹/表.xlsx").is_file()
    assert Path("新夹/表.xlsx").is_file()
    assert Path("v1.2台账.xlsx").is_file()


_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"  # in UTF-8


def _draws_worksheets() -> bool:
    program = shutil.which("soffice")
    return bool(program and list(Path(program).resolve().parent.glob("libsclo.so")))


@pytest.mark.skipif(not _draws_worksheets(), reason="no LibreOffice Calc")
def test_libreoffice_reckons_what_the_file_says(tmp_path: Path) -> None:
    data = workbook([Entry("表.yaml", notice_of(form(INHERITED)))])
    parts = package.unpacked(data)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace("问题3个，措施2条".encode(), "问题9个，措施9条".encode())
    (tmp_path / "台账.xlsx").write_bytes(package.packed(parts))
    program = office.find()
    assert program
    subprocess.run(  # noqa: S603  # the office's own program
        [
            *(str(program), "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"),
            *("--convert-to", _CSV, "--outdir", str(tmp_path), str(tmp_path / "台账.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    written = (tmp_path / "台账.csv").read_bytes()
    assert "问题3个，措施2条；已完成1个" in written.decode("utf-8", "replace")
