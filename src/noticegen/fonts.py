"""Fonts by name: what a system says of its fonts in, the families that a notice needs out. Pure."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from noticegen import faces

FACES = MappingProxyType(
    {
        "仿宋_GB2312": ("FangSong_GB2312",),
        "楷体_GB2312": ("KaiTi_GB2312",),
        "黑体": ("SimHei",),
        "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
        "宋体": ("SimSun",),
        "Times New Roman": (),
    }
)
"""The families that notices are set in, and what the same fonts are called in English."""

_KIND = re.compile(r"\s*\((?:TrueType|OpenType|All res|\d[\d,]*)\)$", re.IGNORECASE)
_STYLE = re.compile(r"\s+(?:Regular|常规)$", re.IGNORECASE)


def listed(lines: str) -> frozenset[str]:
    """Return the families of ``fc-list : family``: a font a line, its names between commas."""
    names = (name.strip() for line in lines.splitlines() for name in line.split(","))
    return frozenset(name.replace("\\", "") for name in names if name)


def registered(values: Iterable[str]) -> frozenset[str]:
    """Return the families of the *values* that Windows keeps: SimSun & NSimSun (TrueType)."""
    names = (name.strip() for value in values for name in _KIND.sub("", value).split(" & "))
    return frozenset(_STYLE.sub("", name) for name in names if name)


def has(families: Iterable[str], face: str) -> bool:
    """Tell whether *face*, one of FACES, is among *families*, by either of its names."""
    wanted = {name.casefold() for name in (face, *FACES[face])}
    return any(family.casefold() in wanted for family in families)


def akin(families: Iterable[str], face: str) -> str:
    """Return one of *families* of the class that *face* is of, as 仿宋 for 仿宋_GB2312; else ""."""
    kind = faces.kind(face)
    return min((family for family in families if kind and faces.kind(family) == kind), default="")
