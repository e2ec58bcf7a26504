"""The ledger in: any table an office keeps, read or reported; a form changed only where meant."""

import io
import struct
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from forms import errors_of, form, messages_of, notice_of
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from noticegen import cli
from noticegen import form as forms
from noticegen.importers.ledger import (
    Imported,
    RefusedError,
    Updated,
    import_ledger,
    update_form,
    updating,
    words,
)
from noticegen.importers.ledger.scalars import scalar
from noticegen.importers.lines import clean
from noticegen.ledger import Entry, workbook
from noticegen.ledger.rows import rows
from noticegen.model import all_labels, top_labels

ROOT = Path(__file__).resolve().parents[2]
FORMS = sorted(
    (
        *(ROOT / "examples").glob("*.yaml"),
        *(ROOT / "tests" / "variants").glob("*.yaml"),
        *(ROOT / "templates").rglob("form.yaml"),
    )
)
HEADER = ("序号", "反馈问题", "整改措施", "责任单位", "完成时限", "状态")
Row = Sequence[object]


def book(*lines: Row, merges: Sequence[str] = (), **more: Sequence[Row]) -> bytes:
    """A workbook with the rows *lines*; *more* are further sheets."""
    made = openpyxl.Workbook()
    sheets = {"Sheet1": lines, **more}
    made.remove(made.worksheets[0])
    for name, rows_of in sheets.items():
        sheet = made.create_sheet(name)
        for line in rows_of:
            sheet.append(tuple(line))
    for reference in merges:
        made.worksheets[0].merge_cells(reference)
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def body_of(imported: Imported) -> list[dict[str, object]]:
    read, _ = forms.read(imported.text.encode(), all_labels(), top_labels())
    assert read is not None
    body = read.values["正文"]
    assert isinstance(body, list)
    return [item for item in body if isinstance(item, dict)]


def items(*lines: Row, **more: object) -> list[dict[str, object]]:
    return body_of(import_ledger(book(*lines, **more)))  # type: ignore[arg-type]


def codes(problems: Sequence[object]) -> list[str]:
    return [problem.code for problem in problems]  # type: ignore[attr-defined]


def ledger_of(text: str) -> bytes:
    return workbook([Entry("表.yaml", notice_of(text))])


def edited(data: bytes, edit: Callable[[Worksheet], None]) -> bytes:
    """The ledger *data* as an office's program saves it after *edit*."""
    made = openpyxl.load_workbook(io.BytesIO(data))
    edit(made.worksheets[0])
    return saved(made)


def set_cell(place: str, value: object) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        sheet[place] = value  # type: ignore[assignment]

    return edit


