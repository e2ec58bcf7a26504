"""Bytes in any encoding an office saves in become text, and nothing else passes for it."""

import codecs

import pytest
from form.known import LABELS, TOP

from noticegen.form import read

TEXT = "# 说明\n发文:\r\n  机关: 中共天长市科学技术局党组\n"
VALUES = {"发文": {"机关": "中共天长市科学技术局党组"}}


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
)
def test_a_form_is_read_in_the_encodings_offices_use(data: bytes) -> None:
    form, problems = read(data, LABELS, TOP)
    assert problems == []
    assert form is not None
    assert form.values == VALUES
    assert form.lines == tuple(TEXT.splitlines())


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (TEXT.replace("发文", "文发").encode("gb18030"), "form-encoding", "UTF-8"),
        (TEXT.encode("utf-16-le"), "form-encoding", "UTF-8"),
        (TEXT.encode() + b"\xff", "form-encoding", "UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00", "form-encoding", "UTF-8"),
        (b"PK\x03\x04\x14\x00", "form-binary", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "form-binary", "旧版 Word"),
        (b"%PDF-1.7\n", "form-binary", "PDF"),
        (b"{\\rtf1", "form-binary", "RTF"),
        (b"", "form-empty", "noticegen new"),
        (codecs.BOM_UTF8, "form-empty", "noticegen new"),
        (" \t\n　\r\n".encode(), "form-empty", "noticegen new"),
        ("# 说明\n  # 说明\n---\n".encode(), "form-empty", "noticegen new"),
        (b"x" * 20_000_001, "form-too-large", "20 MB"),
        ("- 甲\n- 乙\n".encode(), "form-not-labels", "noticegen new"),
        ("关于巡察整改的通报\n".encode(), "form-stray", "标签: 内容"),
    ],
)
def test_what_cannot_be_read_at_all_is_said_in_one_sentence(
    data: bytes, code: str, said: str
) -> None:
    form, problems = read(data, LABELS, TOP)
    assert form is None
    assert [(problem.mark[:2], problem.code) for problem in problems] == [((1, 1), code)]
    assert said in problems[0].message


def test_gb18030_is_not_guessed_without_a_label_to_vouch_for_it() -> None:
    form, problems = read(TEXT.encode("gb18030"), LABELS, ())
    assert form is None
    assert [problem.code for problem in problems] == ["form-encoding"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_half_a_character_is_located_and_the_rest_is_read(encoding: str) -> None:
    form, problems = read("标题: 甲\ud800\n".encode(encoding, "surrogatepass"), LABELS, TOP)
    assert [(problem.mark[:2], problem.code) for problem in problems] == [
        ((1, 6), "form-character")
    ]
    assert form is not None
    assert form.values == {"标题": "甲"}
    "".join(form.lines).encode()
