"""Every slip is found at its place, none hides another, and what was meant is read."""

import pytest
from form.known import form_of, read_text, slips_of

from noticegen.form import Value
from noticegen.problem import Severity

# A form's text, its slips as (line, column, code without "form-"), and what is read.
SLIPS: dict[str, tuple[str, list[tuple[int, int, str]], Value]] = {
    "a full-width colon": (
        "发文:\n  机关：甲\n",
        [(2, 5, "fullwidth-colon")],
        {"发文": {"机关": "甲"}},
    ),
    "a full-width colon after a dash": (
        "正文:\n  - 问题：甲\n    状态: 乙\n",
        [(2, 7, "fullwidth-colon")],
        {"正文": [{"问题": "甲", "状态": "乙"}]},
    ),
    "other signs for the colon": (
        "联系:\n  电话=1\n  邮编；2\n  地址＝3\n  邮箱;4\n  引语:: 5\n",
        [(line, 5, "fullwidth-colon") for line in range(2, 7)],
        {"联系": {"电话": "1", "邮编": "2", "地址": "3", "邮箱": "4", "引语": "5"}},
    ),
    "a whole block with full-width colons": (
        "联系：\n  电话：1\n  地址：2\n",
        [(1, 3, "fullwidth-colon"), (2, 5, "fullwidth-colon"), (3, 5, "fullwidth-colon")],
        {"联系": {"电话": "1", "地址": "2"}},
    ),
    "a nested block with full-width colons": (
        "写法:\n  序号:\n    部分：一、\n    方面：1.\n",
        [(3, 7, "fullwidth-colon"), (4, 7, "fullwidth-colon")],
        {"写法": {"序号": {"部分": "一、", "方面": "1."}}},
    ),
    "facts of the office's own with full-width colons": (
        "数据:\n  参会人数：120\n  场次：5\n",
        [(2, 7, "fullwidth-colon"), (3, 5, "fullwidth-colon")],
        {"数据": {"参会人数": "120", "场次": "5"}},
    ),
    "an unknown label with a full-width colon": (
        "联系:\n  地址: 甲\n  电括：0550\n",
        [(3, 5, "fullwidth-colon")],
        {"联系": {"地址": "甲", "电括": "0550"}},
    ),
    "an unknown label with a full-width colon after a dash": (
        "正文:\n  - 部分: 甲\n  - 段洛：乙\n",
        [(3, 7, "fullwidth-colon")],
        {"正文": [{"部分": "甲"}, {"段洛": "乙"}]},
    ),
    "no blank behind the colon": (
        "联系:\n  电话:1\n  地址:　2\n",
        [(2, 5, "colon-space"), (3, 5, "colon-space")],
        {"联系": {"电话": "1", "地址": "2"}},
    ),
    "no colon": (
        "联系\n  电话 1\n  地址\n正文:\n  - 问题 甲\n",
        [
            (1, 3, "colon-missing"),
            (2, 5, "colon-missing"),
            (3, 5, "colon-missing"),
            (5, 7, "colon-missing"),
        ],
        {"联系": {"电话": "1"}, "正文": [{"问题": "甲"}]},
    ),
    "Tabs for indentation": (
        "发文:\n\t机关: 甲\n\t标题: 乙\n正文:\n\t- 问题: 甲\n\t\t措施:\n\t\t- 乙\n\t\t状态: 丙\n",
        [(line, 1, "tab") for line in (2, 3, 5, 6, 7, 8)],
        {
            "发文": {"机关": "甲", "标题": "乙"},
            "正文": [{"问题": "甲", "措施": ["乙"], "状态": "丙"}],
        },
    ),
    "a Tab that stands for four blanks": (
        "发文:\n    机关: 甲\n\t标题: 乙\n",
        [(3, 1, "tab")],
        {"发文": {"机关": "甲", "标题": "乙"}},
    ),
    "a Tab behind the dash": (
        "正文:\n  -\t问题: 甲\n",
        [(2, 4, "tab")],
        {"正文": [{"问题": "甲"}]},
    ),
    "a Tab before a text that goes on": (
        "正文:\n  - 段落: 甲\n\t乙\n",
        [(3, 1, "tab")],
        {"正文": [{"段落": "甲 乙"}]},
    ),
    "a Tab in a literal block": (
        "内容: |\n\t甲\n\t乙\n署名: 丙\n",
        [(2, 1, "tab"), (3, 1, "tab")],
        {"内容": "甲\n乙\n", "署名": "丙"},
    ),
    "wide blanks for indentation": (
        "发文:\n　机关: 甲\n\xa0\xa0标题: 乙\n",
        [(2, 1, "fullwidth-indent"), (3, 1, "fullwidth-indent")],
        {"发文": {"机关": "甲", "标题": "乙"}},
    ),
    "wide blanks before a text that goes on": (
        "正文:\n  - 段落: 甲\n　　乙\n",
        [(3, 1, "fullwidth-indent")],
        {"正文": [{"段落": "甲 乙"}]},
    ),
    "wide blanks before a literal line": (
        "内容: |\n  甲\n　　乙\n署名: 丙\n",
        [(3, 1, "fullwidth-indent")],
        {"内容": "甲\n乙\n", "署名": "丙"},
    ),
    "wide blanks before a sibling": (
        "发文:\n  机关: 甲\n  　标题: 乙\n",
        [(3, 3, "fullwidth-indent")],
        {"发文": {"机关": "甲", "标题": "乙"}},
    ),
    "no blank behind the dash": (
        "正文:\n  -问题: 甲\n    措施:\n      -一是\n      - 二是\n      -　三是\n",
        [(2, 3, "dash"), (4, 7, "dash"), (6, 7, "dash")],
        {"正文": [{"问题": "甲", "措施": ["一是", "二是", "三是"]}]},
    ),
    "other signs for the dash": (
        "正文:\n  － 部分: 1\n  –段落: 2\n  — 段落: 3\n  ·段落: 4\n  • 段落: 5\n",
        [(line, 3, "dash") for line in range(2, 7)],
        {"正文": [{"部分": "1"}, {"段落": "2"}, {"段落": "3"}, {"段落": "4"}, {"段落": "5"}]},
    ),
    "other signs for the dash in a list of texts": (
        "措施:\n  · 一是\n  · 二是\n",
        [(2, 3, "dash"), (3, 3, "dash")],
        {"措施": ["一是", "二是"]},
    ),
    "a label deeper than the one above": (
        "发文:\n  机关: 甲\n    标题: 乙\n   署名: 丙\n",
        [(3, 5, "indent"), (4, 4, "indent")],
        {"发文": {"机关": "甲", "标题": "乙", "署名": "丙"}},
    ),
    "a label deeper than the one above, with a full-width colon": (
        "联系:\n  电话: 0550\n    地址：市府\n",
        [(3, 5, "indent"), (3, 7, "fullwidth-colon")],
        {"联系": {"电话": "0550", "地址": "市府"}},
    ),
    "an item deeper than the one above, its block with it": (
        "正文:\n  - 问题: 甲\n    - 问题: 乙\n      措施:\n        - 丙\n  - 段落: 丁\n",
        [(3, 5, "indent")],
        {"正文": [{"问题": "甲"}, {"问题": "乙", "措施": ["丙"]}, {"段落": "丁"}]},
    ),
    "a text item deeper than the one above": (
        "措施:\n  - 甲\n    - 乙\n   -丙\n",
        [(3, 5, "indent"), (4, 4, "dash"), (4, 4, "indent")],
        {"措施": ["甲", "乙", "丙"]},
    ),
    "a line between two indentations": (
        "正文:\n  - 段落: 甲\n - 段落: 乙\n发文:\n    机关: 甲\n   标题: 乙\n",
        [(3, 2, "indent"), (6, 4, "indent")],
        {"正文": [{"段落": "甲"}, {"段落": "乙"}], "发文": {"机关": "甲", "标题": "乙"}},
    ),
    "a first label deeper than all its siblings": (
        "发文:\n      机关: 甲\n    标题: 乙\n    署名: 丙\n格式: 1\n",
        [(2, 7, "indent")],
        {"发文": {"机关": "甲", "标题": "乙", "署名": "丙"}, "格式": "1"},
    ),
    "a first label deeper than its one sibling in a form of four blanks": (
        "联系:\n      电话: 1\n    邮箱: 甲\n",
        [(2, 7, "indent")],
        {"联系": {"电话": "1", "邮箱": "甲"}},
    ),
    "a first label less deep than all its siblings": (
        "发文:\n   机关: 甲\n    标题: 乙\n    署名: 丙\n",
        [(2, 4, "indent")],
        {"发文": {"机关": "甲", "标题": "乙", "署名": "丙"}},
    ),
    "a first item deeper than all its siblings, its block with it": (
        "正文:\n    - 问题: 甲\n      措施:\n        - 乙\n  - 问题: 丙\n    措施:\n      - 丁\n",
        [(2, 5, "indent")],
        {"正文": [{"问题": "甲", "措施": ["乙"]}, {"问题": "丙", "措施": ["丁"]}]},
    ),
    "a first text item deeper than all its siblings, in a block that is mended": (
        "正文:\n  - 段落: 甲\n   - 问题: 乙\n     措施:\n         - 丙\n       - 丁\n       - 戊\n",
        [(3, 4, "indent"), (5, 10, "indent")],
        {"正文": [{"段落": "甲"}, {"问题": "乙", "措施": ["丙", "丁", "戊"]}]},
    ),
    "more blanks than one behind a dash": (
        "正文:\n  -   问题: 甲\n    措施:\n      - 乙\n    状态: 丙\n",
        [(2, 3, "indent")],
        {"正文": [{"问题": "甲", "措施": ["乙"], "状态": "丙"}]},
    ),
    "two first labels deeper than their three siblings": (
        "联系:\n    引语: 甲\n    电话: 1\n  地址: 乙\n  邮编: 2\n  邮箱: 丙\n",
        [(2, 5, "indent"), (3, 5, "indent")],
        {"联系": {"引语": "甲", "电话": "1", "地址": "乙", "邮编": "2", "邮箱": "丙"}},
    ),
    "a label below the dash instead of below the label": (
        "正文:\n  - 问题: 甲\n  状态: 乙\n",
        [(3, 3, "indent")],
        {"正文": [{"问题": "甲", "状态": "乙"}]},
    ),
    "a block that is not indented": (
        "发文:\n机关: 甲\n标题: 乙\n格式: 1\n",
        [(2, 1, "indent"), (3, 1, "indent")],
        {"发文": {"机关": "甲", "标题": "乙"}, "格式": "1"},
    ),
    "a top label that is indented": (
        "联系:\n  电话: 1\n 版记:\n  抄送: 2\n",
        [(3, 2, "indent")],
        {"联系": {"电话": "1"}, "版记": {"抄送": "2"}},
    ),
    "a text that goes on without indentation": (
        "正文:\n  - 段落: 一是\n    二是\n  - 段落:\n    三是\n四是\n",
        [(3, 5, "indent"), (5, 5, "indent"), (6, 1, "indent")],
        {"正文": [{"段落": "一是 二是"}, {"段落": "三是 四是"}]},
    ),
    "a literal line not deep enough": (
        "内容: |\n    甲\n  乙\n丙\n署名: 丁\n",
        [(3, 3, "indent"), (4, 1, "indent")],
        {"内容": "甲\n乙\n丙\n", "署名": "丁"},
    ),
    "a list below a text": (
        "正文:\n  - 问题: 甲\n    措施: 如下\n      - 一是\n      - 二是\n",
        [(4, 7, "list-after-text")],
        {"正文": [{"问题": "甲", "措施": ["一是", "二是"]}]},
    ),
    "a number sign that is no comment": (
        "联系:\n  地址: 甲 #3楼 #4楼\n  电话: #1号\n  引语: 甲\n    #乙\n",
        [(2, 9, "hash"), (3, 7, "hash"), (5, 5, "hash")],
        {"联系": {"地址": "甲 #3楼 #4楼", "电话": "#1号", "引语": "甲 #乙"}},
    ),
    "text behind the closing quote": (
        "标题: \"三会一课\"落实\n署名: '十四五'规划\n",
        [(1, 11, "quote"), (2, 10, "quote")],
        {"标题": '"三会一课"落实', "署名": "'十四五'规划"},
    ),
    "quotes that are not closed": (
        '标题: "甲\n署名: \'乙\n正文:\n  - "丙\n  - 丁\n',
        [(1, 5, "quote"), (2, 5, "quote"), (4, 5, "quote")],
        {"标题": "甲", "署名": "乙", "正文": ["丙", "丁"]},
    ),
    "backslashes in double quotes": (
        '附注: "C:\\目录\\n 甲 \\"乙\\" \\u4e2d\\u202e"\n',
        [(1, 8, "quote")],
        {"附注": 'C:\\目录\n 甲 "乙" 中\\u202e'},
    ),
    "text on the line behind a closed quote": (
        '标题: "甲"\n  乙\n    丙\n署名: 丁\n',
        [(2, 3, "quote")],
        {"标题": "甲", "署名": "丁"},
    ),
    "brackets that are text": (
        "文号: [2023]5号\n标题: {甲}乙\n署名: [甲\n附注: ]甲\n",
        [(line, 5, "special-start") for line in range(1, 5)],
        {"文号": "[2023]5号", "标题": "{甲}乙", "署名": "[甲", "附注": "]甲"},
    ),
    "a sign at the start": (
        "正文:\n" + "".join(f"  - {sign}甲\n" for sign in ">|*&!%@`") + "  - ? 甲\n",
        [(line, 5, "special-start") for line in range(2, 11)],
        {"正文": [f"{sign}甲" for sign in ">|*&!%@`"] + ["? 甲"]},
    ),
    "a dash behind a label": (
        "机关: - 甲\n印章: -\n",
        [(1, 5, "special-start"), (2, 5, "special-start")],
        {"机关": "- 甲", "印章": "-"},
    ),
    "a star before a label": (
        "发文:\n  *机关: 甲\n  ? 标题: 乙\n",
        [(2, 3, "special-start"), (3, 3, "special-start")],
        {"发文": {"机关": "甲", "标题": "乙"}},
    ),
    "anchors, aliases, tags and unnamed labels in brackets": (
        "机关: [&a 甲, *a, !t 乙]\n数据: {[甲]: 乙, *a : 1}\n",
        [
            (1, 6, "special-start"),
            (1, 12, "special-start"),
            (1, 16, "special-start"),
            (2, 6, "special-start"),
            (2, 14, "special-start"),
            (2, 14, "special-start"),
        ],
        {"机关": ["甲", "乙"], "数据": {}},
    ),
    "a colon in a text": (
        "标题: 甲: 乙: 丙\n署名: 丁:\n附注: 戊\n  己: 庚\n",
        [(1, 6, "colon-in-text"), (2, 6, "colon-in-text"), (4, 4, "colon-in-text")],
        {"标题": "甲: 乙: 丙", "署名": "丁:", "附注": "戊 己: 庚"},
    ),
    "a colon in a list of texts": (
        "措施:\n  - 如下:\n  - 比例: 3\n  - 一是甲。乙: 丙\n",
        [(2, 7, "colon-in-text"), (3, 7, "colon-in-text"), (4, 10, "colon-in-text")],
        {"措施": ["如下:", "比例: 3", "一是甲。乙: 丙"]},
    ),
    "two labels in a line": (
        "发文:\n  机关: 甲 署名: 乙\n",
        [(2, 11, "colon-in-text")],
        {"发文": {"机关": "甲 署名: 乙"}},
    ),
    "labels twice": (
        "标题: 甲\n标题: 乙\n标题:\n正文:\n  - 问题: 甲\n    问题:\n      - 乙\n",
        [(2, 1, "duplicate"), (3, 1, "duplicate"), (6, 5, "duplicate")],
        {"标题": "甲", "正文": [{"问题": "甲"}]},
    ),
    "several documents": (
        "---\n标题: 甲\n---\n署名: 乙\n...\n附注: 丙\n---\n",
        [(3, 1, "divider"), (5, 1, "divider")],
        {"标题": "甲", "署名": "乙", "附注": "丙"},
    ),
    "empty items": (
        "措施:\n  -\n  - 甲\n  - # 乙\n",
        [(2, 3, "empty-item"), (4, 3, "empty-item")],
        {"措施": ["甲"]},
    ),
    "lines that belong nowhere": (
        "关于填报的说明\n标题: 甲\n%YAML 1.1\n",
        [(1, 1, "stray"), (3, 1, "indent")],
        {"标题": "甲 %YAML 1.1"},
    ),
    "a list in brackets that YAML cannot read": (
        "对象: [甲 #1, 乙]\n电话: 1\n",
        [(1, 1, "unreadable")],
        {"电话": "1"},
    ),
    "the same over two lines": (
        "对象: [甲 乙: 丙: 丁,\n  戊]\n电话: 1\n",
        [(1, 1, "unreadable")],
        {"电话": "1"},
    ),
    "characters that must not be": (
        "标题: 甲\x00乙\x01\n署名: 丙\u202e丁\n附注: 戊\u2028己\ufffd\n",
        [(1, 6, "character"), (2, 6, "character"), (3, 6, "character")],
        {"标题": "甲乙", "署名": "丙丁", "附注": "戊己"},
    ),
    "private characters": (
        "标题: 甲\U00100022\U0010fffd\n",
        [(1, 6, "character")],
        {"标题": "甲"},
    ),
    "zero-width characters, once a file": (
        "标题\u200b: 甲\ufeff\n署名: 乙\xad\u2060\n",
        [(1, 3, "zero-width")],
        {"标题": "甲", "署名": "乙"},
    ),
    "a comment where a value is meant": (
        "联系:\n  地址: # 市府\n  电话: 1\n发文: # 说明\n  机关: # 说明\n    - 甲\n  标题:  # 甲\n",
        [(2, 7, "comment-empty"), (7, 8, "comment-empty")],
        {"联系": {"电话": "1"}, "发文": {"机关": ["甲"]}},
    ),
    "a label with no name": ('数据: {"": 1}\n', [(1, 6, "stray")], {"数据": {}}),
    "a text between two indentations": (
        "发文:\n    机关: 甲\n  乙：丙\n",
        [(3, 3, "indent")],
        {"发文": {"机关": "甲 乙：丙"}},
    ),
    "a short label nobody knows among labels": (
        (
            "数据:\n  人数: 120\n  场次：5\n  概况: 一是在反馈会议之后迅速行动起来，召开会议研究部署，\n"
            "  会议指出：要整改\n"
        ),
        [(3, 5, "fullwidth-colon"), (5, 3, "indent")],
        {
            "数据": {
                "人数": "120",
                "场次": "5",
                "概况": "一是在反馈会议之后迅速行动起来，召开会议研究部署， 会议指出：要整改",
            }
        },
    ),
    "a Tab in a literal block already begun": (
        "内容: |\n    甲\n  \t乙\n署名: 丙\n",
        [(3, 3, "tab")],
        {"内容": "甲\n乙\n", "署名": "丙"},
    ),
    "a star before what is no label": (
        "标题: 甲\n*乙\n",
        [(2, 1, "indent")],
        {"标题": "甲 *乙"},
    ),
    "a list less deep than its label": (
        "正文:\n  - 问题: 甲\n    措施:\n   - 一是\n    - 二是\n",
        [(4, 4, "indent"), (5, 5, "indent")],
        {"正文": [{"问题": "甲", "措施": ["一是", "二是"]}]},
    ),
    "an item where no list is": (
        "发文:\n    机关: 甲\n  - 乙\n    署名: 丙\n署名: 丁\n",
        [(3, 3, "stray"), (5, 1, "indent")],
        {"发文": {"机关": "甲", "署名": "丁"}},
    ),
    "a wrong dash before a label, deeper than the item above": (
        "正文:\n  - 部分: 甲\n    —段落: 乙\n",
        [(3, 5, "dash"), (3, 5, "indent")],
        {"正文": [{"部分": "甲"}, {"段落": "乙"}]},
    ),
    "an unreadable line that has a warning too": (
        "标题: [甲\u200b #1, 乙]\n署名: 丙\n",
        [(1, 1, "unreadable"), (1, 7, "zero-width")],
        {"署名": "丙"},
    ),
    "many at once": (
        (
            "发文：\n\t机关: 甲\n  文号: [2023]5号 #1\n正文:\n  -段落: 甲: 乙\n"
            '  - 问题: "三会一课"落实\n    进展: 无\n     状态：丙\n    状态: 丁\n'
        ),
        [
            (1, 3, "fullwidth-colon"),
            (2, 1, "tab"),
            (3, 7, "special-start"),
            (3, 16, "hash"),
            (5, 3, "dash"),
            (5, 9, "colon-in-text"),
            (6, 15, "quote"),
            (8, 6, "indent"),
            (8, 8, "fullwidth-colon"),
            (9, 5, "duplicate"),
        ],
        {
            "发文": {"机关": "甲", "文号": "[2023]5号 #1"},
            "正文": [{"段落": "甲: 乙"}, {"问题": '"三会一课"落实', "进展": "无", "状态": "丙"}],
        },
    ),
}


