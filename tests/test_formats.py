"""One form, one text: every format of the two published notices says the same."""

import io
import re
from functools import cache
from pathlib import Path

import docx
import lxml.html
import pytest
from forms import folded

from noticegen import cli, office

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
NAMES = ["tianchang", "longyan"]
_PAGE_NUMBER = re.compile(r"^[—-]*\d+[—-]*$")


@cache
def published(name: str) -> str:
    return folded((GOLDEN / f"{name}.txt").read_text(encoding="utf-8"))


def made(name: str, kind: str, folder: Path, *more: str) -> bytes:
    path = folder / f"{name}.{kind}"
    form = str(ROOT / "examples" / f"{name}.yaml")
    assert cli.run(["build", form, "-o", str(path), *more]) == 0
    return path.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_says_what_was_published(name: str, tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(made(name, "docx", tmp_path)))

    assert folded("".join(paragraph.text for paragraph in document.paragraphs)) == published(name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("more", [[], ["--fragment"]], ids=["page", "fragment"])
def test_the_web_page_says_the_same(name: str, more: list[str], tmp_path: Path) -> None:
    page = lxml.html.document_fromstring(made(name, "html", tmp_path, *more).decode())
    (article,) = page.xpath("//article")

    assert folded(article.text_content()) == published(name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_text_says_the_same(name: str, encoding: str, tmp_path: Path) -> None:
    text = made(name, "txt", tmp_path, "--encoding", encoding).decode(encoding)

    assert folded(text) == published(name)


@pytest.mark.skipif(office.find() is None, reason="needs LibreOffice")
@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_says_the_same(name: str, tmp_path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(made(name, "pdf", tmp_path))) as document:
        rows = [row for page in document.pages for row in page.extract_text().splitlines()]
    text = "".join(row for row in map(folded, rows) if not _PAGE_NUMBER.match(row))

    assert text == published(name)
