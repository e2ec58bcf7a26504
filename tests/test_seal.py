"""Seals: a picture that cannot be set as one is told at 印章's line, with what to do instead."""

from collections.abc import Callable

import pytest
from forms import HEAD, form
from pictures import PALETTE, RGB, chunk, png

from noticegen import pipeline, seal
from noticegen.problem import Problem, Severity

PNG = png()
GOOD = {"印章.png": PNG, "甲.png": PNG, "乙.png": PNG}
PARTY = "  范围: 党内\n"


def sealed(seals: str, more: str = PARTY) -> str:
    """Return a form with 印章, on line 4, and *more* of 发文 below it."""
    return form(head=f"{HEAD}  印章: {seals}\n{more}")


def found(text: str, files: dict[str, bytes] = GOOD) -> list[Problem]:
    return pipeline.check(text.encode(), files.get).problems


def said(data: bytes) -> list[str]:
    return list(seal.faults(data))


def test_a_clear_round_picture_is_a_seal() -> None:
    checked = pipeline.check(sealed("印章.png").encode(), GOOD.get)

    assert checked.problems == []
    assert checked.seals == (PNG,)


def test_a_form_without_seals_asks_for_no_file() -> None:
    def fetch(name: str) -> bytes:
        raise AssertionError(name)

    assert pipeline.check(form().encode(), fetch).seals == ()


def test_a_picture_reaches_the_signature_of_the_document() -> None:
    from noticegen.compose import compose
    from noticegen.document import Seal, Signature

    checked = pipeline.check(sealed("印章.png").encode(), GOOD.get)
    assert checked.notice is not None
    blocks = compose(checked.notice, checked.seals).blocks

    assert [block.seals for block in blocks if isinstance(block, Signature)] == [(Seal(PNG),)]


@pytest.mark.parametrize(
    "name", ["没有.png", "印章(1).png", "../印章.png", "/盘/印章.png", "C:\\章\\印章.png"]
)
def test_a_picture_that_is_not_there_is_told_by_the_name_as_typed(name: str) -> None:
    asked = []
    checked = pipeline.check(sealed(name).encode(), asked.append)

    assert asked == [name]
    assert [(one.mark.line, one.code, one.text) for one in checked.problems] == [
        (4, "model-seal", name)
    ]
    assert f"找不到印章图片“{name}”" in checked.problems[0].message


@pytest.mark.parametrize(
    "name",
    [
        *("http://example.com/章.png", "https://example.com/a.png", "file:///章.png"),
        *("\\\\server\\share\\章.png", "//server/章.png", "ftp:章.png"),
    ],
)
def test_a_picture_on_another_machine_is_never_fetched(name: str) -> None:
    asked: list[str] = []
    checked = pipeline.check(sealed(f"'{name}'").encode(), asked.append)

    assert asked == []
    assert [(one.mark.line, one.code) for one in checked.problems] == [(4, "model-seal")]
    assert "不在这台机器上" in checked.problems[0].message


def test_a_public_notice_with_a_seal_is_warned_of_but_builds() -> None:
    checked = pipeline.check(sealed("印章.png", more="").encode(), GOOD.get)

    assert [(one.mark.line, one.code, one.severity) for one in checked.problems] == [
        (4, "secrecy-seal-image", Severity.WARNING)
    ]
    assert checked.notice is not None


ONE, TWO = ("甲局党组",), ("甲局党组", "乙局党组")


@pytest.mark.parametrize(
    ("seals", "organs", "signing", "faults"),
    [
        (("甲.png", "乙.png"), TWO, (), 0),
        (("甲.png",), TWO, (), 1),
        (("甲.png", "乙.png"), ONE, (), 1),
        (("甲.png", "乙.png"), ONE, TWO, 0),
        (("甲.png",), TWO, ONE, 0),
    ],
)
def test_each_organ_that_signs_has_one_seal(
    seals: tuple[str, ...], organs: tuple[str, ...], signing: tuple[str, ...], faults: int
) -> None:
    lists = {"机关": organs, "署名": signing, "印章": seals}
    head = f"发文:\n  成文日期: 2024年6月20日\n{PARTY}" + "".join(
        f"  {label}:\n" + "".join(f"    - {name}\n" for name in names)
        for label, names in lists.items()
        if names
    )
    problems = [one for one in found(form(head=head)) if one.code == "model-seal"]

    assert len(problems) == faults
    assert all("每个机关写一个" in one.message for one in problems)


