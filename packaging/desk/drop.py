"""Build the forms dropped on the launcher; cmd.exe's own command line tells which.

Explorer puts a dropped name in quotes only if it has a blank in it, so that cmd.exe cuts the line
at the & of ``D:/a&b.yaml``: what the batch file gets as %* is not the name. Its whole command line
is ``cmd.exe /c ""D:/desk/launcher.bat" D:/a&b.yaml "D:/c d.yaml""``; no name has a quote in it.
"""

import os
import re
import sys
from pathlib import Path, PureWindowsPath

PROGRAM = Path(__file__).resolve().parents[1] / "program"
_HOW = """\
请把填好的填报表（.yaml 文件）拖到“通报生成”的图标上，通报就生成在表的旁边。
还没有填报表的，用记事本打开“通报生成”旁边的“填报表.yaml”，照着里面的说明填。"""
_USAGE = 2


def dropped(line: str, launcher: str) -> list[str] | None:
    """Return the names dropped on *launcher*, None where *line* is not Explorer's starting it."""
    _, _, rest = re.sub(r"\s/c\s", "\0", line, count=1, flags=re.IGNORECASE).partition("\0")
    quoted = re.fullmatch(r'\s*"(.*)"\s*', rest)
    words = re.findall(r'"([^"]*)"|([^\s"]+)', quoted[1] if quoted else rest)
    names = [inside or bare for inside, bare in words]
    if not names or PureWindowsPath(names[0]).name.lower() != launcher.lower():
        return None
    return names[1:]


def main() -> int:
    """Build and return the exit code."""
    environment = os.environ
    names = dropped(
        environment.get("NOTICEGEN_LINE", ""), environment.get("NOTICEGEN_LAUNCHER", "")
    )
    if names is None:
        names = sys.argv[1:]
    if not names:
        print(_HOW)
        return _USAGE
    sys.path.insert(0, str(PROGRAM))
    from noticegen import cli

    return cli.run(names)


if __name__ == "__main__":
    sys.exit(main())
