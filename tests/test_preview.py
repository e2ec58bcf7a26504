"""The command preview: each page is a picture; no picture but its own is lost or replaced."""

import os
import sys
from io import BytesIO
from pathlib import Path

import handmade
import PIL.Image
import pytest
from forms import HEAD, form
from pictures import png

from noticegen import cli, office, pdf, picture
from noticegen.inspect import used

needs_libreoffice = pytest.mark.skipif(
    office.find() is None, reason="LibreOffice (soffice) is not installed"
)

LONG = "- 段落: " + "坚持把巡察整改作为一项严肃的政治任务抓紧抓实。" * 45 + "\n"
RED = HEAD + "  文号: 云示组〔2024〕12号\n"
IMPRINT = "版记:\n  印发机关: 云山县示范局办公室\n  印发日期: 2024年6月21日\n"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def pictures(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).glob("*.png"))


def pages(count: int) -> list[bytes]:
    """Return pictures of *count* empty pages."""
    sheet = PIL.Image.new("RGB", (72, 144), "white")
    made = BytesIO()
    sheet.save(made, "PDF", save_all=True, append_images=[sheet] * (count - 1))
    return list(picture.pages(made.getvalue()))


def test_a_page_is_known_again_until_somebody_draws_on_it() -> None:
    first, second = pages(2)

    assert PIL.Image.open(BytesIO(first)).size == (110, 220)
    assert [picture.is_untouched(page) for page in (first, second)] == [True, True]
    assert picture.is_untouched(first[:50] + b"?" + first[51:]) is False
    assert picture.is_untouched(first + b"?") is False
    assert picture.is_untouched(png()) is None
    assert picture.is_untouched(b"") is None


