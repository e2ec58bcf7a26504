"""Names of organs: which two may be the same, and what of a name a rule compares."""

from noticegen.patterns import pattern

MOST = 50
"""Organs that are compared with one another: no notice is of so many, a heap of names is."""
_FORMAL = (
    ("工作委员会", "党工委"),
    ("总支部委员会", "党总支"),
    ("支部委员会", "党支部"),
    ("党组", "党组"),
    ("委员会", "党委"),
)
_SHORTER = tuple((pattern(f"{formal}$"), short) for formal, short in _FORMAL)
_END = "党组|党委|委员会|党支部|党总支|党工委|工委|会|局|部|办|院|校|馆|所|站|处|中心|公司|县委|市委|区委"
_ORGAN = pattern(rf"[^，。；：、“”《》\d]{{4,60}}(?:{_END})")
_PARTY_END = pattern("(?:机关)?(?:党组|党委|(?:工作|总?支部)?委员会|党工委|党?总支|党?支部)$")


def is_organ(text: str) -> bool:
    """Tell whether *text* is the name of an organ and nothing else."""
    return bool(_ORGAN.fullmatch(text.replace(" ", "")))


def may_be_same(one: str, other: str) -> bool:
    """Tell whether one name may be the other's short form or a part of it.

    A short form keeps the order of the characters: 科协 of 科学技术协会.
    """
    long, short = sorted((_plain(one), _plain(other)), key=len, reverse=True)
    rest = iter(long)
    return all(character in rest for character in short)


def unit_of(organ: str) -> str:
    """Return the organ without 中共 and without 党组: 天长市科学技术局."""
    return _PARTY_END.sub("", organ.replace(" ", "").removeprefix("中共"))


def _plain(name: str) -> str:
    name = name.replace(" ", "").removeprefix("中共")
    for formal, short in _SHORTER:
        if formal.search(name):
            return formal.sub(short, name)
    return name
