"""A title's lines end where words end and make a trapezoid or a rhombus (GB/T 9704 7.3.1)."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticegen.title import LONGEST, break_title, width

TITLES = [
    # One line that fits is one line.
    "关于巡察整改进展情况的通报",
    "中共天长市委关于巡察整改进展情况的通报",
    # 党组, 党委, 工委, 支部 and the rest: before 关于, unless the lines would be equal.
    "中共天长市科学技术局党组 / 关于巡察整改进展情况的通报",
    "中共龙岩市科学技术协会党组关于巡察 / 整改进展情况的通报",
    "中共天长市市场监督管理局党组 / 关于巡察整改情况的通报",
    "中共天长市大通镇委员会 / 关于巡察“回头看”整改进展情况的通报",
    "中共佛山市南海区狮山镇委员会 / 关于巡察整改阶段性进展情况的通报",
    "共青团龙岩市委员会 / 关于巡察整改进展情况的通报",
    "中共国家税务总局天长市税务局委员会 / 关于巡察整改落实情况的通报",
    "中共龙岩市委组织部机关党委 / 关于选人用人专项检查整改进展情况的通报",
    "中共合肥市肥东县委组织部部务会 / 关于县区交叉巡察整改进展情况的通报",
    "中共XX市人力资源和社会保障局党组 / 关于巡察整改进展情况的通报",
    # 届, 轮 and 巡察组 inside.
    "中共天长市科学技术局党组关于十三届市委 / 第三轮巡察整改进展情况的通报",
    "中共天长市科学技术局党组关于2023年市委 / 第二轮巡察反馈意见整改进展情况的通报",
    "中共龙岩市新罗区水利局党组 / 关于市委第二巡察组反馈意见集中 / 整改进展情况的通报",
    "中共天津市滨海新区城市管理委员会党组 / 关于区委巡察二组反馈意见 / 整改进展情况的通报",
    "中共杭州市余杭区五常街道工作委员会 / 关于十五届区委第三轮巡察反馈意见 / 整改进展情况的通报",
    # 专项, 提级, 联动; 报告.
    "中共安徽省粮食和物资储备局党组 / 关于粮食购销领域腐败问题专项巡视 / 整改进展情况的通报",
    "中共武平县财政局党组 / 关于落实县委巡察反馈意见整改情况的报告",
    "中共滁州市城乡建设投资集团有限公司委员会 / 关于市委提级交叉巡察反馈意见 / 集中整改进展情况的通报",
    # A tag before, no 关于, two organs, a book's title.
    "【通报】中共天长市教育体育局党组 / 关于巡察整改进展情况的通报",
    "中共天长市科学技术局党组 / 巡察整改进展情况的通报",
    "中共天长市审计局党组 / 中共天长市财政局党组关于巡察 / 整改进展情况的通报",
    "关于《中国共产党巡视工作条例》 / 学习贯彻落实情况的专项督查整改情况通报",
    # An organ too long for a line is cut after a place or a house, or before its 党组.
    "中共福建省龙岩市新罗区经济和信息化局 / 机关支部委员会关于巡察整改进展情况的通报",
    "中共新疆维吾尔自治区伊犁哈萨克自治州 / 察布查尔锡伯自治县农业农村局党组 / 关于巡察整改进展情况的通报",
    # Nothing known: any shape rather than none.
    "魑魅魍魉魑魅魍魉魑魅魍 / 魉魑魅魍魉魑魅魍魉魑魅魍魉",
]
WHOLE = re.compile(
    "巡察|巡视|整改|进展|情况|反馈|意见|通报|报告|集中|落实|关于|党组|党委|委员会|支部"
    "|第.巡察组|第.轮|十.届|“.*?”|《.*?》|（.*?）|[0-9]+年?"
)


def has_shape(widths: list[float]) -> bool:
    steps = [b - a for a, b in pairwise(widths)]
    turns = [step > 0 for step in steps]
    return 0 not in steps and turns == sorted(turns, reverse=True)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_broken_as_a_clerk_would(title: str) -> None:
    lines = tuple(title.split(" / "))
    text = "".join(lines).replace("党组中共", "党组 中共")
    assert break_title(text) == lines


@pytest.mark.parametrize("title", TITLES)
def test_its_lines_have_a_shape_and_fit(title: str) -> None:
    widths = [width(line) for line in break_title(title.replace(" / ", ""))]
    assert has_shape(widths)
    assert max(widths) <= LONGEST
    assert min(widths) >= max(5, 0.35 * max(widths))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "中共天长市科学技术局党组",
            "中共天长市审计局党组 天长市财政局",
            "关于巡察整改进展情况的通报",
        ),
        ("天长市审计局 天长市财政局", "关于巡察整改进展情况的通报"),
        (
            "中共天长市科学技术局党组",
            "中共天长市市场监督管理局党组",
            "关于十三届市委第三轮巡察反馈意见",
            "集中整改进展情况的通报",
        ),
    ],
)
def test_organs_issuing_jointly_are_parted_where_a_blank_is(lines: tuple[str, ...]) -> None:
    title = " ".join(lines).replace(" 关于", "关于").replace(" 集中", "集中")
    assert break_title(title) == lines


@pytest.mark.parametrize("title", TITLES[:-3])
def test_no_word_is_cut_and_no_line_ends_in_about_or_begins_with_de(title: str) -> None:
    text = title.replace(" / ", "")
    lines = break_title(text)
    places, end = [], 0
    for line in lines[:-1]:
        end += len(line)
        places.append(end)
    inside = {place for word in WHOLE.finditer(text) for place in range(*word.span())[1:]}
    assert not inside & set(places)
    assert not any(line.endswith("关于") for line in lines)
    assert not any(line.startswith("的") for line in lines)


@pytest.mark.parametrize("length", range(4, 31))
@pytest.mark.parametrize(
    "subject",
    [
        "关于巡察整改进展情况的通报",
        "关于十一届省委第五轮巡视集中整改进展情况的通报",
        "关于市委第二巡察组反馈意见集中整改进展情况的通报",
        "关于落实县委巡察反馈意见整改情况的报告",
    ],
)
def test_an_issuer_of_any_length_gives_few_lines_of_a_shape(length: int, subject: str) -> None:
    places = "安徽省滁州市天长市经济和信息化局农业农村水利交通运输"
    title = f"中共{places[:length]}党组{subject}"
    lines = break_title(title)
    widths = [width(line) for line in lines]
    assert "".join(lines) == title
    assert max(widths) <= LONGEST
    assert len(lines) <= width(title) // LONGEST + 2
    assert len(lines) == 1 or has_shape(widths)


def test_half_width_characters_count_for_half() -> None:
    assert width("2023年“A”—") == 2 + 1 + 1 + 0.5 + 1 + 1
    assert break_title("A" * 40) == ("A" * 40,)
    assert break_title("A" * 41) == ("A" * 40, "A")


def test_a_title_of_more_than_four_lines_is_filled() -> None:
    lines = break_title("关于巡察整改进展情况的通报" * 8)
    assert len(lines) > 4
    assert all(10 < width(line) <= LONGEST for line in lines[:-1])


@given(
    st.text(
        st.sampled_from("中共党组关于巡察整改的情况通报“”《》（）、，。 0123第三轮市委魑"),
        max_size=120,
    )
)
def test_any_title_keeps_its_characters_and_fits(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert all(width(line) <= LONGEST for line in lines)
