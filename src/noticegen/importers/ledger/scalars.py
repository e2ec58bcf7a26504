"""Texts as a form writes them: bare where that reads back the same, else between quotes."""

from noticegen import form
from noticegen.model import all_labels, top_labels

_TRIAL = "正文:\n  - 问题: {text}\n    措施:\n      - {text}\n    状态: 已完成\n"


def scalar(text: str) -> str:
    """Return *text*, on one line, as the value of a label or an item of a list."""
    quoted = "'" + text.replace("'", "''") + "'"
    return next((written for written in (text, quoted) if _reads_as(written, text)), quoted)


def _reads_as(written: str, text: str) -> bool:
    if not written or written != written.strip():
        return False
    read, problems = form.read(_TRIAL.format(text=written).encode(), all_labels(), top_labels())
    body = [{"问题": text, "措施": [text], "状态": "已完成"}]
    return read is not None and not problems and read.values == {"正文": body}
