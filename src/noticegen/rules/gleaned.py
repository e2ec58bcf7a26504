"""The digits, units and paired marks of all that is printed, as bytes, all else left out.

They are one sign in eight, and a pattern takes 8 ns a sign to find sets of Chinese signs, as
well as half a millisecond to be made. So they are gleaned once, by a codec as the single-byte
ones of the standard library are, and rules look in what it leaves.
"""

import codecs

from noticegen.rules.subject import Subject, shared

NO_UNITS = "年月日号步大"
"""What most often follows a digit and is no unit."""
_SIGNS = (  # no text has the first: a codec must begin with it
    "\0\n0123456789零〇一二两三四五六七八九十百千人次台批场万元亿个项条件名家份处起类篇期套户所宗部"
    f"{NO_UNITS}“”‘’《》〈〉（）〔〕【】「」()"
)
_CODEC = codecs.charmap_build(_SIGNS)


@shared
def gleaned(subject: Subject) -> bytes:
    """The codes of those signs in reading order, with a break between two passages."""
    return codecs.charmap_encode(subject.text, "ignore", _CODEC)[0]


def codes(signs: str) -> bytes:
    """Return the codes of *signs*, which must all be gleaned."""
    return bytes(map(_SIGNS.index, signs))


def others(signs: str) -> bytes:
    """Return the codes of what is gleaned beside *signs*."""
    return bytes(set(range(len(_SIGNS))).difference(codes(signs)))


def decoded(signs: bytes) -> str:
    """Return the signs that these codes stand for."""
    return codecs.charmap_decode(signs, "strict", _SIGNS)[0]
