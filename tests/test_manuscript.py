"""A finished notice is read paragraph by paragraph, whatever it was typed with."""

import io
import zipfile

import docx
import pytest

from noticegen import manuscript

TEXT = "中共云山县示范局党组关于巡察整改进展情况的通报\n\n\u3000\u3000根据县委统一部署。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert manuscript.read(TEXT.encode(encoding)) == (
        ["中共云山县示范局党组关于巡察整改进展情况的通报", "根据县委统一部署。"],
        [],
    )


def test_a_word_file_is_read_with_its_tables() -> None:
    typed = docx.Document()
    typed.add_paragraph("标题")
    typed.add_paragraph("")
    typed.add_table(1, 2).rows[0].cells[1].text = "格"
    typed.add_paragraph("落款")
    saved = io.BytesIO()
    typed.save(saved)

    assert manuscript.read(saved.getvalue()) == (["标题", "格", "落款"], [])


def _zip(name: str) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as package:
        package.writestr(name, "x")
    return saved.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\n",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        b"PK\x03\x04broken",
        _zip("readme.txt"),
        bytes(range(256)) * 8,
        "夹着\0的文字".encode(),
    ],
)
def test_what_holds_no_text_gets_one_chinese_sentence(data: bytes) -> None:
    paragraphs, problems = manuscript.read(data)

    assert paragraphs == []
    assert [problem.message[-1] for problem in problems] == ["。"]


def test_what_turns_the_direction_of_writing_is_an_error_at_its_place() -> None:
    lines, problems = manuscript.read("关于整改的通报\n\n责任人为\u202e三张\u202c。\n".encode())

    assert len(lines) == 2
    assert [(problem.mark[:2], problem.code) for problem in problems] == [
        ((2, 5), "file-character")
    ]
