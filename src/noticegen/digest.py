"""版本校验码 of a page: the SHA-256 of all its other bytes, in a place its template keeps.

It tells later whether somebody has worked on the file.
"""

import hashlib
import re

UNKNOWN = "0" * 64
"""What a template prints in the place."""

_PLACE = re.compile('版本校验码(?:" content="| )([0-9a-f]{64})'.encode())


def signed(page: str) -> bytes:
    """Return *page* in UTF-8 with its digest in the place of UNKNOWN.

    Raises:
        ValueError: It keeps no place, or a text in it holds half a surrogate pair.
    """
    data = page.encode()
    place = _PLACE.search(data)
    if place is None:
        raise ValueError("the template keeps no place for the digest")
    return data[: place.start(1)] + _digest(data, place) + data[place.end(1) :]


def is_untouched(data: bytes) -> bool | None:
    """Tell whether *data* is a page of ours that nobody has worked on since.

    True: ours and as written; False: ours, but changed; None: not ours. Never raises.
    """
    place = _PLACE.search(data)
    return place and place[1] == _digest(data, place)


def _digest(data: bytes, place: re.Match[bytes]) -> bytes:
    rest = data[: place.start(1)] + data[place.end(1) :]
    return hashlib.sha256(rest).hexdigest().encode()
