"""What a terminal shows: two columns a Chinese character, nothing that would steer it."""

from noticegen.terminal import printable, width


def test_a_chinese_character_and_its_marks_take_two_columns() -> None:
    assert width("ab") == 2
    assert width("整改“”…█") == 12
    assert width("e\u0301") == 1


def test_what_would_steer_is_a_blank() -> None:
    assert printable("甲\x1b乙\u202e丙") == "甲 乙 丙"
