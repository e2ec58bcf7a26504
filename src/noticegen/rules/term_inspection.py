"""巡察通报里写了巡视整改，或者巡视通报里写了巡察整改。

全文别处提到过另一种巡视（巡视、审计等监督，省委巡视，巡视巡察）的不查，书名号和引号里的不查。

正确：推动巡察整改走深走实。（巡察整改通报）

错误：推动巡视整改走深走实。（巡察整改通报）
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.reading import masked
from noticegen.rules.search import search
from noticegen.rules.subject import Fault, Subject

CODE = "term-inspection"
SEVERITY: Final = Severity.WARNING
_OTHER = {"巡察": "巡视", "巡视": "巡察"}
_KINDS = {genre: pattern(f"(?<!巡察)(?<!巡视){genre}(整改|反馈)?") for genre in _OTHER}
_FEW = 2


def check(subject: Subject) -> Iterator[Fault]:
    """Yield 巡视整改 and 巡视反馈 in a 巡察 notice that speaks of no other 巡视."""
    genre = subject.genre
    other = _OTHER.get(genre, "")
    strays = list(search(subject, _KINDS[other], (other,), masked)) if other else []
    if not strays or any(found[1] is None or _is_another(found) for _, found in strays):
        return
    enough = max(_FEW, len(strays))
    own = (found for _, found in search(subject, _KINDS[genre], (genre,), masked) if found[1])
    if len(list(islice(own, enough))) < enough:
        return
    for passage, found in strays:
        words = found.group()
        message = f"这是{genre}通报，“{words}”应为“{genre}{found[1]}”，请改正。"
        yield Fault(passage, found.start(), found.end(), message)


def _is_another(found: re.Match[str]) -> bool:
    """Tell an inspection that is named: 省委巡视整改, 上轮巡视反馈."""
    before = found.string[max(found.start() - 4, 0) : found.start()]
    return bool(re.search("[委央级轮次省部届年][^，。；]?$", before))
