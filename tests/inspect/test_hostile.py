"""Any bytes may come: what is no Word document is refused in one sentence, nothing raises."""

import struct
import zipfile
from copy import deepcopy
from io import BytesIO

import handmade
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutants import Draft, correct, mutated, retype

from noticegen import inspect

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES, RELATIONS, MAIN = "[Content_Types].xml", "_rels/.rels", "word/document.xml"
READ = {MAIN, "word/styles.xml", "word/settings.xml", "word/footer1.xml"}
JUNK = ("", "x", "-1", "1e999", "9" * 30)


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def with_part(name: str, part: bytes) -> bytes:
    return packed({**Draft(correct()).parts, name: part})


def part(name: str) -> bytes:
    return Draft(correct()).parts[name]


def encrypted() -> bytes:
    """Return a package whose entries say that they are encrypted."""
    data = bytearray(correct())
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        struct.pack_into("<H", data, at + 8, 1)
    return bytes(data)


def bomb() -> bytes:
    return packed({**Draft(correct()).parts, "word/extra.xml": b" " * (65 * 1024 * 1024)})


def laughs() -> bytes:
    """Return a document whose entities would unfold to gigabytes."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE w [<!ENTITY l0 "x">{lines}]>'.encode()
    return with_part(MAIN, declared + part(MAIN).split(b"?>", 1)[-1])


def strict() -> bytes:
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return with_part(
        MAIN, part(MAIN).replace(old, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "page-not-docx", id="nothing"),
        pytest.param("关于整改的通报".encode(), "page-not-docx", id="text"),
        pytest.param(b"%PDF-1.7", "page-not-docx", id="PDF"),
        pytest.param(OLE + b"\0" * 512, "page-not-docx", id="a .doc renamed"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), "page-encrypted", id="a password"
        ),
        pytest.param(encrypted(), "page-encrypted", id="an encrypted zip"),
        pytest.param(packed({"content.xml": b"<a/>"}), "page-not-docx", id="another zip"),
        pytest.param(with_part(MAIN, b"<html/>"), "page-not-docx", id="another root"),
        pytest.param(strict(), "page-not-docx", id="strict"),
        pytest.param(with_part(MAIN, b"<w:document"), "page-damaged", id="broken XML"),
        pytest.param(correct()[:-300], "page-damaged", id="cut short"),
        pytest.param(b"PK" + b"\0" * (32 * 1024 * 1024), "page-too-large", id="too large"),
        pytest.param(bomb(), "page-too-large", id="a zip bomb"),
        pytest.param(laughs(), "page-entities", id="a billion laughs"),
        pytest.param(
            with_part(MAIN, "<!DOCTYPE w><w/>".encode("utf-16")), "page-entities", id="UTF-16"
        ),
    ],
)
def test_what_is_no_word_document_is_refused_in_one_sentence(data: bytes, code: str) -> None:
    [problem] = inspect.judge(data)
    assert problem.code == code
    assert problem.message.endswith("。")
    assert problem.message.count("。") == 1
    assert inspect.lines(data) == []


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    assert len(inspect.judge(data)) == 1


@pytest.mark.parametrize(
    ("data", "names"),
    [pytest.param(correct(), READ, id="ours"), pytest.param(handmade.redhead(), {MAIN}, id="red")],
)
def test_no_attribute_of_a_file_raises_whatever_it_says(data: bytes, names: set[str]) -> None:
    whole = Draft(data)
    seen = set()
    for name, tree in whole.trees.items():
        for element in tree.iter():
            for key in element.attrib:
                kind = (name, element.tag, key)
                if kind in seen or name not in names:
                    continue
                seen.add(kind)
                kept = element.get(key)
                for junk in JUNK[len(seen) % 2 :: 3]:
                    element.set(key, junk)
                    inspect.judge(whole.data())
                element.set(key, kept)


def test_no_missing_element_raises() -> None:
    whole = Draft(handmade.redhead())
    tree = whole.trees[MAIN]
    original = deepcopy(tree)
    for tag in {element.tag for element in original.iter()} - {original.tag}:
        whole.trees[MAIN] = deepcopy(original)
        for element in list(whole.trees[MAIN].iter(tag)):
            if element.getparent() is not None:
                element.getparent().remove(element)
        inspect.judge(whole.data())


def test_styles_that_are_based_on_each_other_end() -> None:
    def loop(draft: Draft) -> None:
        for style in draft.styles.iter():
            if style.tag.endswith("}basedOn"):
                style.set(style.keys()[0], "NoticeBody")

    inspect.judge(mutated(correct(), loop))


def test_a_paragraph_of_100000_characters_is_judged() -> None:
    data = mutated(correct(), lambda draft: retype(draft.one("坚持"), "（一" * 50_000))
    inspect.judge(data)


def test_a_file_without_a_body_is_judged() -> None:
    namespace = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inspect.judge(with_part(MAIN, b'<w:document xmlns:w="' + namespace + b'"/>'))
