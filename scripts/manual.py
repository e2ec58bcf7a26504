"""The guide as one web page: docs/*.md in, a page that a double click opens out.

It holds its pictures and needs nothing but itself. scripts/bundle.py puts it into the zips.
"""

import base64
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = ("guide", "slips", "guide-it", "form", "rules")
_FRAME = """\
<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>使用说明</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ max-width: 48rem; margin: 0 auto; padding: 1rem; line-height: 1.8; font-family: "Microsoft YaHei", sans-serif }}
section + section {{ border-top: 4px double; margin-top: 4rem }}
img {{ max-width: 100%; border: 0 }} p img:nth-last-child(2), p img:nth-last-child(2) ~ img {{ max-width: 48% }}
pre {{ background: #f4f4f4; padding: .6rem; overflow-x: auto; line-height: 1.5 }} code {{ font-family: NSimSun, monospace }}
table {{ border-collapse: collapse }} td, th {{ border: 1px solid #999; padding: .2rem .6rem; text-align: left }}
</style></head><body>
{sections}
</body></html>
"""


def page() -> str:
    """Return the page. A link among PAGES leads within it, any other to the file beside it."""
    sections = (f'<section id="{name}.md">\n{_section(name)}</section>' for name in PAGES)
    return _FRAME.format(sections="\n".join(sections))


def _section(name: str) -> str:
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = markdown.parse((DOCS / f"{name}.md").read_text(encoding="utf-8"))
    for heading, inline in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", _anchor(inline.content))
    _relink([child for token in tokens for child in token.children or ()])
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _anchor(heading: str) -> str:
    """Return the name that a heading has in links, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _relink(tokens: Sequence[Token]) -> None:
    """Turn pictures into their bytes and links to pages into links within the one page."""
    for token in tokens:
        if token.type == "image":
            picture = base64.b64encode((DOCS / str(token.attrGet("src"))).read_bytes()).decode()
            token.attrSet("src", f"data:image/png;base64,{picture}")
        elif token.type == "link_open":
            file, _, heading = str(token.attrGet("href")).partition("#")
            is_here = not file or Path(file).stem in PAGES
            token.attrSet("href", f"#{heading or file}" if is_here else file.removeprefix("../"))
