"""列出的文件与说的份数不符。

书名号连着列出几份文件，紧接着说“几项制度”“几份文件”，个数不同。
用了“等”字的可以少列，列多了才算错；“和”“及”前后的文件算不算在内看不准的，不算。

正确：出台《考勤办法》《接待办法》《采购办法》3项制度。

错误：出台《考勤办法》《接待办法》《采购办法》4项制度。
"""

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.reading import NUMBER, number
from noticegen.rules.subject import Fault, Subject

CODE = "count-titles"
SEVERITY: Final = Severity.WARNING
_TITLES = pattern("《[^《》]*》(?:(?:、|和|及|以及|与)?《[^《》]*》)+")
_COUNTED = pattern(
    rf"(?P<more>等)?(?P<count>(?P<number>{NUMBER})(?:项|个|部|份|种|篇)(?:制度|办法|文件|规定|规章|细则|方案|条例|法规|清单|通知))"
)
_TITLE = pattern("《[^《》]*》")
_JOINT = pattern("》(?:和|及|以及|与)《")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each number that differs from the titles right before it."""
    for passage in subject.printed:
        for titles in _TITLES.finditer(passage.text) if "》" in passage.text else ():
            found = _COUNTED.match(passage.text, titles.end())
            if found is None:
                continue
            value = number(found["number"])
            listed = _counts(titles.group())
            if value is None or value in listed or (found["more"] and value > max(listed)):
                continue
            message = f"前面列出{max(listed)}份文件，与“{found['count']}”不符，请核对。"
            yield Fault(passage, found.start("count"), found.end("count"), message)


def _counts(titles: str) -> set[int]:
    """How many titles may be meant: all of them, or those after the last 和."""
    parts = [len(_TITLE.findall(f"《{part}》")) for part in _JOINT.split(titles.strip("《》"))]
    return set(accumulate(reversed(parts)))
