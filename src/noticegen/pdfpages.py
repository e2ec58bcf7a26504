"""How many pages a PDF has; the name by which `build` knows it."""

from noticegen.pdf import count

__all__ = ["count"]
