"""Package data: the name of a file that ships with noticegen in, its bytes out.

The one module that knows where templates lie: beside the package in an installed wheel,
at the repository's top in a source checkout.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from noticegen.errors import TemplateError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_PACKAGE = Path(__file__).resolve().parent
LOOKS = {
    "plain": "无版头的版式，没有填「文号」的表用它。",
    "redhead": "红头版式，填了「文号」的表用它。",
}
"""The looks that ship, by name: what each is, and what chooses it."""


def look_for(document_number: str | None) -> str:
    """Return the name of the look for a notice with this 文号, or with none."""
    return "redhead" if document_number else "plain"


def look(name: str) -> bytes:
    """Return the look *name*, one of LOOKS, as a .docx."""
    return resource(f"rectification/{name}.docx")


def resource(name: str) -> bytes:
    """Return the file *name*, as in ``rectification/plain.docx`` or ``examples/redhead.yaml``.

    Raises:
        TemplateError: No such file ships with this installation.
    """
    for folder in _folders():
        found = folder.joinpath(*name.split("/"))
        if found.is_file():
            return found.read_bytes()
    raise TemplateError(
        f"找不到程序自带的模板「{name}」，请核对名称，名称无误时请重新安装 noticegen。"
    )


def _folders() -> "Iterator[Path | Traversable]":
    """Yield where they may lie: the first ones are there unless the package is in a zip."""
    yield _PACKAGE / "templates"
    yield _PACKAGE.parents[1] / "templates"
    yield _PACKAGE.parents[1]  # of a checkout: the examples
    from importlib.resources import files

    yield files("noticegen") / "templates"
