"""XML of a workbook as events: no tree is built, nothing outside is read, all is counted."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from noticegen.importers.ledger.package import damaged, too_large

MOST_ELEMENTS = 2_500_000
_MOST_DIGITS = 10

Attributes = Mapping[str, str]


def read(
    part: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Hand the events of *part* on, names without their namespaces.

    Raises:
        RefusedError: It is no XML, or XML nobody's program writes.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = _counted(start)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if end:
        parser.EndElementHandler = lambda name: end(_local(name))
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)  # noqa: FBT003  # expat's own signature
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged() from error


def _counted(start: Callable[[str, Attributes], None]) -> Callable[[str, dict[str, str]], None]:
    seen = 0

    def started(name: str, attributes: dict[str, str]) -> None:
        nonlocal seen
        seen += 1
        if seen > MOST_ELEMENTS:
            raise too_large()
        start(_local(name), {_local(key): value for key, value in attributes.items()})

    return started


def _refuse_doctype(*_: object) -> None:
    raise damaged()  # no workbook has one; entities begin here


def natural(written: str | None, otherwise: int) -> int:
    """Return the number an attribute or a text holds; *otherwise* where it holds none."""
    is_number = written and written.isascii() and written.isdigit()
    return int(written) if written and is_number and len(written) < _MOST_DIGITS else otherwise


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