def insert(sheet: Worksheet, at: int) -> None:
    """Insert a row; the merged ranges below would not move with their cells."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(at)


def changed_lines(before: str, updated: Updated) -> list[tuple[str, str]]:
    """The pairs of lines that differ, of two texts with equally many."""
    pairs = zip(before.splitlines(), updated.data.decode().splitlines(), strict=True)
    return [(one, other) for one, other in pairs if one != other]


FORM = form(
    """
    - 方面: 政治建设方面
    - 类别: 学习不够            # 第一类
    - 问题: 研讨不充分
      措施:
        - 制定计划。            # 已经制定
        - 每月研讨。
      状态: 持续推进            # 只用来计数
      责任单位: "办公室"
    - 问题: 督促不够
      措施: 督导8次。
      状态:
    # 说明
    - 类别: 作风不实
    - 问题: 走访不经常
    """
)


# Round trips.


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_ledger_that_comes_back_unchanged_changes_nothing(path: Path) -> None:
    source = path.read_bytes()
    data = ledger_of(source.decode())

    assert update_form(source, data) == Updated(source, (), ())
    assert update_form(source, edited(data, lambda _: None)) == Updated(source, (), ())


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_ledger_imports_as_the_findings_it_was_made_from(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = rows(notice_of(text))
    if not found:
        return
    imported = import_ledger(ledger_of(text))
    filled = imported.text.replace("机关:\n", "机关: 某局党组\n").replace(
        "成文日期:\n", "成文日期: 2024年6月1日\n"
    )

    assert imported.problems == ()
    back = rows(notice_of(filled))
    assert [row[3:] for row in back] == [row[3:] for row in found]
    assert [row.kind for row in back] == [row.kind for row in found]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_status_chosen_in_the_ledger_changes_that_line_alone(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = rows(notice_of(text))
    if not found:
        return
    state = "未完成" if found[0].status != "未完成" else "已完成"
    sheet = openpyxl.load_workbook(io.BytesIO(ledger_of(text))).worksheets[0]
    [column] = [cell.column_letter for cell in sheet[3] if cell.value == "状态"]
    updated = update_form(text.encode(), edited(ledger_of(text), set_cell(f"{column}4", state)))
    after = updated.data.decode()

    assert updated.problems == ()
    assert len(updated.changes) == 1
    assert rows(notice_of(after))[0].status == state
    assert [row[1:] for row in rows(notice_of(after))][1:] == [row[1:] for row in found][1:]
    kept = set(text.splitlines())
    assert [
        line.strip().split("#")[0].strip() for line in after.splitlines() if line not in kept
    ] in (
        [f"状态: {state}"],
        [],
    )


# A form that is updated.


def test_a_changed_value_keeps_the_comment_beside_it() -> None:
    updated = update_form(FORM.encode(), edited(ledger_of(FORM), set_cell("K4", "已完成")))

    assert changed_lines(FORM, updated) == [
        ("    状态: 持续推进            # 只用来计数", "    状态: 已完成            # 只用来计数")
    ]
    assert updated.changes == ("第11行「研讨不充分」的「状态」由“持续推进”改为“已完成”。",)


def test_a_label_left_empty_is_filled_where_it_stands() -> None:
    updated = update_form(FORM.encode(), edited(ledger_of(FORM), set_cell("K5", "已完成")))
    assert changed_lines(FORM, updated) == [("    状态:", "    状态: 已完成")]


def test_a_label_that_is_not_there_is_added_to_its_item() -> None:
    updated = update_form(FORM.encode(), edited(ledger_of(FORM), set_cell("H6", "张某")))
    lines = FORM.splitlines()

    assert updated.data.decode().splitlines() == [*lines, "    责任人: 张某"]


def test_a_measure_is_changed_added_and_taken_out_in_its_place() -> None:
    def edit(sheet: Worksheet) -> None:
        sheet["E4"] = "（1）制定计划。\n（2）每周研讨。\n（3）半年考核。"

    updated = update_form(FORM.encode(), edited(ledger_of(FORM), edit))
    after = updated.data.decode()
    assert "      - 制定计划。            # 已经制定\n" in after
    assert "      - 每周研讨。\n      - 半年考核。\n    状态" in after
    assert rows(notice_of(after))[0].measures == ("制定计划。", "每周研讨。", "半年考核。")

    shorter = update_form(FORM.encode(), edited(ledger_of(FORM), set_cell("E4", "制定计划。")))
    assert FORM.splitlines()[9] not in shorter.data.decode().splitlines()
    assert len(shorter.data.splitlines()) == len(FORM.splitlines()) - 1


def test_measures_come_where_there_were_none_or_only_a_text() -> None:
    def edit(sheet: Worksheet) -> None:
        sheet["E5"] = "1.督导9次。\n2.通报2次。"
        sheet["E6"] = "一是走访63人次；二是建立制度。"

    after = update_form(FORM.encode(), edited(ledger_of(FORM), edit)).data.decode()
    assert [row.measures for row in rows(notice_of(after))][1:] == [
        ("督导9次。", "通报2次。"),
        ("走访63人次；", "建立制度。"),
    ]


def test_a_measure_whose_line_has_a_comment_is_not_taken_out() -> None:
    updated = update_form(FORM.encode(), edited(ledger_of(FORM), set_cell("E4", "每月研讨。")))

    assert updated.data == FORM.encode()
    assert codes(updated.problems) == ["ledger-kept"]


def test_what_a_heading_says_is_set_for_one_finding_only() -> None:
    text = form("- 方面: 甲\n  状态: 已完成\n- 问题: 一\n- 问题: 二")
    after = update_form(text.encode(), edited(ledger_of(text), set_cell("K5", "未完成")))

    assert after.data.decode() == text + "    状态: 未完成\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encoding_line_ends_and_mark_stay(end: str, encoding: str) -> None:
    source = FORM.replace("\n", end).encode(encoding)
    made = edited(ledger_of(FORM), set_cell("H6", "张某"))
    wanted = (FORM + "    责任人: 张某\n").replace("\n", end).encode(encoding)

    assert update_form(source, made).data == wanted


def test_a_form_whose_last_line_has_no_end_gets_a_line_more() -> None:
    source = FORM.rstrip("\n").encode()
    made = edited(ledger_of(FORM), set_cell("H6", "张某"))

    assert update_form(source, made).data == source + "\n    责任人: 张某".encode()


def test_a_text_below_a_sign_is_changed_there() -> None:
    text = form("- 问题: 一\n  进展: |\n    已经\n    开始\n\n# 说明\n- 问题: 二")
    after = update_form(text.encode(), edited(ledger_of(text), set_cell("J4", "已经完成。")))

    assert after.data.decode() == text.replace("      已经\n      开始\n", "      已经完成。\n")


@pytest.mark.parametrize(
    "text", ["办公室: 张某", "- 张某", "'张某", "# 张某", "[张某]", "{{ 张某", "a #b", "问题：一"]
)
def test_a_value_that_yaml_would_misread_is_quoted(text: str) -> None:
    after = update_form(FORM.encode(), edited(ledger_of(FORM), set_cell("H4", text)))
    assert after.problems == ()
    assert rows(notice_of(after.data.decode()))[0].fields["责任人"] == clean(text)


def test_what_was_changed_in_the_form_meanwhile_stays() -> None:
    made = edited(ledger_of(FORM), set_cell("K6", "未完成"))
    newer = FORM.replace("持续推进", "已完成")
    updated = update_form(newer.encode(), made)

    assert updated.data.decode() == newer + "    状态: 未完成\n"
    assert updated.problems == ()


def test_what_both_changed_is_reported_and_left() -> None:
    made = edited(ledger_of(FORM), set_cell("K4", "未完成"))
    newer = FORM.replace("持续推进", "已完成").encode()

    assert update_form(newer, made).data == newer
    assert codes(update_form(newer, made).problems) == ["ledger-kept"]


def test_what_both_changed_alike_is_no_matter() -> None:
    made = edited(ledger_of(FORM), set_cell("K4", "已完成"))
    newer = FORM.replace("持续推进", "已完成").encode()

    assert update_form(newer, made) == Updated(newer, (), ())


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        ("K4", "差不多了", "ledger-status"),
        ("K4", None, "ledger-kept"),
        ("D4", "研讨不深入", "ledger-kept"),
    ],
)
def test_what_is_unclear_or_not_the_ledger_s_to_change_is_reported_and_left(
    place: str, value: str | None, code: str
) -> None:
    updated = update_form(FORM.encode(), edited(ledger_of(FORM), set_cell(place, value)))
    assert (updated.data, codes(updated.problems)) == (FORM.encode(), [code])


def test_a_measure_that_calls_on_a_name_is_left_to_its_writer() -> None:
    text = form("- 问题: 一\n  措施:\n    - 共{{ 问题数 }}个。")
    updated = update_form(text.encode(), edited(ledger_of(text), set_cell("E4", "共2个。")))
    assert (updated.data, codes(updated.problems)) == (text.encode(), ["ledger-kept"])


@pytest.mark.parametrize(
    ("item", "place"),
    [("问题: 一\n  措施: [改。, 学。]", "E4"), ("{ 问题: 一, 状态: 已完成 }", "K4")],
)
def test_what_is_between_brackets_is_left_to_its_writer(item: str, place: str) -> None:
    text = form(f"- {item}")
    updated = update_form(text.encode(), edited(ledger_of(text), set_cell(place, "未完成")))
    assert (updated.data, codes(updated.problems)) == (text.encode(), ["ledger-kept"])


def test_a_form_with_errors_is_not_touched() -> None:
    broken = FORM.replace("2024年6月20日", "6月20日").encode()
    updated = update_form(broken, ledger_of(FORM))
    assert (updated.data, codes(updated.problems)) == (broken, ["ledger-form"])


def test_sorted_and_filtered_rows_find_their_findings_by_key() -> None:
    def edit(sheet: Worksheet) -> None:
        lines = [[cell.value for cell in sheet[number]] for number in (6, 5, 4)]
        for number, line in enumerate(lines, 4):
            for at, value in enumerate(line, 1):
                sheet.cell(number, at).value = value  # type: ignore[union-attr]
        sheet["K6"] = "基本完成"

    updated = update_form(FORM.encode(), edited(ledger_of(FORM), edit))
    assert [line.strip() for _, line in changed_lines(FORM, updated)] == [
        "状态: 基本完成            # 只用来计数"
    ]


def test_findings_with_the_same_words_are_told_apart_by_their_keys() -> None:
    text = form("- 类别: 甲\n- 问题: 一\n- 类别: 乙\n- 问题: 一\n- 问题: 一")
    for line, at in ((4, 1), (5, 3), (6, 4)):
        made = edited(ledger_of(text), set_cell(f"K{line}", "已完成"))
        body = notice_of(update_form(text.encode(), made).data.decode()).body
        assert [index for index, item in enumerate(body) if item.status] == [at]


def test_a_ledger_without_keys_is_matched_by_its_words() -> None:
    lines = [
        ("台账",),
        HEADER,
        (1, "研讨 不充分。", "", "", "", "是"),
        (2, "走访不经常", "", "党办", "", ""),
    ]
    updated = update_form(FORM.encode(), book(*lines))

    assert "    状态: 已完成            # 只用来计数" in updated.data.decode()
    assert updated.data.decode().endswith("    责任单位: 党办\n")
    assert codes(updated.problems) == ["ledger-missing"]


def test_the_same_words_twice_without_a_key_are_reported() -> None:
    text = form("- 类别: 甲\n- 问题: 一\n- 类别: 乙\n- 问题: 一").encode()
    updated = update_form(text, book(HEADER, (1, "一", "", "", "", "是")))

    assert updated.data == text
    assert codes(updated.problems)[:1] == ["ledger-ambiguous"]


def test_a_new_finding_is_added_where_its_place_is_certain() -> None:
    def edit(sheet: Worksheet) -> None:
        insert(sheet, 6)
        sheet["B6"], sheet["C6"], sheet["D6"] = "政治建设方面", "学习不够", "没有年度计划"
        sheet["E6"], sheet["K6"] = "一是制定。二是落实。", "已完成"

    updated = update_form(FORM.encode(), edited(ledger_of(FORM), edit))
    assert updated.changes == ("第15行后面加上了问题「没有年度计划」。",)
    found = rows(notice_of(updated.data.decode()))
    assert [row.text for row in found] == ["研讨不充分", "督促不够", "没有年度计划", "走访不经常"]
    assert (found[2].measures, found[2].status) == (("制定。", "落实。"), "已完成")
    assert set(FORM.splitlines()) <= set(updated.data.decode().splitlines())


@pytest.mark.parametrize(
    ("place", "text"), [(("", ""), "没有年度计划"), (("政治建设方面", "学习不够"), "研讨不够充分")]
)
def test_a_new_finding_without_a_certain_place_or_like_another_is_reported(
    place: tuple[str, str], text: str
) -> None:
    lines = [("方面", "类别", "问题", "措施"), (*place, text, "研讨。")]
    updated = update_form(FORM.encode(), book(*lines))

    assert updated.data == FORM.encode()
    assert "ledger-unknown-finding" in codes(updated.problems)


def test_a_row_copied_with_its_key_is_a_new_finding() -> None:
    def edit(sheet: Worksheet) -> None:
        insert(sheet, 5)
        for cell in sheet[4]:
            sheet.cell(5, cell.column).value = cell.value  # type: ignore[union-attr, arg-type]
        sheet["D5"] = "没有年度安排"

    updated = update_form(FORM.encode(), edited(ledger_of(FORM), edit))
    assert [row.text for row in rows(notice_of(updated.data.decode()))][:3] == [
        *("研讨不充分", "督促不够", "没有年度安排")
    ]


def test_of_a_rolled_up_ledger_a_form_takes_its_own_sheet() -> None:
    other = FORM.replace("云山县示范局", "云山县教育局")
    both = workbook([Entry("甲.yaml", notice_of(FORM)), Entry("乙.yaml", notice_of(other))])

    def edit(sheet: Worksheet) -> None:
        sheet.parent["云山县教育局党组"]["K4"] = "已完成"  # type: ignore[index]

    made = edited(both, edit)
    assert update_form(FORM.encode(), made) == Updated(FORM.encode(), (), ())
    assert len(update_form(other.encode(), made).changes) == 1


# Tables of all shapes.


def test_columns_may_stand_in_any_order_and_go_by_usual_names() -> None:
    header = (
        "备注",
        "是否完成",
        "整改时限",
        "牵头单位",
        "牵头领导",
        "措施",
        "具体问题",
        "问题类别",
    )
    assert items(
        header, ("无", "是", "年底", "党办", "张某", "学习。", "学习不深入", "政治建设")
    ) == [
        {"类别": "政治建设"},
        {
            "问题": "学习不深入",
            "措施": ["学习。"],
            "状态": "已完成",
            "责任领导": "张某",
            "责任单位": "党办",
            "完成时限": "年底",
            "备注": "无",
        },
    ]


def test_titles_above_the_header_and_feet_below_are_no_findings() -> None:
    lines = [
        ("附件1",),
        ("某局巡察整改台账",),
        ("填报单位：某局", None, "截至2024年6月"),
        HEADER,
        (1, "一", "改。", "", "", ""),
        ("合计", "1个问题"),
        ("填表人：张某", None, "审核人：李某"),
        ("注：状态填是或者否。",),
    ]
    data = book(*lines, merges=["A2:F2", "A8:F8"])

    assert body_of(import_ledger(data)) == [{"问题": "一", "措施": ["改。"]}]
    assert import_ledger(data).problems == ()


def test_cells_merged_downwards_speak_for_all_their_rows() -> None:
    lines = [
        ("类别", "问题", "措施", "责任人"),
        ("甲", "一", "1.改。", "张某"),
        (None, None, "2.学。", "李某"),
        (None, "二", "查。", "王某"),
        ("乙", "三", "", ""),
    ]
    found = items(*lines, merges=["A2:A4", "B2:B3"])

    assert found == [
        {"类别": "甲"},
        {"问题": "一", "措施": ["改。", "学。"], "责任人": "张某、李某"},
        {"问题": "二", "措施": ["查。"], "责任人": "王某"},
        {"类别": "乙"},
        {"问题": "三"},
    ]


def test_a_finding_repeated_for_each_measure_is_one_finding() -> None:
    lines = [("问题", "措施"), ("一", "改。"), ("一", "学。"), ("二", "查。")]
    assert [item["问题"] for item in items(*lines)] == ["一", "二"]


def test_a_header_of_two_rows_is_read_by_its_lower_one() -> None:
    lines = [
        ("序号", "反馈问题", "整改", None, "责任", None),
        (None, None, "整改措施", "整改时限", "领导", "单位"),
        (1, "一", "改。", "年底", "张某", "党办"),
    ]
    found = items(*lines, merges=["A1:A2", "B1:B2", "C1:D1", "E1:F1"])
    assert found == [
        {"问题": "一", "措施": ["改。"], "责任领导": "张某", "责任单位": "党办", "完成时限": "年底"}
    ]


def test_several_sheets_of_one_office_are_read_one_after_the_other() -> None:
    found = items(("问题", "措施"), ("一", "改。"), 二=[("问题", "措施"), ("二", "学。")])
    assert [item["问题"] for item in found] == ["一", "二"]


def test_sheets_of_several_offices_become_units() -> None:
    both = workbook(
        [
            Entry("甲.yaml", notice_of(FORM)),
            Entry("乙.yaml", notice_of(FORM.replace("云山县示范局", "云山县教育局"))),
        ]
    )
    found = body_of(import_ledger(both))
    assert [item["单位"] for item in found if "单位" in item] == [
        *("中共云山县示范局党组", "中共云山县教育局党组")
    ]


def test_rows_left_blank_are_passed_over() -> None:
    lines: list[Row] = [("问题", "措施"), (), (None, None), ("一", "改。"), (), ("二", "学。")]
    assert [item["问题"] for item in items(*lines)] == ["一", "二"]


def test_bands_across_the_table_are_aspects_and_categories() -> None:
    lines = [
        HEADER,
        ("一、政治建设方面",),
        ("（一）学习不够",),
        (1, "一", "", "", "", ""),
        ("需要进一步整改的事项",),
        (1, "二", "", "", "", ""),
    ]
    assert items(*lines, merges=["A2:F2", "A3:F3", "A5:F5"]) == [
        {"方面": "政治建设方面"},
        {"类别": "学习不够"},
        {"问题": "一"},
        {"部分": "需要进一步整改的事项"},
        {"事项": "二"},
    ]


def test_dates_numbers_and_shares_are_what_the_cells_show() -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.append(["问题", "措施", "完成时限", "备注"])
    shown = [
        (date(2024, 3, 31), "yyyy-mm-dd", "2024年3月31日"),
        (date(2024, 3, 31), 'yyyy"年"m"月"', "2024年3月"),
        (239300, "General", "239300"),
        (4.14, "0.00", "4.14"),
        (0.413, "0.0%", "41.3%"),
        (12, "000000", "000012"),
        (True, "General", "TRUE"),
    ]
    for number, (value, code, _) in enumerate(shown, 2):
        sheet.append([f"问题{number}", "改。"])
        sheet.cell(number, 4).value = value  # type: ignore[union-attr]
        sheet.cell(number, 4).number_format = code
    found = body_of(import_ledger(saved(made)))

    assert [item["备注"] for item in found] == [words for *_, words in shown]


def test_rich_text_is_text() -> None:
    made = openpyxl.Workbook()
    made.worksheets[0].append(["问题", "措施"])
    rich = CellRichText("学习", TextBlock(InlineFont(b=True), "不深入"))
    made.worksheets[0].append([rich, "改。"])  # type: ignore[list-item]

    assert body_of(import_ledger(saved(made)))[0]["问题"] == "学习不深入"


def test_a_formula_gives_what_it_came_to_or_is_reported() -> None:
    lines = [("问题", "措施", "备注"), ("一", "改。", "=1+1"), ("二", "改。", "=[外部.xlsx]S!A1")]
    data = book(*lines)
    assert codes(import_ledger(data).problems) == ["ledger-formula", "ledger-formula"]
    assert "备注" not in body_of(import_ledger(data))[0]

    parts = _parts(data)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    parts[name] = parts[name].replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    parts[name] = parts[name].replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>")
    assert body_of(import_ledger(_zip(parts)))[0]["备注"] == "2"


def test_unknown_columns_and_statuses_are_reported() -> None:
    lines = [("问题", "措施", "状态", "督办领导"), ("一", "改。", "差不多", "张某")]
    imported = import_ledger(book(*lines))

    assert codes(imported.problems) == ["ledger-column", "ledger-status"]
    assert body_of(imported) == [{"问题": "一", "措施": ["改。"]}]
    assert all(problem.message.endswith("。") for problem in imported.problems)


def test_withheld_findings_stay_withheld() -> None:
    lines = [("问题", "措施", "不公开"), ("一", "", "国家秘密"), ("二", "", "是"), ("三", "", "否")]
    imported = import_ledger(book(*lines))

    assert [bool(item.get("不公开")) for item in body_of(imported)] == [True, True, False]
    assert codes(imported.problems) == ["ledger-withheld"]


def test_typed_ordinals_are_left_to_the_program() -> None:
    lines = [("方面", "类别", "问题", "措施"), ("一、甲", "（一）乙", "1.丙", "一是丁。")]
    assert items(*lines) == [{"方面": "甲"}, {"类别": "乙"}, {"问题": "丙", "措施": ["丁。"]}]


@pytest.mark.parametrize(
    ("cell", "lead", "measures"),
    [
        ("学习。", "", ["学习。"]),
        ("一是学习。二是检查。三是考核。", "", ["学习。", "检查。", "考核。"]),
        ("高度重视。一是学习。二是检查。", "高度重视。", ["学习。", "检查。"]),
        ("1.学习。\n2.检查。", "", ["学习。", "检查。"]),
        ("1、学习；2、检查。", "", ["学习；", "检查。"]),
        ("（1）学习。（2）检查。", "", ["学习。", "检查。"]),
        ("(1)学习。\n(2)检查。", "", ["学习。", "检查。"]),
        ("①学习。②检查。", "", ["学习。", "检查。"]),
        ("学习。\n检查。", "", ["学习。", "检查。"]),
        ("第一，学习。第二，检查。", "", ["学习。", "检查。"]),
        ("1.学习1.5小时。\n2.检查2.3万元。", "", ["学习1.5小时。", "检查2.3万元。"]),
        ("退还1.5万元。2.3万元待退。", "", ["退还1.5万元。2.3万元待退。"]),
        ("3.5万元已退。", "", ["3.5万元已退。"]),
        (
            "一是学习，包括：（1）甲；（2）乙。二是检查。",
            "",
            ["学习，包括：（1）甲；（2）乙。", "检查。"],
        ),
        ("一是学习。\n二是检查。\n四是考核。", "", ["学习。", "检查。", "考核。"]),
        ("1.学习，\n每月一次。\n2.检查。", "", ["学习，\n每月一次。", "检查。"]),
    ],
)
def test_measures_of_one_cell_are_parted(cell: str, lead: str, measures: list[str]) -> None:
    assert words.measures(cell) == (lead, tuple(measures))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("是", "已完成"),
        ("已 完成", "已完成"),
        ("基本整改", "基本完成"),
        ("长期坚持", "持续推进"),
        ("否", "未完成"),
        ("部分完成", None),
        ("√", None),
        ("已完成3条", None),
    ],
)
def test_statuses_are_known_or_not_guessed(said: str, status: str | None) -> None:
    assert words.status(said) == status


def test_an_imported_form_says_what_is_still_to_be_filled_in() -> None:
    text = import_ledger(book(("问题", "措施"), ("一", "改。"))).text
    assert {code for _, code in errors_of(text)} == {"model-missing"}
    assert len(messages_of(text)) == 2
    assert "机关" in messages_of(text)[0]


def test_dates_of_an_old_mac_s_workbook_count_from_1904() -> None:
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904  # type: ignore[attr-defined]
    made.worksheets[0].append(["问题", "完成时限"])
    made.worksheets[0].append(["一", date(2024, 3, 31)])
    assert body_of(import_ledger(saved(made)))[0]["完成时限"] == "2024年3月31日"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2024年6月底前", "2024年6月底前"),
        ("2024年6月前", "2024年6月前"),
        ("2024-6-30以前", "2024年6月30日以前"),
        ("2024年之前", "2024年之前"),
    ],
)
def test_a_deadline_with_before_comes_back_as_it_was_written(written: str, shown: str) -> None:
    text = form(f"- 问题: 一\n  完成时限: {written}")
    data = ledger_of(text)

    assert body_of(import_ledger(data))[0]["完成时限"] == shown
    assert update_form(text.encode(), data) == Updated(text.encode(), (), ())
    later = edited(data, set_cell("I4", date(2024, 7, 31)))
    moved = body_of(import_ledger(later))[0]["完成时限"]
    assert moved == shown.replace("6月", "7月").replace("30日", "31日")


def test_a_hidden_sheet_is_not_read_and_that_is_said() -> None:
    made = openpyxl.load_workbook(
        io.BytesIO(book(("问题", "措施"), ("一", "改。"), 旧=[("问题", "措施"), ("二", "改。")]))
    )
    made["旧"].sheet_state = "hidden"
    imported = import_ledger(saved(made))
    assert (imported.findings, codes(imported.problems)) == (1, ["ledger-hidden"])


# Files that are no ledger.


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def _with(name: str, part: bytes) -> bytes:
    return _zip({**_parts(book(("问题", "措施"), ("一", "改。"))), name: part})


def _sheet(inside: bytes) -> bytes:
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return _with("xl/worksheets/sheet1.xml", head + inside + b"</worksheet>")


def _locked() -> bytes:
    data = bytearray(book(("问题", "措施"), ("一", "改。")))
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            struct.pack_into("<H", data, start + at, 1)
            start += 4
    return bytes(data)


_DOCTYPE = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED = {
    "a zip bomb": (lambda: _with("xl/worksheets/sheet1.xml", b" " * 60_000_000), "太大"),
    "an encrypted workbook": (lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "an encrypted zip": (_locked, "密码"),
    "macros": (lambda: _with("xl/vbaProject.bin", b"x"), "宏"),
    "an old workbook": (lambda: _OLE + b"Workbook", "旧版"),
    "a PDF": (lambda: b"%PDF-1.7", "PDF"),
    "text": ("问题,措施\n一,改。\n".encode, "不是 Excel"),
    "nothing": (lambda: b"", "不是 Excel"),
    "half a file": (lambda: book(("问题", "措施"))[:-200], "损坏"),
    "a Word file": (lambda: _zip({"word/document.xml": b"<x/>"}), "Word"),
    "another zip": (lambda: _zip({"a.txt": b"a"}), "不是 Excel"),
    "a table of other things": (lambda: book(("姓名", "年龄"), ("张某", 30)), "没有找到台账"),
    "a header alone": (lambda: book(HEADER), "还没有问题"),
    "an empty workbook": (book, "没有找到台账"),
    "entities": (lambda: _with("xl/worksheets/sheet1.xml", _DOCTYPE), "损坏"),
    "broken XML": (lambda: _sheet(b"<row><c>"), "损坏"),
    "too many elements": (lambda: _sheet(b"<row/>" * 2_600_000), "太大"),
    "merged without end": (
        lambda: _sheet(
            b"<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>x</t></is></c></row>"
            b"<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>x</t></is></c></row>"
            b"</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
        ),
        "太大",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_ledger_gets_one_clear_sentence_soon(name: str) -> None:
    make, said = REFUSED[name]
    data = make()
    start = time.monotonic()
    with pytest.raises(RefusedError, match=said) as refusal:
        import_ledger(data)

    assert time.monotonic() - start < 20
    assert str(refusal.value).count("。") == 1
    assert str(refusal.value).endswith("。")


def test_a_million_empty_rows_are_no_obstacle() -> None:
    cells = "<row r='1'><c r='A1' t='inlineStr'><is><t>问题</t></is></c><c r='B1' t='inlineStr'><is><t>措施</t></is></c></row>"
    cells += "<row r='2'><c r='A2' t='inlineStr'><is><t>一</t></is></c></row>"
    data = _sheet(
        b"<dimension ref='A1:XFD1048576'/><sheetData>"
        + cells.encode()
        + b"<row s='1'><c s='1'/></row>" * 1_000_000
        + b"</sheetData>"
    )
    start = time.monotonic()

    assert body_of(import_ledger(data)) == [{"问题": "一"}]
    assert time.monotonic() - start < 20


_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _as_excel_writes_it(cells: str) -> bytes:
    """A workbook with shared strings and the cells of row 2, below a header."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    texts = ["问题", "措施", "备注", "责任人", "一"]
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    shared += "<si><r><t>张</t></r><r><t>某_x000D_</t></r><rPh><t>zhang</t></rPh></si>"
    header = "".join(f'<c r="{column}1" t="s"><v>{at}</v></c>' for at, column in enumerate("ABCD"))
    parts = {
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" '
        'Target="/xl/worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {main}>{shared}</sst>",
        "xl/styles.xml": f'<styleSheet {main}><numFmts><numFmt numFmtId="176" '
        'formatCode="[$-804]yyyy\\-mm\\-dd;@"/></numFmts><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="176"/><xf numFmtId="57"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData><row>{header}</row><row>"
        f'<c r="A2" t="s"><v>4</v></c>{cells}</row></sheetData></worksheet>',
    }
    return _zip({name: part.encode() for name, part in parts.items()})


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('<c r="C2" t="s"><v>5</v></c>', "张某"),
        ('<c r="C2" t="s"><v>99</v></c>', None),
        (f'<c r="C2" t="s"><v>{"9" * 5000}</v></c>', None),
        ('<c r="C2" t="str"><f>A2&amp;"二"</f><v>一二</v></c>', "一二"),
        ('<c r="C2" t="str"><f>""</f><v></v></c>', None),
        ('<c r="C2" t="d"><v>2024-03-31T00:00:00</v></c>', "2024年3月31日"),
        ('<c r="C2" t="d"><v>2024-13-31</v></c>', "2024-13-31"),
        ('<c r="C2" s="1"><v>45382</v></c>', "2024年3月31日"),
        ('<c r="C2" s="2"><v>45382</v></c>', "2024年3月"),
        ('<c r="C2" s="3"><v>45382.75</v></c>', "2024年3月31日"),
        ('<c r="C2"><v>45382</v></c>', "45382"),
        ('<c r="C2"><v>4.1400000000000006</v></c>', "4.14"),
        ('<c r="C2"><v>x</v></c>', "x"),
        ("<c/><c><v>7</v></c>", "7"),
    ],
)
def test_cells_say_what_a_worksheet_shows(cell: str, said: str | None) -> None:
    imported = import_ledger(_as_excel_writes_it(cell))
    assert (body_of(imported), imported.problems) == (
        [{"问题": "一"} | ({"备注": said} if said else {})],
        (),
    )


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="C2" s="1"><v>-5</v></c>',
        '<c r="C2" s="1"><v>1e300</v></c>',
        '<c r="C2" s="1"><v>nan</v></c>',
    ],
)
def test_cells_that_show_an_error_are_reported(cell: str) -> None:
    imported = import_ledger(_as_excel_writes_it(cell))
    assert (body_of(imported), codes(imported.problems)) == ([{"问题": "一"}], ["ledger-formula"])