@needs_libreoffice
def test_each_page_of_the_notice_that_build_makes_is_drawn_beside_the_form(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("表.yaml", form(LONG * 2))

    assert cli.run(["build", "表.yaml"]) == 0
    assert cli.run(["preview", "表.yaml"]) == 0

    said = capsys.readouterr()
    word = Path("表.docx").read_bytes()
    drawn = office.to_pdf(word, timeout=180)
    count = pdf.count(drawn) or 0
    assert count > 2
    assert f"共 {count} 页，已画成 表-1.png 到 表-{count}.png。\n" in said.out
    assert pdf.substitutes(drawn, used.faces(word)).sentence in said.err
    assert pictures() == [f"表-{number}.png" for number in range(1, count + 1)]
    with PIL.Image.open("表-1.png") as page:
        assert page.size == (910, 1287)  # A4 at 110 dots to the inch
        assert len(page.getcolors() or ()) > 10  # words, not a blank sheet


@needs_libreoffice
def test_the_imprint_is_drawn_on_the_even_page_that_it_belongs_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("表.yaml", form(more=IMPRINT, head=RED))

    assert cli.run(["preview", "表.yaml", "-o", "预览/一"]) == 0

    last = Path("预览/一/表-2.png")
    assert f"共 2 页，已画成 {Path('预览/一/表-1.png')} 到 {last}。\n" in capsys.readouterr().out
    with PIL.Image.open(last) as drawn:
        at_the_foot = drawn.convert("L").crop((100, 1000, 800, 1140))
        assert at_the_foot.getextrema()[0] < 100  # ink


@needs_libreoffice
def test_any_word_file_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    Path("来文.docx").write_bytes(handmade.plain())

    assert cli.run(["preview", "来文.docx"]) == 0

    assert "已画成 来文-1.png" in capsys.readouterr().out
    assert "来文-1.png" in pictures()


@needs_libreoffice
def test_the_look_is_chosen_as_for_build() -> None:
    write("表.yaml", form(head=RED))

    assert cli.run(["build", "表.yaml", "--template", "plain"]) == 0
    assert cli.run(["preview", "表.docx", "-o", "成品"]) == 0
    assert cli.run(["preview", "表.yaml", "-o", "选定", "--template", "plain"]) == 0
    assert cli.run(["preview", "表.yaml", "-o", "红头"]) == 0

    built, chosen, red = (Path(it, "表-1.png").read_bytes() for it in ("成品", "选定", "红头"))
    assert chosen == built
    assert chosen != red


@needs_libreoffice
def test_an_error_may_be_allowed_as_for_build(capsys: pytest.CaptureFixture[str]) -> None:
    write("表.yaml", form("- 段落: 2024年9月1日已完成整改。"))

    assert cli.run(["preview", "表.yaml"]) == 1
    assert "[date-late]" in capsys.readouterr().err
    assert cli.run(["preview", "表.yaml", "--allow", "date-late"]) == 0
    assert pictures() == ["表-1.png"]


@pytest.mark.parametrize("option", ["--template", "--allow"])
def test_a_word_file_is_drawn_as_it_is(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("来文.docx").write_bytes(handmade.plain())

    assert cli.run(["preview", "来文.docx", option, "plain"]) == 2
    assert "只用于填报表" in capsys.readouterr().err


@needs_libreoffice
def test_pages_of_a_longer_notice_are_removed_and_other_pictures_kept() -> None:
    old = pages(1)[0]
    kept = {"表-3.png": png(), "表-4.png": old + b"?", "表-05.png": old, "另-2.png": old}
    for name, data in {**kept, "表-1.png": old, "表-2.png": old, "表-12.png": old}.items():
        Path(name).write_bytes(data)
    write("表.yaml", form())

    assert cli.run(["preview", "表.yaml"]) == 0

    assert pictures() == sorted([*kept, "表-1.png"])
    assert Path("表-1.png").read_bytes() != old
    for name, data in kept.items():
        assert Path(name).read_bytes() == data


@needs_libreoffice
@pytest.mark.parametrize("present", [png(), pages(1)[0] + b"?"], ids=["foreign", "drawn on"])
def test_a_picture_that_is_in_the_way_is_kept_and_nothing_is_written(
    present: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("表-2.png").write_bytes(present)
    write("表.yaml", form(LONG))

    assert cli.run(["preview", "表.yaml"]) == 1

    assert capsys.readouterr().err.endswith(
        "错误: “表-2.png”已经存在，不是 preview 画的，或者画好后有人改过，没有覆盖，"
        "请用 -o 换一个文件夹。\n"
    )
    assert pictures() == ["表-2.png"]
    assert Path("表-2.png").read_bytes() == present


def test_a_form_with_errors_is_told_of_as_by_build(capsys: pytest.CaptureFixture[str]) -> None:
    write("表.yaml", form().replace("2024", "二〇二四点", 1))

    assert cli.run(["preview", "表.yaml"]) == 1
    said = capsys.readouterr().err
    assert cli.run(["build", "表.yaml"]) == 1

    assert said == capsys.readouterr().err.replace("没有生成通报", "没有画出页面")
    assert pictures() == []


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("改名.docx", b"text", "这不是 .docx 文件"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "这是旧格式"),
    ],
)
def test_a_file_that_is_no_word_file_is_not_drawn(
    name: str, data: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(data)

    assert cli.run(["preview", name]) == 1
    assert f"错误: “{name}”画不出来：{told}" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="on Windows LibreOffice is found without PATH")
def test_without_libreoffice_one_is_told_where_it_is_to_be_had(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    if office.find() is not None:
        pytest.skip("LibreOffice is installed where it is found without PATH")
    write("表.yaml", form())

    assert cli.run(["preview", "表.yaml"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("错误: 没有找到 LibreOffice：")
    assert ".msi" in said
    assert "libreoffice-writer" in said
    assert said.endswith("。\n")


def test_without_what_draws_pictures_one_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    write("表.yaml", form())

    assert cli.run(["preview", "表.yaml"]) == 1
    assert "请运行 pip install noticegen[page]" in capsys.readouterr().err


@needs_libreoffice
@pytest.mark.skipif(sys.platform != "linux", reason="puts a script in xdg-open's place")
# click does not wait for the viewer, and Python warns of a program nobody waited for.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_first_page_is_opened_and_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "shown")
    viewer = tmp_path / "bin" / "xdg-open"
    viewer.parent.mkdir()
    viewer.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/shown"\n')
    viewer.chmod(0o755)
    monkeypatch.setenv("PATH", f"{viewer.parent}{os.pathsep}{os.environ['PATH']}")
    write("表.yaml", form())

    assert cli.run(["preview", "表.yaml", "--open"]) == 0

    assert capsys.readouterr().out.endswith("已打开 表-1.png。\n")
    assert (tmp_path / "shown").read_text() == "表-1.png\n"
