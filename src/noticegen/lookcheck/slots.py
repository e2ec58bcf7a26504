"""Slots of a look: its text in; names nobody knows, halves of slots, a misplaced 正文 out."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from noticegen.document import WORDS
from noticegen.lookcheck.places import Place, Tree, places
from noticegen.problem import Mark, Problem
from noticegen.writers.look import BODY_SLOT, MARK
from noticegen.writers.slots import SLOT
from noticegen.writers.wordml import w

SLOTS = (MARK, *WORDS)

_ODD_BRACES = re.compile(r"[{｛]\s*[{｛]|[}｝]\s*[}｝]")
_WRITTEN_ODDLY = re.compile(
    r"[{｛]\s*[{｛]\s*(?P<inner>[^{}｛｝]*?)\s*[}｝]\s*[}｝]|[{｛]\s*(?P<single>[^{}｛｝]*?)\s*[}｝]"
)
_NOT_OURS = re.compile(r"\{[%#].*?[%#]\}")
_LIKE_ENOUGH = 0.5
_FILLED_PARTS = ("正文", "页眉", "页脚")


def problems(trees: Sequence[Tree]) -> Iterator[Problem]:
    """Yield what is wrong with the slots of *trees*, the parts of a look that hold text."""
    bodies = []
    for tree in trees:
        for place in places(tree):
            yield from _faults(place)
            bodies += [place] * SLOT.findall(place.text).count(BODY_SLOT)
    yield from _body_faults(bodies)


def _faults(place: Place) -> Iterator[Problem]:
    names = SLOT.findall(place.text)
    rest = SLOT.sub("", place.text)
    if names and place.part not in _FILLED_PARTS:
        fault = f"里有槽位，{place.part}里的槽位不会填，请移到正文、页眉或者页脚里。"
        yield place.problem("template-slot-misplaced", fault)
    for name in names:
        if name not in (BODY_SLOT, *SLOTS):
            yield place.problem("template-slot-unknown", _unknown(name))
    if found := _NOT_OURS.search(rest):
        fault = f"的“{found[0]}”是别的程序的写法，这里用不了，请删去，只写 {{{{ 名称 }}}}。"
        yield place.problem("template-slot-broken", fault)
    elif stray := _stray(rest):
        yield place.problem("template-slot-broken", stray)


def _stray(rest: str) -> str:
    """Return what is wrong with the braces of *rest*, whose proper slots are gone; or ""."""
    for found in _WRITTEN_ODDLY.finditer(rest):
        name = found["inner"] or found["single"] or ""
        if name in (BODY_SLOT, *SLOTS) or (name and found["inner"]):
            return f"的“{found[0]}”不成槽位，请写成半角的两对花括号：{{{{ {name} }}}}。"
    if half := _ODD_BRACES.search(rest):
        return (
            f"的“{half[0]}”不成槽位，请在同一段里写全，写成半角的 {{{{ 名称 }}}}；"
            "不是槽位就改用别的括号。"
        )
    return ""


def _unknown(name: str) -> str:
    likeness = {known: _likeness(name, known) for known in (BODY_SLOT, *SLOTS)}
    near = max(likeness, key=lambda known: likeness[known])
    if likeness[near] >= _LIKE_ENOUGH:
        return f"的 {{{{ {name} }}}} 不是槽位的名称，是不是 {{{{ {near} }}}}？"
    return f"的 {{{{ {name} }}}} 不是槽位的名称，可以写{'、'.join((BODY_SLOT, *SLOTS))}。"


def _likeness(name: str, known: str) -> float:
    """Return how alike two names are, a little more where they begin alike."""
    return SequenceMatcher(None, name, known).ratio() + (name[0] == known[0]) / 10


def _body_faults(bodies: Sequence[Place]) -> Iterator[Problem]:
    slot = f"{{{{ {BODY_SLOT} }}}}"
    if not bodies:
        sentence = f"没有 {slot}，请在通报的文字要放的地方单独一段写上它。"
        yield Problem(Mark(1, 1), "template-body-missing", sentence)
    for place in bodies:
        parent = place.element.getparent()
        if parent is None or parent.tag != w("body") or not SLOT.fullmatch(place.text.strip()):
            fault = f"的 {slot} 要在正文里单独成段，不能同别的文字一段，也不能在表格、文本框、页眉页脚里，请移出来。"
            yield place.problem("template-body-misplaced", fault)
    for place in bodies[1:]:
        fault = f"又有一个 {slot}，全文只能有一个，请删去多余的。"
        yield place.problem("template-body-twice", fault)
