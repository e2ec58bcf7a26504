"""The web page as a browser draws it: Chromium, at the width of a desk and of a phone, and printed."""

import re
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from forms import document_of, folded, lines_of

from noticegen import document as doc
from noticegen.writers.html import fragment, write

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or ""
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--hide-scrollbars",  # a phone's lie over the page
)
DESK, PHONE = 1280, 390
MM = 25.4 / 72  # mm in a point
WIDE = """\
发文:
  机关: 中共云山县示范局党组
  成文日期: 2024年6月20日
  文号: 云示组〔2024〕12号
正文:
  - 段落: 联系 wuyishanshi.rectification.office.of.the.county.bureau@mail.example.gov.cn 即可。
附件:
  - 名称: 整改情况一览表
    表: |
      序号 | 反馈问题 | 整改措施 | 完成时限 | 整改情况 | 责任单位 | 说明
      1 | 学习研讨不充分、不深入 | 修订中心组学习制度，全年集体学习不少于12次 | 2024年12月31日 | 已完成 | 局办公室 | 长期坚持抓好落实
"""
MEASURE = """\
<!DOCTYPE html><html><body><iframe id="page" src="{page}" style="width:{width}px;height:900px;border:0"
></iframe><pre id="found"></pre><script>
document.getElementById("page").onload = function () {{
  var page = this.contentDocument, root = page.documentElement;
  var article = page.querySelector("article"), scroll = page.querySelector("[role=region]");
  var body = page.querySelector("article > p:last-of-type") || article;
  document.getElementById("found").textContent = [
    root.scrollWidth, article.getBoundingClientRect().width,
    parseFloat(getComputedStyle(body).fontSize),
    scroll ? scroll.scrollWidth : 0, scroll ? scroll.clientWidth : 0].join(" ");
}};
</script></body></html>
"""

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="needs Debian's chromium (apt-get install chromium) to draw web pages"
)


def browse(folder: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603  # the browser found on PATH
        [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", *arguments],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return done.stdout.decode()


def measured(folder: Path, data: bytes, width: int) -> list[float]:
    """Return widths of a page *width* px wide, in px.

    They are: the page's with what scrolls, its column's, a character's, a table's and that of
    the frame it scrolls in.
    """
    (folder / "page.html").write_bytes(data)
    wrapper = folder / "wrapper.html"
    wrapper.write_text(MEASURE.format(page="page.html", width=width), encoding="utf-8")
    dom = browse(
        folder,
        *("--allow-file-access-from-files", "--virtual-time-budget=5000", "--dump-dom"),
        wrapper.as_uri(),
    )
    found = re.search(r'<pre id="found">([\d. ]+)</pre>', dom)
    assert found, dom
    return list(map(float, found.group(1).split()))


def page_of(name: str) -> bytes:
    return write(document_of((ROOT / "examples" / f"{name}.yaml").read_text(encoding="utf-8")))


def pasted(document: doc.Document) -> bytes:
    """Return a portal's page with the fragment of *document* in it."""
    return b'<!DOCTYPE html><meta charset="utf-8"><body>' + fragment(document)


@pytest.mark.parametrize("made", [write, pasted])
def test_nothing_but_a_long_table_scrolls_sideways_on_a_phone(
    tmp_path: Path, made: Callable[[doc.Document], bytes]
) -> None:
    whole, column, _, inner, room = measured(tmp_path, made(document_of(WIDE)), PHONE)

    assert whole == PHONE
    assert column < PHONE
    assert inner > room  # the table is as wide as it must be, within its own frame


@pytest.mark.parametrize("name", ["tianchang", "longyan"])
def test_an_example_fits_a_phone(tmp_path: Path, name: str) -> None:
    whole, column, size, *_ = measured(tmp_path, page_of(name), PHONE)

    assert whole == PHONE
    assert 18 <= column / size <= 24  # characters a line
    assert size >= 16


def test_on_a_desk_the_column_is_42_characters_wide(tmp_path: Path) -> None:
    whole, column, size, *_ = measured(tmp_path, page_of("tianchang"), DESK)

    assert whole == DESK
    assert column / size == pytest.approx(42, abs=1)


@pytest.mark.parametrize("name", ["tianchang", "redhead"])
def test_it_prints_on_a4_with_the_margins_of_the_standard_and_every_word(
    tmp_path: Path, name: str
) -> None:
    document = document_of((ROOT / "examples" / f"{name}.yaml").read_text(encoding="utf-8"))
    (tmp_path / "page.html").write_bytes(write(document))
    pdf = tmp_path / "page.pdf"
    browse(
        tmp_path,
        *("--no-pdf-header-footer", f"--print-to-pdf={pdf}", (tmp_path / "page.html").as_uri()),
    )

    with pdfplumber.open(BytesIO(pdf.read_bytes())) as drawn:
        sizes = {(round(it.width * MM), round(it.height * MM)) for it in drawn.pages}
        first = drawn.pages[0].chars
        text = folded("".join(it.extract_text() for it in drawn.pages))
    body = [it for it in first if it["size"] == pytest.approx(16, abs=0.1)]
    assert sizes == {(210, 297)}
    assert min(it["x0"] for it in body) * MM == pytest.approx(28, abs=0.5)
    assert max(it["x1"] for it in body) * MM <= 184.5
    assert min(it["top"] for it in first) * MM >= 36.5
    text = re.sub(r"—\d+—", "", text)
    missing = [line for line in lines_of(document) if folded(line.replace("｜", "")) not in text]
    assert missing == []
