"""有些字仿宋_GB2312等公文字体里没有，印出来会换一种字体，或者成了空白方框。

这些字体只有 GB 2312-80 的 6763 个汉字，人名、地名里的生僻字，还有繁体字，常常不在里面。每个字只在第一处提示一次；〇和各种符号不报。

正确：党组书记张哲主持会议。

错误：党组书记张喆主持会议。（名字没有写错，要看一眼打印稿）
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "name-rare-character"
SEVERITY: Final = Severity.HINT
_NUMBERED = pattern(r"&#(\d{5,6});")
# Signs are left alone: which of them a font has beyond GB 2312 differs by its make.
_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the first place of each Chinese character that the standard's usual fonts lack."""
    passages = [*_issuers(subject), *subject.printed]
    text = "\n".join(passage.text for passage in passages)
    rare = {one for one in _lacking(text) if any(first <= one <= last for first, last in _HAN)}
    counts = Counter(text) if rare else Counter()
    for passage in passages:
        if rare.isdisjoint(passage.text):
            continue
        for at, one in enumerate(passage.text):
            if one in rare:
                yield Fault(passage, at, at + 1, _message(one, counts[one]))
                rare.remove(one)


def _lacking(text: str) -> set[str]:
    """The characters of *text* that are not in GB 2312, signs among them."""
    coded = text.encode("gb2312", "xmlcharrefreplace").decode("gb2312")
    return {chr(int(number)) for number in _NUMBERED.findall(coded)}


def _issuers(subject: Subject) -> Iterator[Passage]:
    """The issuers that a form names: title and signature are composed of them."""
    for issuer in subject.issuers if subject.notice else ():
        yield Passage(issuer, ("发文", "机关"), Role.SIGNATURE, -1)


def _message(character: str, count: int) -> str:
    places = f"（全文共{count}处）" if count > 1 else ""
    return (
        f"仿宋_GB2312等公文字体里没有“{character}”字{places}，印出来会换一种字体或者成了空白方框，"
        "请看一眼打印稿，不合适就给这个字换上收字更多的仿宋，例如 Windows 自带的“仿宋”。"
    )
