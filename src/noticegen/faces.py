"""The faces of GB/T 9704-2012: a font's name in, the class of face it belongs to out.

The standard names classes (仿宋体, 小标宋体); an office has fonts of many makes.
"""

import re

FANGSONG, KAITI, HEITI, BIAOSONG, SONGTI = "仿宋", "楷体", "黑体", "小标宋", "宋体"

_NAMES = {
    BIAOSONG: r"标宋|XiaoBiaoSong|FZXBS|FZXiaoBS",
    FANGSONG: r"仿宋|FangSong",
    KAITI: r"楷|KaiTi",
    HEITI: r"黑体|SimHei|STHeiti|FZHei|Heiti",
    SONGTI: r"^(新|华文|方正)?(书|中)?宋|宋体|SimSun|NSimSun|STSong|FZShuSong|思源宋|Song ?(Ti)?$",
}


def is_face(font: str, wanted: str) -> bool:
    """Tell whether *font* is of the class *wanted*; one the file does not name may be any."""
    if not font:
        return True
    return kind(font) == wanted


def kind(font: str) -> str:
    """Return the class *font* is of, "" for none of the standard's."""
    return next((kind for kind, form in _NAMES.items() if re.search(form, font, re.IGNORECASE)), "")
