"""Words that are doubled by a slip: what stands there, and the pattern that tells it is one."""

# The character, what before it makes a word of the first, what after it one of the second.
_SINGLE = (
    (
        "对",
        "针核面校反应绝相派一比查成结配敌作",
        "象口方手账联比照应立策抗外内接待子错等调标偶折称付决话岸面下上公私冲赌",
    ),
    ("的", "目有标中似众红端", "确士"),
    ("在", "存现正所实内潜外健旨意好自", "建职校编线岗册任押读逃研库途产场家京岩役世即乎意地"),
    ("和", "温缓共饱总调柔平祥随附谦暖应", "气谐平解睦美顺好善缓蔼田县硕布龙风"),
    ("是", "还总可但凡就也于只要若尤或算正硬自横便一二三四五六七八九十", "非否以"),
    ("将", "大上中少名猛干强健主即行必女武部降老", "军近士领来要会帅才心信乐"),
    ("把", "一两几火拖车门", "关脉握手控舵柄"),
    ("与", "参赠给授付", "会此其时"),
    ("及", "以涉普波触顾危遍提论企埃", "时早格第至其物"),
    (
        "为",
        "作行认因以人转改变定列视更尤大",
        "民人期主首此何了国什群企难政先官他我它重基契界限准辅由止例荣耻",
    ),
    ("了", "不为得除罢完", "解之结然如断"),
    ("由", "理自事缘案因来", "于此"),
    ("从", "服听遵顺盲跟随", "严来事优重轻快速业中小政而此前头容江化"),
    ("其", "尤极何与", "他余中实次它间后格"),
    ("使", "促大行驱天特即假出", "用命者馆"),
    ("该", "应", ""),
    ("已", "得而不", ""),
    ("我", "自", "们"),
    ("各", "", "自"),
)
# 于 and 向 are surnames too: what follows must be no name.
_AT_SURNAMES = (
    r"于于(?=\d|本|该|我|今|去)",
    "向向(?<![方面趋导意取走动倾志去]向向)(?=[市县省局上各有全])(?!上[海官]|全[国椒])",
)
_WORDS = (
    "进一步|进行|以及|对于|关于|并且|而且|根据|按照|加强|建立|制定|完善|开展|认真|切实|严格|积极|持续|"
    "深入|及时|全面|定期|不断|已经|必须|应当|没有|其中|因为|由于|如果|虽然|但是|所以|因此|我们|成立|召开|"
    "印发|修订|推动|推进|提高|强化|确保|坚持|明确|充分|同时|目前|下一步"
)
_NOUNS = "工作|中心|情况|问题|措施|制度|整改|巡察|巡视|责任|方案|机制|作用|意识|能力|水平|建设|管理|监督|发展"
_CLOSING = "工作|整改|情况|问题|措施|制度|要求|任务|方案|机制|责任|巡察|巡视"
_OPENING = "工作|情况|措施|制度|任务|方案|机制|责任|巡察|巡视"
_CHINESE = r"\u4e00-\u9fff"
_RIGHT = f"(?![{_CHINESE}])"
BRANCHES = {
    **{
        one * 2: f"{one * 2}(?<![{before}{one}]{one * 2})(?![{after}{one}])"
        for one, before, after in _SINGLE
    },
    **{word * 2: f"{word * 2}(?!会|大会|从严)" for word in _WORDS.split("|")},
    **{word * 2: f"{word * 2}{_RIGHT}" for word in _NOUNS.split("|")},
    **{word + word[-1]: f"{word}{word[-1]}{_RIGHT}" for word in _CLOSING.split("|")},
    **{
        word[0] + word: f"{word[0]}{word}(?<![{_CHINESE}]{word[0]}{word})"
        for word in _OPENING.split("|")
    },
    **{branch[:2]: branch for branch in _AT_SURNAMES},
}
"""What is doubled, and the pattern that tells whether it is too much."""
