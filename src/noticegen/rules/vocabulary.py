"""Words to be found, however many, in one pass over a text: it stops at their rarest signs."""

from collections.abc import Iterable

from noticegen.rules.patterns import pattern

_EVERYWHERE = (
    "。2，1党,0、改整组巡一察作工的题年情况3月会问不实关中部人对日开进是委务市学展建成公行于"
    "科二局县员64“”项制责和个（）任落.意政了反度共理5要有报8管全议通馈完业规习见到查9专次"
    "织动设导以三将主7：技领求现强定方统合位心已时按事()新立面监用严化督发办干照重提大第分推研"
    "服协加为在体资至记入等署并确目机上力活《》及计支长收据书每范期区针持治检案生同条施班审谈程教"
    "根结金后高费育布明则予与步产子经处究:自核件馆国出民原决保单联坚家够安性"
)
_USUAL = (
    "清未评格解天策话社认室效纪系下万各召批创内企识态元调风四我负职形廉法账地把好小财交前常相向点"
    "深订过抓术场站取集修名更补护做备基号标执台真措视培训电众回村云放质能续接级平使访信院验层头文"
    "逐山示考达群例告准士促善周请退份由线指精网限果传排省司存总普农选当%间论划表增约带量料运签流"
    "节率所车其近知档门换式食均举e彻升走违纳销防租履来五思届m老需镇水从堂想底邮应代半城正外数商"
    "多编青校白神讨盖先投参款争养宣河具少覆两律材轮鹭营双十就得转战团置乡道东；贯述讲挥品象容岗警"
    "序醒义维队者丰浦构路切试类承积足缺园充餐围课录健a涉汇央章列"
)
"""The signs that notices use most, the most usual first."""


class Vocabulary:
    """Words, each remembered by that sign of it which a text has least of."""

    def __init__(self, words: Iterable[str]) -> None:
        rank = {sign: place for place, sign in enumerate(_EVERYWHERE + _USUAL)}
        self._plain: list[str] = []  # whose signs are everywhere: to look for one is quicker
        self._by_sign: dict[str, list[tuple[str, int]]] = {}
        for word in sorted(set(words)):
            ranks = [rank.get(sign, len(rank)) for sign in word]
            at = ranks.index(max(ranks))
            if max(ranks) < len(_EVERYWHERE):
                self._plain.append(word)
            else:
                self._by_sign.setdefault(word[at], []).append((word, at))
        signs = "".join(f"\\{sign}" if sign in r"\]^-[" else sign for sign in self._by_sign)
        self._signs = pattern(f"[{signs}]" if signs else "(?!)")

    def occurring(self, text: str) -> set[str]:
        """Return those of the words that occur in *text*."""
        found = {word for word in self._plain if word in text}
        for sign in self._signs.finditer(text):
            at = sign.start()
            for word, offset in self._by_sign[sign[0]]:
                if offset <= at and text.startswith(word, at - offset):
                    found.add(word)
        return found
