"""What the rules of the family secrecy find in what is to be public, and only there."""

from forms import form
from rules_on import faults_in_form, silent_on, speaking_alone

WRONG = [
    ("机密★1年", "secrecy-classification", "机密★1年"),
    ("秘密", "secrecy-classification", "秘密"),
    ("绝密★长期", "secrecy-classification", "绝密★长期"),
    ("【机密】", "secrecy-classification", "【机密】"),
    ("内部资料 注意保存", "secrecy-internal", "内部资料注意保存"),
    ("内部文件，不得外传", "secrecy-internal", "内部文件，不得外传"),
    ("（此件不公开）", "secrecy-internal", "（此件不公开）"),
    ("（不得翻印）", "secrecy-internal", "（不得翻印）"),
    ("请勿转发", "secrecy-internal", "请勿转发"),
    ("【阅后即焚】", "secrecy-internal", "【阅后即焚】"),
    ("会后销毁。", "secrecy-internal", "会后销毁。"),
    ("现将整改情况予以通报。（仅供领导参阅）", "secrecy-internal", "（仅供领导参阅）"),
    ("线索编号XC2023-017已办结。", "secrecy-clue", "XC2023-017"),
    ("线索编号：云纪线〔2023〕17号，已办结。", "secrecy-clue", "云纪线〔2023〕17号"),
    ("问题线索登记号为2023017。", "secrecy-clue", "2023017"),
]
RIGHT = [
    "严格保守秘密，做好涉密文件管理。",
    "对机密文件实行专柜保管。",
    "清理违规外传的内部资料12份。",
    "（此件公开发布）",
    "依申请公开事项9件均已答复。",
    "对问题线索统一编号、集中管理。",
    "移交问题线索3件。",
]
RED = """\
发文:
  机关: 中共云山县示范局党组
  成文日期: 2024年6月20日
  文号: 云示组〔2024〕12号
  份号: '000001'
  密级: 秘密★1年
"""


test_only_this_rule_speaks_on = speaking_alone(WRONG)
test_every_rule_is_silent_on = silent_on(RIGHT)


def test_a_public_form_has_neither_classification_nor_copy_number() -> None:
    assert faults_in_form(form(head=RED)) == [
        ("secrecy-classification", "秘密★1年"),
        ("secrecy-copy-number", "000001"),
    ]


def test_a_form_for_the_party_alone_may_have_both() -> None:
    assert faults_in_form(form(head=f"{RED}  范围: 党内\n  附注: 内部资料\n")) == []
