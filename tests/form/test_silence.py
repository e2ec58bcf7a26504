"""What is written as it may be reads without a word, and as it stands."""

import pytest
from form.known import form_of, slips_of

from noticegen.form import Value

LONG = "一是迅速行动。在巡察反馈会议结束后，党组立即召开会议，研究部署整改工作，明确责任分工，"

SILENT: dict[str, tuple[str, Value]] = {
    "scalars stay as written": (
        "电话: 0550\n时间: 12:30\n印章: 否\n邮编: 239300\n金额: 4.140\n甲: ~\n乙: null\n丙: yes\n",
        {
            "电话": "0550",
            "时间": "12:30",
            "印章": "否",
            "邮编": "239300",
            "金额": "4.140",
            "甲": "~",
            "乙": "null",
            "丙": "yes",
        },
    ),
    "full-width colons within texts": (
        "正文:\n  - 段落: 联系方式：电话0550\n  - 段落: 问题：学习不够\n",
        {"正文": [{"段落": "联系方式：电话0550"}, {"段落": "问题：学习不够"}]},
    ),
    "texts of a list that begin like labels": (
        "措施:\n  - 一是迅速行动。在反馈会议后，问题：……\n  - 责任单位：办公室\n  - 措施:甲\n",
        {"措施": ["一是迅速行动。在反馈会议后，问题：……", "责任单位：办公室", "措施:甲"]},
    ),
    "times, addresses, ratios, dates": (
        (
            "正文:\n  - 内容: 比例为3:2，12:30开始\n  - 内容: http://a.b/c:80#d\n"
            "    完成时限: 2023-6-30\n"
        ),
        {
            "正文": [
                {"内容": "比例为3:2，12:30开始"},
                {"内容": "http://a.b/c:80#d", "完成时限": "2023-6-30"},
            ]
        },
    ),
    "book titles, full-width quotes and signs": (
        "标题: 《甲》“乙”\n署名: “甲”乙\n附注: （丙）、—丁\n文号: 甲〔2023〕5号\n范围: ——戊\n",
        {
            "标题": "《甲》“乙”",
            "署名": "“甲”乙",
            "附注": "（丙）、—丁",
            "文号": "甲〔2023〕5号",
            "范围": "——戊",
        },
    ),
    "a text that goes on": (
        (
            f"正文:\n  - 段落: {LONG}\n      问题：明确。\n"
            f"    内容: {LONG}\n     电话:0550。\n  - 段落:\n      甲\n      乙\n"
        ),
        {
            "正文": [
                {"段落": f"{LONG} 问题：明确。", "内容": f"{LONG} 电话:0550。"},
                {"段落": "甲 乙"},
            ]
        },
    ),
    "a text that goes on over blank and comment lines": (
        "正文:\n  - 段落: 甲\n    # 说明\n      乙 # 说明\n      丙\n#- 段落: 丁\n",
        {"正文": [{"段落": "甲  乙 丙"}]},
    ),
    "wide blanks at the start of a text": (
        "正文:\n  - 段落: 甲\n      　　乙\n  - 内容: |\n      　　丙\n　\n      丁\n",
        {"正文": [{"段落": "甲 　　乙"}, {"内容": "　　丙\n\n丁\n"}]},
    ),
    "literal blocks": (
        "内容: |\n  甲: 乙 #3楼\n  - 问题：丙\n    # 丁\n\n  [戊]己\n附注: |-  # 说明 2\n    庚\n署名: >\n  辛\n  壬\n",
        {
            "内容": "甲: 乙 #3楼\n- 问题：丙\n  # 丁\n\n[戊]己\n",
            "附注": "庚",
            "署名": "辛 壬\n",
        },
    ),
    "a literal block that says its indentation": (
        "内容: |2\n    甲\n  乙\n",
        {"内容": "  甲\n乙\n"},
    ),
    "quoted values": (
        '标题: "甲: 乙 #3"\n署名: \'丙\'\'丁\' # 说明\n附注: "戊\n  己"\n"范围": ""\n\'份号\': "A\\u3000\\\\"\n',
        {"标题": "甲: 乙 #3", "署名": "丙'丁", "附注": "戊 己", "范围": "", "份号": "A　\\"},
    ),
    "lists in brackets": (
        '机关: [甲, "乙, 丙"]\n对象: [\n  丁,\n  戊 ]  # 说明\n数据: {人数: 3}\n',
        {"机关": ["甲", "乙, 丙"], "对象": ["丁", "戊"], "数据": {"人数": "3"}},
    ),
    "names in braces": (
        "写法:\n  问题: {{ 问题 }}问题。\n  任务: 针对{{ 任务 }}\n  事项:\n    {{ 事项 }}：\n",
        {
            "写法": {
                "问题": "{{ 问题 }}问题。",
                "任务": "针对{{ 任务 }}",
                "事项": "{{ 事项 }}：",
            }
        },
    ),
    "negative numbers": ("数据:\n  增长率: -5\n", {"数据": {"增长率": "-5"}}),
    "comments": (
        "# 标题: 甲\n#署名: 乙\n标题: 丙 # 丁\n  # 戊\n  #附注: 己\n#----\n\n署名: 庚#辛\n",
        {"标题": "丙", "署名": "庚#辛"},
    ),
    "lists not indented, and items on their own line": (
        "正文:\n- 问题: 甲\n  措施:\n  - 乙\n  -\n    丙\n-\n  段落: 丁\n-   段落: 戊\n    状态: 己\n",
        {
            "正文": [
                {"问题": "甲", "措施": ["乙", "丙"]},
                {"段落": "丁"},
                {"段落": "戊", "状态": "己"},
            ]
        },
    ),
    "lists in lists": (
        (
            "附件:\n  - 名称: 甲\n    表:\n      - [乙, 丙]\n      - - 丁\n        - 戊\n"
            "  - 名称: 乙\n    表:\n      - 姓名: 己\n        职务: 庚\n"
        ),
        {
            "附件": [
                {"名称": "甲", "表": [["乙", "丙"], ["丁", "戊"]]},
                {"名称": "乙", "表": [{"姓名": "己", "职务": "庚"}]},
            ]
        },
    ),
    "labels left empty": (
        "发文:\n  机关:\n  标题: \n联系:\n格式: 1\n",
        {"发文": {}, "格式": "1"},
    ),
    "a form moved right as a whole": (
        "  发文:\n    机关: 甲\n  格式: 1\n",
        {"发文": {"机关": "甲"}, "格式": "1"},
    ),
    "wide blanks around a label, blanks before its colon": (
        "电话 : 1\n地址　: 2\n邮编:\t3\n邮箱: 　4\n",
        {"电话": "1", "地址": "2", "邮编": "3", "邮箱": "4"},
    ),
    "labels nobody knows": (
        "甲乙: 丙\n数据:\n  参会人数: 120\n",
        {"甲乙": "丙", "数据": {"参会人数": "120"}},
    ),
    "a document's start and end": (
        "---\n标题: 甲\n...\n\n",
        {"标题": "甲"},
    ),
}


@pytest.mark.parametrize(("text", "values"), SILENT.values(), ids=SILENT.keys())
def test_it_reads_without_a_word(text: str, values: Value) -> None:
    assert slips_of(text) == []
    assert form_of(text).values == values
    assert form_of(text).whole
