"""Whatever the input, the program ends with 0, 1 or 2: a few guesses each, and all that broke it.

NOTICEGEN_FUZZ=1000 guesses a thousand times for each target; scripts/fuzz.py is guided by coverage.
"""

import os
from pathlib import Path

import pytest
from fuzz import targets
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from noticegen import office
from noticegen.model import all_labels

CORPUS = Path(__file__).parent / "corpus"
GUESSES = int(os.environ.get("NOTICEGEN_FUZZ", "2"))
ODD = [
    *"\0\t\r\n\x1b\x85\xa0　\u2028\u202e\ufeff\ufffe😀𠀀<>&\"'{}[]|:#-",
    "{{ ",
    " }}",
    "{%",
    "]]>",
]
WORDS = st.sampled_from([word.encode() for word in (*ODD, *all_labels(), "甲" * 300, "9" * 40)])
PIECES = st.lists(WORDS | st.binary(max_size=8), min_size=1, max_size=4).map(b"".join)


@st.composite
def spoilt(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    """Draw one of *seeds* with some of it cut out and something else put in."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(PIECES) + data[at + draw(st.sampled_from([0, 1, 5, 200])) :]
    return data


@pytest.fixture(autouse=True)
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)  # its faults are not ours


def _judge(target: str, data: bytes) -> None:
    for ran in targets.replay(target, data):
        assert ran.code in targets.PROMISED, ran.printed


@pytest.mark.parametrize("target", sorted(targets.TARGETS))
def test_no_input_breaks_the_program(target: str) -> None:
    seeds = targets.TARGETS[target].seeds

    @settings(max_examples=GUESSES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(spoilt(seeds))
    @example(seeds[0])
    def guess(data: bytes) -> None:
        _judge(target, data)

    guess()


@pytest.mark.parametrize(
    "found", sorted(CORPUS.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_what_once_broke_the_program_breaks_it_no_more(found: Path) -> None:
    _judge(found.parent.name, found.read_bytes())