def test_measures_are_rewritten_below_a_sign_and_below_an_empty_label() -> None:
    text = form(
        "- 问题: 一\n  措施: |\n    改。\n    学。\n- 问题: 二\n  措施:      # 待填\n- 问题: 三"
    )

    def edit(sheet: Worksheet) -> None:
        sheet["E4"], sheet["E5"] = "改。\n查。\n学。", "1.一查。\n2.二改。"

    after = update_form(text.encode(), edited(ledger_of(text), edit))
    assert after.problems == ()
    assert after.data.decode() == text.replace("      学。\n", "      查。\n      学。\n").replace(
        "# 待填\n", "# 待填\n      - 一查。\n      - 二改。\n"
    )


def test_a_single_measure_stays_a_text() -> None:
    updated = update_form(FORM.encode(), edited(ledger_of(FORM), set_cell("E5", "督导9次。")))
    assert changed_lines(FORM, updated) == [("    措施: 督导8次。", "    措施: 督导9次。")]


def test_measures_with_ordinals_within_are_left_to_the_form_s_writer() -> None:
    made = edited(ledger_of(FORM), set_cell("E4", "一是（1）甲；（2）乙。二是丙。"))
    updated = update_form(FORM.encode(), made)
    assert (updated.data, codes(updated.problems)) == (FORM.encode(), ["ledger-kept"])


