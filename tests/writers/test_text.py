"""The text for a portal's plain editor: a line a paragraph, blanks where paper has indents."""

from pathlib import Path

import pytest
from forms import HEAD, document_of, folded, form, lines_of

from noticegen.document import AttachmentNote, Document, Signature
from noticegen.writers import text

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def written(source: str) -> list[str]:
    return text.write(document_of(source)).split("\r\n")


def set_alone(block: AttachmentNote | Signature) -> list[str]:
    return text.write(Document("", "", "2024-06-20", (block,))).split("\r\n")[1:-1]


@pytest.mark.parametrize("form_", sorted(EXAMPLES.glob("*.yaml")), ids=lambda form_: form_.stem)
def test_it_says_what_the_document_says_line_by_line(form_: Path) -> None:
    source = form_.read_text(encoding="utf-8")
    said = [folded(line).removeprefix("附件:") for line in written(source) if line]
    lines = [folded(line).replace("|", "") for line in lines_of(document_of(source))]

    assert said == lines


def test_paragraphs_and_headings_begin_with_two_full_width_blanks() -> None:
    lines = written(form("- 部分: 甲部分\n- 段落: 乙段落。", head=HEAD + "  主送: 各支部\n"))

    assert lines[2:5] == ["各支部：", "　　一、甲部分", "　　乙段落。"]


def test_the_lines_end_as_windows_wants_and_the_last_one_ends_too() -> None:
    said = text.write(document_of(form()))

    assert said.endswith("日\r\n")
    assert "\n" not in said.replace("\r\n", "")


@pytest.mark.parametrize(
    ("organs", "lines"),
    [
        # 26 characters less the organ's own; the date two to the right of it (7.3.5.2)
        (
            ("中共云山县示范局党组",),
            [16 * "　" + "中共云山县示范局党组", 18 * "　" + "2024年6月20日"],
        ),
        # a date longer than the organ ends where the organ would
        (("示范局",), [19 * "　" + "示范局", 19 * "　" + "2024年6月20日"]),
        (("中" * 30,), ["　　" + "中" * 30, "　　　　2024年6月20日"]),
        (
            ("中共云山县示范局党组", "云山县教育局"),
            [
                16 * "　" + "中共云山县示范局党组",
                16 * "　" + "云山县教育局",
                18 * "　" + "2024年6月20日",
            ],
        ),
    ],
)
def test_the_signature_is_set_to_the_right_by_blanks(
    organs: tuple[str, ...], lines: list[str]
) -> None:
    assert set_alone(Signature(organs, "2024年6月20日")) == lines


def test_the_names_of_attachments_stand_below_one_another() -> None:
    assert set_alone(AttachmentNote(("清单", "台账"))) == [
        "　　附件：1.清单",
        "　　　　　2.台账",
    ]
    assert set_alone(AttachmentNote(("清单",))) == ["　　附件：清单"]


def test_a_table_is_a_line_a_row_that_a_spreadsheet_takes() -> None:
    table = "附件:\n  - 名称: 清单\n    表:\n      - [序号, 事项]\n      - ['1', 甲 乙]\n"

    assert written(form(more=table))[-3:-1] == ["序号\t事项", "1\t甲 乙"]


def test_what_belongs_on_paper_stays_there() -> None:
    imprint = "版记:\n  抄送: 县纪委监委\n  印发机关: 办公室\n  印发日期: 2024年6月21日\n"
    head = HEAD + "  文号: 云示组〔2024〕12号\n  密级: 秘密★1年\n  范围: 党内\n"
    said = text.write(document_of(form(more=imprint, head=head)))

    assert not [word for word in ("12号", "秘密", "县纪委", "办公室") if word in said]
