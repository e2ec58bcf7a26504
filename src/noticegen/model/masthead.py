"""Field types of the red head: 文号, 份号 and 密级 as 7.2 wants them, or the line to write."""

import re
from typing import Annotated

from noticegen.model.base import After
from noticegen.model.fields import fault

# Few forms have any of these: a pattern is compiled when one does.
_NUMBER = r"[^\s〔〕]+〔(?:19|20)[0-9]{2}〕[1-9][0-9]*号"
# What was probably meant: any brackets or none, 第, zeros in front, 号 forgotten.
_NUMBER_MEANT = (
    r"(?P<code>.*?)[〔\[［(（【<《]?(?P<year>(?:19|20)[0-9]{2})年?[〕\]］)）】>》]?"
    r"第?0*(?P<serial>[1-9][0-9]*)号?"
)
_COPY = r"[0-9]{6}"
_LEVEL = r"(绝密|机密|秘密)(?:★(.+))?"
_LEVEL_MEANT = r"(?P<level>绝密|机密|秘密)级?[★☆*＊※·\-—、，,:：（(]*(?P<term>.*?)[)）]?"
_CHINESE_NUMBER = "[一二三四五六七八九十]+(?=年|个?月)"
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789", " \t\u3000\xa0")


def _document_number(value: str) -> str:
    if re.fullmatch(_NUMBER, value):
        return value
    rule = "机关代字后面是六角括号里的四位年份，再是序号，不加“第”，不补零"
    meant = re.fullmatch(_NUMBER_MEANT, value.translate(_NARROW))
    if meant is None:
        sentence = f"“{value}”不是发文字号，{rule}，请写成 天科党组〔2023〕12号 这样。"
    elif meant["code"]:
        right = f"文号: {meant['code']}〔{meant['year']}〕{meant['serial']}号"
        sentence = f"“{value}”不合发文字号的写法，{rule}，请写成：`{right}`。"
    else:
        right = f"〔{meant['year']}〕{meant['serial']}号"
        sentence = f"“{value}”缺机关代字，请在“{right}”前面补上，像 天科党组{right} 这样。"
    raise fault("model-document-number", sentence)


def _copy_number(value: str) -> str:
    if re.fullmatch(_COPY, value):
        return value
    digits = value.translate(_NARROW)
    example = digits.zfill(6) if re.fullmatch("[0-9]{1,6}", digits) else "000001"
    raise fault("model-copy-number", f"“{value}”不是六位数字，请写成 `份号: {example}` 这样。")


def _classification(value: str) -> str:
    found = re.fullmatch(_LEVEL, value)
    if found and not re.search(_CHINESE_NUMBER, found[2] or ""):
        return value
    meant = re.fullmatch(_LEVEL_MEANT, value.translate(_NARROW))
    if meant is None:
        sentence = (
            f"“{value}”不是密级，只能填绝密、机密、秘密，后面可以加保密期限，"
            "像 秘密★1年 这样；不涉密就删去「密级」这一行。"
        )
    else:
        term = re.sub(_CHINESE_NUMBER, _in_digits, meant["term"])
        right = f"密级: {meant['level']}{'★' if term else ''}{term}"
        sentence = (
            f"“{value}”的写法不对，保密期限写在“★”后面，数字用阿拉伯数字，请写成：`{right}`。"
        )
    raise fault("model-classification", sentence)


def _in_digits(found: re.Match[str]) -> str:
    tens, ten, ones = found.group().rpartition("十")
    if not ten:
        return "".join(str(_DIGITS[digit]) for digit in ones)
    return str(10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0))


DocumentNumber = Annotated[str, After(_document_number)]
"""发文字号 (7.2.5): 天科党组〔2023〕12号."""

CopyNumber = Annotated[str, After(_copy_number)]
"""份号 (7.2.1): six digits."""

Classification = Annotated[str, After(_classification)]
"""密级和保密期限 (7.2.2): 秘密★1年."""
