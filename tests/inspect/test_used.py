"""The faces a file is set in: those of its words and of its page numbers, and no others."""

import handmade
import pytest
from forms import form
from mutants import correct, face, mutated

from noticegen import pipeline
from noticegen.inspect import RefusedError
from noticegen.inspect.used import faces


def test_faces_of_a_look_that_no_word_is_set_in_are_not_used() -> None:
    notice = pipeline.check(form().encode()).notice
    assert notice is not None

    used = faces(pipeline.build(notice).data)

    assert used == ["方正小标宋简体", "仿宋_GB2312", "宋体"]


def test_a_heading_adds_its_face() -> None:
    notice = pipeline.check(form("- 部分: 整改情况\n- 段落: 正文。").encode()).notice
    assert notice is not None

    assert "黑体" in faces(pipeline.build(notice).data)


def test_the_faces_are_named_as_the_file_names_them() -> None:
    assert "华文行楷" in faces(
        mutated(correct(), lambda draft: face(draft.one("根据"), "华文行楷"))
    )
    assert len(faces(handmade.plain())) == len(set(faces(handmade.plain())))


def test_a_file_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(RefusedError):
        faces(b"text")