def test_of_several_pictures_each_wrong_one_is_told_on_its_own_line() -> None:
    head = f"发文:\n  机关:\n    - 甲局党组\n    - 乙局党组\n  成文日期: 2024年6月20日\n{PARTY}"
    problems = found(
        form(head=f"{head}  印章:\n    - 甲.jpg\n    - 丙.png\n"), {"甲.jpg": b"\xff\xd8\xff"}
    )

    assert [(one.mark.line, one.text) for one in problems] == [(8, "甲.jpg"), (9, "丙.png")]


def test_a_seal_is_judged_though_the_rest_of_the_form_is_wrong() -> None:
    text = sealed("没有.png").replace("2024年6月20日", "6月20日")

    assert [one.code for one in found(text)] == ["model-date", "model-seal"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"BM\x36\x00", "BMP"),
        (b"GIF89a", "GIF"),
        (b"%PDF-1.7", "PDF"),
        (b"II*\0", "TIFF"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WebP"),
        (b'<?xml version="1.0"?><svg/>', "SVG"),
        (b"\xef\xbb\xbf<svg xmlns='x'/>", "SVG"),
        (b"PK\x03\x04word", "Word 等办公文件"),
    ],
)
def test_another_format_is_named_with_what_to_do(data: bytes, kind: str) -> None:
    assert said(data) == [
        f"是 {kind} 格式，不是 PNG，请用画图软件另存为背景透明的 PNG 图片，只改扩展名不行。"
    ]


@pytest.mark.parametrize("data", [b"", b"\0" * 20, "印章".encode()])
def test_what_is_no_picture_is_no_png(data: bytes) -> None:
    assert said(data) == ["不是 PNG 图片，请用画图软件另存为背景透明的 PNG 图片，只改扩展名不行。"]


@pytest.mark.parametrize(
    "broken",
    [
        lambda whole: whole[:-1],
        lambda whole: whole[:60],
        lambda whole: whole[:8],
        lambda whole: whole.replace(b"IEND", b"IENE"),
        lambda whole: whole[:50] + bytes([whole[50] ^ 1]) + whole[51:],
        lambda whole: whole.replace(b"IHDR", b"IHDS"),
        lambda whole: whole[:8] + chunk(b"IDAT", b"") + whole[8:],
        lambda whole: whole[:8] + chunk(b"IHDR", b"short") + whole[33:],
        lambda whole: whole[:33] + chunk(b"IEND", b""),
        lambda whole: whole[:33] + b"\xff\xff\xff\xff" + whole[37:],
    ],
)
def test_a_damaged_png_is_told(broken: Callable[[bytes], bytes]) -> None:
    assert said(broken(PNG)) == ["已损坏，请重新导出一份。"]


def test_bytes_after_the_end_of_a_png_do_no_harm() -> None:
    assert said(PNG + b"\0 appended by a scanner") == []


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (png(299, 299), ["只有 299×299 像素"]),
        (png(300, 300), []),
        (png(6001, 6001), ["太大了"]),
        (png(540, 600), []),
        (png(660, 600), []),
        (png(539, 600), ["不成正方形"]),
        (png(667, 600), ["不成正方形"]),
        (png(200, 600), ["只有", "不成正方形"]),
        (png(0, 0), ["只有", "不成正方形"]),
        (png(colour=RGB), ["没有透明背景"]),
        (png(colour=RGB, more=(chunk(b"tRNS", b"\0\xff\0\xff\0\xff"),)), []),
        (png(colour=PALETTE), ["没有透明背景"]),
        (png(colour=PALETTE, more=(chunk(b"tRNS", b"\0"),)), []),
    ],
)
def test_size_shape_and_background_are_judged(picture: bytes, words: list[str]) -> None:
    sentences = said(picture)

    assert len(sentences) == len(words)
    assert all(word in one for word, one in zip(words, sentences, strict=True))


def test_a_file_too_large_is_not_looked_into() -> None:
    data = PNG + bytes(seal.MOST_BYTES)

    assert said(data) == ["超过10 MB，请缩小后再用。"]


def test_every_sentence_ends_as_a_sentence() -> None:
    for data in (b"", png(10, 30, RGB), PNG[:60]):
        assert all(one.endswith("。") for one in said(data))


def test_a_seal_is_no_prose() -> None:
    # Set full-width, its name would be another file's.
    assert "punctuation-half-width" not in [one.code for one in found(sealed("章(1),2.png"))]
