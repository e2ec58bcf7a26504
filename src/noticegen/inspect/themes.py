"""Theme faces and colours: a w:rFonts or w:color in, the face or colour it stands for out."""

from lxml import etree

from noticegen.writers.wordml import VAL, w

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COLOURS = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


class Themes:
    """The theme of one document, if it has one."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root

    def faces(self, fonts: etree._Element) -> dict[str, str]:
        """Return the faces of the slots eastAsia and ascii that *fonts* (w:rFonts) sets."""
        found = {}
        for slot in ("eastAsia", "ascii"):
            theme = fonts.get(w(f"{slot}Theme"))
            face = self._face(theme) if theme else fonts.get(w(slot))
            if face is not None:
                found[slot] = face
        return found

    def colour(self, colour: etree._Element) -> str:
        """Return RRGGBB or auto for *colour* (w:color)."""
        theme = colour.get(w("themeColor"))
        if theme and colour.get(w("themeTint")) is None and colour.get(w("themeShade")) is None:
            return self._theme_colour(theme) or colour.get(VAL, "auto")
        return colour.get(VAL, "auto")

    def _face(self, theme: str) -> str:
        """Return the face of minorEastAsia and its like; "" where the theme leaves it open."""
        if self._root is None:
            return ""
        major = "majorFont" if theme.startswith("major") else "minorFont"
        group = self._root.find(f".//{_A}fontScheme/{_A}{major}")
        if group is None:
            return ""
        slot = "ea" if theme.endswith("EastAsia") else "latin"
        plain = group.find(f"{_A}{slot}")
        face = (plain.get("typeface") or "") if plain is not None else ""
        if face or slot == "latin":
            return face
        scripts = {font.get("script"): font.get("typeface", "") for font in group.iter(f"{_A}font")}
        return scripts.get("Hans", "")

    def _theme_colour(self, theme: str) -> str:
        if self._root is None:
            return ""
        entry = self._root.find(f".//{_A}clrScheme/{_A}{_COLOURS.get(theme, theme)}")
        if entry is None or not len(entry):
            return ""
        return entry[0].get("lastClr") or entry[0].get("val") or ""
