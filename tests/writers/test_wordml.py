"""Words become XML as lxml would write them, or are refused as lxml refuses them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from noticegen.writers.wordml import W, attribute, escaped, run

TEXTS = st.text(st.characters(exclude_categories=()))  # controls and surrogates too
MARKUP = st.text(st.sampled_from("a巡&<>\"']]>;\t\n\r\0\x0b\x1f\ud800\ufffe\U0001fffe😀 　"))


def reference(text: str) -> str | None:
    """Return *text* between tags as lxml writes it, None where it refuses."""
    root = etree.Element("a")
    try:
        root.text = text
    except ValueError:
        return None
    return etree.tostring(root, encoding="unicode").removeprefix("<a>").removesuffix("</a>")


@given(TEXTS | MARKUP)
@example("]]>")
@example("&amp;&#13;\r")
@example("\x7f\x85\u2028")
def test_any_text_is_escaped_as_by_lxml_or_refused_as_by_lxml(text: str) -> None:
    wanted = reference(text)
    if wanted is None:
        with pytest.raises(ValueError, match="XML cannot hold"):
            escaped(text)
    elif text:
        assert escaped(text) == wanted


@given(TEXTS | MARKUP)
def test_a_reader_finds_the_text_of_a_run_as_it_was(text: str) -> None:
    if reference(text) is not None:
        read = etree.fromstring(f'<w:p xmlns:w="{W}">{run(text, "Level1Run")}</w:p>')
        assert "".join(read.itertext()) == text
        assert [etree.QName(it).localname for it in read.iter()] == [
            *("p", "r", "rPr", "rStyle", "rFonts", "t"),
        ]


@given(TEXTS | MARKUP)
def test_a_reader_finds_an_attribute_as_it_was(value: str) -> None:
    if reference(value) is not None:
        assert etree.fromstring(f'<a b="{attribute(value)}"/>').get("b") == value
