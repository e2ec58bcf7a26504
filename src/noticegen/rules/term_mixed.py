"""同一份通报里一个词有两种写法。

制订和制定、其它和其他、“后半篇”文章和“后半篇文章”，都不算错，混用时提示统一；书名号里的不查。

正确：制定议事规则，制定考核办法。

错误：制订议事规则，制定考核办法。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.registry import printed
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject
from noticegen.rules.titles import without_titles
from noticegen.rules.wordlist import quoted

CODE = "term-mixed"
SEVERITY: Final = Severity.HINT
_USUAL = {"制订": "制定", "其它": "其他", "“后半篇”文章": "“后半篇文章”", "惟一": "唯一"}
_RARE = pattern("|".join(_USUAL))


def check(subject: Subject) -> Iterator[Fault]:
    """Yield the rarer writing wherever the notice has the usual one too."""
    strays = list(search(subject, _RARE, printed(subject).intersection(_USUAL), without_titles))
    if not strays:
        return
    mixed = {
        rare
        for rare in {found.group() for _, found in strays}
        if any(_USUAL[rare] in without_titles(text.text) for text in subject.holding(_USUAL[rare]))
    }
    for passage, found in strays:
        if (rare := found.group()) in mixed:
            usual = quoted(_USUAL[rare])
            message = f"文中{quoted(rare)}和{usual}混用，请核对，能统一的用{usual}。"
            yield Fault(passage, found.start(), found.end(), message)
