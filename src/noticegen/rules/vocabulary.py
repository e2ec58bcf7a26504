"""Words to be found, however many, in one pass over a text: it stops at their rarest signs."""

from collections.abc import Iterable

from noticegen.rules.patterns import pattern

_USUAL = (
    "\n。，1党2、0改组整巡察一作工的题年情况会月3问不责部中关实对人开是学市委进展任务建公成行制、政于科"
    "了员64和”“项议”全局督（）有通5完反二管共规到业8落与报措监馈理设习施意见度要强定领9查财统严党织以及"
    "次动专主位心时按三已三立面用化办发干照将期重提大第分研推纪服协加为召在导体资会至记入等署并确目机上"
    "力活《》计支长收据书每范区针持治检案生同条班审谈程教根结金后高费育布明则予步产子经处究自核件馆国出民"
)
"""The signs that notices use most, the most usual first: a text has few of any other."""


class Vocabulary:
    """Words, each remembered by that sign of it which a text has least of."""

    def __init__(self, words: Iterable[str]) -> None:
        rank = {sign: -place for place, sign in reversed(list(enumerate(_USUAL)))}
        self._words: dict[str, list[tuple[str, int]]] = {}
        for word in sorted(set(words)):
            rarest = min(word, key=lambda sign: rank.get(sign, -len(_USUAL)))
            self._words.setdefault(rarest, []).append((word, word.index(rarest)))
        signs = "".join(f"\\{sign}" if sign in r"\]^-[" else sign for sign in self._words)
        self._signs = pattern(f"[{signs}]" if signs else r"(?!)")

    def occurring(self, text: str) -> set[str]:
        """Return those of the words that occur in *text*."""
        found = set()
        for sign in self._signs.finditer(text):
            at = sign.start()
            for word, offset in self._words[text[at]]:
                if at >= offset and text.startswith(word, at - offset):
                    found.add(word)
        return found
