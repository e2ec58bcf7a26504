"""A workbook's parts, mended: the same bytes every time, nobody's name, formulas reckoned."""

from collections.abc import Mapping, Sequence

from lxml import etree

from noticegen.ledger.sheet import Cached
from noticegen.writers import package

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_APP = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>'
)


def finish(
    data: bytes,
    title: str,
    creator: str,
    day: str,
    sheets: Sequence[tuple[Sequence[Cached], Sequence[int]]],
) -> bytes:
    """Return the workbook *data* as it is to be kept.

    *sheets* tell, in their order, what formulas come to and which rows may grow with their
    words; *day* (YYYY-MM-DD) stands for the times of the file.
    """
    parts = package.unpacked(data)
    del parts[package.CUSTOM]  # only its relation is wanted
    parts["docProps/app.xml"] = _APP
    parts[package.CORE] = package.core_properties(title, creator, day)
    for number, (cached, loose) in enumerate(sheets, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _mended(parts[name], dict(cached), set(loose))
    return package.packed(package.with_digest(parts))


def _mended(part: bytes, values: Mapping[str, float | str], loose: set[int]) -> bytes:
    root = package.parsed(part)
    for row in root.iter(f"{_MAIN}row"):
        if int(row.get("r", "0")) in loose:
            row.attrib.pop("customHeight", "")  # else the row does not grow when edited
        for cell in row.iter(f"{_MAIN}c"):
            if (place := cell.get("r", "")) in values:
                _reckon(cell, values[place])
    return package.serialised(root)


def _reckon(cell: etree._Element, value: float | str) -> None:
    """Put what the formula in *cell* comes to beside it."""
    for old in cell.findall(f"{_MAIN}v"):
        cell.remove(old)
    if isinstance(value, str):
        cell.set("t", "str")
    etree.SubElement(cell, f"{_MAIN}v").text = str(value)
