"""Whether a window closes with the program is told by its title."""

import pytest

from noticegen import window

PROGRAM = r"D:\工具\noticegen.exe"


@pytest.mark.parametrize(
    "title", [PROGRAM, r"d:\工具\NOTICEGEN.EXE", r"C:\Users\甲\Desktop\noticegen.lnk"]
)
def test_a_window_opened_for_a_dropped_form_is_our_own(title: str) -> None:
    assert window.is_own(title, PROGRAM)
    assert window.is_own(title, r"D:\工具\.venv\Scripts\noticegen")


@pytest.mark.parametrize(
    "title",
    [
        "命令提示符",
        r"C:\Windows\system32\cmd.exe",
        r"C:\Windows\system32\cmd.exe - noticegen  build D:\表\填报表.yaml",
        r"管理员: C:\Windows\system32\cmd.exe - noticegen.exe  表.yaml",
        r"C:\Program Files\PowerShell\7\pwsh.exe",
        "Windows PowerShell",
        "",
    ],
)
def test_a_shell_s_window_is_left_alone(title: str) -> None:
    assert not window.is_own(title, PROGRAM)


def test_elsewhere_than_on_windows_nothing_is_held(capsys: pytest.CaptureFixture[str]) -> None:
    window.hold(PROGRAM)

    assert capsys.readouterr().out == ""
