"""Parts that a notice has and its look has not: seals, footers of sections of its own."""

import posixpath
from collections.abc import Mapping

from noticegen.writers import package
from noticegen.writers.look import Look

_PREFIX = "noticegen"
_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


class Additions:
    """Collects parts, and joins them to those of *look*.

    The names and ids are such as no program gives, so they meet none of the look's.
    """

    def __init__(self, look: Look) -> None:
        self._folder, name = posixpath.split(look.main)
        self._relations_part = f"{self._folder}/_rels/{name}.rels"
        self._parts: dict[tuple[str, str], bytes] = {}  # by (kind, target)
        self._ids: dict[tuple[str, bytes], str] = {}
        self._relations: list[tuple[str, str, str]] = []  # (id, type, target)
        self._drawings = look.drawings
        self.declared = look.declared
        self._fixed = look.fixed()
        self._more: dict[str, bytes] = {}

    def number(self) -> int:
        """Return an id that no other drawing of the notice has."""
        self._drawings += 1
        return self._drawings

    def picture(self, png: bytes) -> str:
        """Add a picture; return the id that the main part knows it by."""
        return self._add("image", "image/png", "media/noticegen-seal{}.png", png)

    def footer(self, part: bytes, like: str) -> str:
        """Add the footer *part* made from that named *like*; return the id main knows it by."""
        target = "noticegen-footer{}.xml"
        relation = self._add("footer", _FOOTER, target, part)
        folder, name = posixpath.split(like)
        if (relations := f"{folder}/_rels/{name}.rels") in self._fixed:  # of its pictures
            added = target.format(relation.removeprefix(_PREFIX))
            self._more[f"{folder}/_rels/{added}.rels"] = self._fixed[relations]
        return relation

    def joined(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return *parts* with these, and the ways to them."""
        if not self._parts:
            return dict(parts)
        from lxml import etree

        types = package.parsed(parts[package.CONTENT_TYPES])
        relations = package.parsed(parts[self._relations_part])
        for kind, target in self._parts:
            name = f"/{self._folder}/{target}"
            etree.SubElement(types, package.OVERRIDE, PartName=name, ContentType=kind)
        for name, relation, target in self._relations:
            etree.SubElement(
                relations,
                package.RELATIONSHIP,
                Id=name,
                Type=f"{package.OFFICE}/{relation}",
                Target=target,
            )
        added = {f"{self._folder}/{target}": data for (_, target), data in self._parts.items()}
        return {
            **parts,
            **added,
            **self._more,
            package.CONTENT_TYPES: package.serialised(types),
            self._relations_part: package.serialised(relations),
        }

    def _add(self, relation: str, kind: str, target: str, data: bytes) -> str:
        """Add *data* once, however often it is asked for."""
        known = self._ids.get((kind, data))
        if known:
            return known
        number = len(self._ids) + 1
        self._ids[kind, data] = f"{_PREFIX}{number}"
        self._parts[kind, target.format(number)] = data
        self._relations.append((f"{_PREFIX}{number}", relation, target.format(number)))
        return f"{_PREFIX}{number}"
