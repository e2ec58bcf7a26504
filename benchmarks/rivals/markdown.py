"""pandoc's input: a form already read, numbered and worded, as markdown."""

import re

from rivals import docxtpl_script

_LEVELS = {"part": "# ", "aspect": "## ", "category": "### ", "finding": "#### "}
_MARK = re.compile(r"([!-/:-@\[-`{-~])")


def written(texts: list[str], form: docxtpl_script.Form) -> str:
    """Return *texts*, the paragraphs of the notice of *form*, as markdown with its headings."""
    levels = {
        paragraph["text"]: _LEVELS[paragraph["kind"]]
        for paragraph in docxtpl_script.paragraphs(form)
        if paragraph["kind"] in _LEVELS
    }
    return "\n\n".join(levels.get(text, "") + _MARK.sub(r"\\\1", text) for text in texts) + "\n"
