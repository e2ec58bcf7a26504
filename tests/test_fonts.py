"""The names of fonts, as fontconfig and as Windows give them."""

import pytest

from noticegen import fonts


def test_fontconfig_gives_each_font_a_line_with_all_its_names() -> None:
    found = fonts.listed("KaiTi,楷体\nFZXiaoBiaoSong\\-B05S,方正小标宋简体\n\nDejaVu Sans\n")
    assert found == {"KaiTi", "楷体", "FZXiaoBiaoSong-B05S", "方正小标宋简体", "DejaVu Sans"}
    assert fonts.listed("") == frozenset()


def test_windows_keeps_several_families_and_the_format_in_one_value() -> None:
    found = fonts.registered(
        [
            "SimSun & NSimSun (TrueType)",
            "仿宋_GB2312 (TrueType)",
            "方正小标宋简体 常规 (TrueType)",
            "Source Han Serif SC Regular (OpenType)",
            "Times New Roman (TrueType)",
            "Courier 10,12,15 (All res)",
        ]
    )
    assert {"SimSun", "NSimSun", "仿宋_GB2312", "方正小标宋简体", "Times New Roman"} < found
    assert {"Source Han Serif SC", "Courier 10,12,15"} < found


@pytest.mark.parametrize(
    ("family", "face"),
    [
        ("FangSong_GB2312", "仿宋_GB2312"),
        ("SIMHEI", "黑体"),
        ("SimSun", "宋体"),
        ("FZXiaoBiaoSong-B05S", "方正小标宋简体"),
        ("times new roman", "Times New Roman"),
    ],
)
def test_a_face_is_known_by_either_of_its_names(family: str, face: str) -> None:
    assert fonts.has([family], face)
    assert [other for other in fonts.FACES if fonts.has([family], other)] == [face]


@pytest.mark.parametrize(
    ("face", "akin"),
    [
        ("仿宋_GB2312", "仿宋"),
        ("楷体_GB2312", "华文楷体"),
        ("方正小标宋简体", "方正小标宋_GBK"),
        ("黑体", ""),
        ("宋体", ""),
        ("Times New Roman", ""),
    ],
)
def test_a_font_of_the_same_class_is_akin(face: str, akin: str) -> None:
    families = ["仿宋", "华文楷体", "方正小标宋_GBK", "微软雅黑", "Arial"]
    assert fonts.akin(families, face) == akin
