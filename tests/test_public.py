"""What is for the office alone never reaches what is for the public, in any format."""

import io
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from forms import HEAD, folded, form

from noticegen import cli, office

PLANTED = {
    "状态": "持续推进",
    "责任领导": "内甲领导",
    "责任单位": "内乙单位",
    "责任人": "内丙某人",
    "完成时限": "2024年11月11日",
    "进展": "内丁进展",
    "备注": "内戊备注",
}
FIELDS = "".join(f"\n  {label}: {word}" for label, word in PLANTED.items())
WITHHELD = "内己问题", "内庚措施", "内辛理由", "内壬导语"
BODY = f"""
- 部分: 甲部分{FIELDS}
- 方面: 乙方面{FIELDS}
- 问题: 丙问题{FIELDS}
  措施: [丙措施]  # 内癸注释
- 问题: {WITHHELD[0]}
  导语: {WITHHELD[3]}
  措施: [{WITHHELD[1]}]
  不公开: {WITHHELD[2]}
- 类别: 内子类别
- 问题: 内丑问题
  措施: [内寅措施]
  不公开: {WITHHELD[2]}
- 部分: 乙部分
- 任务: 丁任务{FIELDS}
  措施: [丁措施]
- 事项: 戊事项{FIELDS}
  措施: [戊措施]
- 段落: 共{{{{ 问题数 }}}}个问题、{{{{ 措施数 }}}}条措施。
"""
SECRET = [
    *(word for label, word in PLANTED.items() if label != "状态"),
    *WITHHELD,
    "内癸注释",
    "内子类别",
    "内丑问题",
    "内寅措施",
]
RED = "  文号: 云示组〔2024〕12号\n  范围: 党内\n"


def _streams(pdf: bytes) -> bytes:
    """All that is in a PDF, its streams inflated."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    inflated = (zlib.decompressobj().decompress(it) for it in found if it[:1] == b"x")
    return pdf + b"".join(inflated)


def _words(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [package.read(name) for name in package.namelist()]
        return folded(re.sub("<[^>]*>", "", b"\n".join(parts).decode(errors="replace")))
    if path.suffix == ".pdf":
        import pdfplumber

        with pdfplumber.open(io.BytesIO(data)) as document:
            text = "".join(page.extract_text() for page in document.pages)
        raw = _streams(data)
        return folded(text + raw.decode(errors="replace") + raw.decode("utf-16-be", "replace"))
    return folded(data.decode())


FORMATS = [
    ["--to", "docx"],
    ["--to", "html"],
    ["--to", "html", "--fragment"],
    ["--to", "txt"],
    pytest.param(
        ["--to", "pdf"],
        marks=pytest.mark.skipif(office.find() is None, reason="needs LibreOffice"),
    ),
]


@pytest.mark.parametrize("wanted", FORMATS, ids=" ".join)
@pytest.mark.parametrize("head", [HEAD, HEAD + RED], ids=["plain", "redhead"])
def test_planted_internal_words_reach_no_public_file(
    wanted: list[str], head: str, tmp_path: Path
) -> None:
    source = tmp_path / "表.yaml"
    source.write_text(form(BODY, head=head), encoding="utf-8")
    assert cli.run(["build", str(source), *wanted, "-o", f"{tmp_path}/出/"]) == 0
    (made,) = (tmp_path / "出").iterdir()
    words = _words(made)

    assert "丙问题" in words
    assert "戊事项" in words
    assert [word for word in SECRET if folded(word) in words] == []
    assert not re.search("责任单位|责任领导|完成时限|不公开", words)


@pytest.mark.parametrize(
    ("rule", "said"), [("不计入", "共1个问题、2条措施。"), ("计入", "共3个问题、4条措施。")]
)
@pytest.mark.parametrize("wanted", FORMATS[:4], ids=" ".join)
def test_withheld_findings_are_counted_as_the_form_says(
    rule: str, said: str, wanted: list[str], tmp_path: Path
) -> None:
    source = tmp_path / "表.yaml"
    source.write_text(form(BODY, more=f"写法:\n  不公开计数: {rule}\n"), encoding="utf-8")

    assert cli.run(["build", str(source), *wanted, "-o", f"{tmp_path}/出/"]) == 0
    (made,) = (tmp_path / "出").iterdir()
    assert folded(said) in _words(made)


def test_what_the_office_keeps_for_all_forms_is_public_as_far_as_it_is_printed(
    tmp_path: Path,
) -> None:
    (tmp_path / "表.yaml").write_text(form(), encoding="utf-8")
    (tmp_path / "单位信息.yaml").write_text(
        "# 内甲注释\n联系:\n  电话: 0000-1234567  # 内乙注释\n", encoding="utf-8"
    )
    assert cli.run(["build", str(tmp_path / "表.yaml"), "--to", "docx,html,txt"]) == 0

    for suffix in (".docx", ".html", ".txt"):
        words = _words(tmp_path / f"表{suffix}")
        assert "0000-1234567" in words
        assert "内甲注释" not in words
        assert "内乙注释" not in words