@pytest.mark.parametrize(("text", "slips", "values"), SLIPS.values(), ids=SLIPS.keys())
def test_slips_are_found_and_what_was_meant_is_read(
    text: str, slips: list[tuple[int, int, str]], values: Value
) -> None:
    assert slips_of(text) == slips
    assert form_of(text).values == values


@pytest.mark.parametrize(("text", "slips", "values"), SLIPS.values(), ids=SLIPS.keys())
def test_slips_are_the_same_whatever_ends_a_line(
    text: str, slips: list[tuple[int, int, str]], values: Value
) -> None:
    for line_end in ("\r\n", "\r"):
        assert slips_of(text.replace("\n", line_end)) == slips
        assert form_of(text.replace("\n", line_end)).values == values


def test_every_message_is_one_short_chinese_sentence() -> None:
    for text, _, _ in SLIPS.values():
        for problem in read_text(text.replace("甲", "甲" * 300))[1]:
            assert problem.message.endswith("。")
            assert problem.message.count("。") == 1
            assert "\n" not in problem.message
            assert len(problem.message) < 130
            assert not any(char >= "\U00100000" for char in problem.message + problem.text)


SENTENCES = {
    "机关：中共天长市科学技术局党组": (
        "「机关」后面用了中文冒号“：”，请改成英文冒号加一个空格：`机关: 中共天长市科学技术局党组`。"
    ),
    "文号: [2023]5号": (
        "内容以方括号“[”开头，会被当成列表的记号，请改用六角括号〔〕：`文号: 〔2023〕5号`。"
    ),
    "标题: 甲\n标题: 乙": "「标题」与第1行重复，请删去其中一处，或合并成一处。",
    "机关: 甲 署名: 乙": "一行里只能有一个标签，请让「署名」另起一行，并与同级的标签对齐：`署名: 乙`。",
}


@pytest.mark.parametrize(("text", "sentence"), SENTENCES.items())
def test_a_sentence_gives_the_line_to_write(text: str, sentence: str) -> None:
    assert [problem.message for problem in read_text(text)[1]] == [sentence]


def test_only_what_loses_nothing_is_a_warning() -> None:
    warned = {
        problem.code
        for text, _, _ in SLIPS.values()
        for problem in read_text(text)[1]
        if problem.severity is not Severity.ERROR
    }
    assert warned == {"form-zero-width", "form-comment-empty"}


def test_a_form_with_a_line_left_out_says_it_is_not_whole() -> None:
    assert form_of("标题: 甲\n").whole
    assert form_of("标题：甲\n").whole
    assert not form_of('标题: "甲"\n  乙\n').whole
    assert not form_of("对象: [甲 #1, 乙]\n电话: 1\n").whole


def test_text_that_cannot_be_read_is_found_in_every_line() -> None:
    bad = "".join(f"对象{number}: [甲 #1, 乙]\n" for number in range(5))
    assert slips_of(bad + "电话: 1\n") == [(line, 1, "unreadable") for line in range(1, 6)]
    assert form_of(bad + "电话: 1\n").values == {"电话": "1"}