def test_a_new_finding_is_not_forced_into_a_body_between_brackets() -> None:
    text = form().split("正文:")[0] + "正文: [{方面: 甲}, {问题: 一}]\n"
    lines = [("方面", "问题", "措施"), ("甲", "一", ""), ("甲", "全新的事情", "改。")]
    updated = update_form(text.encode(), book(*lines))
    assert (updated.data, codes(updated.problems)) == (text.encode(), ["ledger-unknown-finding"])


def test_nothing_is_written_that_does_not_say_what_was_meant() -> None:
    other = updating.fault(form("- 问题: 二").encode(), {"正文": [{"问题": "一"}]})
    broken = form("- 问题: 一").replace("2024年", "").encode()
    read, _ = forms.read(broken, all_labels(), top_labels())
    assert read is not None
    invalid = updating.fault(broken, read.values)

    assert other is not None
    assert invalid is not None
    assert (other.code, invalid.code) == ("ledger-refused", "ledger-refused")
    assert "没有写年份" in invalid.message


def test_rows_that_name_no_finding_are_reported() -> None:
    lines = [HEADER, (1, None, "改。", "党办"), (2, "一", "查。")]
    imported = import_ledger(book(*lines))
    assert codes(imported.problems) == ["ledger-row"]
    assert body_of(imported) == [{"问题": "一", "措施": ["查。"]}]


