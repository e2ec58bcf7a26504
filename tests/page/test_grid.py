"""How far the count of pages is from the pages drawn."""

import random
from pathlib import Path

import pytest
from drawn import ORGAN, SENTENCE, chinese, draw_all, red, red_look

from noticegen import pipeline, template
from noticegen.compose import compose
from noticegen.document import (
    Attachment,
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
)
from noticegen.writers.docx import compile_look, estimate_pages, write

EXAMPLES = Path(__file__).parents[2] / "examples"
TITLE = Title(f"{ORGAN}关于巡察整改进展情况的通报")
SIGNATURE = Signature((ORGAN,), "2023年9月26日")


def composed(name: str) -> Document:
    notice = pipeline.check((EXAMPLES / f"{name}.yaml").read_bytes()).notice
    assert notice
    return compose(notice)


def sampled(blocks: list[Block], seed: int) -> Document:
    chosen = random.Random(seed).sample(blocks, 5 + seed * 3)  # noqa: S311  # no secret
    return red(TITLE, *chosen, SIGNATURE)


def tabled(seed: int) -> Document:
    """Return a notice with a table of any columns, upright or turned."""
    chance = random.Random(seed)  # noqa: S311  # no secret

    def cell(least: int, most: int) -> str:
        start = chance.randint(0, 20)
        return (SENTENCE * 5)[start : start + chance.randint(least, most)]

    columns = [chance.choice([(1, 2), (3, 6), (8, 30), (20, 80)]) for _ in range(2 + seed % 7)]
    rows = tuple(tuple(cell(*it) for it in columns) for _ in range(chance.randint(3, 40)))
    table = Table(tuple(cell(2, 4) for _ in columns), rows)
    return red(chinese(2), Attachment("附件", "任务清单", (table,)))


@pytest.mark.parametrize(
    "look",
    [red_look, lambda: compile_look(template.resource("rectification/plain.docx"))],
    ids=["red", "plain"],
)
def test_text_takes_as_many_pages_as_are_counted(look: object) -> None:
    used = look()
    examples = [composed("tianchang"), composed("longyan")]
    blocks = [it for one in examples for it in one.blocks if isinstance(it, Paragraph | Heading)]
    documents = examples + [sampled(blocks, seed) for seed in range(14)]
    drawn = draw_all(write(document, used) for document in documents)
    counted = [estimate_pages(document, used).text for document in documents]
    assert [len(pages) for pages in drawn] == counted


def test_tables_are_counted_to_a_page_in_ten() -> None:
    documents = [tabled(seed) for seed in range(14)]
    drawn = draw_all(write(document, red_look()) for document in documents)
    for document, pages in zip(documents, drawn, strict=True):
        counted = estimate_pages(document, red_look()).text
        assert abs(counted - len(pages)) <= max(1, len(pages) / 10)
