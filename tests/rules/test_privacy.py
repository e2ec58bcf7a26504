"""What the rules of the family privacy find, and which numbers are nobody's."""

from forms import form, messages_of, problems_of
from rules_on import faults_in_form, silent_on, speaking_alone

ID = "11010519491231002X"
OTHER_ID = "341181198001010016"
CARD = "6222020200112233446"
WRONG = [
    (f"当事人李某（{ID}）已退款。", "privacy-resident-id", ID),
    (f"当事人李某，身份证号{OTHER_ID}。", "privacy-resident-id", OTHER_ID),
    ("身份证号码：341181800101001。", "privacy-resident-id", "341181800101001"),
    ("身份证号码为110105194912310029。", "privacy-resident-id", "110105194912310029"),
    ("李某（11010519491231002x）已退款。", "privacy-resident-id", "11010519491231002x"),
    (f"款项已退至{CARD}。", "privacy-bank-card", CARD),
    ("款项已退至6222 0202 0011 2233 446。", "privacy-bank-card", "6222 0202 0011 2233 446"),
    ("退至银行卡4367420011223343。", "privacy-bank-card", "4367420011223343"),
    ("举报人张某（13812345678）反映的问题属实。", "privacy-mobile", "13812345678"),
    ("举报人张某138-1234-5678反映的问题属实。", "privacy-mobile", "138-1234-5678"),
    ("材料由张某（zhang@example.com）汇总。", "privacy-email", "zhang@example.com"),
]
RIGHT = [
    "李某（11010519491231003X）已退款。",
    "身份证号为3411**********002X的申请人已补证。",
    "项目编号622202020011223344501。",
    "款项已退至6222020200112233445。",
    "合同编号13812345678已归档。",
    "生产总值13812345678元。",
    "联系电话：13812345678。",
    "设立举报邮箱jubao@example.com。",
    "固定电话0550-7770320，邮政编码239300。",
    "云委办〔2012〕10号文件执行到位。",
]


test_only_this_rule_speaks_on = speaking_alone(WRONG)
test_every_rule_is_silent_on = silent_on(RIGHT)


def test_what_is_only_kept_in_the_ledger_is_not_printed() -> None:
    body = f"- 问题: 学习不深入\n  备注: 李某{ID}，电话13812345678\n  措施:\n    - 开展研讨。"
    assert faults_in_form(form(body)) == []


def test_the_contact_of_a_form_may_be_a_mobile() -> None:
    more = "联系:\n  电话: '13812345678'\n  邮箱: a@example.com\n"
    assert faults_in_form(form(more=more)) == []


def test_what_stands_in_the_head_of_the_page_alone_is_published_too() -> None:
    text = f"李某（{ID}、13812345678、zhang@example.com、{CARD}）再接再励，线索编号XC2023-017。"
    page = f"网页:\n  描述: {text}\n"

    assert {(line, code) for line, code in problems_of(form(more=page))} == {
        (5, "privacy-resident-id"),
        (5, "privacy-mobile"),
        (5, "privacy-email"),
        (5, "privacy-bank-card"),
        (5, "secrecy-clue"),
        (5, "typo-wrong-word"),
    }


def test_what_stands_in_the_head_of_the_page_is_no_part_of_what_the_notice_counts_or_repeats() -> (
    None
):
    body = "- 段落: 反馈的3个问题已完成整改2个，完善制度5项，整改工作取得明显成效。"
    page = "网页:\n  描述: 反馈的4个问题已完成整改2个，完善制度5项，整改工作取得明显成效\n"

    assert messages_of(form(body, more=page)) == messages_of(form(body))