# What holds for any cells.

_CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(
        ["=1+1", "+86", "-1", "@a", "{{ 问题数 }}", "{机关}", "一是甲。二是乙。", "（1）", "\t"]
    ),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(date(1901, 1, 1)),
    st.booleans(),
)
_NOT_IN_A_SHEET = {chr(code): " " for code in (*range(9), 11, 12, *range(14, 32))}


def _fit(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    kept = cell.translate(str.maketrans(_NOT_IN_A_SHEET))
    return "".join(char for char in kept if not 0xD800 <= ord(char) < 0xE000 and ord(char) < 0xFFFE)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[_CELLS] * len(HEADER)), min_size=1, max_size=6))
def test_any_cells_make_a_form_that_reads_back(lines: list[tuple[object, ...]]) -> None:
    data = book(HEADER, *[[_fit(cell) for cell in line] for line in lines])
    try:
        imported = import_ledger(data)
    except RefusedError:
        return
    read, problems = forms.read(imported.text.encode(), all_labels(), top_labels())

    assert read is not None
    assert problems == []
    assert len(body_of(imported)) == imported.findings


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["E", "F", "G", "J", "K", "L"]), _CELLS), max_size=4))
def test_any_edit_of_a_ledger_leaves_a_form_that_is_whole(
    changes: list[tuple[str, object]],
) -> None:
    def edit(sheet: Worksheet) -> None:
        for number, (column, value) in enumerate(changes):
            sheet[f"{column}{4 + number % 3}"] = _fit(value)  # type: ignore[assignment]

    updated = update_form(FORM.encode(), edited(ledger_of(FORM), edit))
    after = rows(notice_of(updated.data.decode()))

    assert [row.text for row in after] == ["研讨不充分", "督促不够", "走访不经常"]
    for comment in ("# 第一类", "# 已经制定", "# 只用来计数", "# 说明"):
        assert comment in updated.data.decode()


