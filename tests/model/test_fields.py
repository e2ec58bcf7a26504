"""What a text starts with, asked quickly by its first sign and asked in full."""

from noticegen.model.fields import TYPED_ORDINAL, may_start_with_ordinal

RESTS = ("、甲", "是甲", "，甲", ".甲", ")甲", "一）甲", "一，甲", "一是甲", "1）甲", "甲")


def test_no_ordinal_starts_with_a_sign_that_the_quick_look_passes_over() -> None:
    signs = map(chr, range(0x10000))
    starts = [sign for sign in signs if any(TYPED_ORDINAL.match(sign + rest) for rest in RESTS)]

    assert {"一", "第", "（", "1", "①"} <= set(starts)
    assert [sign for sign in starts if not may_start_with_ordinal(sign)] == []