@given(st.text(max_size=40))
def test_any_text_is_written_so_that_it_reads_back(text: str) -> None:
    words_of = clean(text)
    if not words_of:
        return
    read, problems = forms.read(
        form(f"- 问题: {scalar(words_of)}").encode(), all_labels(), top_labels()
    )
    assert read is not None
    assert read.values["正文"] == [{"问题": words_of}]
    assert problems == []


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    for source in (data, b"PK\x03\x04" + data):
        with pytest.raises(RefusedError):
            import_ledger(source)


# The command.


@pytest.fixture
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("表.yaml").write_text(FORM, encoding="utf-8")
    assert cli.run(["ledger", "表.yaml", "-o", "台账.xlsx"]) == 0


def _edit_file(edit: Callable[[Worksheet], None]) -> None:
    Path("台账.xlsx").write_bytes(edited(Path("台账.xlsx").read_bytes(), edit))


@pytest.mark.usefixtures("_in_an_empty_folder")
def test_the_command_writes_the_changes_in_place_and_keeps_the_form_as_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _edit_file(set_cell("K4", "已完成"))

    assert cli.run(["import", "台账.xlsx", "--into", "表.yaml"]) == 0
    assert "由“持续推进”改为“已完成”" in capsys.readouterr().out
    assert Path("表.yaml.bak").read_text(encoding="utf-8") == FORM
    assert "状态: 已完成            # 只用来计数" in Path("表.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("_in_an_empty_folder")
def test_the_command_touches_nothing_where_nothing_changed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = Path("表.yaml").stat().st_mtime_ns

    assert cli.run(["import", "台账.xlsx", "--into", "表.yaml"]) == 0
    assert "没有要改的" in capsys.readouterr().out
    assert Path("表.yaml").stat().st_mtime_ns == before
    assert not Path("表.yaml.bak").exists()


@pytest.mark.usefixtures("_in_an_empty_folder")
def test_the_command_makes_a_form_beside_the_ledger_and_never_overwrites(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["import", "台账.xlsx"]) == 0
    assert "3个问题" in capsys.readouterr().out
    assert cli.run(["import", "台账.xlsx"]) == 1
    assert cli.run(["check", "台账.yaml"]) == 1
    assert "还没有填「机关」" in capsys.readouterr().out


@pytest.mark.usefixtures("_in_an_empty_folder")
def test_the_command_says_in_one_sentence_why_a_file_is_not_imported(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("旧.xls").write_bytes(_OLE)
    Path("坏.yaml").write_text(FORM.replace("2024年6月20日", ""), encoding="utf-8")

    assert cli.run(["import", "旧.xls"]) == 1
    assert "另存为" in capsys.readouterr().err
    assert not Path("旧.yaml").exists()
    assert cli.run(["import", "旧.xls", "--into", "表.yaml"]) == 1
    assert cli.run(["import", "台账.xlsx", "--into", "坏.yaml"]) == 1
    assert cli.run(["import", "台账.xlsx", "--into", "没有.yaml"]) == 2
    assert cli.run(["import", "台账.xlsx", "--into", "表.yaml", "-o", "新.yaml"]) == 2
    assert Path("表.yaml").read_text(encoding="utf-8") == FORM
